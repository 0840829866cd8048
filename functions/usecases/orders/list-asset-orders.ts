import type { Caller } from '#http/caller';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { PageRequest, Ports } from '#ports';
import { NotFound } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';

/** What was done at a facility, newest first: for whoever may read the register. Throws NotFound | NotAllowed. */
export const createListAssetOrders =
  ({
    assets,
    items,
    clock,
    loadDirectory,
  }: Pick<Ports, 'assets' | 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, id: string, page: PageRequest): Promise<ListOf<ComplaintSummary>> => {
    const asset = await assets.get(caller.company, id);
    if (!asset) throw new NotFound('asset');
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'asset.read', asset.site, directory);
    const { rows, next } = await items.byAsset(caller.company, id, page);
    const now = clock.now();
    return { data: rows.map((row) => summaryView(row, now)), next };
  };
