import type { Absences, Directory, Organisation, Person, Rosters } from './organisation.ts';
import { may } from './permission.ts';
import type { Publisher } from './publish-scope.ts';

/** Ids of the sites whose configuration somebody reads; null: the whole company's. */
export function sitesRead(person: Person, organisation: Organisation): ReadonlySet<string> | null {
  const reads = (site?: string) => may(person, 'document.read', site === undefined ? {} : { site }, { organisation });
  return reads() ? null : new Set(organisation.sites.map(({ id }) => id).filter(reads));
}

/**
 * The organisation as people of some sites see it: those sites, the company and its posts, and the people who work there,
 * belong to the whole company or are named in what is seen. Sites of others and their people are not in it.
 */
export function organisationPart(
  { organisation, rosters, absences }: Directory,
  sites: ReadonlySet<string>,
): Organisation {
  const here = ({ site }: { site: string }) => sites.has(site);
  const seen = organisation.sites.filter(({ id }) => sites.has(id));
  const areas = organisation.areas.filter(here);
  const buildings = organisation.buildings.filter(here);
  const own = new Set(organisation.people.filter((person) => isSeen(person, sites)).map(({ id }) => id));
  const named = new Set<string | null>([
    ...own,
    ...organisation.posts.flatMap(({ holders }) => holders),
    ...seen.flatMap(({ director, departments }) => [
      director,
      ...departments.flatMap(({ head, handlers }) => [head, ...handlers]),
    ]),
    ...areas.flatMap(({ customerService, keeper, repairer }) => [customerService, keeper, repairer]),
    ...buildings.map(({ steward }) => steward),
    ...rosters.rosters.filter(here).flatMap(({ weekly, dated }) => [...weekly, ...dated].map(({ person }) => person)),
    ...absences.absences.filter(({ person }) => own.has(person)).map(({ deputy }) => deputy),
  ]);
  return {
    ...organisation,
    sites: seen,
    areas,
    buildings,
    people: organisation.people.filter(({ id }) => named.has(id)),
  };
}

const isSeen = ({ sites: own }: Person, sites: ReadonlySet<string>) =>
  own.length === 0 || own.some((site) => sites.has(site));

export const rostersPart = ({ rosters }: Rosters, sites: ReadonlySet<string>): Rosters => ({
  rosters: rosters.filter(({ site }) => sites.has(site)),
});

/** Of the people who are in the part of the organisation. */
export function absencesPart({ absences }: Absences, { people }: Organisation): Absences {
  const known = new Set(people.map(({ id }) => id));
  return { absences: absences.filter(({ person }) => known.has(person)) };
}

/** A body to which the entries that are not its sender's were added, and where each entry stood in what was sent. */
export interface Whole<B> {
  body: B;
  /** List to the places its entries had; -1: not sent. */
  sent: Readonly<Record<string, readonly number[]>>;
  /** Whether anything was added. */
  completed: boolean;
}

/**
 * What somebody sends is complete for what they may change, and no more: of the rest, entries that are missing stay as
 * they are, in their order. Entries that were sent stand as sent, whoever's they are.
 */
export function completeOrganisation(sent: Organisation, now: Organisation, publisher: Publisher): Whole<Organisation> {
  const here = ({ site }: { site: string }) => publisher.site(site);
  const byId = ({ id }: { id: string }) => id;
  const sites = complete(sent.sites, now.sites, byId, ({ id }) => publisher.site(id));
  const areas = complete(sent.areas, now.areas, byId, here);
  const buildings = complete(sent.buildings, now.buildings, byId, here);
  const people = complete(sent.people, now.people, byId, publisher.person);
  return whole(
    { ...sent, sites: sites.list, areas: areas.list, buildings: buildings.list, people: people.list },
    { sites: sites.sent, areas: areas.sent, buildings: buildings.sent, people: people.sent },
  );
}

export function completeRosters(sent: Rosters, now: Rosters, publisher: Publisher): Whole<Rosters> {
  const { list, sent: places } = complete(
    sent.rosters,
    now.rosters,
    ({ site, id }) => `${site}/${id}`,
    ({ site }) => publisher.site(site),
  );
  return whole({ ...sent, rosters: list }, { rosters: places });
}

export function completeAbsences(
  sent: Absences,
  now: Absences,
  publisher: Publisher,
  { people }: Organisation,
): Whole<Absences> {
  const known = new Map(people.map((person) => [person.id, person]));
  const { list, sent: places } = complete(
    sent.absences,
    now.absences,
    ({ person, from }) => `${person}/${from}`,
    (absence) => {
      const person = known.get(absence.person);
      return person === undefined ? publisher.company : publisher.absenceOf(person);
    },
  );
  return whole({ ...sent, absences: list }, { absences: places });
}

const whole = <B>(body: B, sent: Record<string, number[]>): Whole<B> => ({
  body,
  sent,
  completed: Object.values(sent).some((places) => places.includes(-1)),
});

/** Entries in the order they have now, new ones at the end; one that is gone stays unless its sender may take it away. */
function complete<T>(
  sent: readonly T[],
  now: readonly T[],
  keyOf: (entry: T) => string,
  mayRemove: (entry: T) => boolean,
) {
  const places = new Map<string, number[]>();
  for (const [index, entry] of sent.entries()) places.set(keyOf(entry), [...(places.get(keyOf(entry)) ?? []), index]);
  const list: T[] = [];
  const origins: number[] = [];
  const put = (entry: T | undefined, index: number) => {
    if (entry === undefined) return;
    list.push(entry);
    origins.push(index);
  };
  for (const entry of now) {
    const index = places.get(keyOf(entry))?.shift();
    if (index !== undefined) put(sent[index], index);
    else if (!mayRemove(entry)) put(entry, -1);
  }
  for (const index of [...places.values()].flat().sort((a, b) => a - b)) put(sent[index], index);
  return { list, sent: origins };
}
