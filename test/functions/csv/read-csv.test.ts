import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvUnreadable, MOST_ROWS, readCsv } from '#csv/read-csv';
import { BOM, csvLine, plainCell } from '#domain/table/safe-csv';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 楼栋,房号\n3栋,1201\n as Excel in Chinese saves it. */
const gb18030 = Uint8Array.from([
  0xc2, 0xa5, 0xb6, 0xb0, 0x2c, 0xb7, 0xbf, 0xba, 0xc5, 0x0a, 0x33, 0xb6, 0xb0, 0x2c, 0x31, 0x32, 0x30, 0x31, 0x0a,
]);
const cells = (bytes: Uint8Array) => readCsv(bytes).map((row) => row.cells);
const why = (bytes: Uint8Array) => {
  try {
    readCsv(bytes);
  } catch (error) {
    if (error instanceof CsvUnreadable) return [error.why, error.line];
    throw error;
  }
  return null;
};

describe('a file', () => {
  it.each([
    ['UTF-8', utf8('楼栋,房号\n3栋,1201\n')],
    ['UTF-8 with its mark', utf8(`${BOM}楼栋,房号\r\n3栋,1201\r\n`)],
    ['GB18030', gb18030],
    [
      'UTF-16 with tabs, Excel’s “Unicode text”',
      Uint8Array.from(Buffer.from(`${BOM}楼栋\t房号\r\n3栋\t1201`, 'utf16le')),
    ],
    ['semicolons', utf8('楼栋;房号\n3栋;1201')],
    ['tabs', utf8('楼栋\t房号\n3栋\t1201')],
    ['told by Excel', utf8('sep=;\n楼栋;房号\n3栋;1201')],
    ['old Mac line ends', utf8('楼栋,房号\r3栋,1201\r')],
  ])('in %s', (_name, bytes) => {
    expect(cells(bytes)).toEqual([
      ['楼栋', '房号'],
      ['3栋', '1201'],
    ]);
  });

  it('keeps line breaks, quotes and separators in quotes, and tells the line where each row begins', () => {
    const text = 'a,b\n"x\ny","1,2"\n\n"say ""hi""",5" pipe\n';
    expect(readCsv(utf8(text))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '1,2'] },
      { line: 5, cells: ['say "hi"', '5" pipe'] },
    ]);
    expect(readCsv(utf8('sep=,\na\n1')).map(({ line }) => line)).toEqual([2, 3]);
  });

  it('says what is wrong with it', () => {
    expect(why(utf8(''))).toEqual(['empty', null]);
    expect(why(utf8('\n \n'))).toBeNull();
    expect(why(utf8('a,b\n"open,1\n2,3'))).toEqual(['quote', 3]);
    expect(why(Uint8Array.from([0x50, 0x4b, 3, 4]))).toEqual(['spreadsheet', null]);
    expect(why(Uint8Array.from([0x61, 0xff, 0xff, 0x0a]))).toEqual(['encoding', null]);
    expect(why(utf8('a\u0000b'))).toEqual(['encoding', null]);
    expect(why(utf8(`a\n${'1\n'.repeat(MOST_ROWS)}`))).toBeNull();
    expect(why(utf8(`a\n${'1\n'.repeat(MOST_ROWS + 1)}`))).toEqual(['too_many_rows', MOST_ROWS + 2]);
  });

  it('never fails otherwise, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        why(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('that we wrote is read back as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '业', '=', '-', '+', '@', "'", '"', ',', ';', '\n', '1', ' '),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            text.map((one) => plainCell(one)),
            { minLength: 2, maxLength: 4 },
          ),
          { minLength: 1 },
        ),
        (rows) => {
          const file = BOM + csvLine(['A', 'B', 'C', 'D']) + rows.map((row) => csvLine(['x', ...row])).join('');
          const read = readCsv(utf8(file)).slice(1);
          expect(read.map((row) => row.cells.slice(1).map(plainCell))).toEqual(
            rows.map((row) => row.map((cell) => plainCell(cell))),
          );
        },
      ),
    );
  });
});
