import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, evaluate, type Value } from '#domain/condition';
import { failing } from '#domain/why-rule';

const values: Record<string, Value> = { severity: 'normal', buildingAgeYears: 3, major: false };
const read = (field: string) => values[field];
const is = (field: string, value: string | number): Condition => ({ field, is: 'eq', value });

test('names the smallest parts to blame, with what the field really is', () => {
  const old: Condition = { field: 'buildingAgeYears', is: 'gte', value: 8 };
  expect(failing({ all: [is('severity', 'normal'), old] }, read)).toEqual([{ condition: old, value: 3 }]);
  expect(failing({ any: [is('severity', 'low'), is('place', 'lobby')] }, read)).toEqual([
    { condition: is('severity', 'low'), value: 'normal' },
    { condition: is('place', 'lobby'), value: undefined },
  ]);
  const negated: Condition = { not: is('severity', 'normal') };
  expect(failing(negated, read)).toEqual([{ condition: negated, value: undefined }]);
  expect(failing({ any: [] }, read)).toEqual([{ condition: { any: [] }, value: undefined }]);
});

const leaf = fc.record({
  field: fc.constantFrom('severity', 'buildingAgeYears', 'place'),
  is: fc.constantFrom('eq' as const, 'ne' as const, 'gte' as const),
  value: fc.constantFrom<string | number>('normal', 'low', 2, 5),
});
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}));

test('is empty exactly when the condition holds, and blames only what does not hold', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      const parts = failing(condition, read);
      expect(parts.length === 0).toBe(evaluate(condition, read));
      for (const part of parts) expect(evaluate(part.condition, read)).toBe(false);
    }),
  );
});
