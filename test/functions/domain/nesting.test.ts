import { expect, it } from 'vitest';
import { isNestedDeeper } from '#domain/nesting';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`);

it('counts lists and objects inside one another', () => {
  expect(isNestedDeeper(1, 0)).toBe(false);
  expect(isNestedDeeper([], 0)).toBe(false);
  expect(isNestedDeeper({ a: [1] }, 1)).toBe(false);
  expect(isNestedDeeper({ a: [{ b: null }] }, 1)).toBe(true);
  expect(isNestedDeeper(nested(41))).toBe(false);
  expect(isNestedDeeper(nested(42))).toBe(true);
});

it('answers for any depth, and for very wide values', () => {
  expect(isNestedDeeper(nested(150_000))).toBe(true);
  expect(isNestedDeeper(Array.from({ length: 300_000 }, () => ({})))).toBe(false);
});
