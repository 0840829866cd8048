import { describe, expect, test } from 'vitest';
import type { PlannedWork } from '#domain/plan/load';
import { planOf } from '#test/support/plans';
import { collisionsOf, daysOf, levelOf, MOST_A_DAY, weeksOf } from '../../../../admin/src/features/plans/year.ts';

const order = (change: Partial<PlannedWork> = {}): PlannedWork => ({
  ...{ plan: 'lift-month', planned: '2027-03-05', date: '2027-03-05', at: 0, shifts: [] },
  ...{ asset: 'a1', assets: ['a1'], person: 'repairer-a', ...change },
});

describe('the days of a year', () => {
  test('join the orders of one plan and date, and say whose they are', () => {
    const days = daysOf([
      order(),
      order({ asset: 'a2', assets: ['a2'], person: 'repairer-b' }),
      order({ plan: 'other' }),
    ]);
    expect([...days.keys()]).toEqual(['2027-03-05']);
    expect(days.get('2027-03-05')).toMatchObject([
      { plan: 'lift-month', orders: 2, assets: ['a1', 'a2'], people: ['repairer-a', 'repairer-b'], by: '2027-03-05' },
      { plan: 'other', orders: 1 },
    ]);
  });

  test('know where a dragged one stood before', () => {
    const dragged = order({ date: '2027-03-09', shifts: [{ kind: 'dragged', from: '2027-03-08' }] });
    expect(daysOf([dragged]).get('2027-03-09')).toMatchObject([{ planned: '2027-03-05', by: '2027-03-08' }]);
  });
});

describe('collisions', () => {
  const weekly = planOf({ id: 'round' });
  const often = { ...weekly, recurrence: { ...weekly.recurrence, frequency: { unit: 'day' as const, every: 1 } } };

  test('are two plans at one asset, unless one comes every few days anyway', () => {
    const work = [order(), order({ plan: 'round' })];
    expect(collisionsOf(work, [planOf(), weekly]).get('2027-03-05')).toMatchObject([{ kind: 'asset', asset: 'a1' }]);
    expect(collisionsOf(work, [planOf(), often]).size).toBe(0);
  });

  test('are more orders than one person should have in a day', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => order({ asset: `a${n}`, assets: [`a${n}`] }));
    expect(collisionsOf(many(MOST_A_DAY), [planOf()]).size).toBe(0);
    expect(collisionsOf(many(MOST_A_DAY + 1), [planOf()]).get('2027-03-05')).toEqual([
      { kind: 'person', date: '2027-03-05', person: 'repairer-a', orders: MOST_A_DAY + 1 },
    ]);
  });
});

test('weeks that have a day in the year, by their Mondays', () => {
  const weeks = weeksOf(2027);
  expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([53, '2026-12-28', '2027-12-27']);
});

test.each([
  [0, 10, 0],
  [1, 10, 1],
  [5, 10, 2],
  [10, 10, 4],
  [0, 0, 0],
])('%i of %i is level %i', (count, most, level) => expect(levelOf(count, most)).toBe(level));
