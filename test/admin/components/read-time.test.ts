import { expect, test } from 'vitest';
import { readTime } from '../../../admin/src/components/read-time.ts';

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9：30', '09:30'],
  [' 18:00 ', '18:00'],
  ['24:00', '24:00'],
  ['24:30', null],
  ['9:5', null],
  ['25', null],
  ['', null],
  ['noon', null],
])('%j is %j', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});
