import type { Condition } from '#domain/condition';
import type { Field } from '#domain/fields';

/** A test of one field. */
export type Leaf = Extract<Condition, { field: string }>;
export type Operator = Leaf['is'];

export const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition;

/** What the editor shows: parts that all must hold, or one of them. A single test is a group of one. */
export interface Group {
  mode: 'all' | 'any';
  parts: Condition[];
}
export function groupOf(condition: Condition): Group {
  if ('any' in condition) return { mode: 'any', parts: condition.any };
  if ('all' in condition) return { mode: 'all', parts: condition.all };
  return { mode: 'all', parts: [condition] };
}
export const conditionOf = ({ mode, parts }: Group): Condition => (mode === 'any' ? { any: parts } : { all: parts });

/** Operators a reader is offered for a field. */
export function operatorsOf(field: Field, chosen: boolean): readonly Operator[] {
  if (field.type === 'boolean') return ['eq'];
  if (chosen) return ['eq', 'ne', 'in', 'notIn'];
  return field.type === 'number'
    ? ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'known', 'unknown']
    : ['eq', 'ne', 'known', 'unknown'];
}

/** A new test of the field, before anything is said about it. */
export function newLeaf(field: Field, first: string | number | undefined): Leaf {
  if (field.type === 'boolean') return { field: field.name, is: 'eq', value: true };
  if (first !== undefined) return { field: field.name, is: 'eq', value: first };
  return field.type === 'number'
    ? { field: field.name, is: 'gte', value: 1 }
    : { field: field.name, is: 'eq', value: '' };
}

/** The same test with another operator; what was chosen stays as far as it fits. */
export function withOperator(leaf: Leaf, is: Operator, fallback: string | number): Leaf {
  const values = 'value' in leaf ? [leaf.value].flat() : [];
  const first = values[0] ?? fallback;
  if (is === 'known' || is === 'unknown') return { field: leaf.field, is };
  if (is === 'in' || is === 'notIn') return { field: leaf.field, is, value: values.length > 0 ? values : [fallback] };
  return { field: leaf.field, is, value: first };
}
