import { canonical } from './canonical.ts';
import type { Absences, Organisation, Person, Rosters } from './organisation.ts';
import { may } from './permission.ts';

/** Sites a change touches, or the whole company: what a manager of some sites may and may not publish is told by it. */
export type Touched = { company: true } | { company: false; sites: string[] };

const touching = (sites: Iterable<string>): Touched => ({ company: false, sites: [...new Set(sites)] });
const everySite = ({ sites }: Organisation): Touched => touching(sites.map(({ id }) => id));
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Entries that are new, gone or different, both as they were and as they will be. */
function changes<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string): T[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const kept = new Set(after.map(keyOf));
  const changed = after.filter((entry) => !same(old.get(keyOf(entry)), entry));
  const was = changed.flatMap((entry) => old.get(keyOf(entry)) ?? []);
  return [...changed, ...was, ...before.filter((entry) => !kept.has(keyOf(entry)))];
}

/** Staff and viewers of sites may be a manager's to change; whoever may configure, and people of no site, are the company's. */
export const isCompanyMember = ({ role, sites }: Person): boolean =>
  role === 'admin' || role === 'manager' || sites.length === 0;

export function organisationTouched(before: Organisation, after: Organisation): Touched {
  const people = changes(before.people, after.people, ({ id }) => id);
  const siteIds = (of: Organisation) => of.sites.map(({ id }) => id).sort();
  const companyWide =
    !same(before.company, after.company) ||
    !same(before.posts, after.posts) ||
    !same(siteIds(before), siteIds(after)) ||
    people.some(isCompanyMember);
  if (companyWide) return { company: true };
  return touching([
    ...changes(before.sites, after.sites, ({ id }) => id).map(({ id }) => id),
    ...changes(before.areas, after.areas, ({ id }) => id).map(({ site }) => site),
    ...changes(before.buildings, after.buildings, ({ id }) => id).map(({ site }) => site),
    ...people.flatMap(({ sites }) => sites),
  ]);
}

export const rostersTouched = (before: Rosters, after: Rosters): Touched =>
  touching(changes(before.rosters, after.rosters, ({ site, id }) => `${site}/${id}`).map(({ site }) => site));

/** Somebody of several sites is away from all of them; who belongs to none is away from the company. */
export function absencesTouched(before: Absences, after: Absences, { people }: Organisation): Touched {
  const changed = changes(before.absences, after.absences, ({ person, from }) => `${person}/${from}`);
  const sites = changed.map(({ person }) => people.find(({ id }) => id === person)?.sites ?? []);
  return sites.some((own) => own.length === 0) ? { company: true } : touching(sites.flat());
}

/** The sites that use the calendar; one that nobody uses touches nobody. */
export const calendarTouched = (id: string, { sites }: Organisation): Touched =>
  touching(sites.filter(({ calendar }) => calendar === id).map((site) => site.id));

/** Workflows, routing, words, forms and what is maintained are every site's. */
export const sharedTouched = (organisation: Organisation): Touched => everySite(organisation);

/** What somebody may publish, asked before anything is changed: it agrees with what their changes would touch. */
export interface Publisher {
  /** The company itself, its posts, its sites, its managers. */
  company: boolean;
  site: (id: string) => boolean;
  /** The person's entry, as it is. */
  person: (person: Person) => boolean;
  absenceOf: (person: Person) => boolean;
}

export function publisherIn(who: Person | undefined, organisation: Organisation): Publisher {
  const allowed = (site?: string) =>
    who !== undefined && may(who, 'document.publish', site === undefined ? {} : { site }, { organisation });
  const company = allowed();
  const everywhere = ({ sites }: Person) => sites.length > 0 && sites.every(allowed);
  return {
    company,
    site: allowed,
    person: (person) => company || (!isCompanyMember(person) && everywhere(person)),
    absenceOf: (person) => company || everywhere(person),
  };
}
