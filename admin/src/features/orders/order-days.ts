import { dateOfDay, epochDay, pad, weekdayOfDay } from '#domain/civil-date';
import { addDays, localDate } from '#domain/time';
import type { ComplaintSummary } from '#http/schemas/complaint';

export interface Entry {
  row: ComplaintSummary;
  state: 'open' | 'late' | 'done';
  /** When it ended; while it is open, when it is due. */
  at: number;
}
export type Day = readonly Entry[];

export const UNITS = ['week', 'month'] as const;
/** What the calendar shows, as it stands in the address: "2026-12", or the Monday of a week. */
export type Turned = { unit: (typeof UNITS)[number]; name: string };
export interface Span extends Turned {
  /** Whole weeks, Monday to Sunday, as local dates. */
  weeks: string[][];
  from: string;
  to: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What is asked for in the address, else today's week or month. */
export function spanOf(asked: Record<Turned['unit'], string | null>, today: string, otherwise: Turned['unit']): Span {
  if (asked.week !== null && DATE.test(asked.week)) return weekSpan(asked.week);
  if (asked.month !== null && MONTH.test(asked.month)) return monthSpan(asked.month);
  return otherwise === 'week' ? weekSpan(today) : monthSpan(today.slice(0, 7));
}

/** The one before or after. */
export function turnedBy({ unit, name }: Turned, by: 1 | -1): Turned {
  if (unit === 'week') return { unit, name: addDays(name, by * 7) };
  const [year = 0, month = 1] = name.split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1 + by, 1));
  return { unit, name: `${pad(next.getUTCFullYear(), 4)}-${pad(next.getUTCMonth() + 1, 2)}` };
}

/** The week or month that holds today where the span does, else the one the span begins in. */
export function inUnit(span: Span, unit: Turned['unit'], today: string): Turned {
  const shown = span.unit === 'month' ? `${span.name}-01` : span.from;
  const holdsToday = span.unit === 'month' ? today.startsWith(span.name) : today >= span.from && today <= span.to;
  const day = holdsToday ? today : shown;
  return { unit, name: unit === 'week' ? mondayOf(day) : day.slice(0, 7) };
}

function mondayOf(date: string): string {
  const day = epochDay(date);
  return dateOfDay(day - weekdayOfDay(day) + 1);
}
const weekFrom = (monday: string): string[] => Array.from({ length: 7 }, (_, day) => addDays(monday, day));

function weekSpan(date: string): Span {
  const name = mondayOf(date);
  return { unit: 'week', name, weeks: [weekFrom(name)], from: name, to: addDays(name, 6) };
}

/** The whole weeks a month lies in. */
function monthSpan(name: string): Span {
  const weeks: string[][] = [];
  for (let monday = mondayOf(`${name}-01`); monday.slice(0, 7) <= name; monday = addDays(monday, 7))
    weeks.push(weekFrom(monday));
  return { unit: 'month', name, weeks, from: weeks[0]?.[0] ?? name, to: weeks.at(-1)?.at(-1) ?? name };
}

/** Rows by the site's day they ended on, while open by the one they are due; late ones first, then by time. An order moved meanwhile stands once. */
export function byDay(rows: readonly ComplaintSummary[], zone: string): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const row of new Map(rows.map((one) => [one.id, one])).values()) {
    const instant = row.endedAt ?? row.due;
    if (instant === null) continue;
    const at = Date.parse(instant);
    const date = localDate(at, zone);
    const state = row.endedAt ? 'done' : row.overdue ? 'late' : 'open';
    days.set(date, [...(days.get(date) ?? []), { row, state, at }]);
  }
  const rank = { late: 0, open: 1, done: 2 };
  for (const entries of days.values()) entries.sort((a, b) => rank[a.state] - rank[b.state] || a.at - b.at);
  return days;
}
