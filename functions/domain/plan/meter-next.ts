import { epochDay } from '../civil-date.ts';
import { type Instant, instantOfDay, localDate } from '../time.ts';
import type { AssetFact, Reading } from './asset-fact.ts';
import type { CompiledPlan, PlanOccurrence } from './compiled-plan.ts';
import { estimatedAt, reached, valueAt } from './meter.ts';

/** The reading at which the next order of this asset comes; null: the plan has no meter, or the asset was never read. */
function meterThreshold({ plan }: CompiledPlan, asset: AssetFact, from: Instant): number | null {
  const base = plan.meter === null ? null : valueAt(asset.readings, from);
  return base === null || plan.meter === null ? null : base + plan.meter.every;
}

/**
 * The occurrence that a reading after `from` (the last completion) brings by `now`: "m1250-2026-03-01" by the threshold it
 * reached and the day it is counted from, so that no later reading names it otherwise and a new meter begins anew. Null outside the rule's start and end.
 */
export function meterNext(one: CompiledPlan, asset: AssetFact, from: Instant, now: Instant): PlanOccurrence | null {
  const threshold = meterThreshold(one, asset, from);
  if (threshold === null) return null;
  const reading = reached(asset.readings, threshold, from, now);
  if (reading === undefined) return null;
  const { plan, compiled } = one;
  const { start, end } = plan.recurrence;
  const date = localDate(reading.at, compiled.zone);
  if (date < start || (end !== null && date > end)) return null;
  const inTimeUntil = instantOfDay(epochDay(date) + plan.graceDays + 1, 0, compiled.zone);
  return {
    planned: `m${threshold}-${localDate(from, compiled.zone)}`,
    date,
    at: reading.at,
    shifts: [],
    opens: reading.at,
    inTimeUntil,
  };
}

/** How an asset stands against the meter of its plan. */
export interface MeterStanding {
  /** The last reading; null: never read. */
  read: Reading | null;
  /** The reading at which its next order comes; null: not known before it is read, or not before its open order is done. */
  next: number | null;
  /** When that is to be expected if it is used on as it was; null: nothing says so. */
  expected: Instant | null;
}

/** `done`, `open`: the last completion and the open order; `since`: when the plan was first published. */
export function meterStanding(
  one: CompiledPlan,
  asset: AssetFact,
  { done, open, since }: { done: Instant | null; open: string | null; since: Instant },
  now: Instant,
): MeterStanding {
  const read = asset.readings.findLast(({ at }) => at <= now) ?? null;
  const from = done ?? since;
  if (open !== null) return { read, next: null, expected: null };
  return { read, next: meterThreshold(one, asset, from), expected: meterEstimate(one, asset, from, now) };
}

/** When the meter is expected to bring the next order, if the asset is used on as it was. */
function meterEstimate(one: CompiledPlan, asset: AssetFact, from: Instant, now: Instant): Instant | null {
  const threshold = meterThreshold(one, asset, from);
  return threshold === null ? null : estimatedAt(asset.readings, threshold, now);
}
