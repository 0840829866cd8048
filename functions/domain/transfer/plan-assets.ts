import type { AssetFacts, AssetSummary } from '../asset.ts';
import { LocalDate } from '../calendar-document.ts';
import type { AssetKind } from '../maintenance.ts';
import type { Area, Building, Person } from '../organisation.ts';
import { chosen, named, type ReadRow, readColumns, type SheetProblem, type SheetRow } from '../table/columns.ts';
import { type AssetField, assetColumns, conditionChoices } from './asset-columns.ts';

type Facts = Omit<AssetFacts, 'documents'>;
type Problem = SheetProblem<AssetField>;
export interface PlannedAsset {
  change: 'create' | 'change' | 'same';
  asset: Facts;
  /** Null: there is none of this number yet. */
  before: AssetSummary | null;
  line: number;
}
export interface AssetPlan {
  assets: PlannedAsset[];
  problems: Problem[];
  ignored: string[];
  /** Rows with something in them, the heading not counted. */
  rows: number;
}
export interface AssetSheetFacts {
  site: string;
  buildings: readonly Building[];
  areas: readonly Area[];
  /** Who may answer for assets of the site. */
  people: readonly Person[];
  /** In use. */
  kinds: readonly AssetKind[];
  /** All of the site. */
  assets: readonly AssetSummary[];
}

const MOST: Partial<Record<AssetField, number>> = { number: 40, name: 80, place: 120, maker: 80, model: 80 };
const normal = (number: string) => number.normalize('NFKC').toLowerCase();

/**
 * What importing the file would do, row by row. Assets are found by number; none is removed, and an empty cell leaves
 * what is there. A row with a problem is left out; without heading nothing is planned.
 */
export function planAssets(sheet: readonly SheetRow[], facts: AssetSheetFacts): AssetPlan {
  const { rows, ignored, problems } = readColumns(assetColumns, sheet);
  const existing = new Map(facts.assets.map((one) => [normal(one.number), one]));
  const bad = new Set(problems.map(({ line }) => line));
  const seen = new Set<string>();
  const assets = rows.flatMap((row): PlannedAsset[] => {
    const { line, values } = row;
    const number = normal(values.number);
    const before = existing.get(number) ?? null;
    const { asset, own } = readRow(row, before, facts);
    if (number !== '' && seen.has(number)) own.push({ line, column: 'number', code: 'repeated', value: values.number });
    seen.add(number);
    problems.push(...own);
    if (own.length > 0 || bad.has(line)) return [];
    const same = before !== null && assetFingerprint(before) === assetFingerprint(asset);
    return [{ change: before === null ? 'create' : same ? 'same' : 'change', asset, before, line }];
  });
  return { assets, problems: problems.sort((a, b) => a.line - b.line), ignored, rows: rows.length };
}

function readRow(
  { line, values }: ReadRow<AssetField>,
  before: AssetSummary | null,
  { site, buildings, areas, people, kinds }: AssetSheetFacts,
): { asset: Facts; own: Problem[] } {
  const own: Problem[] = [];
  const wrong = (column: AssetField, code: Problem['code']) => own.push({ line, column, code, value: values[column] });
  /** An empty cell leaves what is there; `find` gives undefined for a word it does not know. */
  const cell = <V>(column: AssetField, kept: V, find: (word: string) => V | undefined, code: Problem['code']): V => {
    if (values[column] === '') return kept;
    const found = find(values[column]);
    if (found === undefined) wrong(column, code);
    return found ?? kept;
  };
  for (const column of ['number', 'name', 'kind'] as const)
    if (values[column] === '' && (column === 'number' || before === null)) wrong(column, 'needed');
  for (const [column, most] of Object.entries(MOST) as [AssetField, number][])
    if (values[column].length > most) wrong(column, 'too_long');
  const person = (column: 'responsible' | 'deputy') =>
    cell(
      column,
      before?.[column] ?? null,
      (word) => (named(people, word) ?? people.find(({ email }) => email.toLowerCase() === word.toLowerCase()))?.id,
      'unknown_person',
    );
  const date = (column: 'certificateUntil' | 'warrantyUntil') =>
    cell(column, before?.[column] ?? null, dateOf, 'bad_date');
  const asset: Facts = {
    site,
    number: before?.number ?? values.number,
    name: values.name || (before?.name ?? ''),
    kind: cell('kind', before?.kind ?? '', (word) => named(kinds, word)?.id, 'unknown_word'),
    building: cell('building', before?.building ?? null, (word) => named(buildings, word)?.id, 'unknown_building'),
    area: cell('area', before?.area ?? null, (word) => named(areas, word)?.id, 'unknown_word'),
    place: values.place || (before?.place ?? ''),
    maker: values.maker || (before?.maker ?? ''),
    model: values.model || (before?.model ?? ''),
    responsible: person('responsible'),
    deputy: person('deputy'),
    certificateUntil: date('certificateUntil'),
    warrantyUntil: date('warrantyUntil'),
    condition: cell('condition', before?.condition ?? 'good', (word) => chosen(conditionChoices, word), 'unknown_word'),
  };
  if (asset.deputy !== null && asset.deputy === asset.responsible) wrong('deputy', 'own_deputy');
  return { asset, own };
}

/** "2027-3-31", "2027/03/31" and "2027年3月31日", as spreadsheets write them. */
function dateOf(word: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(word) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return LocalDate.safeParse(date).success ? date : undefined;
}

/** The same for the same content. */
export const assetFingerprint = (one: Facts): string =>
  JSON.stringify(assetColumns.map(({ field }) => one[field]).concat(one.site));
