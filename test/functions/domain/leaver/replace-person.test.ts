import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamingDocuments } from '#domain/leaver/named-people';
import { references, replacePerson, withoutMember } from '#domain/leaver/replace-person';
import type { Recipient } from '#domain/recipients';
import { deepFreeze } from '#test/support/life';
import { ask, define, end, person, step } from '#test/support/small-workflow';
import { directoryWith } from '../directory-fixture.ts';

const people = ['ann', 'bo', 'chen', 'dai', 'fu', 'gao', 'hu', 'jin'];
const who = fc.constantFrom(...people);
const whoOrNone = fc.option(who);
const recipients = fc.array(
  fc.oneof(
    who.map(person),
    fc.constantFrom<Recipient>({ kind: 'owner' }, { kind: 'siteDirector' }, { kind: 'head', department: 'item' }),
  ),
  { minLength: 1, maxLength: 3 },
);
const shift = { from: fc.constant('09:00'), to: fc.constant('18:00'), person: who };

const organisations = fc
  .record({
    director: whoOrNone,
    head: whoOrNone,
    handlers: fc.uniqueArray(who),
    holders: fc.uniqueArray(who),
    area: fc.record({ customerService: whoOrNone, keeper: whoOrNone, repairer: whoOrNone }),
    steward: whoOrNone,
  })
  .map(({ director, head, handlers, holders, area, steward }) => {
    const { organisation } = directoryWith();
    return {
      ...organisation,
      posts: organisation.posts.map((post) => ({ ...post, holders })),
      sites: organisation.sites.map((site) => ({
        ...site,
        director,
        departments: site.departments.map((department) => ({ ...department, head, handlers })),
      })),
      areas: organisation.areas.map((one) => ({ ...one, ...area })),
      buildings: organisation.buildings.map((building) => ({ ...building, steward })),
    };
  });
const rosters: fc.Arbitrary<NamingDocuments['rosters']> = fc
  .record({
    weekly: fc.array(fc.record({ ...shift, days: fc.constant<number[]>([1, 2]) })),
    dated: fc.array(fc.record({ ...shift, date: fc.constantFrom('2026-11-24', '2026-11-25') })),
  })
  .map((shifts) => ({
    rosters: [{ id: 'duty', site: 'lake', name: { 'zh-CN': '值班', en: 'Duty' }, ...shifts }],
  }));
const absences = fc
  .array(fc.record({ person: who, from: fc.nat(9), to: fc.integer({ min: 10, max: 20 }), deputy: whoOrNone }))
  .map((list) => ({ absences: list }));
const workflows = fc
  .record({ to: recipients, outside: recipients, assign: recipients, notify: recipients, late: recipients })
  .map(({ to, outside, assign, notify, late }) =>
    define(
      [
        step({ id: 'assign', type: 'assign', to: assign, next: 'tell' }),
        step({ id: 'tell', type: 'notify', to: notify, template: 'major', next: 'wait' }),
        ask('wait', [{ to, outside }]),
        end('done'),
      ],
      { calls: { to, within: 'reply', late } },
    ),
  )
  .map((body) => [{ id: 'complaint', body }]);
const documents: fc.Arbitrary<NamingDocuments> = fc.record({
  organisation: organisations,
  rosters,
  absences,
  workflows,
});

/** Every place whose value is exactly the person's id, found without knowing the schemas; the member’s own row is none. */
function mentions(value: unknown, id: string, path = ''): string[] {
  if (value === id) return /people\.\d+\.(id|name\.)/.test(path) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => mentions(inner, id, `${path}.${key}`));
}

describe('everything that names a person', () => {
  it('is found, whatever the documents hold, and after replacing nothing names the leaver', () => {
    fc.assert(
      fc.property(documents, who, fc.option(who), (before, leaver, all) => {
        deepFreeze(before);
        const found = references(leaver, before);
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(mentions(before, leaver).length);
        const after = replacePerson(leaver, before, { all: all === leaver ? null : all, lines: {} });
        expect(mentions(after, leaver)).toEqual([]);
        expect(references(leaver, after)).toEqual([]);
        // Nobody else loses a place.
        for (const other of people.filter((id) => id !== leaver && id !== all))
          expect(mentions({ ...after, absences: [] }, other)).toHaveLength(
            mentions({ ...before, absences: [] }, other).length,
          );
      }),
    );
  });

  it('replacing somebody by themselves, or who is named nowhere, changes nothing', () => {
    fc.assert(
      fc.property(documents, who, (before, leaver) => {
        const kept = { ...before, absences: { absences: [] } };
        expect(replacePerson(leaver, kept, { all: leaver, lines: {} })).toEqual(kept);
        expect(replacePerson('nobody', before, { all: null, lines: {} })).toEqual(before);
      }),
    );
  });
});

describe('line by line', () => {
  const before: NamingDocuments = {
    ...directoryWith({
      absences: [
        { person: 'bo', from: 1, to: 2, deputy: 'fu' },
        { person: 'fu', from: 5, to: 6, deputy: 'bo' },
        { person: 'ann', from: 5, to: 6, deputy: 'bo' },
      ],
      rosters: [
        {
          id: 'duty',
          site: 'lake',
          name: { 'zh-CN': '值班', en: 'Duty' },
          weekly: [1, 2, 3].map((day) => ({ days: [day], from: '09:00', to: '18:00', person: 'bo' })),
          dated: [],
        },
      ],
    }),
    workflows: [
      { id: 'complaint', body: define([ask('wait', [{ to: [person('bo'), { kind: 'owner' }] }]), end('done')]) },
    ],
  };

  it('names each place once, with how often it stands there', () => {
    expect(references('bo', before).map(({ key, count }) => [key, count])).toEqual([
      ['handler/lake/engineering', 1],
      ['areaRepairer/lake/east', 1],
      ['weeklyShift/lake/duty', 3],
      ['absence', 1],
      ['deputy/fu', 1],
      ['deputy/ann', 1],
      ['recipient/complaint/wait', 1],
    ]);
  });

  it('one takes over all but what others take, or nobody; nobody stands somewhere twice or in for themselves', () => {
    const after = replacePerson('bo', before, {
      all: 'fu',
      lines: { 'areaRepairer/lake/east': 'chen', 'weeklyShift/lake/duty': null },
    });
    const [site] = after.organisation.sites;
    expect(site?.departments[0]?.handlers).toEqual(['gone', 'fu']);
    expect(after.organisation.areas[0]?.repairer).toBe('chen');
    expect(after.rosters.rosters[0]?.weekly).toEqual([]);
    expect(after.absences.absences).toEqual([
      { person: 'fu', from: 5, to: 6, deputy: null },
      { person: 'ann', from: 5, to: 6, deputy: 'fu' },
    ]);
    const [wait] = after.workflows[0]?.body.steps ?? [];
    expect(wait).toMatchObject({ levels: [{ to: [{ kind: 'person', person: 'fu' }, { kind: 'owner' }] }] });
  });

  it('the member stays by name and can do nothing', () => {
    const after = withoutMember(before.organisation, 'bo');
    expect(after.people.find(({ id }) => id === 'bo')).toMatchObject({ active: false, name: { en: 'bo' } });
    expect(after.people.filter(({ active }) => !active).map(({ id }) => id)).toEqual(['bo', 'gone']);
  });
});
