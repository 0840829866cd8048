import type { Directory } from '#domain/organisation';
import { dayOf, spanOfDates } from '#domain/span';
import type { Caller } from '#http/caller';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { OrderQuery } from '#http/schemas/order';
import type { ItemFilter, ItemSummary, Page, Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';

/**
 * A site's work orders: open ones (most urgent first), overdue ones (longest first), those due today or within a period,
 * corrective ones still open, ended ones (last first). Throws NotAllowed | NotFound.
 */
export const createListOrders =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: OrderQuery): Promise<ListOf<ComplaintSummary>> => {
    const { company } = caller;
    const { site, list, area, from, to, cursor, limit } = query;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const buildings = area === undefined ? undefined : buildingsOf(directory, site, area);
    if (buildings?.length === 0) return { data: [], next: null };
    const { kind: category, person: owner, status } = query;
    const filter: ItemFilter = { kind: 'workOrder', category, owner, status, building: buildings };
    const page = { cursor, limit };
    const period = from !== undefined || to !== undefined ? spanOfDates(from, to, zone) : null;
    const due = (span: typeof period) =>
      items.within(company, { list: 'due', site, span: span ?? dayOf(now, zone) }, filter, page);
    const lists: Record<typeof list, () => Promise<Page<ItemSummary>>> = {
      open: () => items.open(company, site, filter, page),
      overdue: () => items.overdue(company, site, now, filter, page),
      today: () => due(null),
      due: () => due(period),
      failed: () => items.corrective(company, site, filter, page),
      ended: () => items.ended(company, site, period, filter, page),
    };
    const { rows, next } = await lists[list]();
    return { data: rows.map((row) => summaryView(row, now)), next };
  };

export const buildingsOf = ({ organisation }: Directory, site: string, area: string): string[] =>
  organisation.buildings.filter((one) => one.site === site && one.area === area).map(({ id }) => id);
