import { addDays, type Instant, instantAt, isoWeekday, localDate } from './time.ts';

/** `[from, to)` */
export interface Span {
  from: Instant;
  to: Instant;
}

/** Instants that keys can hold: from 1970 on, and fewer digits than "never". */
const FIRST = 0;
const LAST = 99_999_999_999_999;

/** Local dates, both included; an end left open, or out of all reason, reaches as far as stored instants do. */
export function spanOfDates(from: string | undefined, to: string | undefined, zone: string): Span {
  return {
    from: from === undefined ? FIRST : Math.max(FIRST, instantAt(from, '00:00', zone)),
    to: to === undefined || to >= '5000' ? LAST : Math.max(FIRST, instantAt(addDays(to, 1), '00:00', zone)),
  };
}

/** The local day of the zone that `at` lies in: 23 or 25 hours when the zone's clocks change. */
export function dayOf(at: Instant, zone: string): Span {
  return days(localDate(at, zone), 1, zone);
}

/** The local week of the zone that `at` lies in, Monday to Sunday. */
export function weekOf(at: Instant, zone: string): Span {
  const today = localDate(at, zone);
  return days(addDays(today, 1 - isoWeekday(today)), 7, zone);
}

const days = (first: string, count: number, zone: string): Span => ({
  from: instantAt(first, '00:00', zone),
  to: instantAt(addDays(first, count), '00:00', zone),
});
