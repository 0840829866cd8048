import { expect, test } from 'vitest';
import { timeOf } from '../../../admin/src/components/time-text.ts';

test.each([
  ['18:00', '18:00'],
  ['9:05', '09:05'],
  ['9：5', '09:05'],
  [' 905 ', '09:05'],
  ['1830', '18:30'],
  ['7', '07:00'],
  ['00:00', '00:00'],
  ['24:00', null],
  ['12:60', null],
  ['2561', null],
  ['', null],
  ['noon', null],
])('"%s" is %s', (typed, time) => {
  expect(timeOf(typed)).toBe(time);
});
