import { type Condition, evaluate, type Value } from './condition.ts';

/** A part of a condition that keeps it from holding, and what the field really is (undefined: there is none). */
export interface Failing {
  condition: Condition;
  value: Value | undefined;
}

/**
 * Why a condition does not hold: the smallest parts that are to blame, in order; empty exactly when it holds. Of an
 * `any` all parts are, of a `not` the whole is.
 */
export function failing(condition: Condition, read: (field: string) => Value | undefined): Failing[] {
  if (evaluate(condition, read)) return [];
  if ('all' in condition) return condition.all.flatMap((part) => failing(part, read));
  if ('any' in condition && condition.any.length > 0) return condition.any.flatMap((part) => failing(part, read));
  return [{ condition, value: 'field' in condition ? read(condition.field) : undefined }];
}
