import type { AssetSummary } from '#domain/asset';
import { rememberedOf } from '#domain/asset-history';
import type { AssetKind } from '#domain/maintenance';
import type { Organisation } from '#domain/organisation';
import { assetFingerprint, type PlannedAsset, planAssets } from '#domain/transfer/plan-assets';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { maintenanceAt } from '../assets/maintenance-at.ts';
import { PlanChanged } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { readSheet } from './read-sheet.ts';

type ImportPorts = Pick<Ports, 'assets' | 'clock' | 'documents' | 'ids'> & { loadDirectory: LoadDirectory };
interface ImportFile {
  site: string;
  /** base64 */
  file: string;
}
type Failure = { asset: PlannedAsset['asset']; why: 'changed' | 'busy' };

/** Assets written by one request, and at the same time. */
const SHARE = 250;
const AT_ONCE = 8;
const failures: Record<string, Failure['why']> = {
  AssetChanged: 'changed',
  AssetNumberTaken: 'changed',
  StoreBusy: 'busy',
};

/** The names an import's words are made of. */
export interface AssetNames {
  organisation: Organisation;
  kinds: readonly AssetKind[];
}

/** The register from a table: what it would do, and doing exactly that. Assets stand for themselves. */
export const createImportAssets = (ports: ImportPorts) => {
  const { assets, clock, ids, loadDirectory } = ports;

  const existing = async (company: string, site: string): Promise<AssetSummary[]> => {
    const found: AssetSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await assets.list(company, { site }, {}, { cursor, limit: 100 });
      found.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor);
    return found;
  };
  const tokenOf = (company: string, site: string, changes: readonly PlannedAsset[]) =>
    ids.from(
      JSON.stringify([
        ...['assets', company, site],
        changes.map(({ asset, before }) => [assetFingerprint(asset), before?.version ?? 0]),
      ]),
    );

  const prepare = async (caller: Caller, { site, file }: ImportFile) => {
    const { company } = caller;
    const facts = await loadDirectory(company);
    const { organisation } = facts.directory;
    requireAtSite(caller, 'asset.write', site, facts.directory);
    const { kinds } = await maintenanceAt(ports, company, facts, site);
    const plan = planAssets(readSheet(file), {
      site,
      buildings: organisation.buildings.filter((one) => one.site === site),
      areas: organisation.areas.filter((one) => one.site === site),
      people: organisation.people.filter(
        ({ active, sites, role }) => active && (role === 'admin' || sites.includes(site)),
      ),
      kinds: kinds.filter(({ active }) => active),
      assets: await existing(company, site),
    });
    const changes = plan.assets.filter(({ change }) => change !== 'same');
    const names: AssetNames = { organisation, kinds };
    const { zone } = siteOf(site, facts.directory);
    return { plan, changes, names, zone, token: tokenOf(company, site, changes) };
  };

  /** Null: written. Whoever changed the asset since it was planned is not overwritten. */
  const write = async ({ company }: Caller, { asset, before }: PlannedAsset, zone: string): Promise<Failure | null> => {
    try {
      if (before === null) {
        const fresh = { ...asset, id: ids.next(), company, code: ids.next(), documents: [], meter: null, version: 1 };
        await assets.put({ ...fresh, ...rememberedOf(null, fresh, clock.now(), zone) });
        return null;
      }
      const present = await assets.get(company, before.id);
      if (present?.version !== before.version) return { asset, why: 'changed' };
      const changed = { ...present, ...asset, version: before.version + 1 };
      await assets.put({ ...changed, ...rememberedOf(present, changed, clock.now(), zone) });
      return null;
    } catch (error) {
      const why = error instanceof Error ? failures[error.name] : undefined;
      if (why === undefined) throw error;
      return { asset, why };
    }
  };

  return {
    /** The dry run: nothing is stored. @throws NotAllowed | NotFound | InvalidInput (no file one can read) */
    check: prepare,

    /** Writes what the check with this token showed, a share in one request: `token` leads on. @throws PlanChanged */
    async apply(caller: Caller, file: ImportFile, token: string) {
      const prepared = await prepare(caller, file);
      if (prepared.token !== token) throw new PlanChanged();
      const share = prepared.changes.slice(0, SHARE);
      const results: (Failure | null)[] = [];
      for (let from = 0; from < share.length; from += AT_ONCE)
        results.push(
          ...(await Promise.all(share.slice(from, from + AT_ONCE).map((one) => write(caller, one, prepared.zone)))),
        );
      const failed = results.filter((result) => result !== null);
      const rest = prepared.changes.slice(SHARE);
      const goesOn = rest.length > 0 && failed.length === 0;
      return {
        written: share.length - failed.length,
        failed,
        token: goesOn ? tokenOf(caller.company, file.site, rest) : null,
      };
    },
  };
};
export type ImportAssets = ReturnType<typeof createImportAssets>;
