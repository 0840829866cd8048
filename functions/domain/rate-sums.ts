import { epochDay } from './civil-date.ts';
import { type RateName, rateNames, type Tally } from './order-rates.ts';
import { type CountedName, type Dimensions, dimensionNames, type Fact, idsIn } from './rate-facts.ts';
import { addDays, type Instant, isoWeekday } from './time.ts';

/** A sum of facts with the same dimensions. Of `condition` on a day: what changed on it. */
export interface Cell extends Dimensions, Tally {
  rate: CountedName;
}
/** What was counted on a local date of the site. */
export interface DaySums {
  day: string;
  cells: readonly Cell[];
}
/** Local dates, both included. */
export interface DayPeriod {
  from: string;
  to: string;
}
export type RateTallies = Record<RateName, Tally>;
export type Dimension = keyof Dimensions;
export type RateFilter = Partial<Dimensions>;
/** What a site has counted: days, oldest first, up to today, and how its facilities stand today. */
export interface Counted {
  days: readonly DaySums[];
  standing: readonly Cell[];
}

/** What counting `after` instead of `before` adds. `dayOf`: the local date of an instant; what just stands changes `today`. */
export function movesBetween(
  before: readonly Fact[],
  after: readonly Fact[],
  dayOf: (at: Instant) => string,
  today: string,
): Counted {
  const days = new Map<string, Cell[]>();
  const standing: Cell[] = [];
  const add = (fact: Fact, sign: 1 | -1) => {
    const day = fact.at === null ? today : dayOf(fact.at);
    const cells = days.get(day) ?? [];
    days.set(day, cells);
    addTo(cells, fact, sign);
    if (fact.at === null) addTo(standing, fact, sign);
  };
  for (const fact of before) add(fact, -1);
  for (const fact of after) add(fact, 1);
  return {
    days: [...days].flatMap(([day, cells]) => {
      const left = cells.filter(isSomething);
      return left.length === 0 ? [] : [{ day, cells: left }];
    }),
    standing: standing.filter(isSomething),
  };
}

function addTo(cells: Cell[], fact: Cell, sign: 1 | -1): void {
  const { rate, hit, of } = fact;
  const same = (cell: Cell) => dimensionNames.every((name) => (cell[name] ?? '') === (fact[name] ?? ''));
  const known = cells.find((cell) => cell.rate === rate && same(cell));
  if (known) {
    known.hit += sign * hit;
    known.of += sign * of;
  } else cells.push({ ...dimensionsOf(fact), rate, hit: sign * hit, of: sign * of });
}

function dimensionsOf({ area, person, kind, age, rule, reason }: Dimensions): Dimensions {
  const ofAll = { area, person, kind };
  return age === undefined ? ofAll : { ...ofAll, age, rule, reason };
}

const isSomething = ({ hit, of }: Tally): boolean => hit !== 0 || of !== 0;

const isAt = (cell: Dimensions, filter: RateFilter): boolean =>
  dimensionNames.every((name) => {
    const wanted = filter[name];
    return wanted === undefined || idsIn(cell, name).includes(wanted);
  });

/** Tallies of a period. What happens is summed; how facilities stand is taken at its end, from today backwards. */
export function talliesFor<N extends CountedName>(
  names: readonly N[],
  { days, standing }: Counted,
  { from, to }: DayPeriod,
  filter: RateFilter = {},
): Record<N, Tally> {
  const tallies = new Map<CountedName, Tally>(names.map((name) => [name, { hit: 0, of: 0 }]));
  const add = ({ rate, hit, of }: Cell, sign: 1 | -1) => {
    const tally = tallies.get(rate);
    if (!tally) return;
    tally.hit += sign * hit;
    tally.of += sign * of;
  };
  for (const cell of standing) if (isAt(cell, filter)) add(cell, 1);
  for (const { day, cells } of days)
    for (const cell of cells) {
      if (!isAt(cell, filter)) continue;
      if (cell.rate === 'condition') {
        if (day > to) add(cell, -1);
      } else if (from <= day && day <= to) add(cell, 1);
    }
  return Object.fromEntries(tallies) as Record<N, Tally>;
}

/** The same, one for each value of a dimension that anything was counted for; '' for what has none. */
export function talliesForEach<N extends CountedName>(
  names: readonly N[],
  counted: Counted,
  period: DayPeriod,
  by: Dimension,
  filter: RateFilter = {},
) {
  const cells = [...counted.standing, ...counted.days.flatMap((day) => day.cells)];
  return [...new Set(cells.flatMap((cell) => idsIn(cell, by)))]
    .filter((value) => filter[by] === undefined || filter[by] === value)
    .map((id) => ({ id, tallies: talliesFor(names, counted, period, { ...filter, [by]: id }) }))
    .filter(({ tallies }) => names.some((name) => tallies[name].of > 0))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Of the five service standards. */
export const talliesOf = (counted: Counted, period: DayPeriod, filter: RateFilter = {}): RateTallies =>
  talliesFor(rateNames, counted, period, filter);
export const talliesBy = (counted: Counted, period: DayPeriod, by: Dimension, filter: RateFilter = {}) =>
  talliesForEach(rateNames, counted, period, by, filter);

/** As long as the period and right before it. */
export function periodBefore({ from, to }: DayPeriod): DayPeriod {
  const length = epochDay(to) - epochDay(from) + 1;
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** Bars of a trend. */
export const TREND = 12;
/** Periods up to a quarter have a trend of weeks, longer ones of months. */
const WEEKS_UP_TO = 92;

/** Twelve calendar weeks or months, oldest first; the last holds the period's end and goes no further. */
export function trendPeriods({ from, to }: DayPeriod): DayPeriod[] {
  const byMonth = epochDay(to) - epochDay(from) >= WEEKS_UP_TO;
  const start = (day: string) => (byMonth ? `${day.slice(0, 8)}01` : addDays(day, 1 - isoWeekday(day)));
  const periods: DayPeriod[] = [];
  for (let end = to; periods.length < TREND; ) {
    const first = start(end);
    periods.unshift({ from: first, to: end });
    end = addDays(first, -1);
  }
  return periods;
}

/** What has to be read to show a period with the one before it and its trend; `to` is today at least. */
export function readFor(period: DayPeriod, today: string): DayPeriod {
  const first = trendPeriods(period)[0]?.from ?? period.from;
  const before = periodBefore(period).from;
  return { from: first < before ? first : before, to: period.to > today ? period.to : today };
}
