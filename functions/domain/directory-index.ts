import type { z } from 'zod';
import type {
  Absences,
  Area,
  Building,
  Department,
  Directory,
  Organisation,
  Person,
  Roster,
  Site,
} from './organisation.ts';

/** A `Directory` as maps by id. Where an id stands twice, the first counts. */
export interface DirectoryIndex {
  people: Map<string, Person>;
  sites: Map<string, Site>;
  /** By 'site/department'. */
  departments: Map<string, Department>;
  areas: Map<string, z.infer<typeof Area>>;
  buildings: Map<string, z.infer<typeof Building>>;
  posts: Map<string, Organisation['posts'][number]>;
  /** By 'site/roster'. */
  rosters: Map<string, z.infer<typeof Roster>>;
  /** By person, in the order of the document. */
  absences: Map<string, Absences['absences']>;
}

const indexes = new WeakMap<Directory, DirectoryIndex>();

/** The index of a directory, built once. A directory is a value: a changed one must be a new object. */
export function indexOf(directory: Directory): DirectoryIndex {
  let index = indexes.get(directory);
  if (index === undefined) {
    index = build(directory);
    indexes.set(directory, index);
  }
  return index;
}

function build({ organisation, rosters, absences }: Directory): DirectoryIndex {
  const departments = organisation.sites.flatMap((site) =>
    site.departments.map((department) => ({ site, department })),
  );
  const byPerson = new Map<string, Absences['absences']>();
  for (const absence of absences.absences) {
    const known = byPerson.get(absence.person);
    if (known === undefined) byPerson.set(absence.person, [absence]);
    else known.push(absence);
  }
  return {
    people: byKey(organisation.people, (person) => person.id),
    sites: byKey(organisation.sites, (site) => site.id),
    departments: new Map(
      [...byKey(departments, ({ site, department }) => `${site.id}/${department.id}`)].map(([key, { department }]) => [
        key,
        department,
      ]),
    ),
    areas: byKey(organisation.areas, (area) => area.id),
    buildings: byKey(organisation.buildings, (building) => building.id),
    posts: byKey(organisation.posts, (post) => post.id),
    rosters: byKey(rosters.rosters, (roster) => `${roster.site}/${roster.id}`),
    absences: byPerson,
  };
}

function byKey<T>(values: readonly T[], key: (value: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const value of values) if (!map.has(key(value))) map.set(key(value), value);
  return map;
}
