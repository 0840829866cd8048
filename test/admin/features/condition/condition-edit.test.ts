import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, evaluate } from '#domain/condition';
import { itemFields } from '#domain/fields';
import {
  conditionOf,
  fieldOf,
  groupOf,
  newLeaf,
  operatorsOf,
  withOperator,
} from '../../../../admin/src/features/condition/condition-edit.ts';
import { valueAt } from '../../../../admin/src/features/document/problems.ts';

const field = (name: string) => {
  const found = itemFields.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

const leaf: Condition = { field: 'severity', is: 'eq', value: 'low' };
const severities = ['critical', 'urgent', 'high', 'normal', 'low'] as const;

/** Trees of every shape over one field. */
const { tree } = fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.constantFrom(...severities).map((value) => ({ field: 'severity', is: 'eq', value })),
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
}));

test('any tree goes through the editor unchanged in meaning', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom(...severities), (condition, severity) => {
      const shown = conditionOf(groupOf(condition));
      expect(evaluate(shown, () => severity)).toBe(evaluate(condition, () => severity));
      // What is written once is read back as it stands.
      expect(conditionOf(groupOf(shown))).toEqual(shown);
    }),
  );
});

test('a part is found again by its path', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      const { parts, path } = groupOf(condition);
      parts.forEach((part, index) => {
        expect(valueAt(condition, path(index))).toEqual(part);
      });
    }),
  );
});

test('what holds for none, or not for all, is a group like any other', () => {
  expect(groupOf({ not: { any: [leaf, leaf] } })).toMatchObject({ mode: 'none', parts: [leaf, leaf] });
  expect(groupOf({ not: { all: [leaf] } })).toMatchObject({ mode: 'notAll', parts: [leaf] });
  expect(groupOf({ not: leaf })).toMatchObject({ mode: 'none', parts: [leaf] });
});

test('a stored field is known by its value, one that is gone is not known', () => {
  expect(fieldOf({ field: 'fields.lamps', is: 'gte', value: 3 }, itemFields)).toMatchObject({ type: 'number' });
  expect(fieldOf({ field: 'fields.lamps', is: 'known' }, itemFields)).toMatchObject({ type: 'text' });
  expect(fieldOf({ field: 'colour', is: 'known' }, itemFields)).toBeNull();
});

test('a new test of a field is complete at once', () => {
  expect(newLeaf(field('isRepeat'), undefined)).toEqual({ field: 'isRepeat', is: 'eq', value: true });
  expect(newLeaf(field('category'), 'parking')).toEqual({ field: 'category', is: 'eq', value: 'parking' });
  expect(newLeaf(field('buildingAgeYears'), undefined)).toEqual({ field: 'buildingAgeYears', is: 'gte', value: 1 });
  expect(newLeaf(field('promisedAt'), undefined, 5)).toEqual({ field: 'promisedAt', is: 'gte', value: 5 });
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
