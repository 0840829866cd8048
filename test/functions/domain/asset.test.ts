import { expect, test } from 'vitest';
import { assetSummary, daysUntil, naturalOrder, searchText } from '#domain/asset';
import { asset } from '#test/support/assets';

test.each([
  ['2026-11-23', 0],
  ['2026-11-24', 1],
  ['2026-11-20', -3],
  ['2028-02-29', 463],
])('%s is %i days away', (until, days) => {
  expect(daysUntil(until, '2026-11-23')).toBe(days);
});

test('numbers stand in the order people count', () => {
  const numbers = ['DT-10', 'DT-2', 'DT-1', 'B2-3', 'B10-1'];
  expect(numbers.toSorted((a, b) => (naturalOrder(a) < naturalOrder(b) ? -1 : 1))).toEqual([
    'B2-3',
    'B10-1',
    'DT-1',
    'DT-2',
    'DT-10',
  ]);
});

test('is found by what is written on it, in any width and letter case', () => {
  const text = searchText(asset({ number: 'ＤＴ-1', model: 'lehy' }));
  for (const word of ['dt-1', '三菱', '电梯厅', 'lehy']) expect(text).toContain(word);
  expect(text).not.toContain('repairer');
});

test('a list shows neither documents nor meter', () => {
  const row = assetSummary(asset({ documents: ['p1'], meter: { unit: 'h', reading: 3, at: 1 } }));
  expect(row).not.toHaveProperty('documents');
  expect(row).not.toHaveProperty('meter');
  expect(row).not.toHaveProperty('company');
});
