import type { CountedList } from '#domain/counted';
import { dayOf, weekOf } from '#domain/span';
import type { Caller } from '#http/caller';
import type { Home } from '#http/schemas/home';
import type { Ports } from '#ports';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite, siteOf } from './site-access.ts';

/** What one number may cost: a page shows "99+" beyond it. */
export const MOST_COUNTED = 99;

/** The numbers of a site's home page. Each is the length of the list it leads to, at the same `now`. */
export const createReadHome =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, site: string): Promise<Home> => {
    const { company, person } = caller;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const count = (which: CountedList) => items.count(company, which, MOST_COUNTED);
    const [open, overdue, waiting, promised, reopened] = await Promise.all([
      count({ list: 'open', site }),
      count({ list: 'overdue', site, now }),
      count({ list: 'work', person: person.id }),
      count({ list: 'promised', site, span: dayOf(now, zone) }),
      count({ list: 'reopened', site, span: weekOf(now, zone) }),
    ]);
    return { open, overdue, waiting, promised, reopened };
  };
