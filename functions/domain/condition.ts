import { z } from 'zod';

/** A constant a field is compared with. Instants are epoch milliseconds. */
export type Value = string | number | boolean | null;
const Constant = z.union([z.string().max(200), z.number(), z.boolean()]);

export type Condition =
  | { field: string; is: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte'; value: string | number | boolean }
  | { field: string; is: 'in' | 'notIn'; value: (string | number | boolean)[] }
  | { field: string; is: 'known' | 'unknown' }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** Groups inside groups, and tests in all: what a person can still read, and an engine judges at once. */
export const MOST_CONDITION_DEPTH = 8;
export const MOST_TESTS = 100;
const FieldName = z.string().min(1).max(100);

/** The tree as such: `Condition` bounds it. Needs input that is not nested too deep (`isNestedDeeper`). */
export const ConditionTree: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: FieldName, is: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']), value: Constant }),
    z.strictObject({ field: FieldName, is: z.enum(['in', 'notIn']), value: z.array(Constant).min(1).max(100) }),
    z.strictObject({ field: FieldName, is: z.enum(['known', 'unknown']) }),
    z.strictObject({ all: z.array(ConditionTree).max(20) }),
    z.strictObject({ any: z.array(ConditionTree).max(20) }),
    z.strictObject({ not: ConditionTree }),
  ]),
);

/** A small typed tree over a published field list: no expressions, no regular expressions, no code. */
export const Condition: z.ZodType<Condition> = ConditionTree.refine(
  (condition) => sizeOf(condition).depth <= MOST_CONDITION_DEPTH && sizeOf(condition).tests <= MOST_TESTS,
  { message: 'condition_too_large', params: { tests: MOST_TESTS, depth: MOST_CONDITION_DEPTH } },
);

function sizeOf(condition: Condition): { depth: number; tests: number } {
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'not' in condition
          ? [condition.not]
          : null;
  if (parts === null) return { depth: 0, tests: 1 };
  const sizes = parts.map(sizeOf);
  return {
    depth: 1 + sizes.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    tests: sizes.reduce((sum, { tests }) => sum + tests, 0),
  };
}

/**
 * Whether the condition holds for the values `read` gives. Never throws. A field that is missing (`undefined` or
 * `null`) is `unknown` and makes every comparison false, `ne` and `notIn` included; so does a constant of another type
 * than the field's. Only numbers and strings have an order, strings by code unit (dates as 'YYYY-MM-DD').
 * An empty `all` holds, an empty `any` does not.
 */
export function evaluate(condition: Condition, read: (field: string) => Value | undefined): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, read));
  if ('any' in condition) return condition.any.some((part) => evaluate(part, read));
  if ('not' in condition) return !evaluate(condition.not, read);

  const value = read(condition.field) ?? null;
  switch (condition.is) {
    case 'known':
      return value !== null;
    case 'unknown':
      return value === null;
    case 'eq':
    case 'ne':
      return typeof value === typeof condition.value && (value === condition.value) === (condition.is === 'eq');
    case 'in':
    case 'notIn': {
      const comparable = condition.value.filter((constant) => typeof constant === typeof value);
      return comparable.length > 0 && comparable.some((constant) => constant === value) === (condition.is === 'in');
    }
    default:
      return typeof value === typeof condition.value && isOrdered(value, condition.is, condition.value);
  }
}

function isOrdered(value: Value, is: 'lt' | 'lte' | 'gt' | 'gte', constant: string | number | boolean): boolean {
  if (value === null || typeof value === 'boolean') return false;
  if (is === 'lt') return value < constant;
  if (is === 'lte') return value <= constant;
  if (is === 'gt') return value > constant;
  return value >= constant;
}

/** The fields a condition reads, each once, in order of appearance. */
export function fieldsOf(condition: Condition): string[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(fieldsOf))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(fieldsOf))];
  if ('not' in condition) return fieldsOf(condition.not);
  return [condition.field];
}
