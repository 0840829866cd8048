import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { careHints, careVisitsFor, dayVisitsFor, nextDay, startsHigher } from '#domain/care/care-visits';
import type { PlannedEvent } from '#domain/care/event';
import type { CareFlag } from '#domain/care/flag';
import { CareRules } from '#domain/care/rules';
import { careRulesProblems } from '#domain/care/rules-problems';
import { HOUR } from '#domain/time';
import { at } from '#test/support/estate';
import { defaultCare } from '#workflows/default-care';
import { careFlag } from './care-fixture.ts';

const ZONE = 'Asia/Shanghai';
const now = at('2026-11-24', '15:00');
const waterCut = (change: Partial<PlannedEvent> = {}) => ({
  ...{ id: 'e1', site: 'east-lake', kind: 'waterCut' as const, buildings: ['b1'], cancelledAt: null },
  from: at('2026-11-26', '09:00'),
  ...change,
});
const visits = (flags: CareFlag[], change: Partial<PlannedEvent> = {}, when = now) =>
  careVisitsFor(waterCut(change), flags, defaultCare, ZONE, when);

describe('a water cut tomorrow', () => {
  it('opens one visit a household before the tap runs dry, however many flags it has', () => {
    const flags = [
      careFlag(),
      careFlag({ id: 'f2', kind: 'children-away', sensitivity: 'sensitive' }),
      careFlag({ id: 'f3', household: 'east-lake-b1-402', unit: '402' }),
    ];
    expect(visits(flags)).toEqual([
      {
        key: 'care/e1/east-lake-b1-1201',
        ...{ site: 'east-lake', building: 'b1', unit: '1201', household: 'east-lake-b1-1201' },
        ...{
          flags: ['f1', 'f2'],
          rules: ['before-water-cut'],
          todo: [defaultCare.rules[0]?.when === 'event' && defaultCare.rules[0].todo],
        },
        ...{ openAt: at('2026-11-25', '09:00'), by: at('2026-11-26', '09:00') },
      },
      expect.objectContaining({ household: 'east-lake-b1-402', flags: ['f3'] }),
    ]);
  });

  test.each<[string, CareFlag, Partial<PlannedEvent>]>([
    ['of another building', careFlag({ building: 'b2' }), {}],
    ['of another site', careFlag({ site: 'west-hill' }), { buildings: [] }],
    ['of a kind no rule means', careFlag({ kind: 'birthday' }), {}],
    ['over by then', careFlag({ to: '2026-11-25' }), {}],
    ['without consent', careFlag({ consent: { state: 'withdrawn', at: now } }), {}],
    ['at an event that was cancelled', careFlag(), { cancelledAt: now }],
    ['at an event that has begun', careFlag(), { from: now }],
    ['at an event of a kind no rule means', careFlag(), { kind: 'other' }],
  ])('opens none for a flag %s', (_, flag, change) => {
    expect(visits([flag], change)).toEqual([]);
  });

  it('a flag that begins with the event counts', () => {
    expect(visits([careFlag({ from: '2026-11-26' })], { buildings: [] })).toHaveLength(1);
  });

  it('nobody is sent in the night: what falls there comes in the afternoon before', () => {
    expect(visits([careFlag()], { from: at('2026-11-26', '05:00') })[0]?.openAt).toBe(now + HOUR);
    expect(visits([careFlag()], { from: at('2026-11-28', '23:00') })[0]?.openAt).toBe(at('2026-11-27', '16:00'));
    expect(visits([careFlag()], {}, at('2026-11-26', '08:00'))[0]?.openAt).toBe(at('2026-11-26', '08:00'));
  });
});

test('whatever the event and the hour, a visit opens before it and not in the night unless there is no day left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 336 }), (hours, before) => {
      const [rule] = defaultCare.rules;
      const rules = { ...defaultCare, rules: [{ ...rule, hoursBefore: before } as CareRules['rules'][number]] };
      const event = waterCut({ from: now + hours * HOUR, buildings: [] });
      const [visit] = careVisitsFor(event, [careFlag()], rules, ZONE, now);
      expect(visit?.openAt).toBeGreaterThanOrEqual(now);
      expect(visit?.openAt).toBeLessThan(event.from);
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });
      expect(Number(hour.format(visit?.openAt))).toBeGreaterThanOrEqual(8);
      expect(Number(hour.format(visit?.openAt))).toBeLessThanOrEqual(20);
    }),
  );
});

describe('a birthday', () => {
  const birthday = (day: string, change: Partial<CareFlag> = {}) => careFlag({ kind: 'birthday', day, ...change });
  const tasks = (flag: CareFlag, when = now) =>
    dayVisitsFor([flag], defaultCare, ZONE, when).map(({ key, by }) => ({ key, by }));
  it('is a small task from the day before until its evening, once a year', () => {
    const task = { key: 'care/day/f1/2026', by: at('2026-11-25', '20:00') };
    expect(tasks(birthday('11-25'))).toEqual([task]);
    expect(tasks(birthday('11-25'), at('2026-11-25', '19:00'))).toEqual([task]);
    expect(tasks(birthday('11-25'), at('2026-11-25', '20:00'))).toEqual([]);
    expect(tasks(birthday('11-26'))).toEqual([]);
    expect(tasks(birthday('11-25', { to: '2026-11-24' }))).toEqual([]);
  });
  test.each([
    ['11-24', '2026-11-24', '2026-11-24'],
    ['11-23', '2026-11-24', '2027-11-23'],
    ['02-29', '2026-11-24', '2027-02-28'],
    ['02-29', '2027-03-01', '2028-02-29'],
  ])('%s seen from %s is %s', (day, today, date) => {
    expect(nextDay(day, today)).toBe(date);
  });
});

it('complaints of some households have words on how to speak; work there has a hint', () => {
  expect(careHints('complaint', ['elderly'], defaultCare)).toEqual([]);
  expect(careHints('complaint', ['patient', 'disability'], defaultCare)).toHaveLength(1);
  expect(careHints('workOrder', ['patient', 'elderly'], defaultCare)).toHaveLength(1);
  expect(careHints('visit', ['birthday'], defaultCare)).toEqual([]);
});

const higher: CareRules = {
  ...defaultCare,
  rules: [
    {
      ...{
        id: 'up',
        name: { 'zh-CN': '升一级', en: 'Higher' },
        active: true,
        when: 'complaint',
        kinds: ['elderly-alone'],
      },
      ...{ script: null, level: 'higher' },
    },
  ],
};
test.each<[string, CareFlag[], CareRules, boolean]>([
  ['of a household with such a flag', [careFlag({ kind: 'elderly-alone' })], higher, true],
  ['whose flag is of another kind', [careFlag({ kind: 'birthday' })], higher, false],
  ['whose flag begins later', [careFlag({ kind: 'elderly-alone', from: '2026-11-25' })], higher, false],
  [
    'whose flag lost consent',
    [careFlag({ kind: 'elderly-alone', consent: { state: 'withdrawn', at: 0 } })],
    higher,
    false,
  ],
  ['where rules only give words', [careFlag({ kind: 'elderly-alone' })], defaultCare, false],
  ['of a household without flags', [], higher, false],
])('a complaint %s starts one level higher: %s', (_, flags, rules, expected) => {
  expect(startsHigher(flags, rules, '2026-11-24')).toBe(expected);
});
it('a rule about complaints says something or raises them', () => {
  expect(careRulesProblems(higher)).toEqual([]);
  const [rule] = higher.rules;
  const idle = { ...higher, rules: rule?.when === 'complaint' ? [{ ...rule, level: 'same' as const }] : [] };
  expect(careRulesProblems(idle)).toEqual([{ path: ['rules', 0, 'script'], code: 'nothing_done' }]);
  expect(careHints('complaint', ['elderly-alone'], higher)).toEqual([]);
});

describe('care rules', () => {
  it('as a company begins with them can be published', () => {
    expect(CareRules.parse(defaultCare)).toEqual(defaultCare);
    expect(careRulesProblems(defaultCare)).toEqual([]);
  });
  it('are not about kinds there are none of, nor called the same twice', () => {
    const [kind] = defaultCare.kinds;
    const [rule] = defaultCare.rules;
    if (!kind || !rule) throw new Error('The default has both.');
    const rules = [rule, { ...rule, kinds: ['elderly', 'unheard-of'] }];
    expect(careRulesProblems({ ...defaultCare, kinds: [...defaultCare.kinds, kind], rules })).toEqual([
      { path: ['kinds', defaultCare.kinds.length, 'id'], code: 'already_used', value: kind.id },
      { path: ['rules', 1, 'id'], code: 'already_used', value: rule.id },
      { path: ['rules', 1, 'kinds', 1], code: 'unknown_care_kind', value: 'unheard-of' },
    ]);
  });
});
