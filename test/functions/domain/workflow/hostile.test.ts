import { describe, expect, it } from 'vitest';
import { Condition, MOST_CONDITION_DEPTH, MOST_TESTS } from '#domain/condition';
import { Definition, type Step } from '#domain/workflow/definition';
import { ask, define, end, person, step } from '#test/support/small-workflow';

const leaf: Condition = { field: 'level', is: 'known' };
const nested = (depth: number): Condition =>
  Array.from({ length: depth }).reduce<Condition>((inner, _, n) => (n % 2 ? { not: inner } : { all: [inner] }), leaf);
const wide = (tests: number): Condition => ({
  all: Array.from({ length: Math.ceil(tests / 20) }, (_, group) => ({
    any: Array.from({ length: Math.min(20, tests - group * 20) }, () => leaf),
  })),
});
const base = define([ask('a', [{ to: [person('p')] }], { exhausted: 'done' }), end('done')]);
const reads = (definition: unknown) => Definition.safeParse(definition).success;
const withStep = (more: Record<string, unknown>) => ({ ...base, steps: [{ ...base.steps[0], ...more }, end('done')] });
const branch = (when: unknown) =>
  reads({
    ...base,
    steps: [
      step({ id: 'a', type: 'branch', cases: [{ when: when as Condition, next: 'done' }], otherwise: 'done' }),
      end('done'),
    ],
  });

describe('a definition from outside', () => {
  it('is read when it is one', () => {
    expect(reads(base)).toBe(true);
    expect(branch(nested(MOST_CONDITION_DEPTH))).toBe(true);
    expect(branch(wide(MOST_TESTS))).toBe(true);
  });

  it('has conditions of a depth and size that a person can read', () => {
    expect(branch(nested(MOST_CONDITION_DEPTH + 1))).toBe(false);
    expect(branch(nested(20))).toBe(false);
    expect(branch(wide(MOST_TESTS + 1))).toBe(false);
    expect(branch({ field: 'x'.repeat(101), is: 'known' })).toBe(false);
    expect(branch({ field: 'level', is: 'in', value: Array(101).fill(1) })).toBe(false);
    expect(branch({ field: 'level', is: 'eq', value: 'x'.repeat(201) })).toBe(false);
    expect(Condition.safeParse(nested(9)).error?.issues[0]?.message).toBe('condition_too_large');
  });

  it('has no expressions, and nothing a condition does not know', () => {
    expect(branch({ field: 'level', is: 'matches', value: '(a+)+$' })).toBe(false);
    expect(branch({ field: 'level', is: 'known', and: leaf })).toBe(false);
    expect(branch({ script: 'process.exit()' })).toBe(false);
  });

  it('has a bounded number of everything', () => {
    const steps = (count: number): Step[] => Array.from({ length: count }, (_, n) => end(`s${n}`));
    expect(reads({ ...base, steps: steps(100) })).toBe(true);
    expect(reads({ ...base, steps: steps(101) })).toBe(false);
    const level = { to: [person('p')] };
    expect(reads(withStep({ levels: Array(11).fill(level) }))).toBe(false);
    expect(reads(withStep({ levels: [{ to: Array(11).fill(person('p')) }] }))).toBe(false);
    expect(reads(withStep({ watch: ['reply', 'resolve', 'reply'] }))).toBe(false);
    expect(reads(withStep({ actions: Array(31).fill({ action: 'note' }) }))).toBe(false);
    expect(reads(withStep({ label: { 'zh-CN': 'x'.repeat(501), en: 'x' } }))).toBe(false);
  });

  it('sets few fields, of plain names and short values', () => {
    const set = (fields: unknown) =>
      reads({ ...base, steps: [{ ...step({ id: 'a', type: 'set', next: 'done' }), fields }, end('done')] });
    expect(set({ verified: true, 'a-b': 'x', n: 1 })).toBe(true);
    expect(set({ constructor: { prototype: 1 } })).toBe(false);
    expect(set({ 'a.b': 1 })).toBe(false);
    expect(set({ a: 'x'.repeat(501) })).toBe(false);
    expect(set({ a: { toString: 1 } })).toBe(false);
    expect(set(Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`f${n}`, 1])))).toBe(false);
  });

  it('cannot reach the prototype of what it is stored in', () => {
    const parsed = Definition.parse(
      JSON.parse(JSON.stringify(base).replace('"levels":', '"__proto__":{"status":"closed"},"levels":')),
    );
    expect(Object.hasOwn(parsed.steps[0] ?? {}, '__proto__')).toBe(false);
    expect(parsed).toEqual(base);
  });
});
