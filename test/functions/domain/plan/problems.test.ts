import { describe, expect, test } from 'vitest';
import { MaintenancePlan, MaintenancePlans } from '#domain/maintenance-plan';
import { planProblemWords } from '#domain/plan/problem-words';
import { planProblems } from '#domain/plan/problems';
import { assetOf, assetsOf, monthly, planOf, yearly } from './plan-fixture.ts';

const facts = {
  assets: assetsOf(
    assetOf('lift1', { unit: 'h' }),
    assetOf('lift2'),
    assetOf('tower1', { kind: 'tower' }),
    assetOf('tower2', { kind: 'tower' }),
    assetOf('old', { kind: 'tower', retiredAt: 0 }),
    assetOf('door', { kind: 'door' }),
  ),
  checklists: new Map([
    ['lift-check', 20],
    ['long', 401],
    ['endless', 801],
  ]),
  listOfKind: new Map([
    ['lift', 'lift-check'],
    ['tower', 'long'],
    ['door', null],
  ]),
};
const long = 'plans.0.checklist too_long_a_checklist';
const found = (...plans: MaintenancePlan[]): string[] =>
  planProblems({ plans }, facts).map(({ path, code }) => `${path.join('.')} ${code}`);
const meter = { every: 250, unit: 'h', alone: false };
const year = (changes: Parameters<typeof planOf>[0] = {}) =>
  planOf({ id: 'lift-year', absorbs: ['lift-month'], rule: { frequency: yearly(6, 25) }, ...changes });

describe('what is wrong, and where', () => {
  const cases: [string, MaintenancePlan[], string[]][] = [
    ['nothing', [planOf({ checklist: 'lift-check', meter }), planOf({ id: 'other' })], []],
    ['an id twice', [planOf(), planOf()], ['plans.1.id already_used']],
    [
      'assets and checklist',
      [planOf({ assets: ['lift1', 'lift9', 'lift1'], checklist: 'none' })],
      ['plans.0.assets.2 already_used', 'plans.0.assets.1 unknown_asset', 'plans.0.checklist unknown_checklist'],
    ],
    ['no asset', [planOf({ assets: [] })], ['plans.0.assets no_assets']],
    ['a round without assets', [planOf({ assets: [], per: 'round' })], ['plans.0.assets no_assets']],
    ['no meter', [planOf({ assets: ['lift2'], meter })], ['plans.0.assets.0 asset_without_meter']],
    ['another unit', [planOf({ meter: { ...meter, unit: 'km' } })], ['plans.0.assets.0 other_unit']],
    ['a meter of a round', [planOf({ per: 'round', meter })], ['plans.0.meter meter_of_a_round']],
    ['a round of 40 points', [planOf({ per: 'round', assets: ['lift1', 'lift2'] })], []],
    ['a round of 802 points', [planOf({ per: 'round', assets: ['tower1', 'tower2'] })], [long]],
    ['the same, one of them retired', [planOf({ per: 'round', assets: ['tower1', 'old'] })], []],
    ['with a door that has no list', [planOf({ per: 'round', assets: ['tower1', 'door'] })], [long]],
    ['the same, an order for each', [planOf({ assets: ['tower1', 'tower2'] })], []],
    [
      'the same with a short list',
      [planOf({ per: 'round', assets: ['tower1', 'tower2'], checklist: 'lift-check' })],
      [],
    ],
    ['a list of its own for each', [planOf({ per: 'round', assets: ['lift1', 'lift2'], checklist: 'long' })], [long]],
    ['a list too long for one', [planOf({ checklist: 'endless' })], [long]],
    ['ends first', [planOf({ rule: { end: '2023-12-31' } })], ['plans.0.recurrence.end ends_before_it_starts']],
    ['ends before its day', [planOf({ rule: { end: '2024-01-04' } })], ['plans.0.recurrence.end never_comes']],
    [
      'never in season',
      [planOf({ rule: { frequency: yearly(1, 5), season: { from: '06-01', to: '08-31' } } })],
      ['plans.0.recurrence.season never_comes'],
    ],
    ['opened too early', [planOf({ leadDays: 28 })], ['plans.0.leadDays lead_too_long']],
    [
      'opened too early, of a week',
      [planOf({ leadDays: 2, rule: { frequency: { unit: 'week', every: 1, on: [1, 6] } } })],
      ['plans.0.leadDays lead_too_long'],
    ],
    ['early enough', [planOf({ leadDays: 27 })], []],
    [
      'moves',
      [
        planOf({
          moves: [
            { from: '2026-03-06', to: '2026-04-05' },
            { from: '2026-05-05', to: '2026-05-06' },
            { from: '2026-05-05', to: '2026-05-06' },
          ],
        }),
      ],
      [
        'plans.0.moves.2.from already_used',
        'plans.0.moves.2.to already_used',
        'plans.0.moves.0.from never_planned',
        'plans.0.moves.0.to lands_on_another',
      ],
    ],
    ['absorbs nobody', [year()], ['plans.0.absorbs.0 unknown_plan']],
    ['absorbs elsewhere', [planOf(), year({ assets: ['lift2'] })], ['plans.1.absorbs.0 absorbs_elsewhere']],
    ['absorbs what floats', [planOf({ mode: 'floating' }), year()], ['plans.1.absorbs.0 absorbs_without_dates']],
    ['floats and absorbs', [planOf(), year({ mode: 'floating' })], ['plans.1.absorbs.0 absorbs_without_dates']],
    ['absorbs itself', [planOf({ absorbs: ['lift-month'] })], ['plans.0.absorbs.0 absorption_loop']],
    [
      'in a circle',
      [planOf({ absorbs: ['lift-year'] }), year()],
      ['plans.0.absorbs.0 absorption_loop', 'plans.1.absorbs.0 absorption_loop'],
    ],
  ];
  test.each(cases)('%s', (_, plans, expected) => {
    expect(found(...plans)).toEqual(expected);
  });

  test('the circle is named', () => {
    const plans = [
      planOf({ absorbs: ['b'] }),
      planOf({ id: 'b', absorbs: ['c'] }),
      planOf({ id: 'c', absorbs: ['lift-month'] }),
    ];
    expect(planProblems({ plans }, facts)[0]?.value).toEqual({
      'zh-CN': 'Lift, monthly → Lift, monthly → Lift, monthly → Lift, monthly',
      en: 'Lift, monthly → Lift, monthly → Lift, monthly → Lift, monthly',
    });
  });
  test('a thousand plans in a chain are looked through', () => {
    const plans = Array.from({ length: 1_000 }, (_, n) => planOf({ id: `p${n}`, absorbs: [`p${n + 1}`] }));
    expect(found(...plans)).toEqual(['plans.999.absorbs.0 unknown_plan']);
  });
  test('what only plans have has words in both languages', () => {
    for (const text of Object.values(planProblemWords)) {
      expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('hostile bodies', () => {
  const base = planOf();
  const cases: [string, object][] = [
    ['a key that ends early', { assets: ['a/b'] }],
    ['a prototype', { assets: ['__proto__'] }],
    ['too many assets', { assets: Array.from({ length: 501 }, (_, n) => `a${n}`) }],
    ['a meter without unit', { meter: { ...meter, unit: '' } }],
    ['a meter of nothing', { meter: { ...meter, every: 0 } }],
    ['a meter without end', { meter: { ...meter, every: Number.POSITIVE_INFINITY } }],
    ['a lead of years', { leadDays: 4_000 }],
    ['half a day', { graceDays: 0.5 }],
    ['a date that is none', { moves: [{ from: '2026-02-30', to: '2026-03-01' }] }],
    ['an unknown unit', { recurrence: { ...base.recurrence, frequency: { unit: 'hour', every: 1 } } }],
  ];
  test.each(cases)('%s is refused', (_, changes) => {
    expect(MaintenancePlan.safeParse({ ...base, ...changes }).success).toBe(false);
  });
  test('more plans than a site has', () => {
    expect(MaintenancePlans.safeParse({ plans: Array.from({ length: 1_001 }, () => base) }).success).toBe(false);
    expect(MaintenancePlans.safeParse({ plans: [planOf({ rule: { frequency: monthly(31) } })] }).success).toBe(true);
  });
});
