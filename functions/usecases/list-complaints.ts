import type { z } from 'zod';
import { dayOf, weekOf } from '#domain/span';
import type { Caller } from '#http/caller';
import type { ComplaintQuery, ComplaintSummary } from '#http/schemas/complaint';
import type { ItemSummary, Page, Ports } from '#ports';
import type { ListOf } from './list-work.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite, siteOf } from './site-access.ts';
import { summaryView } from './view-summary.ts';

/**
 * A site's complaints: all (newest first), the open ones (most urgent first) or the overdue ones (longest first); those with a
 * reply promised for today (earliest first) or reopened this week (latest first).
 */
export const createListComplaints =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: z.infer<typeof ComplaintQuery>): Promise<ListOf<ComplaintSummary>> => {
    const { company } = caller;
    const { site, list, status, severity, category, cursor, limit } = query;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const filter = { status, severity, category };
    const page = { cursor, limit };
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const lists: Record<typeof list, () => Promise<Page<ItemSummary>>> = {
      all: () => items.bySite(company, site, filter, page),
      open: () => items.open(company, site, filter, page),
      overdue: () => items.overdue(company, site, now, filter, page),
      promised: () => items.within(company, { list: 'promised', site, span: dayOf(now, zone) }, filter, page),
      reopened: () => items.within(company, { list: 'reopened', site, span: weekOf(now, zone) }, filter, page),
    };
    const { rows, next } = await lists[list]();
    return { data: rows.map((row) => summaryView(row, now)), next };
  };
