import { describe, expect, it } from 'vitest';
import { CsvMalformed, parseCsv, parseTable } from '#local/replay/csv';

describe('CSV', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,b","c\nd"\n', [['a,b', 'c\nd']]],
    ['"say ""yes""",\n', [['say "yes"', '']]],
    ['a,', [['a', '']]],
    ['\uFEFFa\n', [['a']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it.each(['a\n"b', 'a\nb"c"\n'])('refuses %j and names the line', (text) => {
    expect(() => parseCsv(text)).toThrow(new CsvMalformed(2));
  });

  it('names fields by the first line, leaves empty lines out and fills short ones', () => {
    expect(parseTable('a,b\n1,2\n\n3\n')).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '' },
    ]);
  });
});
