import type { Asset } from '#domain/asset';
import type { Caller } from '#http/caller';
import type { NewOrder } from '#http/schemas/order';
import type { Ports } from '#ports';
import { InvalidInput, problem } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import type { OpenedOrder, OpenOrder } from './open-order.ts';

/** A work order by hand (开工单): a repair of facilities of one kind, or of a kind at a place. Throws NotAllowed | NotFound | InvalidInput. */
export const createOpenByHand =
  ({
    assets,
    ids,
    loadDirectory,
    openOrder,
  }: Pick<Ports, 'assets' | 'ids'> & { loadDirectory: LoadDirectory; openOrder: OpenOrder }) =>
  async (caller: Caller, body: NewOrder, key?: string): Promise<OpenedOrder> => {
    const { company, person } = caller;
    const { site, work, kind, building, place } = body;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'order.open', site, directory);
    const known = directory.organisation.buildings.some((one) => one.site === site && one.id === building);
    if (building && !known) throw new InvalidInput([problem(['building'], 'unknown_building')]);
    const found = await Promise.all(body.assets.map((id) => assets.get(company, id)));
    const issues = found.flatMap((asset, index) => {
      const why = objection(asset, found[0] ?? null, site);
      return why === null ? [] : [problem(['assets', index], why)];
    });
    if (issues.length > 0) throw new InvalidInput(issues);
    return openOrder({
      company,
      site,
      key: key === undefined ? `hand/${ids.next()}` : `hand/${person.id}/${key}`,
      work,
      assets: body.assets,
      takenBy: person.id,
      ...(found.length === 0 && { kind: kind ?? '', building: building ?? null, place: place || null }),
    });
  };
export type OpenByHand = ReturnType<typeof createOpenByHand>;

function objection(asset: Asset | null, first: Asset | null, site: string) {
  if (asset?.site !== site) return 'unknown_asset';
  if (asset.condition === 'retired') return 'retired_asset';
  return asset.kind === first?.kind ? null : 'other_kind';
}
