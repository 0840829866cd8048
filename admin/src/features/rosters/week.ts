import { dateOfDay, epochDay, type Weekday, weekdayOfDay } from '#domain/civil-date';
import { type Shift, shiftsOn } from '#domain/on-duty';
import type { Roster } from '#domain/organisation';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export interface Day {
  date: string;
  shifts: Shift[];
}

/** The Monday of the week of a date, both 'YYYY-MM-DD'. */
export function mondayOf(date: string): string {
  const day = epochDay(date);
  return dateOfDay(day - weekdayOfDay(day) + 1);
}

/** Days from `first` on with the shifts that start on them, the earlier first. */
export function daysFrom(roster: Roster, zone: string, first: string, count = 7): Day[] {
  const start = epochDay(first);
  return Array.from({ length: count }, (_, n) => {
    const shifts = shiftsOn(roster, zone, start + n).sort((a, b) => a.begins - b.begins || a.index - b.index);
    return { date: dateOfDay(start + n), shifts };
  });
}

/** Names one turn in a list of choices. */
export const turnKey = ({ date, index }: Pick<Shift, 'date' | 'index'>): string => `${date}/${index}`;

/** Turns somebody may swap with: not yet over, of somebody else, within four weeks around the date. */
export function swapChoices(roster: Roster, zone: string, turn: Shift, now: number): Shift[] {
  const first = dateOfDay(epochDay(turn.date) - 14);
  return daysFrom(roster, zone, first, 29)
    .flatMap(({ shifts }) => shifts)
    .filter((other) => other.ends > now && other.person !== turn.person);
}

export const isPastMidnight = ({ from, to }: Pick<Shift, 'from' | 'to'>): boolean => to <= from;

/** "2026年11月23日 – 11月29日", "23 – 29 Nov 2026": the week that begins on a Monday. */
export function weekWords(monday: string, language: string): string {
  const sunday = dateOfDay(epochDay(monday) + 6);
  if (language !== 'en') return `${monday.slice(0, 4)}年${dayInChinese(monday)} – ${dayInChinese(sunday)}`;
  const at = (date: string) => new Date(`${date}T12:00:00Z`);
  const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(at(monday), at(sunday));
}

const dayInChinese = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
