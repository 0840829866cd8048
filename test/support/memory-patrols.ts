import { patrolSummary } from '#domain/patrol/summary';
import type { PatrolRow, Patrols } from '#ports';
import { type MemoryItems, pageOfRows } from './memory-items.ts';

/** The walks among the items in memory, the latest night first. */
export const createMemoryPatrols = (items: MemoryItems): Patrols => ({
  async list(company, site, plan, page) {
    const rows = items.all(company).flatMap((item): PatrolRow[] => {
      const summary = item.site === site ? patrolSummary(item) : null;
      if (!summary || (plan !== null && summary.plan !== plan)) return [];
      const { id, number, status } = item;
      return [{ id, number, site, status, ...summary }];
    });
    return pageOfRows(
      rows.sort((a, b) => b.starts - a.starts),
      page,
    );
  },
});
