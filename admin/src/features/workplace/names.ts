import { fullName } from '#domain/full-name';
import type { Language, Text } from '#domain/text';
import { PLAIN_VISIT, plainVisitName } from '#domain/visit/visit-words';
import type { Directory, Me } from './workplace.tsx';

/** Words for ids, in the reader's language. An id nobody knows any more is shown as it is: better than nothing at all. */
export interface Names {
  person(id: string): string;
  building(site: string, id: string): string;
  department(site: string, id: string): string;
  category(id: string): string;
  /** A kind of facility as the site calls it; of a repair without one the category of its complaint. */
  kind(site: string, id: string): string;
  site(id: string): string;
  /** "3 栋 1202", "Building 3, 1202", "3 栋 · 2 号电梯", or the public place alone. */
  place(item: { site: string; building: string | null; unit: string | null; place: string | null }): string;
}

export function createNames(directory: Directory, me: Me, language: Language): Names {
  const index = <T>(rows: readonly T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]));
  const people = index(directory.people, ({ id }) => id);
  const buildings = index(directory.buildings, ({ site, id }) => `${site}/${id}`);
  const departments = index(directory.departments, ({ site, id }) => `${site}/${id}`);
  const own = directory.ownRouting.flatMap(({ categories: some }) => some);
  const categories = index([...own, ...directory.categories], ({ id }) => id);
  const kinds = index(directory.assetKinds, ({ site, id }) => `${site ?? ''}/${id}`);
  const sites = index(me.sites, ({ id }) => id);
  const say = (found: { name: Text } | undefined, id: string) => found?.name[language] ?? id;

  const building: Names['building'] = (site, id) => say(buildings.get(`${site}/${id}`), id);
  const category: Names['category'] = (id) =>
    id === PLAIN_VISIT ? plainVisitName[language] : say(categories.get(id), id);
  return {
    person: (id) => {
      const found = people.get(id);
      return found ? fullName(found, language) : id;
    },
    building,
    department: (site, id) => say(departments.get(`${site}/${id}`), id),
    category,
    kind: (site, id) => {
      const known = kinds.get(`${site}/${id}`) ?? kinds.get(`/${id}`);
      return known ? known.name[language] : category(id);
    },
    site: (id) => say(sites.get(id), id),
    place: (item) => {
      const inside = item.building ? building(item.site, item.building) : '';
      const between = item.unit === null ? ' · ' : language === 'en' ? ', ' : ' ';
      return [inside, item.unit ?? item.place].filter(Boolean).join(between);
    },
  };
}
