import type { z } from 'zod';
import { dateOfDay, weekdayOfDay } from './civil-date.ts';
import type { PersonId } from './item.ts';
import type { Roster } from './organisation.ts';
import { type Instant, instantOfDay, localDay, minutesOf } from './time.ts';

/**
 * Who is on the roster at `now`, in the order of the document, duplicates possible. Times are local to `zone`; a shift
 * whose `to` is not later than its `from` ends on the next local day and belongs to the date it starts on. Dated
 * shifts replace the whole weekly pattern of their date. Half-open: at `to` the next shift has taken over.
 */
export function onDuty(roster: z.infer<typeof Roster>, zone: string, now: Instant): PersonId[] {
  const today = localDay(now, zone);
  return [today - 1, today].flatMap((day) =>
    shiftsOn(roster, day)
      .filter(({ from, to }) => {
        const [begins, ends] = [minutesOf(from), minutesOf(to)];
        const endDay = ends <= begins ? day + 1 : day;
        return now >= instantOfDay(day, begins, zone) && now < instantOfDay(endDay, ends, zone);
      })
      .map(({ person }) => person),
  );
}

function shiftsOn(roster: z.infer<typeof Roster>, day: number): { from: string; to: string; person: PersonId }[] {
  const date = dateOfDay(day);
  const dated = roster.dated.filter((shift) => shift.date === date);
  return dated.length > 0 ? dated : roster.weekly.filter((shift) => shift.days.includes(weekdayOfDay(day)));
}
