import type { Column } from '#domain/table/columns';
import { BOM, csvLine } from '#domain/table/safe-csv';
import type { Language } from '#domain/text';
import { assetColumns } from '#domain/transfer/asset-columns';
import { householdColumns } from '#domain/transfer/household-columns';
import { staffColumns } from '#domain/transfer/staff-columns';
import type { ImportKind } from './use-import.ts';

const examples: Record<ImportKind, Record<Language, Record<string, string>>> = {
  households: {
    'zh-CN': {
      building: '1 栋',
      unit: '1201',
      name: '张先生',
      relation: '业主',
      phone: '138 0000 0000',
      language: '中文',
    },
    en: {
      building: 'Building 1',
      unit: '1201',
      name: 'Mr Zhang',
      relation: 'Owner',
      phone: '138 0000 0000',
      language: 'English',
    },
  },
  assets: {
    'zh-CN': { number: 'DT-B1-3', name: '3 号电梯', kind: '电梯', building: '1 栋', certificateUntil: '2027-03-31' },
    en: { number: 'LIFT-3', name: 'Lift 3', kind: 'Lift', building: 'Building 1', certificateUntil: '2027-03-31' },
  },
  staff: {
    'zh-CN': {
      nameZh: '维修工丙',
      nameEn: 'Repairer C',
      email: 'repairer-c@example.com',
      role: '员工',
      language: '中文',
    },
    en: {
      nameZh: '维修工丙',
      nameEn: 'Repairer C',
      email: 'repairer-c@example.com',
      role: 'Staff',
      language: 'English',
    },
  },
};

const columnsOf: Record<ImportKind, readonly Column[]> = {
  households: householdColumns,
  staff: staffColumns,
  assets: assetColumns,
};

/** A file with the headings and one row to write over, as Excel opens it. */
export function templateOf(kind: ImportKind, language: Language, sites: readonly string[]): string {
  const columns: readonly Column[] = columnsOf[kind];
  const row: Record<string, string> = { ...examples[kind][language], sites: sites.join('、') };
  return (
    BOM + csvLine(columns.map(({ name }) => name[language])) + csvLine(columns.map(({ field }) => row[field] ?? ''))
  );
}
