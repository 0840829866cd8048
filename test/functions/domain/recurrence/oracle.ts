import fc from 'fast-check';
import { type Calendar, isWorkingDay } from '#domain/calendar';
import type { Weekday } from '#domain/civil-date';
import type { DayOfMonth, Frequency, Recurrence } from '#domain/recurrence/rule';

/** The rules of recurrence written a second time, the slow way: every date is looked at with JavaScript's own dates. */

const DAY = 86_400_000;
const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
export const plus = (date: string, days: number): string =>
  new Date(utc(date).getTime() + days * DAY).toISOString().slice(0, 10);
const weekday = (date: string): number => utc(date).getUTCDay() || 7;
const between = (from: string, to: string): number => Math.round((utc(to).getTime() - utc(from).getTime()) / DAY);

function datesOfMonth(date: string): string[] {
  const month = date.slice(0, 7);
  return Array.from({ length: 31 }, (_, n) => plus(`${month}-01`, n)).filter((one) => one.startsWith(month));
}

function chosen(on: DayOfMonth, date: string, clamps: boolean): string | undefined {
  const dates = datesOfMonth(date);
  if (on.kind === 'last') return dates.at(-1);
  if (on.kind === 'date') return dates[on.day - 1] ?? (clamps ? dates.at(-1) : undefined);
  const such = dates.filter((one) => weekday(one) === on.weekday);
  return on.nth === -1 ? such.at(-1) : (such[on.nth - 1] ?? (clamps ? such.at(-1) : undefined));
}

function meets(frequency: Frequency, start: string, date: string, clamps: boolean): boolean {
  const months = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)) - 1;
  switch (frequency.unit) {
    case 'day':
      return between(start, date) % frequency.every === 0;
    case 'week': {
      const monday = plus(start, 1 - weekday(start));
      return (
        Math.floor(between(monday, date) / 7) % frequency.every === 0 && frequency.on.includes(weekday(date) as Weekday)
      );
    }
    case 'month':
      return (months(date) - months(start)) % frequency.every === 0 && chosen(frequency.on, date, clamps) === date;
    case 'year':
      return (
        (Number(date.slice(0, 4)) - Number(start.slice(0, 4))) % frequency.every === 0 &&
        Number(date.slice(5, 7)) === frequency.month &&
        chosen(frequency.on, date, clamps) === date
      );
  }
}

function inSeason({ season }: Recurrence, date: string): boolean {
  if (season === null) return true;
  const day = date.slice(5);
  return season.from <= season.to ? day >= season.from && day <= season.to : day >= season.from || day <= season.to;
}

/** Planned dates in `[from, to]`, by the rule alone. */
export function plannedBetween(rule: Recurrence, from: string, to: string): string[] {
  const found: string[] = [];
  for (let date = from < rule.start ? rule.start : from; date <= to; date = plus(date, 1)) {
    if (rule.end !== null && date > rule.end) break;
    if (inSeason(rule, date) && meets(rule.frequency, rule.start, date, rule.missingDay === 'clamp')) found.push(date);
  }
  return found;
}

/** `[planned, date]` of every occurrence planned in `[from, to]`. */
export function occurrencesBetween(rule: Recurrence, calendar: Calendar, from: string, to: string): [string, string][] {
  const planned = plannedBetween(rule, plus(from, -70), plus(to, 70));
  const move = (date: string, step: number): string => {
    for (let n = 0; n <= 60; n += 1) if (isWorkingDay(calendar, plus(date, n * step))) return plus(date, n * step);
    return date;
  };
  const moved = planned.map((date): [string, string] => {
    if (rule.nonWorkingDay === 'before') return [date, move(date, -1)];
    return [date, rule.nonWorkingDay === 'after' ? move(date, 1) : date];
  });
  const kept =
    rule.nonWorkingDay === 'skip'
      ? moved.filter(([, date]) => isWorkingDay(calendar, date))
      : moved.filter(([date, to_]) => {
          const same = moved.filter(([, other]) => other === to_).map(([other]) => other);
          // The nearest planned day keeps the working day they all move to.
          return (rule.nonWorkingDay === 'after' ? same.at(-1) : same[0]) === date;
        });
  return kept.filter(([date]) => date >= from && date <= to);
}

// ---------------------------------------------------------------- random rules
const weekdays = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const dayOfMonth: fc.Arbitrary<DayOfMonth> = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    kind: fc.constant('weekday' as const),
    nth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
    weekday: weekdays,
  }),
  fc.constant({ kind: 'last' as const }),
);
export const frequencies: fc.Arbitrary<Frequency> = fc.oneof(
  fc.record({ unit: fc.constant('day' as const), every: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    unit: fc.constant('week' as const),
    every: fc.integer({ min: 1, max: 9 }),
    on: fc.uniqueArray(weekdays, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({ unit: fc.constant('month' as const), every: fc.integer({ min: 1, max: 14 }), on: dayOfMonth }),
  fc.record({
    unit: fc.constant('year' as const),
    every: fc.integer({ min: 1, max: 3 }),
    month: fc.integer({ min: 1, max: 12 }),
    on: dayOfMonth,
  }),
);
/** A date of 2024 to 2026. */
export const dates = fc.integer({ min: 0, max: 1_095 }).map((n) => plus('2024-01-01', n));
const monthDays = dates.map((date) => date.slice(5));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);

export const rules: fc.Arbitrary<Recurrence> = fc.record({
  frequency: frequencies,
  time,
  start: dates,
  end: fc.option(dates, { nil: null }),
  season: fc.option(fc.record({ from: monthDays, to: monthDays }), { nil: null, freq: 3 }),
  missingDay: fc.constantFrom('clamp' as const, 'skip' as const),
  nonWorkingDay: fc.constantFrom('before' as const, 'after' as const, 'skip' as const, 'asIs' as const),
});
