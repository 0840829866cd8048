import { CsvError, parse } from 'csv-parse/sync';
import type { SheetRow } from '#domain/table/columns';

/** The file is none that could be read: `line` where known. */
export class CsvUnreadable extends Error {
  override readonly name = 'CsvUnreadable';
  constructor(
    readonly why: 'empty' | 'spreadsheet' | 'encoding' | 'quote' | 'too_many_rows',
    readonly line: number | null = null,
    options?: ErrorOptions,
  ) {
    super(`The file cannot be read as CSV: ${why}.`, options);
  }
}

/** Rows beside the heading. */
export const MOST_ROWS = 5_000;
const separators = [',', ';', '\t'] as const;

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 with or without its mark, UTF-16 with it (Excel's "Unicode text"), else GB18030 (Excel in Chinese). */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0x50 && b === 0x4b) throw new CsvUnreadable('spreadsheet');
  if (a === 0xd0 && b === 0xcf) throw new CsvUnreadable('spreadsheet');
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const text = utf16 ? decodeAs(utf16, bytes) : (decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes));
  if (text === null || text.includes('\u0000')) throw new CsvUnreadable('encoding');
  return text.replace(/^\uFEFF/, '');
}

/** The separator that stands most often in the heading, outside quotes; Excel's own "sep=;" line is obeyed. */
function separatorOf(text: string): string {
  const heading = (text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => heading.split(separator).length - 1);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Lines of the file with where each begins; blank ones are left out. @throws CsvUnreadable */
export function readCsv(bytes: Uint8Array): SheetRow[] {
  const decoded = decode(bytes);
  const told = /^sep=([,;\t])\r?\n/i.exec(decoded);
  // A blank line keeps the numbering as the reader sees it.
  const text = told ? `\n${decoded.slice(told[0].length)}` : decoded;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: told?.[1] ?? separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError)
      throw new CsvUnreadable('quote', typeof error.lines === 'number' ? error.lines : null, { cause: error });
    throw error;
  }
  const rows = records.map(({ record, info }) => {
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return { line: info.lines - breaks, cells: record };
  });
  if (rows.length === 0) throw new CsvUnreadable('empty');
  if (rows.length > MOST_ROWS + 1) throw new CsvUnreadable('too_many_rows', rows[MOST_ROWS + 1]?.line ?? null);
  return rows;
}
