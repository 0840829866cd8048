import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateNames } from '#domain/order-rates';
import type { Fact } from '#domain/rate-facts';
import {
  type Cell,
  type Counted,
  type DaySums,
  movesBetween,
  periodBefore,
  readFor,
  talliesBy,
  talliesOf,
  trendPeriods,
} from '#domain/rate-sums';
import { addDays, localDate } from '#domain/time';

const zone = 'Asia/Shanghai';
const dayOf = (at: number) => localDate(at, zone);
const noon = (day: string) => Date.parse(`${day}T04:00:00Z`);
const base = { area: 'south', person: 'li', kind: 'lift' };
const cell = (change: Partial<Cell>): Cell => ({ rate: 'timeliness', hit: 1, of: 1, ...base, ...change });

const counted: Counted = {
  days: [
    { day: '2026-11-01', cells: [cell({ hit: 3, of: 4 }), cell({ rate: 'condition', hit: 1, of: 1 })] },
    {
      day: '2026-11-10',
      cells: [cell({ person: 'wang', hit: 2, of: 2 }), cell({ rate: 'condition', hit: -1, of: 0 })],
    },
    {
      day: '2026-11-20',
      cells: [cell({ kind: 'pump', area: '', hit: 0, of: 1 }), cell({ rate: 'condition', hit: 1, of: 0 })],
    },
  ],
  standing: [cell({ rate: 'condition', hit: 9, of: 10 })],
};

test.each([
  ['2026-11-01', '2026-11-30', {}, '5/7', '9/10'],
  ['2026-11-02', '2026-11-20', {}, '2/3', '9/10'],
  ['2026-11-01', '2026-11-19', {}, '5/6', '8/10'],
  ['2026-11-01', '2026-11-09', {}, '3/4', '9/10'],
  ['2026-10-01', '2026-10-31', {}, '0/0', '8/9'],
  ['2026-11-01', '2026-11-30', { person: 'wang' }, '2/2', '0/0'],
  ['2026-11-01', '2026-11-30', { kind: 'pump', area: '' }, '0/1', '0/0'],
])('%s to %s of %o', (from, to, filter, timeliness, condition) => {
  const { timeliness: t, condition: c } = talliesOf(counted, { from, to }, filter);
  expect([`${t.hit}/${t.of}`, `${c.hit}/${c.of}`]).toEqual([timeliness, condition]);
});

test('by person: each once, who had nothing left out', () => {
  const period = { from: '2026-11-01', to: '2026-11-09' };
  expect(talliesBy(counted, period, 'person').map(({ id, tallies }) => [id, tallies.timeliness.of])).toEqual([
    ['li', 4],
  ]);
  expect(talliesBy(counted, { ...period, to: '2026-11-30' }, 'kind').map(({ id }) => id)).toEqual(['lift', 'pump']);
  expect(talliesBy(counted, { ...period, to: '2026-11-30' }, 'kind', { kind: 'pump' }).map(({ id }) => id)).toEqual([
    'pump',
  ]);
});

test('the period before is as long and ends the day before', () => {
  expect(periodBefore({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ from: '2026-10-02', to: '2026-10-31' });
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-01' })).toEqual({ from: '2026-02-28', to: '2026-02-28' });
});

test('a trend of weeks for a quarter at most, of months beyond', () => {
  const weeks = trendPeriods({ from: '2026-11-01', to: '2026-11-25' });
  expect([weeks.length, weeks[0], weeks.at(-2), weeks.at(-1)]).toEqual([
    12,
    { from: '2026-09-07', to: '2026-09-13' },
    { from: '2026-11-16', to: '2026-11-22' },
    { from: '2026-11-23', to: '2026-11-25' },
  ]);
  const months = trendPeriods({ from: '2026-01-01', to: '2026-11-25' });
  expect([months.length, months[0], months.at(-1)]).toEqual([
    12,
    { from: '2025-12-01', to: '2025-12-31' },
    { from: '2026-11-01', to: '2026-11-25' },
  ]);
});

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-08-01', n));

test('what is read holds the period, the one before, the trend and all days since', () => {
  fc.assert(
    fc.property(day, day, day, (one, other, today) => {
      const period = one < other ? { from: one, to: other } : { from: other, to: one };
      const read = readFor(period, today);
      for (const { from, to } of [period, periodBefore(period), ...trendPeriods(period)]) {
        expect(read.from <= from && to <= read.to).toBe(true);
      }
      expect(today <= read.to).toBe(true);
    }),
  );
});

const flow: fc.Arbitrary<Fact> = fc.record({
  rate: fc.constantFrom('timeliness', 'rework', 'pass', 'lighting'),
  at: day.map(noon),
  hit: fc.integer({ min: 0, max: 3 }),
  of: fc.integer({ min: 3, max: 9 }),
  area: fc.constantFrom('', 'south', 'north'),
  person: fc.constantFrom('', 'li', 'wang'),
  kind: fc.constantFrom('lift', 'pump'),
});
const standing: fc.Arbitrary<Fact> = fc.record({
  rate: fc.constant('condition'),
  at: fc.constant(null),
  hit: fc.integer({ min: 0, max: 1 }),
  of: fc.constant(1),
  area: fc.constantFrom('', 'south'),
  person: fc.constantFrom('', 'li'),
  kind: fc.constantFrom('lift', 'pump'),
});

/** The store's arithmetic: everything only ever grows by what is added. */
function adding(sums: Counted, moves: Counted): Counted {
  const days = new Map<string, DaySums>(sums.days.map((one) => [one.day, one]));
  for (const { day: of, cells } of moves.days)
    days.set(of, { day: of, cells: [...(days.get(of)?.cells ?? []), ...cells] });
  return {
    days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    standing: [...sums.standing, ...moves.standing],
  };
}

test('however often a subject is counted anew, the sums are those of what it is now', () => {
  const history = fc.array(fc.array(flow, { maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(history, { maxLength: 6 }), day, day, (subjects, one, other) => {
      const period = one < other ? { from: one, to: other } : { from: other, to: one };
      let sums: Counted = { days: [], standing: [] };
      for (const versions of subjects)
        versions.forEach((facts, index) => {
          sums = adding(sums, movesBetween(versions[index - 1] ?? [], facts, dayOf, '2027-01-01'));
        });
      const now = subjects.flatMap((versions) => versions.at(-1) ?? []);
      for (const filter of [{}, { area: 'south' }, { person: 'li', kind: 'lift' }]) {
        const tallies = talliesOf(sums, period, filter);
        for (const rate of rateNames) {
          const meant = now.filter(
            (fact) =>
              fact.rate === rate &&
              period.from <= dayOf(fact.at ?? 0) &&
              dayOf(fact.at ?? 0) <= period.to &&
              Object.entries(filter).every(([name, value]) => fact[name as 'area'] === value),
          );
          const sum = (of: 'hit' | 'of') => meant.reduce((total, fact) => total + fact[of], 0);
          expect(tallies[rate]).toEqual({ hit: sum('hit'), of: sum('of') });
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('how facilities stood on any day is told from today backwards', () => {
  const history = fc.uniqueArray(fc.tuple(day, fc.array(standing, { maxLength: 1 })), {
    selector: ([on]) => on,
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 6 }), day, (assets, to) => {
      let sums: Counted = { days: [], standing: [] };
      const lives = assets.map((life) => life.toSorted(([a], [b]) => (a < b ? -1 : 1)));
      for (const life of lives)
        life.forEach(([on, facts], index) => {
          sums = adding(sums, movesBetween(life[index - 1]?.[1] ?? [], facts, dayOf, on));
        });
      const then = lives.flatMap((life) => life.findLast(([on]) => on <= to)?.[1] ?? []);
      const { condition } = talliesOf(sums, { from: '2025-01-01', to });
      expect(condition).toEqual({ hit: then.reduce((n, { hit }) => n + hit, 0), of: then.length });
    }),
    { numRuns: 60 },
  );
});

test('counting the same again moves nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(flow, standing), { maxLength: 5 }), (facts) => {
      expect(movesBetween(facts, facts.toReversed(), dayOf, '2026-11-25')).toEqual({ days: [], standing: [] });
    }),
    { numRuns: 40 },
  );
});
