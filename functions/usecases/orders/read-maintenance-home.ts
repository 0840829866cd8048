import type { CountedList } from '#domain/counted';
import { dayOf } from '#domain/span';
import type { Caller } from '#http/caller';
import type { MaintenanceHome } from '#http/schemas/home';
import type { Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import { MOST_COUNTED } from '../read-home.ts';
import { requireAtSite, siteOf } from '../site-access.ts';

/** Maintenance on a site's home page: each number is the length of the list it leads to. Throws NotAllowed | NotFound. */
export const createReadMaintenanceHome =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, site: string): Promise<MaintenanceHome> => {
    const { company } = caller;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const kind = 'workOrder';
    const count = (which: CountedList) => items.count(company, which, MOST_COUNTED);
    const [open, today, overdue, failed] = await Promise.all([
      count({ list: 'open', site, kind }),
      count({ list: 'due', site, kind, span: dayOf(now, zone) }),
      count({ list: 'overdue', site, now, kind }),
      count({ list: 'corrective', site }),
    ]);
    return { open, today, overdue, failed };
  };
