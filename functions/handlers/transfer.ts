import type { Household } from '#domain/household';
import type { Building } from '#domain/organisation';
import type { Column, SheetProblem } from '#domain/table/columns';
import { nameOf, wordsOf } from '#domain/table/columns';
import type { Language } from '#domain/text';
import { assetColumns, conditionChoices } from '#domain/transfer/asset-columns';
import { channelChoices, householdColumns, languageChoices, relationChoices } from '#domain/transfer/household-columns';
import type { PlannedAsset } from '#domain/transfer/plan-assets';
import type { PlannedHousehold } from '#domain/transfer/plan-households';
import type { PlannedPerson } from '#domain/transfer/plan-staff';
import { roleChoices, staffColumns } from '#domain/transfer/staff-columns';
import { statusWords } from '#http/error-words';
import { issueMessages } from '#http/problem-messages';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { ImportCheck } from '#http/schemas/transfer';
import { sheetMessage } from '#http/sheet-messages';
import { assetCells } from '#usecases/transfer/asset-cells';
import type { ExportTables } from '#usecases/transfer/export-tables';
import type { AssetNames, ImportAssets } from '#usecases/transfer/import-assets';
import type { ImportHouseholds } from '#usecases/transfer/import-households';
import type { ImportStaff } from '#usecases/transfer/import-staff';

export interface Transfer {
  importAssets: ImportAssets;
  importHouseholds: ImportHouseholds;
  importStaff: ImportStaff;
  exportTables: ExportTables;
}
type Operation =
  | 'checkHouseholdImport'
  | 'applyHouseholdImport'
  | 'checkStaffImport'
  | 'applyStaffImport'
  | 'checkAssetImport'
  | 'applyAssetImport'
  | 'exportAssets'
  | 'exportHouseholds'
  | 'exportStaff'
  | 'exportComplaints';

/** Changes and problems told one by one: what a person looks at. */
const MOST = 500;
type Change = ImportCheck['changes'][number];

export const transferHandlers = ({
  importAssets,
  importHouseholds,
  importStaff,
  exportTables,
}: Transfer): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  async checkHouseholdImport({ caller, body }) {
    const { plan, buildings, token } = await importHouseholds.check(caller, body);
    const { language } = caller;
    const changes = plan.households.map((one) => householdChange(one, buildings, language));
    return answer(plan, changes, problemsOf(plan.problems, householdColumns, language), token);
  },
  async applyHouseholdImport({ caller, body: { token, ...file } }) {
    const { written, failed, buildings, token: next } = await importHouseholds.apply(caller, file, token);
    const words = { changed: statusWords('409', caller.language), busy: statusWords('503', caller.language) };
    return {
      written,
      failed: failed.map(({ household, why }) => ({
        title: placeOf(household, buildings, caller.language),
        message: words[why],
      })),
      token: next,
    };
  },
  async checkStaffImport({ caller, body }) {
    const { plan, issues, token } = await importStaff.check(caller, body.file);
    const { language } = caller;
    const whole = Object.values(issueMessages(issues, language))
      .flat()
      .map((message) => ({ line: 1, column: null, message }));
    const problems = [...whole, ...problemsOf(plan.problems, staffColumns, language)];
    const changes = plan.people.map((one) => personChange(one, language));
    return answer(plan, changes, problems, issues.length > 0 ? null : token);
  },
  async applyStaffImport({ caller, body }) {
    const { written } = await importStaff.apply(caller, body);
    return { written, failed: [], token: null };
  },
  async checkAssetImport({ caller, body }) {
    const { plan, names, token } = await importAssets.check(caller, body);
    const { language } = caller;
    const changes = plan.assets.map((one) => assetChange(one, names, language));
    const listed = (list: readonly { name: Record<Language, string> }[]) =>
      list.map(({ name }) => name[language]).join(language === 'en' ? ', ' : '、');
    const choices = {
      kind: listed(names.kinds.filter(({ active }) => active)),
      area: listed(names.organisation.areas.filter(({ site }) => site === body.site)),
      condition: wordsOf(conditionChoices, language),
    };
    return answer(plan, changes, problemsOf(plan.problems, assetColumns, language, choices), token);
  },
  async applyAssetImport({ caller, body: { token, ...file } }) {
    const { written, failed, token: next } = await importAssets.apply(caller, file, token);
    const words = { changed: statusWords('409', caller.language), busy: statusWords('503', caller.language) };
    return {
      written,
      failed: failed.map(({ asset, why }) => ({ title: `${asset.number} ${asset.name}`, message: words[why] })),
      token: next,
    };
  },
  exportAssets: ({ caller, query }) => exportTables.assets(caller, query),
  exportHouseholds: ({ caller, query }) => exportTables.households(caller, query),
  exportStaff: ({ caller }) => exportTables.staff(caller),
  exportComplaints: ({ caller, query }) => exportTables.complaints(caller, query),
});

function answer(
  { rows, ignored }: { rows: number; ignored: string[] },
  changes: Change[],
  problems: ImportCheck['problems'],
  token: string | null,
): ImportCheck {
  const count = (kind: Change['change']) => changes.filter(({ change }) => change === kind).length;
  const counts = { create: count('create'), change: count('change'), same: count('same') };
  return {
    rows,
    counts,
    changes: changes.filter(({ change }) => change !== 'same').slice(0, MOST),
    problems: problems.slice(0, MOST),
    problemCount: new Set(problems.map(({ line }) => line)).size,
    ignored,
    token: counts.create + counts.change > 0 ? token : null,
  };
}

const problemsOf = <F extends string>(
  problems: readonly SheetProblem<F>[],
  columns: readonly Column<F>[],
  language: Language,
  own: Record<string, string> = {},
): ImportCheck['problems'] => {
  const choices: Record<string, string> = {
    ...own,
    language: wordsOf(languageChoices, language),
    relation: wordsOf(relationChoices, language),
    channel: wordsOf(channelChoices, language),
    role: wordsOf(roleChoices, language),
  };
  return problems.map((problem) => ({
    line: problem.line,
    ...sheetMessage(problem, columns, choices as Partial<Record<F, string>>, language),
  }));
};

/** "Phone: 139 -> 138" for every column that changes. */
const cellChanges = <F extends string>(
  columns: readonly Column<F>[],
  before: Partial<Record<F, string>>,
  after: Partial<Record<F, string>>,
  language: Language,
): string[] =>
  columns.flatMap(({ field, name }) => {
    const [was = '', is = ''] = [before[field], after[field]];
    return was === is
      ? []
      : [`${name[language]}${language === 'en' ? ': ' : '：'}${was === '' ? '—' : was} → ${is === '' ? '—' : is}`];
  });

const placeOf = ({ building, unit }: Household, buildings: readonly Building[], language: Language): string =>
  `${buildings.find(({ id }) => id === building)?.name[language] ?? building}${language === 'en' ? ', ' : ' '}${unit}`;

function assetChange({ change, asset, before, line }: PlannedAsset, names: AssetNames, language: Language): Change {
  const after = assetCells(asset, names, language);
  const details = before
    ? cellChanges(assetColumns, assetCells(before, names, language), after, language)
    : [[after.kind, after.building, after.place].filter(Boolean).join(' · ')];
  return { change, line, title: `${asset.number} ${asset.name}`, details };
}

function householdChange(
  { change, household, before, lines }: PlannedHousehold,
  buildings: readonly Building[],
  language: Language,
): Change {
  type Member = PlannedHousehold['household']['members'][number];
  const cells = (member: Member) => ({
    phone: member.phone ?? '',
    email: member.email ?? '',
    preferredTime: member.preferredTime ?? '',
    language: nameOf(languageChoices, member.language, language),
    channel: nameOf(channelChoices, member.channel, language),
    relation: nameOf(relationChoices, member.relation, language),
  });
  const details = household.members.flatMap((member, index) => {
    const known = before?.members[index];
    if (!known) return [`+ ${member.name}`];
    const changed = cellChanges(householdColumns, cells(known), cells(member), language);
    return changed.length === 0 ? [] : [`${member.name} · ${changed.join(language === 'en' ? '; ' : '；')}`];
  });
  return { change, line: lines[0] ?? 1, title: placeOf(household, buildings, language), details };
}

function personChange({ change, person, before, line }: PlannedPerson, language: Language): Change {
  const cells = (one: PlannedPerson['person']) => ({
    nameZh: one.name['zh-CN'],
    nameEn: one.name.en,
    email: one.email,
    phone: one.phone ?? '',
    language: nameOf(languageChoices, one.language, language),
    role: nameOf(roleChoices, one.role, language),
    firm: one.firm ?? '',
    sites: one.sites.join(', '),
  });
  const details = before ? cellChanges(staffColumns, cells(before), cells(person), language) : [person.email];
  return { change, line, title: person.name[language], details };
}
