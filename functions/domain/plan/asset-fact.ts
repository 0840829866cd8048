import type { AssetSummary } from '../asset.ts';
import type { MaintenancePlan } from '../maintenance-plan.ts';
import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';

/** A meter read: running hours, starts, kilometres. */
export interface Reading {
  at: Instant;
  value: number;
}

/** What a plan needs to know of an asset. `readings` ascend in time; `retiredAt`: nothing is opened from then on. */
export interface AssetFact {
  id: string;
  name: Text;
  kind: string;
  responsible: string | null;
  /** Unit of its meter; null: it has none. */
  unit: string | null;
  readings: readonly Reading[];
  retiredAt: Instant | null;
}
export type AssetFacts = ReadonlyMap<string, AssetFact>;

/** As a list of the register has it, without readings; a retired one counts as if it always had been. */
export const factOfSummary = ({
  id,
  name,
  number,
  kind,
  responsible,
  unit,
  condition,
}: Pick<AssetSummary, 'id' | 'name' | 'number' | 'kind' | 'responsible' | 'unit' | 'condition'>): AssetFact => ({
  id,
  name: { 'zh-CN': `${name}（${number}）`, en: `${name} (${number})` },
  kind,
  responsible,
  unit,
  readings: [],
  retiredAt: condition === 'retired' ? Number.NEGATIVE_INFINITY : null,
});

/** What orders are opened for: an asset, or (null) the round of all. */
export type Subject = string | null;

export const subjectsOf = ({ per, assets }: MaintenancePlan): readonly Subject[] => (per === 'round' ? [null] : assets);

/** Who answers for it; of a round, whoever answers for most of its assets, the first named of several. */
export function responsibleFor(plan: MaintenancePlan, subject: Subject, assets: AssetFacts): string | null {
  if (subject !== null) return assets.get(subject)?.responsible ?? null;
  const counts = new Map<string, number>();
  for (const id of plan.assets) {
    const person = assets.get(id)?.responsible;
    if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** Since when there is nothing left to maintain; a round ends with the last of its assets. Null: there is. */
export function retiredSince(plan: MaintenancePlan, subject: Subject, assets: AssetFacts): Instant | null {
  if (subject !== null) return assets.get(subject)?.retiredAt ?? null;
  const all = plan.assets.map((id) => assets.get(id)?.retiredAt ?? null);
  return all.length === 0 ? null : all.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)));
}
