import { addDays, type Instant, instantAt, isoWeekday, localDate } from './time.ts';

/** `[from, to)` */
export interface Span {
  from: Instant;
  to: Instant;
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
