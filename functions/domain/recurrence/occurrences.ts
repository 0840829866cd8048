import { type Calendar, dayReason, isWorkingDay } from '../calendar.ts';
import { civilOfDay, dateOfDay } from '../civil-date.ts';
import type { Text } from '../text.ts';
import { type Instant, instantOfDay, localDay, localTime, minutesOf } from '../time.ts';
import { dayLater, intoSeason, type PlannedDays, plannedDays } from './planned-days.ts';
import type { Recurrence } from './rule.ts';

/** Why an occurrence is not simply at the planned date and time. `text` names the holiday; null: the weekend. */
export type Shift =
  | { kind: 'missingDay' }
  | { kind: 'nonWorkingDay'; text: Text | null }
  /** The local time does not exist on that date: the clocks are put forward. */
  | { kind: 'gap'; wanted: string };

export interface Occurrence {
  /** Date by the rule alone: names the occurrence, whatever the calendar says later. */
  planned: string;
  /** Date after the move to a working day. */
  date: string;
  at: Instant;
  shifts: Shift[];
}

/** A planned date on which nothing happens, and why. `sameDay`: another occurrence has the working day it would move to. */
export interface LeftOut {
  planned: string;
  because: 'nonWorkingDay' | 'sameDay';
  text: Text | null;
}

/** A rule made ready for a zone and, unless it ignores working days, a calendar. */
export interface CompiledRecurrence {
  readonly rule: Recurrence;
  readonly zone: string;
  readonly calendar: Calendar;
  readonly days: PlannedDays;
  readonly minutes: number;
  /** The last answer of `nextOccurrence`: it is the same from `after` until that occurrence. */
  readonly memory: { after: Instant; next: Occurrence | null };
}

export const compileRecurrence = (rule: Recurrence, calendar: Calendar): CompiledRecurrence => ({
  rule,
  zone: calendar.zone,
  calendar,
  days: plannedDays(rule),
  minutes: minutesOf(rule.time),
  memory: { after: 0, next: null },
});

/** How far a planned day moves at most. Where no working day is so near, it stays: a task is never silently not created. */
const FARTHEST = 60;
/** Planned days in a row that may fall away before the rule counts as ended: a calendar that never opens. */
const MOST_LEFT_OUT = 1_000;

/** The first occurrence strictly after the instant; null: none. Its instants ascend: two of one rule never share a date. */
export function nextOccurrence(compiled: CompiledRecurrence, after: Instant): Occurrence | null {
  const { memory } = compiled;
  if (memory.next !== null && after >= memory.after && after < memory.next.at) return memory.next;
  memory.next = findNext(compiled, after);
  memory.after = after;
  return memory.next;
}

function findNext(compiled: CompiledRecurrence, after: Instant): Occurrence | null {
  let day = firstCandidate(compiled, after);
  for (let tries = 0; day !== null && tries < MOST_LEFT_OUT; tries += 1) {
    const moved = movedDay(compiled, day);
    if (moved !== null && instantOfDay(moved, compiled.minutes, compiled.zone) > after)
      return occurrence(compiled, day, moved, isClamped(compiled.rule, day));
    day = compiled.days.from(day + 1);
  }
  return null;
}

/** In order, the next `count` occurrences after the instant and the planned days that fall away among them. */
export function preview(compiled: CompiledRecurrence, after: Instant, count: number): (Occurrence | LeftOut)[] {
  const found: (Occurrence | LeftOut)[] = [];
  let left = count;
  let day = firstCandidate(compiled, after);
  for (let tries = 0; left > 0 && day !== null && tries < MOST_LEFT_OUT; tries += 1) {
    const moved = movedDay(compiled, day);
    if (moved === null) found.push(leftOut(compiled, day));
    else if (instantOfDay(moved, compiled.minutes, compiled.zone) > after) {
      found.push(occurrence(compiled, day, moved, isClamped(compiled.rule, day)));
      left -= 1;
      tries = 0;
    }
    day = compiled.days.from(day + 1);
  }
  return found;
}

/** What becomes of a planned day, one of `compiled.days`. */
export function plannedOn(compiled: CompiledRecurrence, day: number): Occurrence | LeftOut {
  const moved = movedDay(compiled, day);
  return moved === null ? leftOut(compiled, day) : occurrence(compiled, day, moved, isClamped(compiled.rule, day));
}

/**
 * The occurrence after a completion of floating maintenance: so many units later, moved into the season and to a working
 * day; the days of the week or month that the rule names do not count. Null: past the rule's end. Never on the day of
 * the completion itself, though a move to the working day before would say so.
 */
export function nextAfterCompletion(compiled: CompiledRecurrence, completed: Instant): Occurrence | null {
  const { rule, zone } = compiled;
  const done = localDay(completed, zone);
  const planned = intoSeason(dayLater(done, rule.frequency), rule.season);
  if (rule.end !== null && dateOfDay(planned) > rule.end) return null;
  const { nonWorkingDay } = rule;
  const nearest = nonWorkingDay === 'asIs' ? planned : nearestWorking(compiled, planned, nonWorkingDay);
  return occurrence(compiled, planned, nearest > done ? nearest : planned, false);
}

/** Days moved to a later working day may be due after `after` though planned before it. */
function firstCandidate(compiled: CompiledRecurrence, after: Instant): number | null {
  const { rule, days, zone } = compiled;
  const today = localDay(after, zone);
  let day = days.from(today);
  if (rule.nonWorkingDay !== 'after') return day;
  for (let earlier = days.before(today); earlier !== null; earlier = days.before(earlier)) {
    const moved = nearestWorking(compiled, earlier, 'after');
    if (moved < today) break;
    day = earlier;
  }
  return day;
}

/** Where a planned day goes; null: it falls away. */
function movedDay(compiled: CompiledRecurrence, day: number): number | null {
  const { calendar, days } = compiled;
  switch (compiled.rule.nonWorkingDay) {
    case 'asIs':
      return day;
    case 'skip':
      return isWorking(calendar, day) ? day : null;
    case 'before': {
      const moved = nearestWorking(compiled, day, 'before');
      const rival = moved === day ? null : days.before(day);
      return rival !== null && nearestWorking(compiled, rival, 'before') === moved ? null : moved;
    }
    case 'after': {
      const moved = nearestWorking(compiled, day, 'after');
      const rival = moved === day ? null : days.from(day + 1);
      return rival !== null && nearestWorking(compiled, rival, 'after') === moved ? null : moved;
    }
  }
}

function nearestWorking({ calendar }: CompiledRecurrence, day: number, way: 'before' | 'after' | 'skip'): number {
  const step = way === 'before' ? -1 : 1;
  for (let moved = 0; moved <= FARTHEST; moved += 1)
    if (isWorking(calendar, day + step * moved)) return day + step * moved;
  return day;
}

const isWorking = (calendar: Calendar, day: number): boolean => isWorkingDay(calendar, dateOfDay(day));

function occurrence(
  { rule, zone, minutes, calendar }: CompiledRecurrence,
  planned: number,
  moved: number,
  clamped: boolean,
): Occurrence {
  const at = instantOfDay(moved, minutes, zone);
  const shifts: Shift[] = [];
  if (clamped) shifts.push({ kind: 'missingDay' });
  if (moved !== planned) shifts.push({ kind: 'nonWorkingDay', text: dayReason(calendar, dateOfDay(planned)) });
  if (localTime(at, zone) !== rule.time) shifts.push({ kind: 'gap', wanted: rule.time });
  return { planned: dateOfDay(planned), date: dateOfDay(moved), at, shifts };
}

function leftOut({ rule, calendar }: CompiledRecurrence, day: number): LeftOut {
  const planned = dateOfDay(day);
  const because = rule.nonWorkingDay === 'skip' ? 'nonWorkingDay' : 'sameDay';
  return { planned, because, text: dayReason(calendar, planned) };
}

/** The planned day stands for one that its month does not have. */
function isClamped({ frequency }: Recurrence, planned: number): boolean {
  if (frequency.unit === 'day' || frequency.unit === 'week') return false;
  const { dayOfMonth } = civilOfDay(planned);
  const { on } = frequency;
  if (on.kind === 'date') return dayOfMonth !== on.day;
  return on.kind === 'weekday' && on.nth === 5 && dayOfMonth <= 28;
}
