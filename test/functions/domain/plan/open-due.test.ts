import { describe, expect, test } from 'vitest';
import { estimatedAt } from '#domain/plan/meter';
import { meterStanding } from '#domain/plan/meter-next';
import { completeOrder, nextOpening, type Outcome, openDue } from '#domain/plan/open-due';
import { newPlanState, type PlanHistory } from '#domain/plan/plan-state';
import { DAY, localDate } from '#domain/time';
import { cn } from '../calendar-fixtures.ts';
import { assetOf, assetsOf, compiled, monthly, planOf, yearly } from './plan-fixture.ts';

const began = cn('2026-01-01 00:00');
const lift = assetsOf(assetOf('lift1'));
const shown = ({ kind, key }: Outcome): string => `${kind} ${key}`;
const alone = (...plans: Parameters<typeof compiled>[0]): PlanHistory => [{ since: began, plan: compiled(plans) }];
const key = (rest: string) => `plan/east-lake/lift-month/${rest}`;
const done = (occurrence: string, at: string) => ({ asset: 'lift1', occurrence, at: cn(at) });

describe('no stacking', () => {
  test('while an order is open its twin is missed and counted; after it is done the next opens', () => {
    const history = alone(planOf());
    const first = openDue(history, lift, newPlanState(began), cn('2026-03-10 00:00'));
    expect(first.outcomes.map(shown)).toEqual([
      `opened ${key('2026-01-05/lift1')}`,
      `missed ${key('2026-02-05/lift1')}`,
      `missed ${key('2026-03-05/lift1')}`,
    ]);
    expect(first.outcomes[2]?.behind).toBe('2026-01-05');
    expect(first.state.subjects).toMatchObject([{ open: '2026-01-05', opened: 1, missed: 2 }]);
    const order = done('2026-01-05', '2026-03-11 10:00');
    const { state } = completeOrder(history, lift, first.state, order);
    expect(completeOrder(history, lift, state, order)).toEqual({ state, outcomes: [] }); // told twice
    const next = openDue(history, lift, state, cn('2026-04-06 00:00'));
    expect(next.outcomes.map(shown)).toEqual([`opened ${key('2026-04-05/lift1')}`]);
  });
});

test('an asset each, or the round of all', () => {
  const assets = ['lift1', 'lift2'];
  const keys = (per: 'asset' | 'round') =>
    openDue(alone(planOf({ assets, per })), lift, newPlanState(began), cn('2026-01-06 00:00')).outcomes.map(shown);
  expect(keys('asset')).toEqual([`opened ${key('2026-01-05/lift1')}`, `opened ${key('2026-01-05/lift2')}`]);
  expect(keys('round')).toEqual([`opened ${key('2026-01-05')}`]);
});

test('what the yearly job absorbs is told of and opens nothing', () => {
  const year = planOf({ id: 'lift-year', absorbs: ['lift-month'], rule: { frequency: yearly(1, 20) } });
  const { outcomes } = openDue(alone(planOf(), year), lift, newPlanState(began), cn('2026-02-06 00:00'));
  expect(outcomes.map(shown)).toEqual([`absorbed ${key('2026-01-05/lift1')}`, `opened ${key('2026-02-05/lift1')}`]);
  expect(outcomes[0]?.absorbed).toEqual({ by: 'lift-year', planned: '2026-01-20', on: '2026-01-20' });
});

describe('plans that change', () => {
  const edited = (second: Parameters<typeof planOf>[0] | null, at = '2026-02-01 00:00'): PlanHistory => [
    { since: began, plan: compiled([planOf()]) },
    { since: cn(at), plan: second === null ? null : compiled([planOf(second)]) },
  ];
  const dates = (history: PlanHistory, assets = lift) => {
    const first = openDue(history, assets, newPlanState(began), cn('2026-01-06 00:00'));
    const { state } = completeOrder(history, assets, first.state, done('2026-01-05', '2026-01-07 10:00'));
    return openDue(history, assets, state, cn('2026-03-31 00:00')).outcomes.map(({ occurrence }) => occurrence.planned);
  };
  test('between arming and firing: the new dates hold', () => {
    expect(dates(edited({ rule: { frequency: monthly(20) } }))).toEqual(['2026-02-20', '2026-03-20']);
  });
  test('paused, ended or taken out: nothing more, though no trigger came meanwhile', () => {
    expect(dates(edited({ status: 'paused' }))).toEqual([]);
    expect(dates(edited({ status: 'ended' }))).toEqual([]);
    expect(dates(edited(null))).toEqual([]);
    const resumed = { since: cn('2026-03-01 00:00'), plan: compiled([planOf()]) };
    expect(dates([...edited({ status: 'paused' }), resumed])).toEqual(['2026-03-05']);
  });
  test('a later time on the day of an order opens no second one', () => {
    const history = edited({ rule: { time: '17:00' } }, '2026-01-05 12:00');
    expect(dates(history)).toEqual(['2026-02-05', '2026-03-05']);
  });
  test('dragged to a time that is past already it opens at once, and once', () => {
    const history = edited({ moves: [{ from: '2026-02-05', to: '2026-01-20' }] });
    const settled = openDue(
      history,
      lift,
      { ...newPlanState(began), upTo: cn('2026-01-06 00:00') },
      cn('2026-02-20 00:00'),
    );
    expect(settled.outcomes.map(({ occurrence, at }) => [occurrence.planned, localDate(at, 'Asia/Shanghai')])).toEqual([
      ['2026-02-05', '2026-02-01'],
    ]);
  });
  test('an asset retired', () => {
    const retired = assetsOf(assetOf('lift1', { retiredAt: cn('2026-03-01 00:00') }));
    expect(dates(alone(planOf()), retired)).toEqual(['2026-02-05']);
  });
});

describe('by meter', () => {
  const day = (n: number, value: number) => ({ at: began + n * DAY, value });
  const readings = [day(-10, 900), day(10, 1_000), day(20, 1_120), day(30, 1_200), day(50, 1_400)];
  const pump = assetsOf(assetOf('lift1', { unit: 'h', readings }));
  const meter = { every: 250, unit: 'h', alone: true };

  test('at the first reading past the threshold, counted on from the completion', () => {
    const history = alone(planOf({ meter }));
    const first = openDue(history, pump, newPlanState(began), began + 40 * DAY);
    expect(first.outcomes.map(shown)).toEqual([`opened ${key('m1150-2026-01-01/lift1')}`]);
    expect(first.outcomes[0]).toMatchObject({ because: 'meter', at: began + 30 * DAY });
    const order = { asset: 'lift1', occurrence: 'm1150-2026-01-01', at: began + 41 * DAY };
    const { state } = completeOrder(history, pump, first.state, order);
    expect(openDue(history, pump, state, began + 60 * DAY).outcomes).toEqual([]); // 1450 is not reached
  });
  test('read at the very instant that was dealt with before: at once, and once', () => {
    const history = alone(planOf({ meter }));
    const before = openDue(history, lift, newPlanState(began), began + 30 * DAY);
    const { state, outcomes } = openDue(history, pump, before.state, began + 30 * DAY);
    expect([...before.outcomes, ...outcomes].map(shown)).toEqual([`opened ${key('m1150-2026-01-01/lift1')}`]);
    expect(openDue(history, pump, state, began + 30 * DAY)).toEqual({ state, outcomes: [] });
  });
  test('whichever comes first', () => {
    const whole = (every: number) =>
      openDue(
        alone(planOf({ mode: 'floating', rule: { frequency: monthly(25) }, meter: { ...meter, every, alone: false } })),
        pump,
        newPlanState(began),
        began + 60 * DAY,
      ).outcomes.map(({ because, occurrence }) => `${because} ${occurrence.date}`);
    expect(whole(100)).toEqual(['meter 2026-01-11']);
    expect(whole(400)).toEqual(['date 2026-01-25']);
  });
  test('the estimated date goes on as in the last ninety days; none where nothing is known', () => {
    const asset = assetOf('lift1', { unit: 'h', readings: readings.slice(0, 3) });
    // 220 h in 30 days; 1150 is 30 h away.
    const stands = (open: string | null, since = began) =>
      meterStanding(compiled([planOf({ meter })]), asset, { done: null, open, since }, began + 21 * DAY);
    const read = readings[2];
    expect(stands(null)).toEqual({ read, next: 1_150, expected: Math.ceil(began + 20 * DAY + (30 * 30 * DAY) / 220) });
    // Counted from its completion, which nobody knows yet.
    expect(stands('2026-01-05')).toEqual({ read, next: null, expected: null });
    const unread = assetOf('lift2', { unit: 'h' });
    expect(
      meterStanding(compiled([planOf({ meter })]), unread, { done: null, open: null, since: began }, began + DAY),
    ).toEqual({ read: null, next: null, expected: null });
    expect(estimatedAt([day(1, 5)], 10, began + 2 * DAY)).toBeNull();
    expect(estimatedAt([day(1, 5), day(2, 5)], 10, began + 3 * DAY)).toBeNull();
    expect(estimatedAt([day(1, 5), day(2, 12)], 10, began + 3 * DAY)).toBeNull();
  });
});

test('the trigger is armed for the opening, not the day of the work', () => {
  const one = compiled([planOf({ leadDays: 3 })]);
  expect(nextOpening(one, newPlanState(began))).toEqual({ occurrence: '2026-01-05', at: cn('2026-01-02 09:00') });
  expect(nextOpening(compiled([planOf({ status: 'paused' })]), newPlanState(began))).toBeNull();
});

test('after three days of outage each asset has one order, and what came behind it is counted', () => {
  const daily = { frequency: { unit: 'day', every: 1 } as const, start: '2026-01-01' };
  const assets = ['pump0', 'pump1', 'pump2', 'pump3'];
  const { outcomes } = openDue(alone(planOf({ assets, rule: daily })), lift, newPlanState(began), began + 3 * DAY);
  const opened = outcomes.filter(({ kind }) => kind === 'opened');
  expect(opened.map(({ asset }) => asset)).toEqual(assets);
  expect(outcomes.filter(({ kind }) => kind === 'missed')).toHaveLength(2 * assets.length);
});
