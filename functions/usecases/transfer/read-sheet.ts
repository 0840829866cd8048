import { CsvUnreadable, readCsv } from '#csv/read-csv';
import type { SheetRow } from '#domain/table/columns';
import { InvalidInput, problem } from '../errors.ts';

/** Bytes of a file that are taken. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The lines of a file sent as base64. Throws InvalidInput that says what is wrong with it. */
export function readSheet(file: string): SheetRow[] {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > MOST_BYTES) throw new InvalidInput([problem(['file'], 'csv_too_large')]);
  try {
    return readCsv(bytes);
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    throw new InvalidInput([problem(['file'], `csv_${error.why}`, { line: error.line ?? '?' })]);
  }
}
