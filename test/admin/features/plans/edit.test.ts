import { describe, expect, test } from 'vitest';
import { MaintenancePlan } from '#domain/maintenance-plan';
import type { Frequency } from '#domain/recurrence/rule';
import { planOf } from '#test/support/plans';
import {
  countOf,
  inUnit,
  moveOccurrence,
  newPlan,
  removePlan,
  unitOf,
  units,
} from '../../../../admin/src/features/plans/edit.ts';

const start = '2027-01-13'; // a Wednesday
const monthly: Frequency = { unit: 'month', every: 3, on: { kind: 'last' } };

describe('how often', () => {
  test('three months are a quarter', () => {
    expect([unitOf(monthly), countOf(monthly, 'quarter'), countOf(monthly, 'month')]).toEqual(['quarter', 1, 3]);
    expect(unitOf({ ...monthly, every: 4 })).toBe('month');
  });

  test.each([
    ['day', { unit: 'day', every: 2 }],
    ['week', { unit: 'week', every: 2, on: [3] }],
    ['month', { unit: 'month', every: 2, on: { kind: 'last' } }],
    ['quarter', { unit: 'month', every: 6, on: { kind: 'last' } }],
    ['year', { unit: 'year', every: 2, month: 1, on: { kind: 'last' } }],
  ] as const)('goes over to %s with what stood there', (unit, expected) =>
    expect(inUnit(monthly, unit, 2, start)).toEqual(expected),
  );

  test('takes the day of the start where none stood there', () => {
    expect(inUnit({ unit: 'day', every: 1 }, 'year', 1, start)).toMatchObject({
      month: 1,
      on: { kind: 'date', day: 13 },
    });
  });

  test.each(units)('every %s of a new plan is a plan', (unit) => {
    const plan = newPlan('p', { 'zh-CN': '名', en: 'Name' }, { 'zh-CN': '做', en: 'Do' }, start);
    const { recurrence } = plan;
    const frequency = inUnit(recurrence.frequency, unit, 1, start);
    expect(MaintenancePlan.safeParse({ ...plan, recurrence: { ...recurrence, frequency } }).success).toBe(true);
  });
});

describe('a move', () => {
  const move = (to: string) => ({ plan: 'lift-month', planned: '2027-01-05', by: '2027-01-05', to });
  const moves = (plans: MaintenancePlan[]) => plans.map((plan) => plan.moves);

  test('is kept by the date of the rule, the last one counts', () => {
    const once = moveOccurrence({ plans: [planOf()] }, move('2027-01-07'));
    const twice = moveOccurrence(once, move('2027-01-08'));
    expect(moves(twice.plans)).toEqual([[{ from: '2027-01-05', to: '2027-01-08' }]]);
  });

  test('is gone once it is back where the rule puts it', () => {
    const there = moveOccurrence({ plans: [planOf()] }, move('2027-01-07'));
    expect(moveOccurrence(there, move('2027-01-05'))).toEqual({ plans: [planOf()] });
  });

  test('touches no other plan', () => {
    const other = planOf({ id: 'other' });
    expect(moveOccurrence({ plans: [other, planOf()] }, move('2027-01-07')).plans[0]).toBe(other);
  });
});

test('a plan taken away is included by none any more', () => {
  const yearly = planOf({ id: 'lift-year', absorbs: ['lift-month', 'other'] });
  expect(removePlan({ plans: [planOf(), yearly] }, 'lift-month').plans).toEqual([{ ...yearly, absorbs: ['other'] }]);
});
