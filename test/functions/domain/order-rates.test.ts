import { expect, test } from 'vitest';
import { againstOf, isMet, type RateName, rateDefinitions, rateNames, shareWords } from '#domain/order-rates';

test.each<[RateName, number, number, string | null, boolean | null]>([
  ['timeliness', 99, 100, '99 %', true],
  ['timeliness', 989, 1000, '98.9 %', false],
  ['timeliness', 0, 0, null, null],
  ['rework', 0, 40, '0 %', true],
  ['rework', 1, 100, '1 %', true],
  ['rework', 1, 99, '1.1 %', false],
  ['pass', 9999, 10_000, '99.9 %', false],
  ['pass', 3, 3, '100 %', true],
  ['condition', 1, 3, '33.3 %', false],
  ['lighting', 1999, 2000, '99.9 %', false],
  ['lighting', 29, 29, '100 %', true],
])('%s of %i of %i', (rate, hit, of, words, met) => {
  expect([shareWords(rate, { hit, of }), isMet(rate, { hit, of })]).toEqual([words, met]);
});

test('a standard of 100 % that was missed once in a million never reads as kept', () => {
  for (const rate of ['pass', 'condition', 'lighting'] as const)
    expect(shareWords(rate, { hit: 999_999, of: 1_000_000 })).toBe('99.9 %');
  expect(shareWords('rework', { hit: 10_001, of: 1_000_000 })).toBe('1.1 %');
});

test('whole per mille are not moved by floating point', () => {
  for (let hit = 0; hit <= 1000; hit += 1)
    for (const rate of ['timeliness', 'rework'] as const)
      expect(shareWords(rate, { hit, of: 1000 })).toBe(`${hit % 10 === 0 ? hit / 10 : (hit / 10).toFixed(1)} %`);
});

test('the list behind a figure is empty exactly when nothing pulls it away', () => {
  expect(rateNames.map((rate) => againstOf(rate, { hit: 7, of: 10 }))).toEqual([3, 7, 3, 3, 3]);
});

test('each rate says in both languages what is divided by what', () => {
  for (const { name, meaning, against } of Object.values(rateDefinitions))
    for (const text of [name, meaning, against]) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  expect(
    Object.values(rateDefinitions).every(({ meaning }) => /÷/.test(meaning.en) && /÷/.test(meaning['zh-CN'])),
  ).toBe(true);
});
