import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absenceProblems } from '#domain/absence-problems';
import { deputyChain } from '#domain/deputies';
import type { Absence } from '#domain/organisation';
import { directoryWith } from './directory-fixture.ts';

const now = 500;
const away = (person: string, deputy: string | null, from = 0, to = 1000): Absence => ({ person, deputy, from, to });
const chain = (person: string, absences: Absence[]) => {
  const found = deputyChain(person, directoryWith({ absences }), now);
  return [...found.away.map((absence) => absence.person), found.present];
};

describe('who takes what is meant for somebody', () => {
  test.each([
    ['there', [], ['ann']],
    ['away with a deputy', [away('ann', 'bo')], ['ann', 'bo']],
    ['a deputy of a deputy', [away('ann', 'bo'), away('bo', 'chen')], ['ann', 'bo', 'chen']],
    ['the deputy was away until now', [away('ann', 'bo'), away('bo', 'chen', 0, now)], ['ann', 'bo']],
    ['the deputy is away from now', [away('ann', 'bo'), away('bo', 'chen', now)], ['ann', 'bo', 'chen']],
    ['nobody named', [away('ann', null)], ['ann', null]],
    ['the chain ends at nobody', [away('ann', 'bo'), away('bo', null)], ['ann', 'bo', null]],
    ['the deputy has left', [away('ann', 'gone')], ['ann', null]],
    ['each other', [away('ann', 'bo'), away('bo', 'ann')], ['ann', 'bo', null]],
    ['themselves', [away('ann', 'ann')], ['ann', null]],
    ['the first absence leads nowhere, the second does', [away('ann', null), away('ann', 'bo')], ['ann', 'bo']],
    ['somebody who has left', [], [null], 'gone'],
    ['somebody unknown', [], [null], 'nobody'],
  ] as [string, Absence[], (string | null)[], string?][])('%s', (_, absences, expected, person = 'ann') => {
    expect(chain(person, absences)).toEqual(expected);
  });
});

const person = fc.constantFrom('ann', 'bo', 'chen', 'dai', 'fu');
const absence: fc.Arbitrary<Absence> = fc
  .tuple(person, fc.option(person), fc.nat(20), fc.integer({ min: 1, max: 10 }))
  .map(([who, deputy, from, length]) => ({ person: who, deputy, from, to: from + length }));
const lists = fc.array(absence, { maxLength: 8 });

describe('circles of deputies', () => {
  test('whatever stands there, a chain ends, names nobody twice and leads to somebody who is there', () => {
    fc.assert(
      fc.property(lists, fc.nat(30), person, (absences, at, who) => {
        const found = deputyChain(who, directoryWith({ absences }), at);
        const people = found.away.map((one) => one.person);
        expect(new Set(people).size).toBe(people.length);
        if (found.present !== null)
          expect(absences.some((one) => one.person === found.present && one.from <= at && at < one.to)).toBe(false);
      }),
    );
  });

  test('are refused exactly when somebody would stand in for themselves at some time', () => {
    fc.assert(
      fc.property(lists, (absences) => {
        const leadsBack = (start: Absence, at: number): boolean => {
          const reached = new Set<string>();
          let next = new Set(start.deputy === null ? [] : [start.deputy]);
          while (next.size > 0) {
            for (const one of next) reached.add(one);
            next = new Set(
              absences
                .filter((one) => next.has(one.person) && one.from <= at && at < one.to)
                .flatMap(({ deputy }) => (deputy === null || reached.has(deputy) ? [] : [deputy])),
            );
          }
          return reached.has(start.person);
        };
        const times = Array.from({ length: 31 }, (_, at) => at);
        const circular = times.some((at) =>
          absences.some((one) => one.from <= at && at < one.to && leadsBack(one, at)),
        );
        const { organisation } = directoryWith();
        const refused = absenceProblems({ absences }, organisation).some(({ code }) => code === 'deputy_loop');
        expect(refused).toBe(circular);
      }),
      { numRuns: 500 },
    );
  });

  test('what is accepted loses nobody to a circle: who has a deputy at the end of the chain is reached', () => {
    fc.assert(
      fc.property(lists, fc.nat(30), person, (absences, at, who) => {
        const directory = directoryWith({ absences });
        if (absenceProblems({ absences }, directory.organisation).length > 0) return;
        const { away: chained, present } = deputyChain(who, directory, at);
        expect(present === null).toBe(chained.at(-1)?.deputy === null);
      }),
      { numRuns: 500 },
    );
  });
});

test('problems stand at their field and name the circle in both languages', () => {
  const { organisation } = directoryWith();
  const absences = [away('ann', 'nobody'), away('bo', 'chen'), away('chen', 'bo', 10), away('stranger', null, 5, 5)];
  expect(absenceProblems({ absences }, organisation)).toEqual([
    { path: ['absences', 0, 'deputy'], code: 'unknown_person', value: 'nobody' },
    {
      path: ['absences', 2, 'deputy'],
      code: 'deputy_loop',
      value: { 'zh-CN': 'chen → bo → chen', en: 'chen → bo → chen' },
    },
    { path: ['absences', 3, 'person'], code: 'unknown_person', value: 'stranger' },
    { path: ['absences', 3, 'to'], code: 'ends_before_it_starts' },
  ]);
});
