import type { z } from 'zod';
import { shortCode } from '#domain/patrol/code';
import { HOUR } from '#domain/time';
import type { Caller } from '#http/caller';
import type { PatrolQuery, PatrolRowView, PatrolView, PointLabel } from '#http/schemas/patrol';
import type { Ports } from '#ports';
import { NotFound } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import { type LoadDirectory, versionAt } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { patrolRowView, patrolView } from './patrol-views.ts';

type PatrolPorts = Pick<Ports, 'patrols' | 'items' | 'assets' | 'documents' | 'clock'> & {
  loadDirectory: LoadDirectory;
};

/** A night is still "tonight" so long after its last window: whoever comes to work reads how it went. */
const AFTERWARDS = 14 * HOUR;
/** Nights looked at for that: a site has a few routes. */
const LATELY = 20;

/** What the panel shows of night patrols. Throws NotFound | NotAllowed. */
export function createReadPatrols(ports: PatrolPorts, { publicUrl }: { publicUrl: string }) {
  const { patrols, items, assets, documents, clock, loadDirectory } = ports;
  const requireAt = async (caller: Caller, site: string, operation: 'item.list' | 'asset.write' = 'item.list') => {
    const facts = await loadDirectory(caller.company);
    requireAtSite(caller, operation, site, facts.directory);
    return facts;
  };
  const nightOf = async (company: string, id: string): Promise<PatrolView | null> => {
    const item = await items.get(company, id);
    return item && patrolView(item, clock.now());
  };

  return {
    async list(
      caller: Caller,
      { site, plan, cursor, limit }: z.infer<typeof PatrolQuery>,
    ): Promise<ListOf<PatrolRowView>> {
      await requireAt(caller, site);
      const { rows, next } = await patrols.list(caller.company, site, plan ?? null, { cursor, limit });
      return { data: rows.map(patrolRowView), next };
    },

    /** Those under way first, then the ones just over; each by the beginning of its night. */
    async tonight(caller: Caller, site: string): Promise<ListOf<PatrolView>> {
      await requireAt(caller, site);
      const { rows } = await patrols.list(caller.company, site, null, { limit: LATELY });
      const recent = rows.filter(({ over, ends }) => !over || ends + AFTERWARDS > clock.now());
      const nights = await Promise.all(recent.map(({ id }) => nightOf(caller.company, id)));
      const data = nights.flatMap((night) => night ?? []);
      return { data: data.toSorted((a, b) => Number(a.over) - Number(b.over)), next: null };
    },

    async show(caller: Caller, id: string): Promise<PatrolView> {
      const night = await nightOf(caller.company, id);
      if (!night) throw new NotFound('patrol');
      await requireAt(caller, night.site);
      return night;
    },

    /** Of the route as it is published: a label is hung up for good. */
    async labels(caller: Caller, { site, plan }: { site: string; plan: string }): Promise<ListOf<PointLabel>> {
      const { heads } = await requireAt(caller, site, 'asset.write');
      const found = await versionAt({ documents }, caller.company, heads, 'plans', site);
      const route = found?.body.plans.find(({ id }) => id === plan)?.route;
      if (!route) throw new NotFound('patrol');
      const labels = route.points.map(async ({ id, name, asset: at, code: own }): Promise<PointLabel[]> => {
        const asset = at === null ? null : await assets.get(caller.company, at);
        const code = own ?? (asset?.site === site ? asset.code : null);
        if (code === null) return [];
        const of = asset && { id: asset.id, number: asset.number, name: asset.name };
        return [{ point: id, name, asset: of, url: `${publicUrl}/e/${code}`, code: shortCode(code) }];
      });
      return { data: (await Promise.all(labels)).flat(), next: null };
    },
  };
}
export type ReadPatrols = ReturnType<typeof createReadPatrols>;
