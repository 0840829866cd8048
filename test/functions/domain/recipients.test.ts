import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Absences } from '#domain/organisation';
import { isAbsent, personById, type Recipient, resolveRecipients } from '#domain/recipients';
import { chineseOffice } from './calendar-fixtures.ts';
import { directoryWith } from './directory-fixture.ts';
import { itemWith } from './item-fixture.ts';

const now = 1000;
const away = (person: string, deputy: string | null = null, from = 0, to = 2000) => ({ person, from, to, deputy });

function resolve(recipients: Recipient[], absences: Absences['absences'] = [], item = itemWith({ owner: 'fu' })) {
  return resolveRecipients(recipients, item, directoryWith({ absences }), chineseOffice, now);
}

const handler: Recipient = { kind: 'handler', department: 'item' };
const named = (person: string): Recipient => ({ kind: 'person', person });

describe('posts', () => {
  test.each<[Recipient, string[]]>([
    [{ kind: 'owner' }, ['fu']],
    [{ kind: 'steward' }, ['ann']],
    [{ kind: 'areaRepairer' }, ['bo']],
    [{ kind: 'areaKeeper' }, ['chen']],
    [{ kind: 'areaCustomerService' }, ['dai']],
    [handler, ['bo']],
    [{ kind: 'handler', department: 'engineering' }, ['bo']],
    [{ kind: 'handler', department: 'finance' }, []],
    [{ kind: 'head', department: 'item' }, ['gao']],
    [{ kind: 'head', department: 'finance' }, []],
    [{ kind: 'siteDirector' }, ['hu']],
    [{ kind: 'companyPost', post: 'quality' }, ['jin', 'hu']],
    [{ kind: 'companyPost', post: 'general-manager' }, []],
    [named('jin'), ['jin']],
    [named('gone'), []],
    // ids that name nothing
    [named('nobody'), []],
    [{ kind: 'handler', department: 'none' }, []],
    [{ kind: 'companyPost', post: 'none' }, []],
    [{ kind: 'onDuty', roster: 'none' }, []],
  ])('%j is %j', (recipient, people) => {
    expect(resolve([recipient])).toEqual({ people, substituted: [] });
  });

  test('a building without area or steward, no building, an unknown building, an unknown site, no owner', () => {
    const all: Recipient[] = [
      { kind: 'steward' },
      { kind: 'areaRepairer' },
      { kind: 'areaKeeper' },
      { kind: 'areaCustomerService' },
    ];
    for (const building of ['b9', null, 'unknown']) expect(resolve(all, [], itemWith({ building })).people).toEqual([]);
    const bySite: Recipient[] = [
      { kind: 'siteDirector' },
      handler,
      { kind: 'onDuty', roster: 'duty' },
      { kind: 'owner' },
    ];
    expect(resolve(bySite, [], itemWith({ site: 'unknown' })).people).toEqual([]);
  });

  test('several recipients: in order, each person once', () => {
    const people = resolve([
      { kind: 'siteDirector' },
      { kind: 'companyPost', post: 'quality' },
      named('ann'),
      { kind: 'steward' },
    ]).people;
    expect(people).toEqual(['hu', 'jin', 'ann']);
  });
});

describe('absence', () => {
  test.each<[string, Recipient[], Absences['absences'], string[], [string, string][]]>([
    ['the deputy stands in', [{ kind: 'steward' }], [away('ann', 'dai')], ['dai'], [['ann', 'dai']]],
    ['nobody stands in', [{ kind: 'steward' }], [away('ann')], [], []],
    [
      'not away yet, or back again',
      [{ kind: 'steward' }],
      [away('ann', 'dai', 1001), away('ann', 'dai', 0, 1000)],
      ['ann'],
      [],
    ],
    ['away from this very moment', [{ kind: 'steward' }], [away('ann', 'dai', 1000, 1001)], ['dai'], [['ann', 'dai']]],
    ['the deputy of the deputy', [named('ann')], [away('ann', 'dai'), away('dai', 'jin')], ['jin'], [['ann', 'jin']]],
    ['a circle of deputies', [named('ann')], [away('ann', 'dai'), away('dai', 'ann')], [], []],
    ['own deputy', [named('ann')], [away('ann', 'ann')], [], []],
    ['a removed deputy', [named('ann')], [away('ann', 'gone')], [], []],
    ['an unknown deputy', [named('ann')], [away('ann', 'nobody')], [], []],
    ['a removed person has no deputy', [named('gone')], [away('gone', 'dai')], [], []],
    [
      'two absences, the first without a deputy',
      [named('ann')],
      [away('ann'), away('ann', 'dai')],
      ['dai'],
      [['ann', 'dai']],
    ],
    ['the deputy is a recipient too', [named('dai'), named('ann')], [away('ann', 'dai')], ['dai'], [['ann', 'dai']]],
    ['asked twice, told once', [named('ann'), { kind: 'steward' }], [away('ann', 'dai')], ['dai'], [['ann', 'dai']]],
    ['the next handler, though the first has a deputy', [handler], [away('bo', 'dai')], ['fu'], []],
    [
      'all handlers away: deputy of the first',
      [handler],
      [away('bo', 'dai'), away('fu', 'jin')],
      ['dai'],
      [['bo', 'dai']],
    ],
    [
      'all handlers away, the first without deputy',
      [handler],
      [away('bo'), away('fu', 'jin')],
      ['jin'],
      [['fu', 'jin']],
    ],
    ['all handlers away for good', [handler], [away('bo'), away('fu')], [], []],
    [
      'each holder of a post',
      [{ kind: 'companyPost', post: 'quality' }],
      [away('jin', 'ann')],
      ['ann', 'hu'],
      [['jin', 'ann']],
    ],
  ])('%s', (_, recipients, absences, people, substituted) => {
    expect(resolve(recipients, absences)).toEqual({
      people,
      substituted: substituted.map(([absent, deputy]) => ({ absent, deputy })),
    });
  });
});

test('isAbsent and personById', () => {
  const directory = directoryWith({ absences: [away('ann', 'dai', 500, 1000)] });
  expect([499, 500, 999, 1000].map((at) => isAbsent('ann', directory, at))).toEqual([false, true, true, false]);
  expect(isAbsent('nobody', directory, now)).toBe(false);
  expect(personById(directory, 'gone')?.active).toBe(false);
  expect(personById(directory, 'nobody')).toBeUndefined();
});

const somebody = fc.constantFrom('ann', 'bo', 'chen', 'dai', 'fu', 'gao', 'hu', 'jin', 'gone', 'nobody');
const recipients: fc.Arbitrary<Recipient> = fc.oneof(
  somebody.map(named),
  fc.constantFrom<Recipient>(
    { kind: 'owner' },
    { kind: 'steward' },
    { kind: 'areaRepairer' },
    handler,
    { kind: 'head', department: 'item' },
    { kind: 'onDuty', roster: 'duty' },
    { kind: 'companyPost', post: 'quality' },
  ),
);
const absences = fc.array(
  fc.record({
    person: somebody,
    from: fc.integer({ min: 0, max: 1500 }),
    to: fc.integer({ min: 500, max: 2000 }),
    deputy: fc.option(somebody),
  }),
  { maxLength: 12 },
);
const rosters = fc
  .array(somebody)
  .map((people) => people.map((person) => ({ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '08:00', person })))
  .map((weekly) => [{ id: 'duty', site: 'lake', name: { 'zh-CN': 'x', en: 'x' }, weekly, dated: [] }]);

test('only active people who are there, each once; every substitute was needed and is there', () => {
  fc.assert(
    fc.property(
      fc.array(recipients, { maxLength: 6 }),
      absences,
      rosters,
      fc.option(somebody),
      (list, away, duty, owner) => {
        const directory = directoryWith({ absences: away, rosters: duty });
        const { people, substituted } = resolveRecipients(list, itemWith({ owner }), directory, chineseOffice, now);
        expect(new Set(people).size).toBe(people.length);
        for (const id of people) {
          expect(personById(directory, id)?.active).toBe(true);
          expect(isAbsent(id, directory, now)).toBe(false);
        }
        for (const { absent, deputy } of substituted) {
          expect(isAbsent(absent, directory, now)).toBe(true);
          expect(people).toContain(deputy);
        }
      },
    ),
    { numRuns: 500 },
  );
});
