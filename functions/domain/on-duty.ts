import { dateOfDay, weekdayOfDay } from './civil-date.ts';
import type { PersonId } from './item.ts';
import type { Roster } from './organisation.ts';
import { type Instant, instantOfDay, localDay, minutesOf } from './time.ts';

/** One turn of duty. `index` is its place among the shifts that start on `date`. */
export interface Shift {
  date: string;
  index: number;
  from: string;
  to: string;
  person: PersonId;
  begins: Instant;
  ends: Instant;
  /** Of this date only; false: from the weekly pattern. */
  dated: boolean;
}

/**
 * Who is on the roster at `now`, in the order of the document, duplicates possible. Times are local to `zone`; a shift
 * whose `to` is not later than its `from` ends on the next local day and belongs to the date it starts on. Dated
 * shifts replace the whole weekly pattern of their date. Half-open: at `to` the next shift has taken over.
 */
export function onDuty(roster: Roster, zone: string, now: Instant): PersonId[] {
  return shiftsAt(roster, zone, now).map(({ person }) => person);
}

/** The shifts that are running at `now`. */
export function shiftsAt(roster: Roster, zone: string, now: Instant): Shift[] {
  const today = localDay(now, zone);
  return [today - 1, today]
    .flatMap((day) => shiftsOn(roster, zone, day))
    .filter(({ begins, ends }) => now >= begins && now < ends);
}

/** The shifts that start on a day (days since 1970-01-01), in the order of the document. */
export function shiftsOn(roster: Roster, zone: string, day: number): Shift[] {
  const date = dateOfDay(day);
  const ofDate = roster.dated.filter((shift) => shift.date === date);
  const dated = ofDate.length > 0;
  const shifts = dated ? ofDate : roster.weekly.filter((shift) => shift.days.includes(weekdayOfDay(day)));
  return shifts.map(({ from, to, person }, index) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return {
      date,
      index,
      from,
      to,
      person,
      begins: instantOfDay(day, start, zone),
      ends: instantOfDay(end <= start ? day + 1 : day, end, zone),
      dated,
    };
  });
}

/** The first shift that begins after `now`, looking `days` ahead; undefined: none does. */
export function nextShift(roster: Roster, zone: string, now: Instant, days = 14): Shift | undefined {
  const today = localDay(now, zone);
  for (let day = today; day <= today + days; day += 1) {
    const [next] = shiftsOn(roster, zone, day)
      .filter(({ begins }) => begins > now)
      .sort((a, b) => a.begins - b.begins);
    if (next !== undefined) return next;
  }
  return undefined;
}
