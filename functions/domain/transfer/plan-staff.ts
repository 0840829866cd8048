import { z } from 'zod';
import { Phone } from '../household.ts';
import { isContractor, type Organisation, type Person, Slug } from '../organisation.ts';
import { slugOf } from '../slug-of.ts';
import { chosen, named, type ReadRow, readColumns, type SheetProblem, type SheetRow } from '../table/columns.ts';
import { languageChoices } from './household-columns.ts';
import { roleChoices, SITE_SEPARATOR, type StaffField, staffColumns } from './staff-columns.ts';

type Problem = SheetProblem<StaffField>;
export interface PlannedPerson {
  change: 'create' | 'change' | 'same';
  person: Person;
  before: Person | null;
  line: number;
}
export interface StaffPlan {
  people: PlannedPerson[];
  problems: Problem[];
  ignored: string[];
  rows: number;
}

const lower = (email: string) => email.toLowerCase();

function judge({ line, values }: ReadRow<StaffField>, { sites }: Organisation): Problem[] {
  const problems: Problem[] = [];
  const wrong = (column: StaffField, code: Problem['code'], value = values[column]) =>
    problems.push({ line, column, code, value });
  if (values.nameZh === '') wrong('nameZh', 'needed');
  for (const column of ['nameZh', 'nameEn'] as const) if (values[column].length > 80) wrong(column, 'too_long');
  if (values.email === '') wrong('email', 'needed');
  else if (!z.email().max(200).safeParse(values.email).success) wrong('email', 'bad_email');
  if (values.phone !== '' && !Phone.safeParse(values.phone).success) wrong('phone', 'bad_phone');
  if (values.language !== '' && !chosen(languageChoices, values.language)) wrong('language', 'unknown_word');
  if (values.role !== '' && !chosen(roleChoices, values.role)) wrong('role', 'unknown_word');
  if (values.firm.length > 80) wrong('firm', 'too_long');
  if (values.id !== '' && !Slug.safeParse(values.id).success) wrong('id', 'unknown_word');
  for (const site of sitesIn(values.sites)) if (!named(sites, site)) wrong('sites', 'unknown_site', site);
  return problems;
}

const sitesIn = (cell: string): string[] =>
  cell
    .split(SITE_SEPARATOR)
    .map((word) => word.trim())
    .filter(Boolean);

/** The person as the file has them: empty cells leave what is there. A new one is staff of the sites named. */
function personOf(
  { values }: ReadRow<StaffField>,
  before: Person | null,
  id: string,
  organisation: Organisation,
): Person {
  const sites = sitesIn(values.sites).flatMap((word) => named(organisation.sites, word)?.id ?? []);
  const phone = values.phone || before?.phone;
  const role = chosen(roleChoices, values.role) ?? before?.role ?? 'staff';
  const firm = role === 'contractor' ? values.firm || before?.firm : undefined;
  const { firm: _, ...known } = before ?? { active: true };
  return {
    ...known,
    id,
    name: { 'zh-CN': values.nameZh, en: values.nameEn || (before?.name.en ?? values.nameZh) },
    email: before && lower(before.email) === lower(values.email) ? before.email : values.email,
    ...(phone && { phone }),
    language: chosen(languageChoices, values.language) ?? before?.language ?? organisation.company.language,
    role,
    ...(firm && { firm }),
    sites: values.sites === '' ? (before?.sites ?? []) : [...new Set(sites)],
    active: before?.active ?? true,
  };
}

/**
 * What importing the file would do, person by person, found by id or e-mail address. Nobody is removed or deactivated:
 * that is the leaver's page. `mayWrite` says whether the caller may have this change.
 */
export function planStaff(
  sheet: readonly SheetRow[],
  organisation: Organisation,
  mayWrite: (before: Person | null, after: Person) => boolean,
): StaffPlan {
  const { rows, ignored, problems } = readColumns(staffColumns, sheet);
  const badLines = new Set(problems.map(({ line }) => line));
  const byId = new Map(organisation.people.map((one) => [one.id, one]));
  const active = organisation.people.filter((one) => one.active);
  const taken = new Set(byId.keys());
  const seen = new Set<string>();
  const people = rows.flatMap((row): PlannedPerson[] => {
    const { line, values } = row;
    const own = judge(row, organisation);
    const email = lower(values.email);
    const byEmail = active.find((one) => lower(one.email) === email) ?? null;
    const before = values.id === '' ? byEmail : (byId.get(values.id) ?? byEmail);
    if (seen.has(email) && email !== '') own.push({ line, column: 'email', code: 'repeated', value: values.email });
    if (byEmail && before && byEmail.id !== before.id)
      own.push({ line, column: 'email', code: 'already_used', value: values.email });
    seen.add(email);
    if (own.length > 0 || badLines.has(line)) {
      problems.push(...own);
      return [];
    }
    const id = before?.id ?? (values.id || slugOf(values.nameEn || (email.split('@')[0] ?? ''), taken, 'person'));
    taken.add(id);
    const person = personOf(row, before, id, organisation);
    if (isContractor(person) && !person.firm) {
      problems.push({ line, column: 'firm', code: 'needed', value: '' });
      return [];
    }
    const change = before === null ? 'create' : same(before, person) ? 'same' : 'change';
    if (change !== 'same' && !mayWrite(before, person)) {
      problems.push({ line, column: null, code: 'not_allowed' });
      return [];
    }
    return [{ change, person, before, line }];
  });
  return { people, problems: problems.sort((a, b) => a.line - b.line), ignored, rows: rows.length };
}

const whole = ({ name, email, phone, language, role, firm, sites, active }: Person) =>
  JSON.stringify([
    name['zh-CN'],
    name.en,
    email,
    (phone ?? '').replace(/\D/g, ''),
    language,
    role,
    firm,
    sites,
    active,
  ]);
const same = (a: Person, b: Person): boolean => whole(a) === whole(b);

/** The organisation with the people of the plan in it, old ones in their places. */
export function withPeople(organisation: Organisation, plan: StaffPlan): Organisation {
  const changed = new Map(
    plan.people.flatMap(({ change, person }) => (change === 'same' ? [] : [[person.id, person]])),
  );
  const old = organisation.people.map((one) => changed.get(one.id) ?? one);
  const fresh = plan.people.filter(({ change }) => change === 'create').map(({ person }) => person);
  return { ...organisation, people: [...old, ...fresh] };
}
