import type { Condition } from '#domain/condition';
import type { Field } from '#domain/fields';

/** A test of one field. */
export type Leaf = Extract<Condition, { field: string }>;
export type Operator = Leaf['is'];

export const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition;

/** How the parts of a group combine; `none` and `notAll` are `not` around `any` and `all`. */
export const modes = ['all', 'any', 'none', 'notAll'] as const;
export type Mode = (typeof modes)[number];

/** Any condition as the editor shows it. A single test is a group of one. */
export interface Group {
  mode: Mode;
  parts: Condition[];
  /** Where the parts stand in the condition, ended by a dot: "all.", "not.any."; a part without siblings has its own. */
  path: (index: number) => string;
}

export function groupOf(condition: Condition): Group {
  if ('any' in condition) return { mode: 'any', parts: condition.any, path: (index) => `any.${index}` };
  if ('all' in condition) return { mode: 'all', parts: condition.all, path: (index) => `all.${index}` };
  if (isLeaf(condition)) return { mode: 'all', parts: [condition], path: () => '' };
  const { not } = condition;
  if ('any' in not) return { mode: 'none', parts: not.any, path: (index) => `not.any.${index}` };
  if ('all' in not) return { mode: 'notAll', parts: not.all, path: (index) => `not.all.${index}` };
  return { mode: 'none', parts: [not], path: () => 'not' };
}

export function conditionOf({ mode, parts }: Pick<Group, 'mode' | 'parts'>): Condition {
  if (mode === 'all') return { all: parts };
  if (mode === 'any') return { any: parts };
  return { not: mode === 'none' ? { any: parts } : { all: parts } };
}

/** Operators a reader is offered for a field. */
export function operatorsOf(field: Field, chosen: boolean): readonly Operator[] {
  if (field.type === 'boolean') return ['eq'];
  if (chosen) return ['eq', 'ne', 'in', 'notIn'];
  if (field.type === 'instant') return ['lt', 'gte', 'known', 'unknown'];
  return field.type === 'number'
    ? ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'known', 'unknown']
    : ['eq', 'ne', 'known', 'unknown'];
}

/** A new test of the field, before anything is said about it. `first`: of its choices; `now`: what a date begins with. */
export function newLeaf(field: Field, first: string | number | undefined, now = 0): Leaf {
  if (field.type === 'boolean') return { field: field.name, is: 'eq', value: true };
  if (first !== undefined) return { field: field.name, is: 'eq', value: first };
  if (field.type === 'instant') return { field: field.name, is: 'gte', value: now };
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

const STORED = 'fields.';

/** The field a test is about; what forms and steps stored is known by its name and by what it is compared with. */
export function fieldOf(leaf: Leaf, fields: readonly Field[]): Field | null {
  const listed = fields.find(({ name }) => name === leaf.field);
  if (listed) return listed;
  if (!leaf.field.startsWith(STORED) || leaf.field === STORED) return null;
  const name = leaf.field.slice(STORED.length);
  const value = 'value' in leaf ? [leaf.value].flat()[0] : undefined;
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
  return { name: leaf.field, type, label: { 'zh-CN': name, en: name } };
}
