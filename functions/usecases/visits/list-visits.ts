import type { z } from 'zod';
import { dayOf, spanOfDates } from '#domain/span';
import type { Caller } from '#http/caller';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { VisitQuery } from '#http/schemas/visit';
import type { ItemFilter, ItemSummary, Page, Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { buildingsOf } from '../orders/list-orders.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';

/**
 * A site's visits: open ones (most urgent first), overdue ones, those to be made within a period, ended ones (last first).
 * Throws NotAllowed | NotFound.
 */
export const createListVisits =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: z.infer<typeof VisitQuery>): Promise<ListOf<ComplaintSummary>> => {
    const { company } = caller;
    const { site, list, area, from, to, cursor, limit } = query;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const building = area === undefined ? undefined : buildingsOf(directory, site, area);
    if (building?.length === 0) return { data: [], next: null };
    const filter: ItemFilter = { kind: 'visit', building };
    const page = { cursor, limit };
    const period = from !== undefined || to !== undefined ? spanOfDates(from, to, zone) : null;
    const lists: Record<typeof list, () => Promise<Page<ItemSummary>>> = {
      open: () => items.open(company, site, filter, page),
      overdue: () => items.overdue(company, site, now, filter, page),
      due: () => items.within(company, { list: 'due', site, span: period ?? dayOf(now, zone) }, filter, page),
      ended: () => items.ended(company, site, period, filter, page),
    };
    const { rows, next } = await lists[list]();
    return { data: rows.map((row) => summaryView(row, now)), next };
  };
