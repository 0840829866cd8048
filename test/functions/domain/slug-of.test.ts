import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Slug } from '#domain/organisation';
import { slugOf } from '#domain/slug-of';

test.each([
  ['Customer centre', [], 'customer-centre'],
  ['  Café  & Bar!', [], 'cafe-bar'],
  ['Building 3', ['building-3'], 'building-3-2'],
  ['Building 3', ['building-3', 'building-3-2'], 'building-3-3'],
  ['物业', [], 'site'],
  ['物业', ['site'], 'site-2'],
] as [string, string[], string][])('%s', (name, taken, slug) => {
  expect(slugOf(name, taken, 'site')).toBe(slug);
});

test('whatever the name, an id that can be used and is new', () => {
  const names = fc.string({ unit: 'grapheme', maxLength: 120 });
  fc.assert(
    fc.property(names, fc.array(names), (name, others) => {
      const taken: string[] = [];
      for (const other of others) taken.push(slugOf(other, taken, 'x'));
      const found = slugOf(name, taken, 'x');
      expect(Slug.safeParse(found).success).toBe(true);
      expect(taken).not.toContain(found);
    }),
  );
});
