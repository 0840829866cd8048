import type { PersonId } from '../item.ts';
import type { Absences, Organisation, Rosters } from '../organisation.ts';
import type { Recipient } from '../recipients.ts';
import type { Definition, Step } from '../workflow/definition.ts';

/** The documents that name people. */
export interface NamingDocuments {
  organisation: Organisation;
  rosters: Rosters;
  absences: Absences;
  workflows: readonly { id: string; body: Definition }[];
}

export const placeKinds = [
  'director',
  'head',
  'handler',
  'areaCustomerService',
  'areaKeeper',
  'areaRepairer',
  'steward',
  'post',
  'weeklyShift',
  'datedShift',
  'absence',
  'deputy',
  'recipient',
  'assetResponsible',
  'assetDeputy',
] as const satisfies readonly NamedPlace['kind'][];

/** Where a document names somebody, as one line of a list: all shifts of a roster are one place. */
export type NamedPlace =
  | { kind: 'director'; site: string }
  | { kind: 'head' | 'handler'; site: string; department: string }
  | { kind: 'areaCustomerService' | 'areaKeeper' | 'areaRepairer'; site: string; area: string }
  | { kind: 'steward'; site: string; building: string }
  | { kind: 'post'; post: string }
  | { kind: 'weeklyShift' | 'datedShift'; site: string; roster: string }
  /** An absence of the person's own. */
  | { kind: 'absence' }
  /** Stands in for `absent`. */
  | { kind: 'deputy'; absent: PersonId }
  /** `step` null: the people of the workflow's calls. */
  | { kind: 'recipient'; workflow: string; step: string | null }
  | AssetPlace;

/** Not in a document: facilities of the site's register. */
export type AssetPlace = { kind: 'assetResponsible' | 'assetDeputy'; site: string };

/** The person to stand there instead, the same one to leave it, null to leave the place empty. */
export type Visit = (place: NamedPlace, person: PersonId) => PersonId | null;

/** Entries as `change` leaves them; one it changed is left out where the same stands there already. */
function changed<T>(list: readonly T[], change: (entry: T) => T | null): T[] {
  const known = new Set<string>();
  const next = list.map((entry) => ({ entry, after: change(entry) }));
  for (const { entry, after } of next) if (after === entry) known.add(JSON.stringify(after));
  return next.flatMap(({ entry, after }) => {
    if (after === null || after === entry) return after ?? [];
    const key = JSON.stringify(after);
    if (known.has(key)) return [];
    known.add(key);
    return after;
  });
}

/** The same entry with another person, the very same where nothing changes. */
const standIn = <T extends { person: PersonId }>(entry: T, person: PersonId | null): T | null =>
  person === null ? null : person === entry.person ? entry : { ...entry, person };

/**
 * The one walk over everything that names a person: what lists places and what replaces people there cannot disagree.
 * Somebody who already stands in a list is not put there twice; an absence whose person is taken out goes, and nobody
 * becomes their own deputy.
 */
export function mapPeople(documents: NamingDocuments, visit: Visit): NamingDocuments {
  return {
    organisation: mapOrganisation(documents.organisation, visit),
    rosters: mapRosters(documents.rosters, visit),
    absences: mapAbsences(documents.absences, visit),
    workflows: documents.workflows.map(({ id, body }) => ({ id, body: mapWorkflow(id, body, visit) })),
  };
}

function mapOrganisation(organisation: Organisation, visit: Visit): Organisation {
  const one = (place: NamedPlace, person: PersonId | null) => (person === null ? null : visit(place, person));
  const several = (place: NamedPlace, people: readonly PersonId[]) => changed(people, (person) => visit(place, person));
  return {
    ...organisation,
    posts: organisation.posts.map((post) => ({
      ...post,
      holders: several({ kind: 'post', post: post.id }, post.holders),
    })),
    sites: organisation.sites.map((site) => ({
      ...site,
      director: one({ kind: 'director', site: site.id }, site.director),
      departments: site.departments.map((department) => {
        const at = { site: site.id, department: department.id };
        return {
          ...department,
          head: one({ kind: 'head', ...at }, department.head),
          handlers: several({ kind: 'handler', ...at }, department.handlers),
        };
      }),
    })),
    areas: organisation.areas.map((area) => {
      const at = { site: area.site, area: area.id };
      return {
        ...area,
        customerService: one({ kind: 'areaCustomerService', ...at }, area.customerService),
        keeper: one({ kind: 'areaKeeper', ...at }, area.keeper),
        repairer: one({ kind: 'areaRepairer', ...at }, area.repairer),
      };
    }),
    buildings: organisation.buildings.map((building) => ({
      ...building,
      steward: one({ kind: 'steward', site: building.site, building: building.id }, building.steward),
    })),
  };
}

function mapRosters({ rosters, ...rest }: Rosters, visit: Visit): Rosters {
  return {
    ...rest,
    rosters: rosters.map((roster) => {
      const at = { site: roster.site, roster: roster.id };
      const shifts = <T extends { person: PersonId }>(kind: 'weeklyShift' | 'datedShift', list: readonly T[]) =>
        changed(list, (shift) => standIn(shift, visit({ kind, ...at }, shift.person)));
      return { ...roster, weekly: shifts('weeklyShift', roster.weekly), dated: shifts('datedShift', roster.dated) };
    }),
  };
}

function mapAbsences({ absences, ...rest }: Absences, visit: Visit): Absences {
  return {
    ...rest,
    absences: absences.flatMap((absence) => {
      const person = visit({ kind: 'absence' }, absence.person);
      if (person === null) return [];
      const deputy = absence.deputy === null ? null : visit({ kind: 'deputy', absent: absence.person }, absence.deputy);
      return [{ ...absence, person, deputy: deputy !== absence.deputy && deputy === person ? null : deputy }];
    }),
  };
}

function mapWorkflow(workflow: string, definition: Definition, visit: Visit): Definition {
  const people = (step: string | null) => (list: readonly Recipient[]) =>
    changed(list, (recipient) =>
      recipient.kind === 'person'
        ? standIn(recipient, visit({ kind: 'recipient', workflow, step }, recipient.person))
        : recipient,
    );
  const calls = people(null);
  return {
    ...definition,
    calls: { ...definition.calls, to: calls(definition.calls.to), late: calls(definition.calls.late) },
    steps: definition.steps.map((step) => mapStep(step, people(step.id))),
  };
}

function mapStep(step: Step, people: (list: readonly Recipient[]) => Recipient[]): Step {
  switch (step.type) {
    case 'assign':
      return { ...step, to: people(step.to) };
    case 'notify':
      return step.to === 'resident' ? step : { ...step, to: people(step.to) };
    case 'ask':
      return {
        ...step,
        levels: step.levels.map(({ outside, ...level }) => {
          const others = outside && people(outside);
          return { ...level, to: people(level.to), ...(others && others.length > 0 && { outside: others }) };
        }),
      };
    default:
      return step;
  }
}
