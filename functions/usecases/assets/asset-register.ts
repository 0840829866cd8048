import type { z } from 'zod';
import type { Asset, AssetFacts } from '#domain/asset';
import { rememberedOf } from '#domain/asset-history';
import { AssetNumberTaken } from '#domain/errors';
import { may } from '#domain/permission';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { AssetDetail, AssetKindView, AssetQuery, AssetRow, ChangedAsset, NewAsset } from '#http/schemas/asset';
import type { Ports } from '#ports';
import { InvalidInput, NotFound, problem } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import type { CompanyFacts, LoadDirectory } from '../load-directory.ts';
import { ASSET, isUploadedBy } from '../photo-id.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { assetIssues } from './asset-problems.ts';
import { assetDetail, assetRow } from './asset-view.ts';
import { maintenanceAt } from './maintenance-at.ts';

export type AssetPorts = Pick<Ports, 'assets' | 'documents' | 'files' | 'ids' | 'clock'> & {
  loadDirectory: LoadDirectory;
};

/** The register of what is maintained. Throws NotFound | NotAllowed | InvalidInput | AssetChanged. */
export function createAssetRegister(ports: AssetPorts, { publicUrl }: { publicUrl: string }) {
  const { assets, clock, ids, files, loadDirectory } = ports;

  const zoneOf = ({ directory }: CompanyFacts, site: string) => siteOf(site, directory).zone;
  const readerAt = (facts: CompanyFacts, site: string) => ({
    today: localDate(clock.now(), zoneOf(facts, site)),
    publicUrl,
  });
  const detail = (caller: Caller, asset: Asset, facts: CompanyFacts): AssetDetail => {
    const editable = may(caller.person, 'asset.write', { site: asset.site }, facts.directory);
    return assetDetail(asset, readerAt(facts, asset.site), editable);
  };
  const read = async (caller: Caller, id: string, operation: 'asset.read' | 'asset.write') => {
    const asset = await assets.get(caller.company, id);
    if (!asset) throw new NotFound('asset');
    const facts = await loadDirectory(caller.company);
    requireAtSite(caller, operation, asset.site, facts.directory);
    return { asset, facts };
  };
  const judge = async ({ company, person }: Caller, wanted: AssetFacts, before: Asset | null, facts: CompanyFacts) => {
    const settings = await maintenanceAt(ports, company, facts, wanted.site);
    const issues = assetIssues(wanted, before, facts.directory.organisation, settings);
    for (const [index, document] of wanted.documents.entries()) {
      const own = isUploadedBy(document, ASSET, person.id);
      const known = before?.documents.includes(document) || (own && (await files.viewUrl(company, document)) !== null);
      if (!known) issues.push(problem(['documents', index], 'unknown_photo'));
    }
    if (issues.length > 0) throw new InvalidInput(issues);
  };
  const put = async (asset: Asset): Promise<void> => {
    try {
      await assets.put(asset);
    } catch (error) {
      if (!(error instanceof AssetNumberTaken)) throw error;
      throw new InvalidInput([problem(['number'], 'asset_number_taken')]);
    }
  };
  const meterOf = (read: NewAsset['meter'], before: Asset['meter']): Asset['meter'] =>
    read === null || (before?.unit === read.unit && before.reading === read.reading)
      ? read && before
      : { ...read, at: clock.now() };

  return {
    async list(caller: Caller, query: z.infer<typeof AssetQuery>): Promise<ListOf<AssetRow>> {
      const { site, q, building, kind, condition, person, responsible, area, cursor, limit } = query;
      const facts = await loadDirectory(caller.company);
      requireAtSite(caller, 'asset.read', site, facts.directory);
      const text = q === '' ? undefined : q.normalize('NFKC').toLowerCase();
      const which = person === undefined ? { site, building, kind } : { site, person };
      const filter = {
        ...{ condition, text, responsible: responsible === '' ? null : responsible },
        ...(area !== undefined && { area: buildingsOf(area || null, site, facts) }),
        ...(person !== undefined && { kind, building }),
      };
      const { rows, next } = await assets.list(caller.company, which, filter, { cursor, limit });
      const reader = readerAt(facts, site);
      return { data: rows.map((row) => assetRow(row, reader)), next };
    },

    /** Kinds as they hold at the site, those out of use as well: assets may still be of one. */
    async kinds(caller: Caller, site: string): Promise<AssetKindView[]> {
      const facts = await loadDirectory(caller.company);
      requireAtSite(caller, 'asset.read', site, facts.directory);
      const { kinds } = await maintenanceAt(ports, caller.company, facts, site);
      return kinds.map(({ id, name, impact, checklist, active }) => ({ id, name, impact, checklist, active }));
    },

    async show(caller: Caller, id: string): Promise<AssetDetail> {
      const { asset, facts } = await read(caller, id, 'asset.read');
      return detail(caller, asset, facts);
    },

    /** By the code of its label. */
    async scan(caller: Caller, code: string): Promise<AssetDetail> {
      const id = await assets.byCode(caller.company, code);
      const { asset, facts } = await read(caller, id ?? '', 'asset.read');
      return detail(caller, asset, facts);
    },

    /** The same `key` puts one asset on the register. */
    async create(caller: Caller, { meter, ...wanted }: NewAsset, key?: string): Promise<AssetDetail> {
      const { company, person } = caller;
      const facts = await loadDirectory(company);
      requireAtSite(caller, 'asset.write', wanted.site, facts.directory);
      const id = key === undefined ? ids.next() : ids.from(`${company}/asset/${person.id}/${key}`);
      const known = key === undefined ? null : await assets.get(company, id);
      if (known) return detail(caller, known, facts);
      await judge(caller, wanted, null, facts);
      const fresh = { ...wanted, id, company, meter: meterOf(meter, null), code: ids.next(), version: 1 };
      const asset = { ...fresh, ...rememberedOf(null, fresh, clock.now(), zoneOf(facts, wanted.site)) };
      await put(asset);
      return detail(caller, asset, facts);
    },

    async change(caller: Caller, id: string, { expected, meter, ...wanted }: ChangedAsset): Promise<AssetDetail> {
      const { asset: before, facts } = await read(caller, id, 'asset.write');
      await judge(caller, { ...wanted, site: before.site }, before, facts);
      const changed = { ...before, ...wanted, meter: meterOf(meter, before.meter), version: expected + 1 };
      const asset = { ...changed, ...rememberedOf(before, changed, clock.now(), zoneOf(facts, before.site)) };
      await put(asset);
      return detail(caller, asset, facts);
    },

    /** A short-lived address. Throws NotFound for a document of another asset. */
    async viewDocument(caller: Caller, id: string, document: string): Promise<{ url: string }> {
      const { asset } = await read(caller, id, 'asset.read');
      const url = asset.documents.includes(document) ? await files.viewUrl(caller.company, document) : null;
      if (url === null) throw new NotFound('photo');
      return { url };
    },
  };
}
export type AssetRegister = ReturnType<typeof createAssetRegister>;

/** The buildings whose assets count to an area; of none: those that have any. */
function buildingsOf(id: string | null, site: string, { directory: { organisation } }: CompanyFacts) {
  const ofSite = organisation.buildings.filter((one) => one.site === site && one.area !== null);
  return { id, buildings: ofSite.filter(({ area }) => id === null || area === id).map((one) => one.id) };
}
