import type { Directory, Person } from '#domain/organisation';
import { may } from '#domain/permission';
import type { FeedScope } from '#domain/plan/feed';

/**
 * Sites whose planned work a feed shows to its owner, by what the owner may now: somebody else's work to whoever keeps
 * the register there. Empty: nothing, or not any more.
 */
export function sitesOfFeed(
  owner: Person,
  scope: FeedScope,
  { organisation }: Pick<Directory, 'organisation'>,
): string[] {
  const reads = (site: string, operation: 'asset.read' | 'asset.write') =>
    may(owner, operation, { site }, { organisation });
  const all = organisation.sites.map(({ id }) => id);
  switch (scope.kind) {
    case 'site':
      return all.filter((id) => id === scope.site && reads(id, 'asset.read'));
    case 'area': {
      const known = organisation.areas.some(({ id, site }) => id === scope.area && site === scope.site);
      return known ? all.filter((id) => id === scope.site && reads(id, 'asset.read')) : [];
    }
    case 'person': {
      if (scope.person === owner.id) return all.filter((id) => reads(id, 'asset.read'));
      const person = organisation.people.find(({ id }) => id === scope.person);
      return all.filter((id) => person?.sites.includes(id) && reads(id, 'asset.write'));
    }
  }
}
