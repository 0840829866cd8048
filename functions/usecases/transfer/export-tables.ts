import { may, mayAnywhere, sitesOf } from '#domain/permission';
import { spanOfDates } from '#domain/span';
import { type Column, nameOf } from '#domain/table/columns';
import { BOM, csvLine, phoneCell } from '#domain/table/safe-csv';
import type { Language } from '#domain/text';
import { assetColumns } from '#domain/transfer/asset-columns';
import { complaintCells, complaintColumns } from '#domain/transfer/complaint-columns';
import {
  channelChoices,
  type HouseholdField,
  householdColumns,
  languageChoices,
  relationChoices,
} from '#domain/transfer/household-columns';
import { roleChoices, type StaffField, staffColumns } from '#domain/transfer/staff-columns';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { maintenanceAt } from '../assets/maintenance-at.ts';
import { NotAllowed } from '../errors.ts';
import { type LoadDirectory, routingAt } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { assetCells } from './asset-cells.ts';

/** A part of a file: parts joined in order are the file. The first begins with the heading. */
export interface TablePart {
  csv: string;
  rows: number;
  next: string | null;
}
type ExportPorts = Pick<Ports, 'households' | 'items' | 'assets' | 'documents'> & { loadDirectory: LoadDirectory };

/** Rows of a list in one part. */
const PART = 100;

const table = <F extends string>(
  columns: readonly Column<F>[],
  rows: readonly Record<F, string>[],
  language: Language,
  begins: boolean,
): string =>
  (begins ? BOM + csvLine(columns.map(({ name }) => name[language])) : '') +
  rows.map((row) => csvLine(columns.map(({ field }) => row[field]))).join('');

/** Lists as files, in parts by cursor; only columns the caller may see. */
export const createExportTables = ({ households, items, assets, documents, loadDirectory }: ExportPorts) => ({
  /** The register by place, kind and number. */
  async assets(caller: Caller, { site, cursor }: { site: string; cursor?: string | undefined }): Promise<TablePart> {
    const { company, language } = caller;
    const facts = await loadDirectory(company);
    requireAtSite(caller, 'asset.read', site, facts.directory);
    const { kinds } = await maintenanceAt({ documents }, company, facts, site);
    const { rows, next } = await assets.list(company, { site }, {}, { cursor, limit: PART });
    const names = { organisation: facts.directory.organisation, kinds };
    const cells = rows.map((row) => assetCells(row, names, language));
    return { csv: table(assetColumns, cells, language, cursor === undefined), rows: cells.length, next };
  },

  /** One row a member; a household without members is one row. */
  async households(
    caller: Caller,
    { site, cursor }: { site: string; cursor?: string | undefined },
  ): Promise<TablePart> {
    const { language } = caller;
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'household.export', site, directory);
    const contacts = may(caller.person, 'phone.read', { site }, directory);
    const hidden: ReadonlySet<HouseholdField> = new Set(contacts ? [] : ['phone', 'email', 'preferredTime']);
    const buildings = new Map(directory.organisation.buildings.map((one) => [one.id, one.name[language]]));
    const { rows, next } = await households.bySite(caller.company, site, null, { cursor, limit: PART });
    const cells = rows.flatMap(({ building, unit, members }) => {
      const place = { building: buildings.get(building) ?? building, unit };
      const nobody = { name: '', relation: '', phone: '', email: '', language: '', channel: '', preferredTime: '' };
      if (members.length === 0) return [{ ...place, ...nobody }];
      return members.map((member) => ({
        ...place,
        name: member.name,
        relation: nameOf(relationChoices, member.relation, language),
        phone: phoneCell(member.phone ?? ''),
        email: member.email ?? '',
        language: nameOf(languageChoices, member.language, language),
        channel: nameOf(channelChoices, member.channel, language),
        preferredTime: member.preferredTime ?? '',
      }));
    });
    const columns = householdColumns.filter(({ field }) => !hidden.has(field));
    return { csv: table(columns, cells, language, cursor === undefined), rows: cells.length, next };
  },

  /** Active staff of the caller's sites. One part: the organisation is one document. */
  async staff(caller: Caller): Promise<TablePart> {
    const { language, person } = caller;
    const { directory } = await loadDirectory(caller.company);
    if (!mayAnywhere(person, directory).includes('staff.export')) throw new NotAllowed('staff.export');
    const { organisation } = directory;
    const visible = new Set(sitesOf(person, organisation));
    const everybody = may(person, 'staff.export', {}, directory);
    const siteNames = new Map(organisation.sites.map(({ id, name }) => [id, name[language]]));
    const phones = organisation.sites.some(({ id }) => may(person, 'phone.read', { site: id }, directory));
    const hidden: ReadonlySet<StaffField> = new Set(phones ? [] : ['phone']);
    const cells = organisation.people
      .filter(({ active, sites }) => active && (everybody || sites.some((site) => visible.has(site))))
      .map((one) => ({
        id: one.id,
        nameZh: one.name['zh-CN'],
        nameEn: one.name.en,
        email: one.email,
        phone: phoneCell(one.phone ?? ''),
        language: nameOf(languageChoices, one.language, language),
        role: nameOf(roleChoices, one.role, language),
        firm: one.firm ?? '',
        sites: one.sites
          .filter((site) => everybody || visible.has(site))
          .map((site) => siteNames.get(site) ?? site)
          .join('、'),
      }));
    const columns = staffColumns.filter(({ field }) => !hidden.has(field));
    return { csv: table(columns, cells, language, true), rows: cells.length, next: null };
  },

  /** Complaints filed from one local date to another, both included, newest first. No personal data of residents. */
  async complaints(
    caller: Caller,
    { site, from, to, cursor }: { site: string; from: string; to: string; cursor?: string | undefined },
  ): Promise<TablePart> {
    const { company, language } = caller;
    const facts = await loadDirectory(company);
    const { directory } = facts;
    requireAtSite(caller, 'item.export', site, directory);
    const zone = directory.organisation.sites.find(({ id }) => id === site)?.zone ?? 'UTC';
    const period = spanOfDates(from, to, zone);
    const { rows, next } = await items.filed(company, site, period, { cursor, limit: PART });
    const reader = { organisation: directory.organisation, routing: routingAt(facts, site), zone, language };
    const cells = rows.map((row) => complaintCells(row, reader));
    return { csv: table(complaintColumns, cells, language, cursor === undefined), rows: cells.length, next };
  },
});
export type ExportTables = ReturnType<typeof createExportTables>;
