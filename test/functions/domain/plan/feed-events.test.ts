import { expect, test } from 'vitest';
import { compilePlans } from '#domain/plan/compiled-plan';
import { type FeedWords, feedEvents } from '#domain/plan/feed-events';
import { plannedWork } from '#domain/plan/load';
import { chineseOffice, cn } from '../calendar-fixtures.ts';
import { assetOf, assetsOf, planOf } from './plan-fixture.ts';

const assets = assetsOf(assetOf('lift1'), assetOf('lift2'));
const eventsOf = (plans: ReturnType<typeof planOf>[], language: FeedWords['language'] = 'en') =>
  feedEvents(
    plannedWork(compilePlans('east-lake', plans, chineseOffice).values(), assets, new Map(), {
      from: '2026-05-01',
      to: '2026-05-31',
    }),
    {
      ...{ site: 'east-lake', language, plans: new Map(plans.map((plan) => [plan.id, plan])) },
      asset: (id) => (assets.has(id) ? { name: id, place: 'B1' } : null),
    },
  );

test('one entry a plan and date, however many orders that brings', () => {
  expect(eventsOf([planOf({ assets: ['lift1', 'lift2', 'gone'] })])).toEqual([
    {
      id: 'east-lake/lift-month/2026-05-05@steward',
      at: cn('2026-05-05 09:00'),
      summary: 'Lift, monthly · 2 assets',
      description: 'Check the lift.\nlift1 · B1\nlift2 · B1',
      location: 'B1',
    },
  ]);
});

test('keeps its id when somebody drags it, and names one asset by its name', () => {
  const moved = planOf({ moves: [{ from: '2026-05-05', to: '2026-05-07' }] });
  expect(eventsOf([moved], 'zh-CN')).toMatchObject([
    { id: 'east-lake/lift-month/2026-05-05@steward', at: cn('2026-05-07 09:00'), summary: 'Lift, monthly · lift1' },
  ]);
});

test('work without assets is named by its plan', () => {
  expect(eventsOf([planOf({ assets: [], per: 'round' })])).toMatchObject([{ summary: 'Lift, monthly', location: '' }]);
});
