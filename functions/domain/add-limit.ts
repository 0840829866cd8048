import { type Calendar, openTimeBetween, spanAfter, spanAt } from './calendar.ts';
import { firstAbove, firstAtLeast, get, instantAfterOpen, openBefore, type Span } from './calendar-span.ts';
import { type Explanation, explain } from './explanation.ts';
import type { Limit } from './limit.ts';
import { type Instant, instantOfDay, MINUTE, minutesOf } from './time.ts';

export type { Explanation } from './explanation.ts';

/**
 * When a limit that starts at `start` ends. The result is never before `start`, and a later start never gives an
 * earlier result. Throws CalendarNeverOpens where a working limit meets a calendar with no open time left.
 *
 * - `elapsed`: minutes of real time; the calendar plays no part. 0 is the start itself.
 * - `workingHours`: the first instant by which that much open time has passed. A start outside hours counts from the
 *   next opening. What is used up exactly at closing ends AT closing, not at the next opening. 0 is the start itself,
 *   open or not.
 * - `workingDays` n: closing time (of the last interval) of the n-th working day after the start's working day. The
 *   start's working day is the first whose closing is later than the start: today before and during hours and in the
 *   lunch break; the next working day from the closing instant on and on a closed day. 0 is that day's own closing.
 * - `workingDayAt` n: local time `at` on the n-th working day after the start's local date, whatever the hour of the
 *   start and whether or not that date is itself a working day; `at` need not lie in open time.
 *
 * A working day is a local date with any open time, so make-up Saturdays and short days count, holidays do not.
 * Hours run on real time inside open intervals: an interval across a DST change is an hour shorter or longer, and
 * local times in a gap or overlap are read as `instantAt` reads them.
 */
export function deadline(start: Instant, limit: Limit, calendar: Calendar): Instant {
  switch (limit.kind) {
    case 'elapsed':
      return start + limit.minutes * MINUTE;
    case 'workingHours':
      return limit.minutes === 0 ? start : addOpenTime(start, limit.minutes * MINUTE, calendar);
    case 'workingDays': {
      const span = spanAt(calendar, start);
      return dayAt(calendar, span, firstAbove(span.closing, start) + limit.days, closingOf);
    }
    case 'workingDayAt': {
      const span = spanAt(calendar, start);
      const index = firstAbove(span.midnight, start) + limit.days - 1;
      return dayAt(calendar, span, index, (found, i) =>
        instantOfDay(get(found.days, i), minutesOf(limit.at), calendar.zone),
      );
    }
  }
}

/** `deadline`, and why: `at` is the same instant. Throws CalendarNeverOpens. */
export function addLimit(start: Instant, limit: Limit, calendar: Calendar): { at: Instant; explanation: Explanation } {
  const at = deadline(start, limit, calendar);
  return { at, explanation: explain(start, limit, at, calendar) };
}

/**
 * A deadline moved by a pause `[from, to)` of its clock. Throws CalendarNeverOpens.
 *
 * - `elapsed`: later by the length of the pause.
 * - `workingHours`: the open time inside the pause is added as working time; what was left when the pause began is
 *   left when it ends.
 * - `workingDays`, `workingDayAt`: likewise, then rounded up to closing time, or to local time `at`, of a working day,
 *   so that such a deadline keeps its form. A pause of a few open minutes therefore moves it to the next working day.
 *
 * A pause without open time (a night, a holiday) leaves the working kinds where they were; so does an empty one.
 */
export function extendByPause(
  deadline: Instant,
  limit: Limit,
  pause: { from: Instant; to: Instant },
  calendar: Calendar,
): Instant {
  if (pause.to <= pause.from) return deadline;
  if (limit.kind === 'elapsed') return deadline + pause.to - pause.from;
  const lost = openTimeBetween(calendar, pause.from, pause.to);
  if (lost === 0) return deadline;
  const moved = addOpenTime(deadline, lost, calendar);
  if (limit.kind === 'workingHours') return moved;

  const span = spanAt(calendar, moved - 1); // closing at 24:00 belongs to the day it ends
  const index = firstAtLeast(span.closing, moved);
  if (limit.kind === 'workingDays') return dayAt(calendar, span, index, closingOf);
  const minutes = minutesOf(limit.at);
  const sameDay = dayAt(calendar, span, index, (found, i) => instantOfDay(get(found.days, i), minutes, calendar.zone));
  return sameDay >= moved
    ? sameDay
    : dayAt(calendar, span, index + 1, (found, i) => instantOfDay(get(found.days, i), minutes, calendar.zone));
}

/** The first instant by which `open` > 0 ms of open time have passed since `start`. */
function addOpenTime(start: Instant, open: number, calendar: Calendar): Instant {
  let span = spanAt(calendar, start);
  let target = openBefore(span, start) + open;
  while (target > span.open) {
    target -= span.open;
    span = spanAfter(calendar, span);
  }
  return instantAfterOpen(span, target);
}

/** An instant of the working day `index`, counted from the first one of `span` on into later spans. */
function dayAt(calendar: Calendar, span: Span, index: number, instantOf: (span: Span, i: number) => Instant): Instant {
  let found = span;
  let i = index;
  while (i >= found.days.length) {
    i -= found.days.length;
    found = spanAfter(calendar, found);
  }
  return instantOf(found, i);
}

const closingOf = (span: Span, i: number): Instant => get(span.closing, i);
