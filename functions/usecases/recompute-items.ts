import { itemKinds } from '#domain/workflow/definition';
import type { Ports } from '#ports';
import type { Decide } from './decide.ts';
import type { LoadDirectory } from './load-directory.ts';

/**
 * After a calendar (null: the organisation) was published: deadlines not yet reached of every open item at its sites are computed
 * anew. Idempotent: repeated, it finds nothing to move.
 */
export const createRecomputeItems =
  (ports: Pick<Ports, 'items'>, loadDirectory: LoadDirectory, decide: Decide) =>
  async (company: string, calendar: string | null): Promise<number> => {
    const { directory } = await loadDirectory(company);
    let moved = 0;
    const sites = directory.organisation.sites.filter((one) => calendar === null || one.calendar === calendar);
    for (const { site, kind } of sites.flatMap(({ id }) => itemKinds.map((one) => ({ site: id, kind: one })))) {
      let cursor: string | undefined;
      do {
        const page = await ports.items.open(company, site, { kind }, { cursor, limit: 100 });
        for (const { id } of page.rows) {
          const { unchanged } = await decide(company, id, () => ({ type: 'recomputed' }));
          if (!unchanged) moved += 1;
        }
        cursor = page.next ?? undefined;
      } while (cursor);
    }
    return moved;
  };
