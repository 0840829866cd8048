import { Temporal } from 'temporal-polyfill';
import { dateOfDay, epochDay, pad, type Weekday, weekdayOfDay } from './civil-date.ts';
import { UnknownZone } from './errors.ts';

/** Milliseconds since 1970-01-01T00:00Z. Instants are UTC; people's rules are local wall time + IANA zone. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** 'YYYY-MM-DD' in the zone. Throws UnknownZone. */
export function localDate(at: Instant, zone: string): string {
  return dateOfDay(localDay(at, zone));
}

/** 'HH:MM' in the zone, seconds cut off. Throws UnknownZone. */
export function localTime(at: Instant, zone: string): string {
  const minutes = Math.floor((at + offsetAt(at, zone)) / MINUTE) - localDay(at, zone) * 1440;
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/** The local date as days since 1970-01-01. */
export function localDay(at: Instant, zone: string): number {
  return Math.floor((at + offsetAt(at, zone)) / DAY);
}

export function isoWeekday(date: string): Weekday {
  return weekdayOfDay(epochDay(date));
}

/** Whole days on the calendar, independent of zones and DST. */
export function addDays(date: string, n: number): string {
  return dateOfDay(epochDay(date) + n);
}

/**
 * The instant of a local time; '24:00' is the next day's midnight. A time in a DST gap (or on a date the zone skipped)
 * gives the first valid instant after the gap, one that occurs twice gives the first. So it never decreases as the
 * local time grows. Throws UnknownZone.
 */
export function instantAt(date: string, time: string, zone: string): Instant {
  return instantOfDay(epochDay(date), minutesOf(time), zone);
}

/** `instantAt` for days since 1970-01-01 and minutes since local midnight. */
export function instantOfDay(day: number, minutes: number, zone: string): Instant {
  const local = day * DAY + minutes * MINUTE;
  const before = periodAt(local - DAY, zone).offset;
  const after = periodAt(local + DAY, zone).offset;
  const first = local - before;
  if (before === after || periodAt(first, zone).offset === before) return first;
  const second = local - after;
  const period = periodAt(second, zone);
  // In a gap `second`, read with the later offset, still lies before the transition: the period's end is the gap's end.
  return period.offset === after ? second : period.to;
}

/** 'HH:MM' or '24:00' -> minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** RFC 3339 with an offset or Z. Throws RangeError on anything else. */
export function parseIso(iso: string): Instant {
  return Temporal.Instant.from(iso).epochMilliseconds;
}

/** '2026-11-23T12:00:00Z'; milliseconds only when there are any. */
export function toIso(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

/** A stretch of time `[from, to)` during which a zone keeps one offset (milliseconds east of UTC). */
interface Period {
  from: Instant;
  to: Instant;
  offset: number;
}
interface ZonePeriods {
  known: Period[];
  last: Period;
}

/** What was learnt about zones so far: a memory of a pure function (the zone rules), asked of Temporal once a period. */
const zones = new Map<string, ZonePeriods>();

function offsetAt(at: Instant, zone: string): number {
  return periodAt(at, zone).offset;
}

function periodAt(at: Instant, zone: string): Period {
  const periods = zones.get(zone);
  if (periods === undefined) {
    const period = askTemporal(at, zone);
    zones.set(zone, { known: [period], last: period });
    return period;
  }
  if (at >= periods.last.from && at < periods.last.to) return periods.last;
  let found = periods.known.find((period) => at >= period.from && at < period.to);
  if (found === undefined) {
    found = askTemporal(at, zone);
    periods.known.push(found);
  }
  periods.last = found;
  return found;
}

function askTemporal(at: Instant, zone: string): Period {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(at));
  const here = inZone(instant, zone);
  // "previous" is strictly before, so ask from one millisecond later: a transition at this very instant counts.
  const previous = inZone(instant.add({ milliseconds: 1 }), zone).getTimeZoneTransition('previous');
  const next = here.getTimeZoneTransition('next');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1e6,
  };
}

function inZone(instant: Temporal.Instant, zone: string): Temporal.ZonedDateTime {
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch (cause) {
    throw new UnknownZone(zone, { cause });
  }
}
