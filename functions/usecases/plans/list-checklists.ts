import { pointCount } from '#domain/checklist-answers';
import type { Caller } from '#http/caller';
import type { ChecklistView } from '#http/schemas/plan';
import type { Ports } from '#ports';
import { maintenanceAt } from '../assets/maintenance-at.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';

/** Checklists as they hold at the site. Throws NotAllowed | NotFound. */
export const createListChecklists =
  (ports: Pick<Ports, 'documents'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, site: string): Promise<ListOf<ChecklistView>> => {
    const facts = await ports.loadDirectory(caller.company);
    requireAtSite(caller, 'asset.read', site, facts.directory);
    const { checklists } = await maintenanceAt(ports, caller.company, facts, site);
    return { data: checklists.map((one) => ({ id: one.id, name: one.name, points: pointCount(one) })), next: null };
  };
export type ListChecklists = ReturnType<typeof createListChecklists>;
