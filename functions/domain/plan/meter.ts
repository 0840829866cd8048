import { DAY, type Instant } from '../time.ts';
import type { Reading } from './asset-fact.ts';

/** Readings older than this say little about how an asset is used now. */
const RECENT = 90 * DAY;

/** The value that counts at an instant: the last read by then, else the first there is. Null: never read. */
export function valueAt(readings: readonly Reading[], at: Instant): number | null {
  return (readings.findLast((reading) => reading.at <= at) ?? readings[0])?.value ?? null;
}

/** The first reading after `from`, by `now`, that says the threshold is reached. */
export function reached(
  readings: readonly Reading[],
  threshold: number,
  from: Instant,
  now: Instant,
): Reading | undefined {
  return readings.find(({ at, value }) => at > from && at <= now && value >= threshold);
}

/**
 * When the threshold will be reached if the use of the last ninety days goes on (of the last two readings, when they are
 * older). Null: fewer than two readings, no use, or already reached.
 */
export function estimatedAt(readings: readonly Reading[], threshold: number, now: Instant): Instant | null {
  const known = readings.filter(({ at }) => at <= now);
  const last = known.at(-1);
  const first = known.find(({ at }) => at >= now - RECENT);
  const from = first !== undefined && first !== last ? first : known.at(-2);
  if (last === undefined || from === undefined || last.value >= threshold) return null;
  const rate = (last.value - from.value) / (last.at - from.at);
  if (!(rate > 0 && Number.isFinite(rate))) return null;
  return Math.ceil(last.at + (threshold - last.value) / rate);
}
