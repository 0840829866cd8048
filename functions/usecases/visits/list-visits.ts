import type { z } from 'zod';
import type { Caller } from '#http/caller';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { VisitQuery } from '#http/schemas/visit';
import type { Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';

/** A site's visits: open ones (most urgent first), overdue ones, ended ones (last first). Throws NotAllowed | NotFound. */
export const createListVisits =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: z.infer<typeof VisitQuery>): Promise<ListOf<ComplaintSummary>> => {
    const { company } = caller;
    const { site, list, cursor, limit } = query;
    requireAtSite(caller, 'item.list', site, (await loadDirectory(company)).directory);
    const now = clock.now();
    const filter = { kind: 'visit' } as const;
    const page = { cursor, limit };
    const { rows, next } =
      list === 'open'
        ? await items.open(company, site, filter, page)
        : list === 'overdue'
          ? await items.overdue(company, site, now, filter, page)
          : await items.ended(company, site, null, filter, page);
    return { data: rows.map((row) => summaryView(row, now)), next };
  };
