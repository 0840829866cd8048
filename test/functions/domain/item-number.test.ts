import { describe, expect, it } from 'vitest';
import { numbersIn } from '#domain/item-number';

describe('a number as people type it', () => {
  it.each([
    ['EL-261123-007', ['EL-261123-007']],
    ['el 261123 7', ['EL-261123-007']],
    ['ＥＬ－261123－007'.replace(/－/g, '-'), ['EL-261123-007']],
    ['el261123-1234', ['EL-261123-1234']],
    ['261123-007', ['EL-261123-007', 'WH-261123-007']],
    ['EL-261123-I1', ['EL-261123-I01']],
    ['138 0013 8000', []],
    ['1201', []],
    ['3-1-502', []],
    ['李', []],
  ])('%s', (text, numbers) => {
    expect(numbersIn(text, ['EL', 'WH'])).toEqual(numbers);
  });
});
