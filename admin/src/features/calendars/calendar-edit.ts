import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import { dateOfDay, epochDay, type Weekday, weekdayOfDay } from '#domain/civil-date';
import type { Text } from '#domain/text';

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export type Exception = CalendarDocument['exceptions'][number];

export const withWeekday = (body: CalendarDocument, day: Weekday, open: OpenInterval[]): CalendarDocument => ({
  ...body,
  week: { ...body.week, [day]: open },
});

/** The next free hours of a day: the afternoon after a morning, else two hours after the last closing. */
export function nextInterval(open: readonly OpenInterval[]): OpenInterval | null {
  const last = open.at(-1)?.to;
  if (last === undefined) return { from: '09:00', to: '18:00' };
  if (last <= '13:00') return { from: last < '13:00' ? '13:00' : '14:00', to: '18:00' };
  const hour = Number(last.slice(0, 2));
  if (hour >= 23) return null;
  return { from: `${String(hour + 1).padStart(2, '0')}:00`, to: hour + 3 > 23 ? '24:00' : `${hour + 3}:00` };
}

export const exceptionOn = (body: CalendarDocument, date: string): Exception | undefined =>
  body.exceptions.findLast((one) => one.date === date);

/** Dates from `first` to `last`, both included, get these hours; null: as the week says again. */
export function withDates(
  body: CalendarDocument,
  first: string,
  last: string,
  special: { open: OpenInterval[]; reason: Text } | null,
): CalendarDocument {
  const dates: string[] = [];
  for (let date = first; date <= last; date = dateOfDay(epochDay(date) + 1)) dates.push(date);
  const kept = body.exceptions.filter(({ date }) => date < first || date > last);
  const added = special === null ? [] : dates.map((date) => ({ date, ...special }));
  return { ...body, exceptions: [...kept, ...added].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** How a date differs from its weekday: closed though it would be open, open though it would not, or other hours. */
export type DayMark = 'open' | 'closed' | 'holiday' | 'makeUp' | 'ownHours';

export function markOf(body: CalendarDocument, exceptions: ReadonlyMap<string, Exception>, date: string): DayMark {
  const byWeek = body.week[weekdayOfDay(epochDay(date))];
  const special = exceptions.get(date);
  if (special === undefined) return byWeek.length > 0 ? 'open' : 'closed';
  if (special.open.length === 0) return 'holiday';
  return byWeek.length === 0 ? 'makeUp' : 'ownHours';
}

export const hoursOn = (body: CalendarDocument, date: string): readonly OpenInterval[] =>
  exceptionOn(body, date)?.open ?? body.week[weekdayOfDay(epochDay(date))];

const office = (): OpenInterval[] => [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** What a new calendar begins with: ordinary office hours, holidays known for nothing beyond today. */
export const newCalendar = (name: Text, zone: string, today: string): CalendarDocument => ({
  name,
  zone,
  week: { 1: office(), 2: office(), 3: office(), 4: office(), 5: office(), 6: [], 7: [] },
  exceptions: [],
  horizon: today,
});

/** An id for a document of this name: "Front desk" -> "front-desk", with a number where that is taken. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const words =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'calendar';
  for (let n = 1; ; n++) {
    const id = n === 1 ? words : `${words}-${n}`;
    if (!taken.has(id)) return id;
  }
}
