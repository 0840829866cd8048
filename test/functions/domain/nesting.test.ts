import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNestedDeeper } from '#domain/nesting';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

test('lists and objects inside one another are counted, whatever their names and strings hold', () => {
  expect(isNestedDeeper('1', 0)).toBe(false);
  expect(isNestedDeeper('[]', 0)).toBe(false);
  expect(isNestedDeeper('{"a":[1]}', 1)).toBe(false);
  expect(isNestedDeeper('{"a":[{"b":null}]}', 1)).toBe(true);
  expect(isNestedDeeper('{"[[[\\"[[":"}}]]\\\\"}', 0)).toBe(false);
  expect(isNestedDeeper(nested(41))).toBe(false);
  expect(isNestedDeeper(nested(42))).toBe(true);
});

test('of any JSON it tells the depth that the value has', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(7), (value, most) => {
      expect(isNestedDeeper(JSON.stringify(value), most)).toBe(depthOf(value) - 1 > most);
    }),
  );
});

test('neither a very deep nor a very long text, nor one that is no JSON, does it any harm', () => {
  expect(isNestedDeeper(nested(250_000))).toBe(true);
  expect(isNestedDeeper(`[${'{},'.repeat(160_000)}{}]`)).toBe(false);
  for (const text of ['"'.repeat(500_000), `"${'\\'.repeat(500_000)}`, `"${'a'.repeat(500_000)}`, ']'.repeat(500_000)])
    expect(isNestedDeeper(text)).toBe(false);
});
