import { type Instant, instantOfDay } from './time.ts';

/** Local dates are compiled in spans of this many days: span `k` has the days `k * SPAN_DAYS` to `(k + 1) * SPAN_DAYS - 1`. */
export const SPAN_DAYS = 512;

/** Minutes since local midnight, `[from, to)`. */
export type OpenMinutes = readonly [from: number, to: number];

/**
 * The open time of one span of local dates. Instants in epoch ms, all arrays ascending, intervals half-open, disjoint
 * and not touching each other (24x7 is one interval). The ends of neighbouring spans meet.
 */
export interface Span {
  number: number;
  start: Instant;
  end: Instant;
  /** Open intervals. */
  from: Float64Array;
  to: Float64Array;
  /** Open milliseconds of the span before each interval. */
  before: Float64Array;
  /** Open milliseconds of the whole span. */
  open: number;
  /** Working days: dates with any open time. */
  days: Float64Array;
  /** First instant of each working day's date, its first opening and its last closing. */
  midnight: Float64Array;
  opening: Float64Array;
  closing: Float64Array;
}

/** Compiles one span; `openOn` gives a day's intervals sorted and disjoint. */
export function buildSpan(number: number, zone: string, openOn: (day: number) => readonly OpenMinutes[]): Span {
  const from: Instant[] = [];
  const to: Instant[] = [];
  const days: number[] = [];
  const midnight: Instant[] = [];
  const opening: Instant[] = [];
  const closing: Instant[] = [];
  const firstDay = number * SPAN_DAYS;

  for (let day = firstDay; day < firstDay + SPAN_DAYS; day++) {
    let isWorking = false;
    for (const [fromMinute, toMinute] of openOn(day)) {
      const opens = instantOfDay(day, fromMinute, zone);
      const closes = instantOfDay(day, toMinute, zone);
      if (opens >= closes) continue; // swallowed by a DST gap
      if (to.at(-1) === opens) to[to.length - 1] = closes;
      else {
        from.push(opens);
        to.push(closes);
      }
      if (isWorking) closing[closing.length - 1] = closes;
      else {
        isWorking = true;
        days.push(day);
        midnight.push(instantOfDay(day, 0, zone));
        opening.push(opens);
        closing.push(closes);
      }
    }
  }

  const before = new Float64Array(from.length);
  let open = 0;
  for (const [i, opens] of from.entries()) {
    before[i] = open;
    open += (to[i] ?? opens) - opens;
  }
  return {
    number,
    start: instantOfDay(firstDay, 0, zone),
    end: instantOfDay(firstDay + SPAN_DAYS, 0, zone),
    from: Float64Array.from(from),
    to: Float64Array.from(to),
    before,
    open,
    days: Float64Array.from(days),
    midnight: Float64Array.from(midnight),
    opening: Float64Array.from(opening),
    closing: Float64Array.from(closing),
  };
}

/** Open milliseconds between the span's start and `at`, an instant inside the span. */
export function openBefore(span: Span, at: Instant): number {
  const i = firstAbove(span.from, at) - 1;
  return i < 0 ? 0 : get(span.before, i) + Math.min(at, get(span.to, i)) - get(span.from, i);
}

/** The first instant of the span by which `open` ms have passed, 0 < `open` <= `span.open`. */
export function instantAfterOpen(span: Span, open: number): Instant {
  const i = firstAtLeast(span.before, open) - 1;
  return get(span.from, i) + open - get(span.before, i);
}

/** Index of the first element > x, or the length. */
export function firstAbove(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (get(sorted, middle) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first element >= x, or the length. */
export function firstAtLeast(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (get(sorted, middle) >= x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An element whose index is known to be in range. */
export function get(array: Float64Array, i: number): number {
  return array[i] as number;
}

/** Sorted, overlapping and touching ones merged. */
export function mergeMinutes(intervals: readonly OpenMinutes[]): OpenMinutes[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) merged.push([from, to]);
  }
  return merged;
}
