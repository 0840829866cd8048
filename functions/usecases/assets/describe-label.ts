import type { Condition } from '#domain/asset';
import { LinkInvalid } from '#domain/errors';
import type { Site } from '#domain/organisation';
import type { Text } from '#domain/text';
import type { Instant } from '#domain/time';
import type { Status } from '#domain/workflow/definition';
import type { Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import { siteOf } from '../site-access.ts';
import { maintenanceAt } from './maintenance-at.ts';

/** What everybody who stands before it may know of a facility: nobody's name, nothing of its papers. */
export interface Label {
  site: Site;
  name: string;
  number: string;
  kind: Text | null;
  building: { id: string; name: Text } | null;
  place: string;
  condition: Condition;
  /** Newest first; `plan` null: a repair. */
  history: { at: Instant; plan: Text | null; status: Status }[];
}
const HISTORY = 5;

/** @throws LinkInvalid for a code that no label has */
export const createDescribeLabel =
  (ports: Pick<Ports, 'assets' | 'items' | 'documents'>, loadDirectory: LoadDirectory) =>
  async (company: string, code: string): Promise<Label> => {
    const id = await ports.assets.byCode(company, code);
    const asset = id === null ? null : await ports.assets.get(company, id);
    if (!asset) throw new LinkInvalid();
    const facts = await loadDirectory(company);
    const { kinds } = await maintenanceAt(ports, company, facts, asset.site);
    const building = facts.directory.organisation.buildings.find((one) => one.id === asset.building);
    return {
      site: siteOf(asset.site, facts.directory),
      name: asset.name,
      number: asset.number,
      kind: kinds.find((one) => one.id === asset.kind)?.name ?? null,
      building: building ? { id: building.id, name: building.name } : null,
      place: asset.place,
      condition: asset.condition,
      history: await historyOf(ports, company, asset.id),
    };
  };
export type DescribeLabel = ReturnType<typeof createDescribeLabel>;

async function historyOf({ items }: Pick<Ports, 'items'>, company: string, asset: string): Promise<Label['history']> {
  const { rows } = await items.byAsset(company, asset, { limit: HISTORY });
  return rows.map(({ createdAt, endedAt, status, order }) => ({
    at: endedAt ?? createdAt,
    plan: order?.plan ?? null,
    status,
  }));
}
