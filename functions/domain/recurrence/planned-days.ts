import { civilOfDay, dayOfCivil, epochDay, weekdayOfDay } from '../civil-date.ts';
import type { DayOfMonth, Frequency, Recurrence } from './rule.ts';

/** The planned days of a rule as days since 1970-01-01, before any move to a working day. Ascending, to the rule's end or that of the year 9998. */
export interface PlannedDays {
  /** The first planned day on or after `day`; null: none. */
  from(day: number): number | null;
  /** The last planned day before `day`; null: none. */
  before(day: number): number | null;
  /** The stretch of the rule (week, month, quarter, so many days) that a day lies in; both ends included. */
  periodOf(day: number): { from: number; to: number };
}

/** Periods in a row without a planned day (season, missing day) after which there is none: 29 February skips at most 8 years of months. */
const MOST_EMPTY = 1_000;
/** Dates have four-digit years, and sort and compare as text; a year is left for moves to a working day. */
const LAST_DAY = dayOfCivil(9998, 12, 31);

type PlannedRule = Pick<Recurrence, 'frequency' | 'start' | 'end' | 'season' | 'missingDay'>;

export function plannedDays({ frequency, start, end, season, missingDay }: PlannedRule): PlannedDays {
  const first = epochDay(start);
  const last = end === null ? LAST_DAY : Math.min(epochDay(end), LAST_DAY);
  const inSeason = season === null ? () => true : seasonTest(season);
  const periods = periodsOf(frequency, first, missingDay === 'clamp');
  const isPlanned = (day: number) => day >= first && day <= last && inSeason(day);

  return {
    from(day) {
      if (day > last) return null;
      const wanted = Math.max(day, first);
      const number = periods.numberOf(wanted);
      for (let n = number; n < number + MOST_EMPTY; n += 1) {
        for (const planned of periods.days(n)) {
          if (planned > last) return null;
          if (planned >= wanted && isPlanned(planned)) return planned;
        }
      }
      return null;
    },
    before(day) {
      if (day <= first) return null;
      const number = periods.numberOf(Math.min(day - 1, last));
      for (let n = number; n >= 0 && n > number - MOST_EMPTY; n -= 1) {
        const planned = periods.days(n).findLast((one) => one < day && isPlanned(one));
        if (planned !== undefined) return planned;
      }
      return null;
    },
    periodOf(day) {
      const number = periods.numberOf(day);
      return { from: periods.start(number), to: periods.start(number + 1) - 1 };
    },
  };
}

/** Stretches of time numbered from 0, the one of the start; each with its days in order, none where the day is missing. */
interface Periods {
  numberOf(day: number): number;
  days(number: number): readonly number[];
  /** The first day of the stretch. */
  start(number: number): number;
}

function periodsOf(frequency: Frequency, start: number, clamps: boolean): Periods {
  switch (frequency.unit) {
    case 'day':
      return {
        numberOf: (day) => Math.floor((day - start) / frequency.every),
        days: (number) => [start + number * frequency.every],
        start: (number) => start + number * frequency.every,
      };
    case 'week': {
      const monday = start - weekdayOfDay(start) + 1;
      const offsets = [...new Set(frequency.on)].sort().map((weekday) => weekday - 1);
      const length = 7 * frequency.every;
      return {
        numberOf: (day) => Math.floor((day - monday) / length),
        days: (number) => offsets.map((offset) => monday + number * length + offset),
        start: (number) => monday + number * length,
      };
    }
    case 'month':
      return months(monthOf(start), frequency.every, frequency.on, clamps);
    case 'year':
      return months(civilOfDay(start).year * 12 + frequency.month - 1, frequency.every * 12, frequency.on, clamps);
  }
}

/** Months are counted from year 0: `year * 12 + month - 1`. */
function months(anchor: number, every: number, on: DayOfMonth, clamps: boolean): Periods {
  return {
    // A day after this year's month still belongs to this year's period; one before it, to the year before: never below 0.
    numberOf: (day) => Math.max(0, Math.floor((monthOf(day) - anchor) / every)),
    days(number) {
      const day = dayInMonth(anchor + number * every, on, clamps);
      return day === null ? [] : [day];
    },
    start: (number) => firstOf(anchor + number * every),
  };
}

function monthOf(day: number): number {
  const { year, month } = civilOfDay(day);
  return year * 12 + month - 1;
}

const firstOf = (month: number): number => dayOfCivil(Math.floor(month / 12), (month % 12) + 1, 1);

/** Null: the month has no such day and `clamps` is false. */
function dayInMonth(month: number, on: DayOfMonth, clamps: boolean): number | null {
  const first = firstOf(month);
  const last = firstOf(month + 1) - 1;
  switch (on.kind) {
    case 'last':
      return last;
    case 'date': {
      const day = first + on.day - 1;
      return day <= last ? day : clamps ? last : null;
    }
    case 'weekday': {
      const lastSuch = last - ((weekdayOfDay(last) - on.weekday + 7) % 7);
      if (on.nth === -1) return lastSuch;
      const day = first + ((on.weekday - weekdayOfDay(first) + 7) % 7) + (on.nth - 1) * 7;
      return day <= last ? day : clamps ? lastSuch : null;
    }
  }
}

/** 'MM-DD' both inclusive; `from` after `to` crosses the year's end. */
function seasonTest({ from, to }: { from: string; to: string }): (day: number) => boolean {
  const [first, last] = [numberOfMonthDay(from), numberOfMonthDay(to)];
  return (day) => {
    const { month, dayOfMonth } = civilOfDay(day);
    const here = month * 100 + dayOfMonth;
    return first <= last ? here >= first && here <= last : here >= first || here <= last;
  };
}

const numberOfMonthDay = (text: string): number => Number(text.slice(0, 2)) * 100 + Number(text.slice(3));

/** The day so many units after `day`, in the last of the month where it has no such date: what floating maintenance counts. */
export function dayLater(day: number, { unit, every }: Pick<Frequency, 'unit' | 'every'>): number {
  if (unit === 'day') return day + every;
  if (unit === 'week') return day + 7 * every;
  const { dayOfMonth } = civilOfDay(day);
  const month = monthOf(day) + every * (unit === 'year' ? 12 : 1);
  return Math.min(firstOf(month) + dayOfMonth - 1, firstOf(month + 1) - 1);
}

/** `day` itself in season, else the season's next first day. */
export function intoSeason(day: number, season: Recurrence['season']): number {
  if (season === null || seasonTest(season)(day)) return day;
  const { year } = civilOfDay(day);
  const opening = (in_: number) => dayOfCivil(in_, Number(season.from.slice(0, 2)), Number(season.from.slice(3)));
  return opening(year) >= day ? opening(year) : opening(year + 1);
}
