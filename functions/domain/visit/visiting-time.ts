import { type Calendar, nextOpen } from '../calendar.ts';
import { CalendarNeverOpens } from '../errors.ts';
import { type Instant, instantOfDay, localDay, localTime, minutesOf } from '../time.ts';
import type { QuietHours } from '../visit-rules.ts';

/** Days looked ahead for a moment, and for a day with room. */
export const HORIZON_DAYS = 60;

/** Whether nobody is to be asked at `at`; both ends as local times, `to` itself is no longer quiet. */
export function isQuiet(at: Instant, quiet: QuietHours | null, zone: string): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const time = localTime(at, zone);
  return quiet.from < quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
}

/** The end of the quiet hours `at` lies in. */
function endOfQuiet(at: Instant, { from, to }: QuietHours, zone: string): Instant {
  const passesMidnight = to <= from && localTime(at, zone) >= from;
  return instantOfDay(localDay(at, zone) + (passesMidnight ? 1 : 0), minutesOf(to), zone);
}

/** The first moment from `at` on when the office is open and residents are not at rest; null: none within the horizon. */
export function visitingTime(at: Instant, quiet: QuietHours | null, calendar: Calendar): Instant | null {
  const { zone } = calendar;
  const last = localDay(at, zone) + HORIZON_DAYS;
  let moment = at;
  while (localDay(moment, zone) <= last) {
    const open = opening(calendar, moment);
    if (open === null) return null;
    if (quiet === null || !isQuiet(open, quiet, zone)) return open;
    const end = endOfQuiet(open, quiet, zone);
    // A zone that skips the hour the quiet ends in: the next minute is looked at.
    moment = end > open ? end : open + 60_000;
  }
  return null;
}

function opening(calendar: Calendar, at: Instant): Instant | null {
  try {
    return nextOpen(calendar, at);
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return null;
    throw error;
  }
}
