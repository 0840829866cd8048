import type { PersonId } from '../item.ts';
import type { Figure, FigureRef } from '../learned/figure.ts';
import type { Instant } from '../time.ts';

/** PDCA: plan, do, check (and act), until it is closed. */
export const improvementStates = ['plan', 'do', 'check', 'closed'] as const;
export type ImprovementState = (typeof improvementStates)[number];

export const effects = ['better', 'same', 'worse'] as const;
export type ImprovementEffect = (typeof effects)[number];

/** A figure as it was read, of these local dates, both included. */
export interface Measured extends Figure {
  from: string;
  to: string;
}

/** Cause, action and what came of it: once round the circle. */
export interface Round {
  cause: string;
  action: string;
  owner: PersonId | null;
  /** Local date by which it is to be done. */
  actionBy: string | null;
  /** Weeks from the doing to the check. */
  weeks: number;
  /** Local date from which the effect may be looked at. */
  checkOn: string | null;
  done: { on: string; note: string; by: PersonId } | null;
  before: Measured;
  after: Measured | null;
  /** What somebody saw when looking at both figures. */
  seen: string;
  effect: ImprovementEffect | null;
  conclusion: string;
}

/** 改进: a figure that missed its target, and what is done about it. */
export interface Improvement extends Round {
  id: string;
  company: string;
  site: string;
  number: string;
  version: number;
  ref: FigureRef;
  target: number;
  /** Days the figure is read over. */
  days: number;
  state: ImprovementState;
  opened: { at: Instant; on: string; by: PersonId | 'system' };
  closed: { at: Instant; on: string; by: PersonId } | null;
  /** Rounds that did not help enough, oldest first. */
  earlier: Round[];
}

/** Weeks from the doing to the check, unless somebody says otherwise. */
export const DEFAULT_WEEKS = 4;
/** Days to find cause and action before it counts as late. */
export const DAYS_TO_PLAN = 7;
/** Times round the circle; whoever is there needs another way. */
export const MOST_ROUNDS = 12;
