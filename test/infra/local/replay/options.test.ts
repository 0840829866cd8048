import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readReplayOptions } from '#local/replay/options';

it('takes a file, a limit and a folder', () => {
  expect(readReplayOptions(['a.csv', '--limit', '60', '--data-dir', 'there'])).toEqual({
    file: resolve('a.csv'),
    limit: 60,
    dataDir: resolve('there'),
  });
});
it('plays all of it in a folder of its own by default', () => {
  expect(readReplayOptions(['a.csv'])).toMatchObject({
    limit: Number.POSITIVE_INFINITY,
    dataDir: resolve('.data/replay'),
  });
});
it.each([[[]], [['a.csv', 'b.csv']], [['a.csv', '--limit', 'x']], [['a.csv', '--limit', '0']]])(
  'refuses %j',
  (args) => {
    expect(() => readReplayOptions(args)).toThrow('Usage: npm run replay');
  },
);
