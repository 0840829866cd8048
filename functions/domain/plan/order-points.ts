import type { MaintenancePlan } from '../maintenance-plan.ts';
import type { AssetFacts } from './asset-fact.ts';

/** How long checklists are, and which kinds of facility have one. */
export interface OrderPointFacts {
  assets: AssetFacts;
  /** Points of each checklist there is, by its id. */
  checklists: ReadonlyMap<string, number>;
  /** Id of the checklist of a kind of facility; null: it has none. */
  listOfKind: ReadonlyMap<string, string | null>;
}

/**
 * Points that an order of the plan comes to: its checklist once for each facility in use. A round without a list of its own
 * goes by the kind of whoever's facility comes first, which changes with people: the longest counts.
 */
export function pointsOfOrder(
  { assets: ids, checklist, per }: Pick<MaintenancePlan, 'assets' | 'checklist' | 'per'>,
  { assets, checklists, listOfKind }: OrderPointFacts,
): number {
  const inUse = ids.flatMap((id) => {
    const asset = assets.get(id);
    return asset && asset.retiredAt === null ? [asset] : [];
  });
  const lengthOf = (list: string | null | undefined): number => checklists.get(list ?? '') ?? 0;
  const longest = Math.max(0, ...inUse.map(({ kind }) => lengthOf(checklist ?? listOfKind.get(kind))));
  return longest * (per === 'round' ? inUse.length : 1);
}
