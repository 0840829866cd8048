import type { Asset, AssetFacts } from '#domain/asset';
import type { Maintenance } from '#domain/maintenance';
import type { Organisation } from '#domain/organisation';
import { type Issue, problem } from '../errors.ts';

/**
 * What an asset names that its site does not have. What stood there before may stay: a kind taken out of use, somebody
 * who has left.
 */
export function assetIssues(
  facts: AssetFacts,
  before: Asset | null,
  { buildings, areas, people }: Organisation,
  { kinds }: Maintenance,
): Issue[] {
  const { site, building, area, kind, responsible, deputy } = facts;
  const here = (id: string) =>
    people.some((one) => one.id === id && one.active && (one.role === 'admin' || one.sites.includes(site)));
  const person = (field: 'responsible' | 'deputy', id: string | null): Issue[] =>
    id === null || id === before?.[field] || here(id) ? [] : [problem([field], 'unknown_person_chosen')];
  return [
    ...(building === null || buildings.some((one) => one.id === building && one.site === site)
      ? []
      : [problem(['building'], 'unknown_building')]),
    ...(area === null || areas.some((one) => one.id === area && one.site === site)
      ? []
      : [problem(['area'], 'unknown_area', { value: area })]),
    ...(kind === before?.kind || kinds.some(({ id, active }) => id === kind && active)
      ? []
      : [problem(['kind'], 'unknown_asset_kind')]),
    ...person('responsible', responsible),
    ...person('deputy', deputy),
    ...(deputy !== null && deputy === responsible ? [problem(['deputy'], 'own_deputy')] : []),
  ];
}
