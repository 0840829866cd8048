import type { ItemSummary, PatrolRow, Patrols } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { page } from './page.ts';

/** Night patrols among the work orders: rows of the items themselves, by the beginning of the night. */
export const createPatrols = (context: Context): Patrols => ({
  list: (company, site, plan, request) =>
    page(
      context,
      {
        list: 'patrols',
        scope: [company, site, plan],
        index: 'sameCause',
        partition: ['causePk', keys.patrolsPartition(company, site)],
        sort: ['causeSk'],
        newestFirst: true,
        ...(plan !== null && {
          where: {
            test: '#wsummary.#wpatrol.#wplan = :wplan',
            names: { '#wsummary': 'summary', '#wpatrol': 'patrol', '#wplan': 'plan' },
            values: { ':wplan': plan },
          },
        }),
        position: keys.itemSortPattern,
        keyAt: (position) => ({ ...keys.itemKey(company, keys.split(position)[1] ?? '') }),
        read: (row) => rowOf(row.summary as ItemSummary),
      },
      request,
    ),
});

function rowOf({ id, number, site, status, patrol }: ItemSummary): PatrolRow {
  if (!patrol) throw new TypeError(`The item ${id} among the patrols is none.`);
  return { id, number, site, status, ...patrol };
}
