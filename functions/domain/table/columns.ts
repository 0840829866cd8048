import type { Language, Text } from '../text.ts';
import { plainCell } from './safe-csv.ts';

/** A column of a table that people fill in. */
export interface Column<F extends string = string> {
  field: F;
  name: Text;
  /** Other headings it goes by, in small letters. */
  also?: readonly string[];
  /** The table makes no sense without it. */
  required?: boolean;
}
/** One line of a file; `line` counts from 1, the heading's, and is where the record begins. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
}
export interface ReadRow<F extends string> {
  line: number;
  /** Trimmed; cells that are empty or missing are ''. */
  values: Record<F, string>;
}
/** What is wrong and where, for people. `column` null: the whole row. */
export interface SheetProblem<F extends string = string> {
  line: number;
  column: F | null;
  code:
    | 'empty_file'
    | 'missing_column'
    | 'repeated_column'
    | 'too_many_cells'
    | 'needed'
    | 'too_long'
    | 'unknown_building'
    | 'unknown_site'
    | 'unknown_word'
    | 'bad_email'
    | 'bad_phone'
    | 'repeated'
    | 'too_many_members'
    | 'not_allowed'
    | 'already_used'
    | 'unknown_person'
    | 'bad_date'
    | 'own_deputy';
  /** What stands there, the words that may, or the heading missed. */
  value?: string;
}

const normal = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * Rows by field. The headings may stand in either language and any order; unknown ones are ignored and told. Problems
 * of line 1 mean that nothing could be read.
 */
export function readColumns<F extends string>(
  columns: readonly Column<F>[],
  sheet: readonly SheetRow[],
): { rows: ReadRow<F>[]; ignored: string[]; problems: SheetProblem<F>[] } {
  const [heading, ...body] = sheet;
  if (!heading) return { rows: [], ignored: [], problems: [{ line: 1, column: null, code: 'empty_file' }] };
  const known = new Map(
    columns.flatMap(({ field, name, also = [] }) =>
      [field, name['zh-CN'], name.en, ...also].map((word) => [normal(word), field] as const),
    ),
  );
  const places = heading.cells.map((cell) => known.get(normal(plainCell(cell).replace(/[*＊]$/, ''))) ?? null);
  const ignored = heading.cells.filter((cell, index) => places[index] === null && cell.trim() !== '');
  const problems: SheetProblem<F>[] = [
    ...columns
      .filter(({ field, required }) => required && !places.includes(field))
      .map(({ field }) => ({ line: heading.line, column: field, code: 'missing_column' as const })),
    ...places.flatMap((field, index) =>
      field !== null && places.indexOf(field) < index
        ? [{ line: heading.line, column: field, code: 'repeated_column' as const }]
        : [],
    ),
  ];
  if (problems.length > 0) return { rows: [], ignored, problems };
  const empty = Object.fromEntries(columns.map(({ field }) => [field, ''])) as Record<F, string>;
  const rows: ReadRow<F>[] = [];
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.slice(places.length).some((cell) => cell.trim() !== ''))
      problems.push({ line, column: null, code: 'too_many_cells' });
    const values = { ...empty };
    for (const [index, field] of places.entries()) if (field !== null) values[field] = plainCell(cells[index] ?? '');
    rows.push({ line, values });
  }
  return { rows, ignored, problems };
}

/** A word of a list people choose from: its id, its names, or what else it is called. */
export interface Choice<V extends string> {
  value: V;
  name: Text;
  also?: readonly string[];
}
/** undefined: none of them. */
export const chosen = <V extends string>(choices: readonly Choice<V>[], word: string): V | undefined =>
  choices.find(({ value, name, also = [] }) =>
    [value, name['zh-CN'], name.en, ...also].some((one) => normal(one) === normal(word)),
  )?.value;

/** What people call a value; '' for none. */
export const nameOf = <V extends string>(
  choices: readonly Choice<V>[],
  value: V | null | undefined,
  language: Language,
) => choices.find((choice) => choice.value === value)?.name[language] ?? '';

export const wordsOf = <V extends string>(choices: readonly Choice<V>[], language: Language): string =>
  choices.map(({ name }) => name[language]).join(language === 'en' ? ', ' : '、');

/** Buildings, sites: by id or by name in either language. */
export const named = <T extends { id: string; name: Text }>(list: readonly T[], word: string): T | undefined =>
  list.find(({ id, name }) => [id, name['zh-CN'], name.en].some((one) => sameWord(one, word)));

/** "3 栋" and "3栋" are the same word. */
const sameWord = (a: string, b: string): boolean => normal(a).replace(/\s/g, '') === normal(b).replace(/\s/g, '');
