import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Directory, Person } from '#domain/organisation';
import {
  absencesPart,
  completeAbsences,
  completeOrganisation,
  completeRosters,
  organisationPart,
  rostersPart,
  sitesRead,
} from '#domain/own-part';
import { publisherIn } from '#domain/publish-scope';
import { directoryWith } from './directory-fixture.ts';

const base = directoryWith().organisation;
const [lake] = base.sites;
const [area] = base.areas;
const [building] = base.buildings;
const [member] = base.people;
if (!lake || !area || !building || !member) throw new Error('the fixture has one of each');
const SITES = ['lake', 'hill', 'park'];
const peopleIds = ['ann', 'bo', 'chen', 'dai', 'fu'];
const named = fc.option(fc.constantFrom(...peopleIds));
const person = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      role: fc.constantFrom('manager', 'staff', 'viewer'),
      sites: fc.uniqueArray(fc.constantFrom(...SITES), { maxLength: 2 }),
      active: fc.constant(true),
    })
    .map((change) => ({ ...member, ...change, id }) as Person);

/** Any company of three sites, its entries in any order. */
const directories: fc.Arbitrary<Directory> = fc
  .tuple(
    fc.tuple(...peopleIds.map(person)),
    fc.tuple(named, named, named),
    fc.array(fc.tuple(fc.constantFrom(...SITES), fc.constantFrom(...peopleIds)), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...peopleIds), named), { maxLength: 4 }),
    fc.shuffledSubarray(SITES, { minLength: 3 }),
  )
  .map(([people, [director, steward, keeper], shifts, away, order]) => ({
    organisation: {
      ...base,
      posts: [],
      people,
      sites: order.map((id) => ({ ...lake, id, director, departments: [] })),
      areas: order.map((site) => ({
        ...area,
        id: `area-${site}`,
        site,
        keeper,
        repairer: null,
        customerService: null,
      })),
      buildings: order.map((site) => ({ ...building, id: `building-${site}`, site, steward })),
    },
    rosters: {
      rosters: shifts.map(([site, who], index) => ({
        id: `roster-${index}`,
        site,
        name: lake.name,
        weekly: [{ days: [1], from: '08:00', to: '20:00', person: who }],
        dated: [],
      })),
    },
    absences: { absences: away.map(([who, deputy], from) => ({ person: who, deputy, from, to: from + 1 })) },
  }));

test('sending back exactly what one reads changes nothing, whoever one is', () => {
  fc.assert(
    fc.property(directories, fc.nat(peopleIds.length - 1), (directory, index) => {
      const { organisation, rosters, absences } = directory;
      const reader = organisation.people[index];
      const sites = reader && sitesRead(reader, organisation);
      if (!sites) return;
      const publisher = publisherIn(reader, organisation);
      const part = organisationPart(directory, sites);
      expect(completeOrganisation(part, organisation, publisher).body).toEqual(organisation);
      expect(completeRosters(rostersPart(rosters, sites), rosters, publisher).body).toEqual(rosters);
      expect(completeAbsences(absencesPart(absences, part), absences, publisher, organisation).body).toEqual(absences);
    }),
  );
});

test('the part names nobody it does not contain, and no site but the reader’s', () => {
  fc.assert(
    fc.property(directories, fc.subarray(SITES), (directory, own) => {
      const sites = new Set(own);
      const part = organisationPart(directory, sites);
      const known = new Set<string | null>([null, ...part.people.map(({ id }) => id)]);
      expect(part.sites.every(({ id, director }) => sites.has(id) && known.has(director))).toBe(true);
      expect(part.areas.every(({ site, keeper }) => sites.has(site) && known.has(keeper))).toBe(true);
      expect(part.buildings.every(({ site, steward }) => sites.has(site) && known.has(steward))).toBe(true);
      const shifts = rostersPart(directory.rosters, sites).rosters.flatMap(({ weekly }) => weekly);
      expect(shifts.every(({ person: who }) => known.has(who))).toBe(true);
    }),
  );
});
