import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Organisation, Person } from '#domain/organisation';
import { may } from '#domain/permission';
import { absencesTouched, organisationTouched, publisherIn, type Touched } from '#domain/publish-scope';
import { text } from './calendar-fixtures.ts';
import { directoryWith } from './directory-fixture.ts';

const base = directoryWith().organisation;
const [lake] = base.sites;
const [member] = base.people;
if (!lake || !member) throw new Error('the fixture has a site and people');
const person = (id: string, role: Person['role'], sites: string[]): Person => ({ ...member, id, role, sites });
const people = [
  person('admin', 'admin', []),
  person('lake-manager', 'manager', ['lake']),
  person('hill-manager', 'manager', ['hill']),
  person('both-manager', 'manager', ['lake', 'hill']),
  person('lake-staff', 'staff', ['lake']),
  person('hill-staff', 'staff', ['hill']),
  person('both-staff', 'staff', ['lake', 'hill']),
  person('no-site-staff', 'staff', []),
  person('lake-viewer', 'viewer', ['lake']),
  { ...person('left-manager', 'manager', ['lake']), active: false },
];
const organisation: Organisation = { ...base, sites: [lake, { ...lake, id: 'hill', code: 'HI' }], people };
const who = fc.constantFrom(...people);
const allowed = (one: Person, touched: Touched) =>
  touched.company
    ? may(one, 'document.publish', {}, { organisation })
    : touched.sites.every((site) => may(one, 'document.publish', { site }, { organisation }));

describe('what the panel offers is what the API takes', () => {
  test('people', () => {
    fc.assert(
      fc.property(who, who, (one, other) => {
        const after = {
          ...organisation,
          people: people.map((entry) => (entry === other ? { ...entry, name: text('renamed') } : entry)),
        };
        expect(publisherIn(one, organisation).person(other)).toBe(
          allowed(one, organisationTouched(organisation, after)),
        );
      }),
    );
  });

  test('absences', () => {
    fc.assert(
      fc.property(who, who, (one, other) => {
        const after = { absences: [{ person: other.id, from: 0, to: 1, deputy: null }] };
        const touched = absencesTouched({ absences: [] }, after, organisation);
        expect(publisherIn(one, organisation).absenceOf(other)).toBe(allowed(one, touched));
      }),
    );
  });

  test('sites and the company', () => {
    fc.assert(
      fc.property(who, fc.constantFrom('lake', 'hill'), (one, site) => {
        const publisher = publisherIn(one, organisation);
        const touched = organisationTouched(organisation, {
          ...organisation,
          sites: organisation.sites.map((entry) => (entry.id === site ? { ...entry, phone: '2' } : entry)),
        });
        expect(publisher.site(site)).toBe(allowed(one, touched));
        expect(publisher.company).toBe(allowed(one, { company: true }));
      }),
    );
  });

  test('somebody the organisation does not know may nothing', () => {
    const publisher = publisherIn(undefined, organisation);
    expect([publisher.company, publisher.site('lake'), ...people.map(publisher.person)].some(Boolean)).toBe(false);
  });
});
