import { type DocumentProblem, repeated } from './document-problem.ts';
import { UnknownZone } from './errors.ts';
import { isContractor, type Organisation, type Person, type Rosters, type Site } from './organisation.ts';
import type { Routing } from './routing.ts';
import { localDay } from './time.ts';

type Path = (string | number)[];

const isZone = (zone: string): boolean => {
  try {
    localDay(0, zone);
    return true;
  } catch (error) {
    if (error instanceof UnknownZone) return false;
    throw error;
  }
};

/** Somebody who holds a post or takes a turn is there, and of the company: work climbs to nobody else. */
const ownPerson = (people: readonly Person[]) => {
  const known = new Map(people.map((one) => [one.id, one]));
  return (path: Path, id: string): DocumentProblem[] => {
    const person = known.get(id);
    if (!person) return [{ path, code: 'unknown_person', value: id }];
    return person.active && isContractor(person) ? [{ path, code: 'contractor_post', value: person.name }] : [];
  };
};

/**
 * What keeps an organisation from being published: names of nobody, posts held by contractors, ids used twice, no admin left.
 * A removed person may still be named by a duty: recipients skip them. `calendars` are the ids published.
 */
export function organisationProblems(organisation: Organisation, calendars: readonly string[]): DocumentProblem[] {
  const { company, posts, sites, areas, buildings, people } = organisation;
  const own = ownPerson(people);
  const siteIds = new Set(sites.map(({ id }) => id));

  const person = (path: Path, id: string | null): DocumentProblem[] => (id === null ? [] : own(path, id));
  const site = (path: Path, id: string): DocumentProblem[] =>
    siteIds.has(id) ? [] : [{ path, code: 'unknown_site', value: id }];
  const persons = (path: Path, ids: readonly string[]) => ids.flatMap((id, i) => person([...path, i], id));
  const zone = (path: Path, name: string): DocumentProblem[] =>
    isZone(name) ? [] : [{ path, code: 'unknown_zone', value: name }];

  const ofSite = (found: Site, s: number): DocumentProblem[] => [
    ...zone(['sites', s, 'zone'], found.zone),
    ...person(['sites', s, 'director'], found.director),
    ...(calendars.includes(found.calendar)
      ? []
      : [{ path: ['sites', s, 'calendar'], code: 'unknown_calendar' as const, value: found.calendar }]),
    ...repeated(
      found.departments,
      ({ id }) => id,
      (d) => ['sites', s, 'departments', d, 'id'],
    ),
    ...found.departments.flatMap(({ head, handlers }, d) => [
      ...person(['sites', s, 'departments', d, 'head'], head),
      ...persons(['sites', s, 'departments', d, 'handlers'], handlers),
    ]),
  ];
  const members = people.map((member, index) => ({ ...member, index })).filter(({ active }) => active);

  return [
    ...zone(['company', 'zone'], company.zone),
    ...repeated(
      people,
      ({ id }) => id,
      (i) => ['people', i, 'id'],
    ),
    ...repeated(
      members,
      ({ email }) => email.toLowerCase(),
      (i) => ['people', members[i]?.index ?? i, 'email'],
    ),
    ...people.flatMap(({ sites: at }, i) => at.flatMap((id, j) => site(['people', i, 'sites', j], id))),
    ...people.flatMap((one, i) =>
      one.active && isContractor(one) && !one.firm ? [{ path: ['people', i, 'firm'], code: 'no_firm' as const }] : [],
    ),
    ...(people.some(({ active, role }) => active && role === 'admin')
      ? []
      : [{ path: ['people'], code: 'no_admin' as const }]),
    ...repeated(
      posts,
      ({ id }) => id,
      (i) => ['posts', i, 'id'],
    ),
    ...posts.flatMap(({ holders }, i) => persons(['posts', i, 'holders'], holders)),
    ...repeated(
      sites,
      ({ id }) => id,
      (i) => ['sites', i, 'id'],
    ),
    ...repeated(
      sites,
      ({ code }) => code,
      (i) => ['sites', i, 'code'],
    ),
    ...sites.flatMap(ofSite),
    ...repeated(
      areas,
      ({ id }) => id,
      (i) => ['areas', i, 'id'],
    ),
    ...areas.flatMap((area, i) => [
      ...site(['areas', i, 'site'], area.site),
      ...person(['areas', i, 'customerService'], area.customerService),
      ...person(['areas', i, 'keeper'], area.keeper),
      ...person(['areas', i, 'repairer'], area.repairer),
    ]),
    ...repeated(
      buildings,
      ({ id }) => id,
      (i) => ['buildings', i, 'id'],
    ),
    ...buildings.flatMap((building, i): DocumentProblem[] => [
      ...site(['buildings', i, 'site'], building.site),
      ...person(['buildings', i, 'steward'], building.steward),
      ...(building.area === null || areas.some(({ id, site: of }) => id === building.area && of === building.site)
        ? []
        : [{ path: ['buildings', i, 'area'], code: 'unknown_area' as const, value: building.area }]),
    ]),
  ];
}

/** Rosters name sites and people of the organisation; an id stands once a site. */
export function rosterProblems({ rosters }: Rosters, { people, sites }: Organisation): DocumentProblem[] {
  const own = ownPerson(people);
  const shifts = (path: Path, list: readonly { person: string }[]): DocumentProblem[] =>
    list.flatMap(({ person }, i) => own([...path, i, 'person'], person));
  return [
    ...repeated(
      rosters,
      ({ site, id }) => `${site}/${id}`,
      (i) => ['rosters', i, 'id'],
    ),
    ...rosters.flatMap(({ site, weekly, dated }, i): DocumentProblem[] => [
      ...(sites.some(({ id }) => id === site)
        ? []
        : [{ path: ['rosters', i, 'site'], code: 'unknown_site' as const, value: site }]),
      ...shifts(['rosters', i, 'weekly'], weekly),
      ...shifts(['rosters', i, 'dated'], dated),
    ]),
  ];
}

const has = ({ departments }: Site, id: string) => departments.some((department) => department.id === id);
const departmentsOf = ({ categories, rules }: Routing): string[] => {
  const named = [...categories, ...rules.map(({ gives }) => gives)];
  return [...new Set(named.flatMap(({ department }) => (department === undefined ? [] : [department])))];
};

/**
 * Departments that complaints are routed to and that no site would have any more, or not the site whose own routing
 * leads there; told at the site that had one.
 */
export function departmentsInUse(
  after: Organisation,
  before: Organisation,
  { routing, ownRouting }: { routing: Routing; ownRouting: ReadonlyMap<string, Routing> },
): DocumentProblem[] {
  const nowhere = departmentsOf(routing).filter((id) => !after.sites.some((site) => has(site, id)));
  return after.sites.flatMap((site, s) => {
    const own = ownRouting.get(site.id);
    const missing = own ? departmentsOf(own).filter((id) => !has(site, id)) : [];
    return [...new Set([...nowhere, ...missing])].flatMap((id): DocumentProblem[] => {
      const gone = before.sites.find((one) => one.id === site.id)?.departments.find((one) => one.id === id);
      return gone ? [{ path: ['sites', s, 'departments'], code: 'department_in_use', value: gone.name }] : [];
    });
  });
}
