import type { z } from 'zod';
import type { Caller } from '#http/caller';
import type { ComplaintSummary, SimilarQuery } from '#http/schemas/complaint';
import type { Ports } from '#ports';
import type { ListOf } from './list-work.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';
import { summaryView } from './view-summary.ts';

/** Open complaints about the same unit (or public place) and category, newest first: what the clerk may join. */
export const createFindSimilar =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: z.infer<typeof SimilarQuery>): Promise<ListOf<ComplaintSummary>> => {
    const { site, building, unit, place, category, cursor, limit } = query;
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'item.file', site, directory);
    const where = unit || place;
    if (!where) return { data: [], next: null };
    const page = { cursor, limit };
    const found = await items.sameCause(caller.company, site, building ?? null, where, category, page);
    const now = clock.now();
    const open = found.rows.filter(({ endedAt }) => endedAt === null);
    return { data: open.map((row) => summaryView(row, now)), next: found.next };
  };
