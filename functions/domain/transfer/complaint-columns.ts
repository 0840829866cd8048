import type { Organisation } from '../organisation.ts';
import type { Routing, Severity } from '../routing.ts';
import type { Column } from '../table/columns.ts';
import type { Language } from '../text.ts';
import { type Instant, localDate, localTime } from '../time.ts';
import { severityLabel, statusLabel } from '../words.ts';
import type { Status } from '../workflow/definition.ts';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export type ComplaintField =
  | 'number'
  | 'filed'
  | 'site'
  | 'building'
  | 'place'
  | 'category'
  | 'department'
  | 'severity'
  | 'major'
  | 'status'
  | 'owner'
  | 'level'
  | 'due'
  | 'ended'
  | 'missed'
  | 'repeat';

/** What a list row knows: no personal data of residents. */
export const complaintColumns: readonly Column<ComplaintField>[] = [
  { field: 'number', name: t('编号', 'Number') },
  { field: 'filed', name: t('受理时间', 'Filed at') },
  { field: 'site', name: t('项目', 'Site') },
  { field: 'building', name: t('楼栋', 'Building') },
  { field: 'place', name: t('房号或位置', 'Unit or place') },
  { field: 'category', name: t('类别', 'Category') },
  { field: 'department', name: t('责任部门', 'Department') },
  { field: 'severity', name: t('紧急程度', 'Severity') },
  { field: 'major', name: t('重大投诉', 'Major') },
  { field: 'status', name: t('状态', 'Status') },
  { field: 'owner', name: t('责任人', 'Owner') },
  { field: 'level', name: t('升级层级', 'Level') },
  { field: 'due', name: t('截止时间', 'Deadline') },
  { field: 'ended', name: t('结束时间', 'Ended at') },
  { field: 'missed', name: t('超时', 'Overdue') },
  { field: 'repeat', name: t('重复投诉', 'Repeat') },
];

interface ComplaintRow {
  number: string;
  site: string;
  building: string | null;
  unit: string | null;
  place: string | null;
  category: string;
  department: string;
  severity: Severity;
  major: boolean;
  status: Status;
  owner: string | null;
  level: number;
  createdAt: Instant;
  due: Instant | null;
  endedAt: Instant | null;
  missed: readonly ('reply' | 'resolve')[];
  repeatOf: string | null;
}
interface Reader {
  organisation: Organisation;
  routing: Routing;
  zone: string;
  language: Language;
}
const missedWords = { reply: t('答复', 'Reply'), resolve: t('处理', 'Resolve') };

/** A row in words: names for ids, local times that a spreadsheet sorts ("2026-11-24 10:00"). */
export function complaintCells(row: ComplaintRow, reader: Reader): Record<ComplaintField, string> {
  const { organisation, routing, zone, language } = reader;
  const site = organisation.sites.find(({ id }) => id === row.site);
  const called = (found: { name: { 'zh-CN': string; en: string } } | undefined, id: string) =>
    found?.name[language] ?? id;
  const time = (at: Instant | null) => (at === null ? '' : `${localDate(at, zone)} ${localTime(at, zone)}`);
  const yes = (is: boolean) => (is ? t('是', 'Yes')[language] : '');
  const { building, owner } = row;
  return {
    number: row.number,
    filed: time(row.createdAt),
    site: called(site, row.site),
    building:
      building === null
        ? ''
        : called(
            organisation.buildings.find(({ id }) => id === building),
            building,
          ),
    place: row.unit ?? row.place ?? '',
    category: called(
      routing.categories.find(({ id }) => id === row.category),
      row.category,
    ),
    department: called(
      site?.departments.find(({ id }) => id === row.department),
      row.department,
    ),
    severity: severityLabel(row.severity, language),
    major: yes(row.major),
    status: statusLabel(row.status, language),
    owner:
      owner === null
        ? ''
        : called(
            organisation.people.find(({ id }) => id === owner),
            owner,
          ),
    level: String(row.level + 1),
    due: time(row.due),
    ended: time(row.endedAt),
    missed: row.missed.map((clock) => missedWords[clock][language]).join(language === 'en' ? ', ' : '、'),
    repeat: yes(row.repeatOf !== null),
  };
}
