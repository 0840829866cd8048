import { dateOfDay, epochDay, weekdayOfDay } from '#domain/civil-date';
import { localDate } from '#domain/time';
import type { ComplaintSummary } from '#http/schemas/complaint';

export interface Entry {
  row: ComplaintSummary;
  state: 'open' | 'late' | 'done';
}
export type Day = readonly Entry[];

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** The month asked for in the address, else that of today. */
export const monthOf = (asked: string | null, today: string): string =>
  asked !== null && MONTH.test(asked) ? asked : today.slice(0, 7);

/** The whole weeks a month lies in, Monday to Sunday, as local dates. */
export function weeksOf(month: string): string[][] {
  const first = epochDay(`${month}-01`);
  const weeks: string[][] = [];
  for (let monday = first - weekdayOfDay(first) + 1; dateOfDay(monday).slice(0, 7) <= month; monday += 7)
    weeks.push(Array.from({ length: 7 }, (_, day) => dateOfDay(monday + day)));
  return weeks;
}

/** Rows by the site's day they ended on, while open by the one they are due; open ones first. An order moved meanwhile stands once. */
export function byDay(rows: readonly ComplaintSummary[], zone: string): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const row of new Map(rows.map((one) => [one.id, one])).values()) {
    const at = row.endedAt ?? row.due;
    if (at === null) continue;
    const date = localDate(Date.parse(at), zone);
    const state = row.endedAt ? 'done' : row.overdue ? 'late' : 'open';
    days.set(date, [...(days.get(date) ?? []), { row, state }]);
  }
  const rank = { late: 0, open: 1, done: 2 };
  for (const entries of days.values()) entries.sort((a, b) => rank[a.state] - rank[b.state]);
  return days;
}
