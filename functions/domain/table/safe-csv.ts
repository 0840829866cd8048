/** A spreadsheet runs what begins like this as a formula, tabs and line breaks before it included. */
const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;

/** Excel takes a file without it for the machine's own encoding and garbles Chinese. */
export const BOM = '\uFEFF';

/** Text as it may stand in a cell: what would be run gets an apostrophe in front, which `plainCell` takes off again. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What `safeCell` or a spreadsheet put in front of a text is no part of it. */
export const plainCell = (text: string): string =>
  text
    .trim()
    .replace(/^'(?=[\s=+\-@\d])/, '')
    .trim();

/**
 * A phone number that stays text: a bare row of digits would lose its leading zero and turn into 1.39E+10, so it is
 * written in groups of four, as people say it (139 0000 1201).
 */
export const phoneCell = (phone: string): string =>
  /^\d+$/.test(phone) ? phone.replace(/\B(?=(\d{4})+$)/g, ' ') : phone;

const quoted = (text: string): string => (/[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of RFC 4180 with its line end, safe to open in a spreadsheet. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(safeCell(cell))).join(',')}\r\n`;
