import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Condition, evaluate, fieldsOf, type Value } from '#domain/condition';

const facts: Record<string, Value> = { category: 'parking', level: 2, major: false, score: null, date: '2026-11-23' };
const read = (field: string) => facts[field];

describe('evaluate', () => {
  test.each<[boolean, Condition]>([
    [true, { field: 'category', is: 'eq', value: 'parking' }],
    [false, { field: 'category', is: 'eq', value: 'fees' }],
    [true, { field: 'category', is: 'ne', value: 'fees' }],
    [false, { field: 'category', is: 'ne', value: 'parking' }],
    [true, { field: 'major', is: 'eq', value: false }],
    [false, { field: 'level', is: 'lt', value: 2 }],
    [true, { field: 'level', is: 'lte', value: 2 }],
    [false, { field: 'level', is: 'gt', value: 2 }],
    [true, { field: 'level', is: 'gte', value: 2 }],
    [true, { field: 'date', is: 'lt', value: '2026-12-01' }],
    [true, { field: 'category', is: 'in', value: ['fees', 'parking'] }],
    [false, { field: 'category', is: 'notIn', value: ['fees', 'parking'] }],
    [true, { field: 'category', is: 'notIn', value: ['fees'] }],
    [true, { field: 'category', is: 'known' }],
    [false, { field: 'category', is: 'unknown' }],
    // a constant of another type: false either way
    [false, { field: 'level', is: 'eq', value: '2' }],
    [false, { field: 'level', is: 'ne', value: '2' }],
    [false, { field: 'level', is: 'gt', value: '1' }],
    [false, { field: 'level', is: 'in', value: ['2'] }],
    [false, { field: 'level', is: 'notIn', value: ['3'] }],
    [false, { field: 'major', is: 'lte', value: true }],
    // missing and null: unknown, every comparison false
    [true, { field: 'nothing', is: 'unknown' }],
    [true, { field: 'score', is: 'unknown' }],
    [false, { field: 'score', is: 'known' }],
    [false, { field: 'score', is: 'eq', value: 5 }],
    [false, { field: 'score', is: 'ne', value: 5 }],
    [false, { field: 'score', is: 'lt', value: 5 }],
    [false, { field: 'nothing', is: 'notIn', value: ['x'] }],
    [true, { not: { field: 'nothing', is: 'eq', value: 'x' } }],
    // combinations
    [true, { all: [] }],
    [false, { any: [] }],
    [
      true,
      {
        all: [
          { field: 'level', is: 'gte', value: 1 },
          { any: [{ field: 'major', is: 'eq', value: true }, { all: [] }] },
        ],
      },
    ],
    [
      false,
      {
        all: [
          { field: 'level', is: 'gte', value: 1 },
          { field: 'major', is: 'eq', value: true },
        ],
      },
    ],
  ])('%s: %j', (expected, condition) => {
    expect(Condition.parse(condition)).toEqual(condition);
    expect(evaluate(condition, read)).toBe(expected);
  });
});

test('fieldsOf names each field once, in order', () => {
  const condition: Condition = {
    all: [
      { field: 'b', is: 'known' },
      { any: [{ not: { field: 'a', is: 'eq', value: 1 } }, { field: 'b', is: 'unknown' }] },
    ],
  };
  expect(fieldsOf(condition)).toEqual(['b', 'a']);
});

const constant = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean());
const field = fc.constantFrom('category', 'level', 'major', 'score', 'nothing', '__proto__');
const { condition: conditions } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ field, is: fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'), value: constant }),
    fc.record({ field, is: fc.constantFrom('in', 'notIn'), value: fc.array(constant, { minLength: 1, maxLength: 3 }) }),
    fc.record({ field, is: fc.constantFrom('known', 'unknown') }),
  ) as fc.Arbitrary<Condition>,
  condition: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

test('evaluate never throws, reads only the fields it names, and not turns it round', () => {
  fc.assert(
    fc.property(conditions, (condition) => {
      const asked = new Set<string>();
      const result = evaluate(condition, (name) => {
        asked.add(name);
        return read(name);
      });
      expect(evaluate({ not: condition }, read)).toBe(!result);
      for (const name of asked) expect(fieldsOf(condition)).toContain(name);
    }),
  );
});
