import type { Item } from '../item.ts';
import type { Instant } from '../time.ts';
import type { Effect } from '../workflow/effect.ts';
import type { Entry } from '../workflow/entry.ts';
import type { Act, Scripted } from './behaviour.ts';

export type MailEffect = Extract<Effect, { type: 'mail' | 'mailResident' }>;

/** A mail as it was sent or came back; its words follow from `item` and what the timeline said by then. */
export interface SimulatedMail {
  at: Instant;
  effect: MailEffect;
  /** Why it was not delivered; null: it was. */
  failed: string | null;
  /** As it stood when the mail was sent. */
  item: Item;
  /** Entries recorded before it. */
  told: number;
  /** Place of the turn it belongs to. */
  turn: number;
}

/** One moment: what happened, and how the item stood afterwards, mails and all. */
export interface Turn {
  at: Instant;
  cause: { type: 'filed' } | { type: 'timer' } | { type: 'act'; act: Act };
  /** Steps entered, in order. */
  path: readonly string[];
  /** Entries recorded by its end. */
  told: number;
  item: Item;
}

/** Somebody's click was not possible: nothing changed. */
export interface Refused {
  at: Instant;
  act: Act;
  why: string;
}

export interface Simulated {
  /** As recorded, in order: what a real item's timeline would say, mails sent and come back included. */
  entries: readonly Entry[];
  mails: readonly SimulatedMail[];
  turns: readonly Turn[];
  refused: readonly Refused[];
  /** What people did, by rule or script, at its time: the same acts make the same line anywhere. */
  acts: readonly Scripted[];
  /** As it stands at the end. */
  item: Item;
  /** The last thing that happened. */
  now: Instant;
  /** What would happen next, after `until`; null: nothing by itself. */
  next: Instant | null;
  /** More than the most turns a simulation takes: the rest is left out. */
  cut: boolean;
}
