import { expect, test } from 'vitest';
import type { Condition } from '#domain/condition';
import { itemFields } from '#domain/fields';
import {
  conditionOf,
  groupOf,
  newLeaf,
  operatorsOf,
  withOperator,
} from '../../../../admin/src/features/routing/condition-edit.ts';

const field = (name: string) => {
  const found = itemFields.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

test('any tree goes through the editor unchanged in meaning', () => {
  const leaf: Condition = { field: 'severity', is: 'eq', value: 'low' };
  expect(conditionOf(groupOf(leaf))).toEqual({ all: [leaf] });
  for (const whole of [{ any: [leaf, { not: leaf }] }, { all: [] }, { all: [{ any: [leaf] }] }] satisfies Condition[])
    expect(conditionOf(groupOf(whole))).toEqual(whole);
  expect(conditionOf(groupOf({ not: leaf }))).toEqual({ all: [{ not: leaf }] });
});

test('a new test of a field is complete at once', () => {
  expect(newLeaf(field('isRepeat'), undefined)).toEqual({ field: 'isRepeat', is: 'eq', value: true });
  expect(newLeaf(field('category'), 'parking')).toEqual({ field: 'category', is: 'eq', value: 'parking' });
  expect(newLeaf(field('buildingAgeYears'), undefined)).toEqual({ field: 'buildingAgeYears', is: 'gte', value: 1 });
});

test('another operator keeps what was chosen, as far as it fits', () => {
  const parking = newLeaf(field('category'), 'parking');
  const among = withOperator(parking, 'in', 'fees');
  expect(among).toEqual({ field: 'category', is: 'in', value: ['parking'] });
  expect(withOperator(among, 'ne', 'fees')).toEqual({ field: 'category', is: 'ne', value: 'parking' });
  expect(withOperator({ field: 'unit', is: 'known' }, 'eq', '')).toEqual({ field: 'unit', is: 'eq', value: '' });
  expect(withOperator(parking, 'unknown', '')).toEqual({ field: 'category', is: 'unknown' });
  expect(operatorsOf(field('isRepeat'), false)).toEqual(['eq']);
  expect(operatorsOf(field('buildingAgeYears'), false)).toContain('gte');
});
