import type { Asset, AssetSummary } from '../asset.ts';
import type { PersonId } from '../item.ts';
import type { AssetPlace } from './named-people.ts';
import { keyOf, type Reference, type Replacement, replacementAt } from './replace-person.ts';

const places = (asset: AssetSummary, person: PersonId): AssetPlace[] => [
  ...(asset.responsible === person ? [{ kind: 'assetResponsible' as const, site: asset.site }] : []),
  ...(asset.deputy === person ? [{ kind: 'assetDeputy' as const, site: asset.site }] : []),
];

/** What of the register names the person: a line for each site and part, `count` facilities of it. */
export function assetReferences(person: PersonId, assets: readonly AssetSummary[]): Reference[] {
  const found = new Map<string, Reference>();
  for (const place of assets.flatMap((asset) => places(asset, person))) {
    const key = keyOf(place);
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { key, place, count: 1 });
  }
  return [...found.values()];
}

/** The facility's next version with somebody else in the person's place, or nobody; nobody is their own deputy. */
export function replaceInAsset(person: PersonId, asset: Asset, replacement: Replacement): Asset {
  const instead = (kind: AssetPlace['kind'], named: PersonId | null): PersonId | null =>
    named === person ? (replacementAt(replacement, keyOf({ kind, site: asset.site })) ?? null) : named;
  const responsible = instead('assetResponsible', asset.responsible);
  const deputy = instead('assetDeputy', asset.deputy);
  return { ...asset, responsible, deputy: deputy === responsible ? null : deputy, version: asset.version + 1 };
}
