import { describe, expect, test } from 'vitest';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { PatrolRoute } from '#domain/patrol/route';
import { routeProblems } from '#domain/patrol/route-problems';
import { planOf } from '../plan/plan-fixture.ts';
import { garage, gateCode, pointOf, pump, routeOf } from './patrol-fixture.ts';

const facts = {
  assets: new Map([['pump-1', {}]]),
  kinds: new Set(['night-patrol']),
  reaches: ({ kind }: { kind: string }) => kind !== 'siteDirector',
};
const walk = (route: Partial<PatrolRoute> = {}, changes: Partial<MaintenancePlan> = {}): MaintenancePlan =>
  planOf({ assets: [], per: 'round', rule: { time: '21:00' }, route: routeOf(route), ...changes });
const found = (plan: MaintenancePlan): string[] =>
  routeProblems(plan, facts).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('what is wrong with a route, and where', () => {
  const cases: [string, MaintenancePlan, string[]][] = [
    ['nothing', walk(), []],
    ['no route', planOf(), []],
    ['an id twice', walk({ points: [pointOf(), garage({ id: 'gate' })] }), ['route.points.1.id already_used']],
    ['a label twice', walk({ points: [pointOf(), garage({ code: gateCode })] }), ['route.points.1.code already_used']],
    ['a facility twice', walk({ points: [pump(), pump({ id: 'again' })] }), ['route.points.1.asset already_used']],
    ['no label at all', walk({ points: [pointOf({ code: null })] }), ['route.points.0.asset point_without_label']],
    ['two labels', walk({ points: [pump({ code: gateCode })] }), ['route.points.0.asset point_without_label']],
    [
      'a facility that is not there',
      walk({ points: [pump({ asset: 'pump-9' })] }),
      ['route.points.0.asset unknown_asset'],
    ],
    [
      'past the night',
      walk({ points: [pointOf({ from: '20:30', to: '21:30' })] }),
      ['route.points.0.to past_the_night'],
    ],
    ['to its very end', walk({ points: [pointOf({ from: '20:30', to: '21:00' })] }), []],
    ['a kind that is not there', walk({ kind: 'lift' }), ['route.kind unknown_kind']],
    ['nobody to walk', walk({ people: [{ kind: 'siteDirector' }] }), ['route.people nobody_meant']],
    ['nobody to alarm', walk({ alarm: [{ kind: 'siteDirector' }] }), ['route.alarm nobody_meant']],
    [
      'what belongs to no walk',
      walk({}, { assets: ['pump-1'], per: 'asset', mode: 'floating', leadDays: 1, checklist: 'pump' }),
      ['assets', 'per', 'mode', 'leadDays', 'checklist'].map((field) => `${field} not_for_a_patrol`),
    ],
  ];
  test.each(cases)('%s', (_, plan, problems) => {
    expect(found(plan)).toEqual(problems);
  });
});

test('a route has a point, and somebody who walks it', () => {
  expect(PatrolRoute.safeParse({ ...routeOf(), points: [] }).success).toBe(false);
  expect(PatrolRoute.safeParse({ ...routeOf(), people: [] }).success).toBe(false);
});
