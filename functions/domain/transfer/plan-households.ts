import { z } from 'zod';
import { type Household, type HouseholdMember, householdIdOf, Phone } from '../household.ts';
import type { Building } from '../organisation.ts';
import { chosen, named, type ReadRow, readColumns, type SheetProblem, type SheetRow } from '../table/columns.ts';
import type { Language } from '../text.ts';
import {
  channelChoices,
  type HouseholdField,
  householdColumns,
  languageChoices,
  relationChoices,
} from './household-columns.ts';

type Problem = SheetProblem<HouseholdField>;
/** A unit of the file: what its household is now and what it will be. */
export interface PlannedHousehold {
  change: 'create' | 'change' | 'same';
  household: Household;
  /** Null: there is none yet. */
  before: Household | null;
  /** Lines of the file it comes from. */
  lines: number[];
}
export interface HouseholdPlan {
  households: PlannedHousehold[];
  problems: Problem[];
  ignored: string[];
  /** Rows with something in them, the heading not counted. */
  rows: number;
}
const MOST_MEMBERS = 30;

/** What a row says about a member; undefined: says nothing, so that what is there stays. */
interface Said {
  name: string;
  phone?: string;
  email?: string;
  language?: Language;
  preferredTime?: string;
  channel?: NonNullable<HouseholdMember['channel']>;
  relation?: NonNullable<HouseholdMember['relation']>;
}

const digits = (phone: string | null): string => (phone ?? '').replace(/\D/g, '');
const sameName = (a: string, b: string) => a.normalize('NFKC').trim() === b.normalize('NFKC').trim();
const isEmail = (text: string): boolean => z.email().max(200).safeParse(text).success;

/** The cells of one row, each judged alone. */
function readMember({ line, values }: ReadRow<HouseholdField>): { said: Said; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (column: HouseholdField, code: Problem['code']) =>
    problems.push({ line, column, code, value: values[column] });
  const choice = <V extends string>(column: HouseholdField, choices: Parameters<typeof chosen<V>>[0]) => {
    if (values[column] === '') return undefined;
    const found = chosen(choices, values[column]);
    if (found === undefined) wrong(column, 'unknown_word');
    return found;
  };
  if (values.name.length > 80) wrong('name', 'too_long');
  if (values.preferredTime.length > 80) wrong('preferredTime', 'too_long');
  if (values.phone !== '' && !Phone.safeParse(values.phone).success) wrong('phone', 'bad_phone');
  if (values.email !== '' && !isEmail(values.email)) wrong('email', 'bad_email');
  const said: Said = {
    name: values.name,
    ...(values.phone && { phone: values.phone }),
    ...(values.email && { email: values.email }),
    ...(values.preferredTime && { preferredTime: values.preferredTime }),
    language: choice('language', languageChoices),
    channel: choice('channel', channelChoices),
    relation: choice('relation', relationChoices),
  };
  return { said, problems };
}

/** The member as the file has them: empty cells leave what is there, the same digits are the same number. */
function merged(before: HouseholdMember | undefined, said: Said, language: Language): HouseholdMember {
  const phone = said.phone && digits(said.phone) === digits(before?.phone ?? null) ? before?.phone : said.phone;
  return {
    name: before?.name ?? said.name,
    phone: phone ?? before?.phone ?? null,
    email: said.email ?? before?.email ?? null,
    language: said.language ?? before?.language ?? language,
    preferredTime: said.preferredTime ?? before?.preferredTime ?? null,
    channel: said.channel ?? before?.channel ?? null,
    relation: said.relation ?? before?.relation ?? null,
  };
}

function mergeMembers(before: readonly HouseholdMember[], said: readonly Said[], language: Language) {
  const kept = before.map((member) => {
    const found = said.find(({ name }) => sameName(name, member.name));
    return found ? merged(member, found, language) : member;
  });
  const fresh = said.filter(({ name }) => !before.some((member) => sameName(member.name, name)));
  return [...kept, ...fresh.map((one) => merged(undefined, one, language))];
}

export interface HouseholdFacts {
  site: string;
  /** Of residents whose row does not say. */
  language: Language;
  /** Of the site. */
  buildings: readonly Building[];
  /** Of the buildings the file names at least. */
  households: readonly Household[];
}

/** The buildings a file names, for reading no more households than needed. */
export function buildingsNamed(sheet: readonly SheetRow[], buildings: readonly Building[]): string[] {
  const { rows } = readColumns(householdColumns, sheet);
  return [...new Set(rows.flatMap(({ values }) => named(buildings, values.building)?.id ?? []))];
}

/**
 * What importing the file would do, unit by unit. Members are found by name; nobody is removed, and an empty cell leaves
 * what is there. A unit with a problem in any of its rows is left out whole; without heading nothing is planned.
 */
export function planHouseholds(sheet: readonly SheetRow[], facts: HouseholdFacts): HouseholdPlan {
  const { rows, ignored, problems } = readColumns(householdColumns, sheet);
  const existing = new Map(facts.households.map((one) => [householdIdOf(one.site, one.building, one.unit), one]));
  const units = new Map<string, { building: string; unit: string; lines: number[]; said: Said[]; bad: boolean }>();
  const badLines = new Set(problems.map(({ line }) => line));
  for (const row of rows) {
    const { line, values } = row;
    const building = named(facts.buildings, values.building);
    const { said, problems: own } = readMember(row);
    if (!building) {
      const code = values.building === '' ? 'needed' : 'unknown_building';
      own.unshift({ line, column: 'building', code, value: values.building });
    }
    if (values.unit === '') own.push({ line, column: 'unit', code: 'needed' });
    if (values.unit.length > 40) own.push({ line, column: 'unit', code: 'too_long' });
    const id = householdIdOf(facts.site, building?.id ?? '', values.unit);
    const unit = units.get(id) ?? { building: building?.id ?? '', unit: values.unit, lines: [], said: [], bad: false };
    if (values.name !== '' && unit.said.some(({ name }) => sameName(name, said.name)))
      own.push({ line, column: 'name', code: 'repeated', value: said.name });
    unit.lines.push(line);
    if (values.name !== '') unit.said.push(said);
    else if ((['phone', 'email', 'preferredTime'] as const).some((field) => values[field] !== ''))
      own.push({ line, column: 'name', code: 'needed' });
    if (own.length > 0 || badLines.has(line)) unit.bad = true;
    problems.push(...own);
    if (building && values.unit !== '') units.set(id, unit);
  }
  const households = [...units].flatMap(([id, { building, unit, lines, said, bad }]): PlannedHousehold[] => {
    if (bad) return [];
    const before = existing.get(id) ?? null;
    const members = mergeMembers(before?.members ?? [], said, facts.language);
    const [line = 1] = lines;
    if (members.length > MOST_MEMBERS) {
      problems.push({ line, column: 'name', code: 'too_many_members', value: String(MOST_MEMBERS) });
      return [];
    }
    const household = before ? { ...before, members } : { id, site: facts.site, building, unit, members };
    const same = before !== null && fingerprint(before) === fingerprint(household);
    return [{ change: before === null ? 'create' : same ? 'same' : 'change', household, before, lines }];
  });
  return { households, problems: problems.sort((a, b) => a.line - b.line), ignored, rows: rows.length };
}

/** The same for files with the same content, whatever the order of their fields; of before their time, some are null. */
export const fingerprint = ({ id, members }: Household): string =>
  JSON.stringify([
    id,
    members.map(({ name, phone, email, language, preferredTime, channel, relation }) => [
      name,
      phone,
      email,
      language,
      preferredTime,
      channel ?? null,
      relation ?? null,
    ]),
  ]);
