import { expect, test } from 'vitest';
import { compilePlans } from '#domain/plan/compiled-plan';
import { collisions, plannedWork, weeklyLoad } from '#domain/plan/load';
import { newPlanState } from '#domain/plan/plan-state';
import { chineseOffice, cn } from '../calendar-fixtures.ts';
import { assetOf, assetsOf, monthly, planOf, yearly } from './plan-fixture.ts';

const assets = assetsOf(
  assetOf('lift1', { responsible: 'zhang' }),
  assetOf('lift2', { responsible: 'li' }),
  assetOf('lift3', { responsible: 'li', retiredAt: cn('2026-06-01 00:00') }),
);
const plans = [
  planOf({ assets: ['lift1', 'lift2'] }),
  planOf({ id: 'lift-year', absorbs: ['lift-month'], rule: { frequency: yearly(6, 8) } }),
  planOf({ id: 'round', assets: ['lift1', 'lift2', 'lift3'], per: 'round', rule: { frequency: monthly(8) } }),
  planOf({ id: 'floats', assets: ['lift3'], mode: 'floating', rule: { frequency: monthly(9) } }),
  planOf({ id: 'paused', status: 'paused' }),
];
const state = { ...newPlanState(cn('2026-04-01 00:00')) };
const work = plannedWork(
  compilePlans('east-lake', plans, chineseOffice).values(),
  assets,
  new Map([['floats', state]]),
  {
    from: '2026-05-01',
    to: '2026-06-30',
  },
);

test('all that is to come, whose it is, without what is absorbed, paused or retired', () => {
  expect(work.map(({ date, plan, asset, person }) => `${date} ${plan} ${asset} ${person}`)).toEqual([
    '2026-05-05 lift-month lift1 zhang',
    '2026-05-05 lift-month lift2 li',
    '2026-05-08 round null li',
    '2026-05-09 floats lift3 li',
    '2026-06-05 lift-month lift2 li',
    '2026-06-08 lift-year lift1 zhang',
    '2026-06-08 round null li',
  ]);
});

test('nothing that would have opened before the plan was first published', () => {
  const [plan] = plans;
  const since = newPlanState(cn('2026-05-05 09:00'));
  const known = new Map([['lift-month', since]]);
  const dates = plannedWork(compilePlans('east-lake', plan ? [plan] : [], chineseOffice).values(), assets, known, {
    from: '2026-04-01',
    to: '2026-06-30',
  }).map(({ date }) => date);
  expect([...new Set(dates)]).toEqual(['2026-06-05']);
});

test('load by week and person', () => {
  expect(weeklyLoad(work)).toEqual([
    {
      monday: '2026-05-04',
      orders: 4,
      people: [
        { person: 'li', orders: 3 },
        { person: 'zhang', orders: 1 },
      ],
    },
    { monday: '2026-06-01', orders: 1, people: [{ person: 'li', orders: 1 }] },
    {
      monday: '2026-06-08',
      orders: 2,
      people: [
        { person: 'zhang', orders: 1 },
        { person: 'li', orders: 1 },
      ],
    },
  ]);
});

test('two plans at one asset, and more than one person should have', () => {
  expect(collisions(work, 2)).toEqual([
    { kind: 'asset', date: '2026-06-08', asset: 'lift1', plans: ['lift-year', 'round'] },
  ]);
  const busy = work.map((one) => ({ ...one, assets: [], person: 'li', date: '2026-05-05' }));
  expect(collisions(busy, 6)).toEqual([{ kind: 'person', date: '2026-05-05', person: 'li', orders: 7 }]);
});
