import type { Item } from '#domain/item';
import type { ItemKind } from '#domain/workflow/definition';
import type { Caller } from '#http/caller';
import type { InFlight, InFlightGroup } from '#http/schemas/impact';
import type { ItemSummary, Ports } from '#ports';
import { type LoadDirectory, versionAt } from '../load-directory.ts';
import { isVersionOf, movableSites } from './covered.ts';

/** Open items one answer counts at most, most urgent first at each site; those moved make room for the next. */
const MOST_ITEMS = 1000;
const PAGE = 100;

type Standing = ItemSummary & { workflow: Item['workflow'] };

/** What runs on a workflow, by version, step and level. Throws NotAllowed. */
export const createListInFlight = ({
  items,
  documents,
  loadDirectory,
}: Pick<Ports, 'items' | 'documents'> & { loadDirectory: LoadDirectory }) => {
  /** Rows older than the field: the item says it. */
  const withWorkflow = async (company: string, row: ItemSummary): Promise<Standing[]> => {
    const workflow = row.workflow ?? (await items.get(company, row.id))?.workflow;
    return workflow ? [{ ...row, workflow }] : [];
  };

  const readOpen = async (company: string, id: string, kind: ItemKind | undefined, sites: readonly string[]) => {
    const found: Standing[] = [];
    let read = 0;
    for (const site of sites) {
      let cursor: string | undefined;
      do {
        if (read >= MOST_ITEMS) return { found, more: true };
        const page = await items.open(company, site, { kind }, { cursor, limit: PAGE });
        read += page.rows.length;
        const rows = (await Promise.all(page.rows.map((row) => withWorkflow(company, row)))).flat();
        found.push(...rows.filter(({ workflow }) => isVersionOf(id, workflow)));
        cursor = page.next ?? undefined;
      } while (cursor);
    }
    return { found, more: false };
  };

  const labelled = async (company: string, group: Omit<InFlightGroup, 'label'>): Promise<InFlightGroup> => {
    const { id, version } = group.workflow;
    const pinned = await documents.version(company, 'workflow', id, version);
    return { ...group, label: pinned?.body.steps.find((step) => step.id === group.step)?.label ?? null };
  };

  return async (caller: Caller, id: string): Promise<InFlight> => {
    const facts = await loadDirectory(caller.company);
    const sites = movableSites(caller, id, facts);
    const current = await versionAt({ documents }, caller.company, facts.heads, 'workflow', id);
    const { found, more } = await readOpen(caller.company, id, current?.body.kind, sites);
    const groups = await Promise.all(grouped(found).map((group) => labelled(caller.company, group)));
    return { version: current?.version ?? null, groups, more };
  };
};

/** Newest version first, then as the most urgent of each came. */
function grouped(rows: readonly Standing[]): Omit<InFlightGroup, 'label'>[] {
  const groups = new Map<string, Omit<InFlightGroup, 'label'>>();
  for (const { id, number, site, workflow, step, level } of rows) {
    const key = JSON.stringify([workflow.id, workflow.version, step, level]);
    const group = groups.get(key) ?? { workflow, step, level, items: [] };
    group.items.push({ id, number, site });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.workflow.version - a.workflow.version);
}
