/** The file cannot be read as CSV. */
export class CsvMalformed extends Error {
  override readonly name = 'CsvMalformed';
  constructor(readonly line: number) {
    super(`Line ${line}: a quote is opened and not closed, or stands inside a plain field.`);
  }
}

/** RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes; lines end with LF or CRLF. @throws CsvMalformed */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let row: string[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    field.lastIndex = at;
    const found = field.exec(text);
    if (!found) throw new CsvMalformed(text.slice(0, at).split('\n').length);
    const [whole, quoted, plain = '', end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ',' && at < text.length) continue;
    if (end === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Rows by the names of the first line. Empty lines are left out; a short line has empty fields at its end. */
export function parseTable(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parseCsv(text);
  return rows
    .filter((row) => row.some((value) => value !== ''))
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}
