import { indexOf } from '../directory-index.ts';
import type { Directory } from '../organisation.ts';
import type { Asker, Recipient } from '../recipients.ts';

/** Which items: those of these buildings and departments; null: whatever it is. */
export interface Where {
  buildings: string[] | null;
  departments: string[] | null;
}
/** Items for which the same people are asked, and one of them to ask with. */
export interface AskerGroup {
  asker: Asker;
  where: Where;
}

interface GroupFacts {
  directory: Directory;
  site: string;
  departments: readonly string[];
}

/**
 * The kinds of items of a site that matter to these recipients: only buildings where a post hangs on the building, only
 * departments where one is the item's own; those with the same holders are one.
 */
export function groupAskers(recipients: readonly Recipient[], facts: GroupFacts): AskerGroup[] {
  const byBuilding = recipients.some(({ kind }) => kind in ofBuilding);
  const byDepartment = recipients.some((one) => 'department' in one && one.department === 'item');
  const own = facts.directory.organisation.buildings.filter(({ site }) => site === facts.site);
  const buildings = byBuilding && own.length > 0 ? own.map(({ id }) => id) : [null];
  const departments = byDepartment && facts.departments.length > 0 ? facts.departments : [''];

  const groups = new Map<string, { asker: Asker; buildings: Set<string>; departments: Set<string> }>();
  for (const department of departments) {
    for (const building of buildings) {
      const asker: Asker = { site: facts.site, building, department, owner: null };
      const key = JSON.stringify([department, recipients.map((one) => holderOf(one, building, facts.directory))]);
      const group = groups.get(key) ?? { asker, buildings: new Set(), departments: new Set() };
      if (building !== null) group.buildings.add(building);
      if (department !== '') group.departments.add(department);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ asker, buildings: some, departments: of }) => ({
    asker,
    where: { buildings: some.size === 0 ? null : [...some], departments: of.size === 0 ? null : [...of] },
  }));
}

/** Posts that hang on the building. */
const ofBuilding = {
  steward: (building) => building.steward,
  areaRepairer: (_, area) => area?.repairer,
  areaKeeper: (_, area) => area?.keeper,
  areaCustomerService: (_, area) => area?.customerService,
} satisfies Partial<
  Record<
    Recipient['kind'],
    (
      building: Directory['organisation']['buildings'][number],
      area: Directory['organisation']['areas'][number] | undefined,
    ) => string | null | undefined
  >
>;
const isOfBuilding = (kind: string): kind is keyof typeof ofBuilding => kind in ofBuilding;

function holderOf({ kind }: Recipient, id: string | null, directory: Directory): string | null {
  if (id === null || !isOfBuilding(kind)) return null;
  const index = indexOf(directory);
  const building = index.buildings.get(id);
  if (!building) return null;
  const area = building.area === null ? undefined : index.areas.get(building.area);
  return ofBuilding[kind](building, area) ?? null;
}
