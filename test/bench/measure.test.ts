import { expect, it } from 'vitest';
import { markdownTable, percentile } from './measure.ts';

it('percentiles of unsorted values', () => {
  const values = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile([7], 0.5)]).toEqual([51, 100, 7]);
});

it('a table with the bars in its cells escaped', () => {
  expect(markdownTable([{ what: 'a|b', value: '1 ms', how: 'so' }])).toBe(
    '| Measure | Value | How |\n|---|---:|---|\n| a\\|b | 1 ms | so |',
  );
});
