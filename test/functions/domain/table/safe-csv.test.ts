import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, phoneCell, plainCell, safeCell } from '#domain/table/safe-csv';

describe('a cell', () => {
  it.each(['=1+1', '+86 139', '-2', '@SUM(A1)', '\tx', '\rx', ' =1', '\n=cmd|x'])('%j is not run', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });
  it.each(['1201', '3 栋', 'a=b', ''])('%j stays as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });
  it('never begins with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(fc.string(), (text) => !/^[\s]*[=+\-@]/.test(safeCell(text))),
      { numRuns: 2_000 },
    );
  });
  it('loses our apostrophe on the way back, and no other', () => {
    expect(plainCell("'=1")).toBe('=1');
    expect(plainCell("'0213")).toBe('0213');
    expect(plainCell("'t Hart")).toBe("'t Hart");
  });
});

it('phone numbers are no numbers to a spreadsheet', () => {
  expect(['13900001201', '02155550100', '021-5555 0100', '+86 139', '110'].map(phoneCell)).toEqual([
    '139 0000 1201',
    '021 5555 0100',
    '021-5555 0100',
    '+86 139',
    '110',
  ]);
});

it('a line quotes what needs it', () => {
  expect(csvLine(['a', 'b,c', 'say "hi"', 'x\ny', '=1'])).toBe('a,"b,c","say ""hi""","x\ny",\'=1\r\n');
});
