import type { Text } from '../text.ts';
import type { NamedPlace, NamingDocuments } from './named-people.ts';

export interface PlaceName {
  /** Null: the company's own. */
  site: string | null;
  /** Of the department, area, building, post, roster, workflow, or of the person stood in for. */
  name: Text | null;
  /** Of the workflow's step. */
  step: Text | null;
}

/** What people call a place. */
export function placeName(place: NamedPlace, documents: NamingDocuments): PlaceName {
  const { organisation, rosters, workflows } = documents;
  const called = (found: { name: Text } | undefined, step: Text | null = null): PlaceName => ({
    site: 'site' in place ? place.site : null,
    name: found?.name ?? null,
    step,
  });
  switch (place.kind) {
    case 'director':
    case 'absence':
    case 'assetResponsible':
    case 'assetDeputy':
      return called(undefined);
    case 'head':
    case 'handler': {
      const departments = organisation.sites.find(({ id }) => id === place.site)?.departments;
      return called(departments?.find(({ id }) => id === place.department));
    }
    case 'areaCustomerService':
    case 'areaKeeper':
    case 'areaRepairer':
      return called(organisation.areas.find(({ id, site }) => id === place.area && site === place.site));
    case 'steward':
      return called(organisation.buildings.find(({ id, site }) => id === place.building && site === place.site));
    case 'post':
      return called(organisation.posts.find(({ id }) => id === place.post));
    case 'weeklyShift':
    case 'datedShift':
      return called(rosters.rosters.find(({ id, site }) => id === place.roster && site === place.site));
    case 'deputy':
      return called(organisation.people.find(({ id }) => id === place.absent));
    case 'recipient': {
      const body = workflows.find(({ id }) => id === place.workflow)?.body;
      return called(body, body?.steps.find(({ id }) => id === place.step)?.label);
    }
  }
}
