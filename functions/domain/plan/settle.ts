import { DAY, type Instant, MINUTE } from '../time.ts';
import type { AssetFacts, Subject } from './asset-fact.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { completeOrder, nextOpening, type Outcome, openDue, type Settlement } from './open-due.ts';
import type { PlanHistory, PlanState } from './plan-state.ts';

/** An order of the plan that ended. */
export interface OrderEnd {
  asset: Subject;
  occurrence: string;
  at: Instant;
}

/** An order opened later than this after its time was made up for: its trigger fires within a minute. */
export const LATE = 2 * MINUTE;

/** Deals with all that opened up to `now`, and with the orders that ended meanwhile each at its time, told in any order. */
export function settlePlan(
  history: PlanHistory,
  assets: AssetFacts,
  state: PlanState,
  ends: readonly OrderEnd[],
  now: Instant,
): Settlement {
  const outcomes: Outcome[] = [];
  let present = state;
  for (const end of ends.toSorted((a, b) => a.at - b.at)) {
    const settled = completeOrder(history, assets, present, end);
    outcomes.push(...settled.outcomes);
    present = settled.state;
  }
  const settled = openDue(history, assets, present, now);
  return { state: settled.state, outcomes: [...outcomes, ...settled.outcomes] };
}

/**
 * The state with this one order open and everything else still to be dealt with: what stands there after a crash between
 * two orders of one settlement. Settled again from there, the others come as they would have, and this one does not.
 * `done`: the asset's last completion, which the settlement may have been told of.
 */
export function withOpened(state: PlanState, outcome: Outcome, settled: PlanState): PlanState {
  const { asset, occurrence, because } = outcome;
  const before = state.subjects.find((one) => one.asset === asset);
  const after = settled.subjects.find((one) => one.asset === asset);
  const subject = {
    asset,
    open: occurrence.planned,
    done: after?.done ?? before?.done ?? null,
    last: because === 'meter' ? (before?.last ?? null) : occurrence.planned,
    opened: (before?.opened ?? 0) + 1,
    missed: before?.missed ?? 0,
  };
  const others = state.subjects.filter((one) => one.asset !== asset);
  return { ...state, subjects: [...others, subject] };
}

/** What the plan waits for under the version in force. */
export function armedFor(history: PlanHistory, state: PlanState): { occurrence: string; at: Instant } | null {
  const plan = history.at(-1)?.plan;
  return plan ? nextOpening(plan, state) : null;
}

/** Whether readings bring orders of this version of a plan, alone or before its dates. */
export const goesByMeter = (one: CompiledPlan | null): boolean =>
  one !== null && one.plan.status === 'active' && one.plan.meter !== null;

/** A reading that nobody told the plan of is found a day later at the latest. */
export const looksAt = (history: PlanHistory, now: Instant): Instant | null =>
  goesByMeter(history.at(-1)?.plan ?? null) ? now + DAY : null;

/** How many of them were opened later than they should have been. */
export const lateAmong = (outcomes: readonly Outcome[], now: Instant): number =>
  outcomes.filter(({ kind, at }) => kind === 'opened' && now - at > LATE).length;
