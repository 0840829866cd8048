import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOfVisit } from '#domain/learned/visit-facts';
import { visitCounts } from '#domain/rate-facts';
import { type Counted, movesBetween, talliesFor, talliesForEach } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import { heldAnswers, type Visit } from '#domain/visit';
import { at, directory } from '#test/support/estate';
import { answers, visitItem } from '#test/support/visits';

const { organisation } = directory;
const facts = (visit: Partial<Visit>, item = {}) => factsOfVisit(visitItem('v1', visit, item), organisation);
const shown = (...of: Parameters<typeof facts>) => Object.fromEntries(facts(...of).map(({ rate, hit }) => [rate, hit]));
const ended = at('2026-11-26', '18:00');

describe('what a visit counts as', () => {
  test.each<[string, Partial<Visit>, object, object]>([
    ['content', { answers }, {}, { satisfaction: 4, held: 1, onTime: 1, reached: 1, low: 0 }],
    [
      'partly held',
      { answers: { ...answers, held: 'partly' } },
      {},
      { satisfaction: 4, held: 0, onTime: 1, reached: 1, low: 1 },
    ],
    [
      'not asked whether it held',
      { answers: { ...answers, held: null, onTime: null, score: 2 } },
      {},
      { satisfaction: 2, reached: 1, low: 1 },
    ],
    ['open', {}, {}, {}],
    ['nobody reached', { gaveUp: true }, { status: 'invalid', endedAt: ended }, { reached: 0 }],
    ['cancelled', {}, { status: 'withdrawn', endedAt: ended }, {}],
    [
      'answered before it was cancelled',
      { answers: { ...answers, held: null, onTime: null } },
      { status: 'withdrawn' },
      { satisfaction: 4, reached: 1, low: 0 },
    ],
  ])('%s', (_, visit, item, expected) => expect(shown(visit, item)).toEqual(expected));

  test('where, after what, by whose work, and why it was low', () => {
    const low = { ...answers, score: 1, reason: 'came-back' };
    const found = facts({ answers: low, workers: ['repairer-b', 'repairer-a'] });
    const building = organisation.buildings.find(({ id }) => id === 'b1');
    for (const fact of found)
      expect(fact).toMatchObject({
        at: answers.at,
        area: building?.area,
        person: 'repairer-a repairer-b',
        kind: 'corridor-light',
        rule: 'after-complaint',
      });
    expect(found.map(({ age }) => age)).not.toContain('');
    expect(found.map(({ rate, reason }) => [rate, reason])).toContainEqual(['low', 'came-back']);
    expect(facts({ answers: { ...answers, reason: 'came-back' } }).map(({ reason }) => reason)).toEqual(
      Array(5).fill(''),
    );
  });
});

const workers = fc.uniqueArray(fc.constantFrom('repairer-a', 'repairer-b', 'steward-b1'), { maxLength: 3 });
const state = fc.record({
  workers,
  answers: fc.option(
    fc.record({
      score: fc.integer({ min: 1, max: 5 }),
      held: fc.option(fc.constantFrom(...heldAnswers)),
      reason: fc.option(fc.constantFrom('came-back', 'other')),
      day: fc.constantFrom('2026-11-20', '2026-11-25'),
    }),
  ),
});
const period = { from: '2026-11-01', to: '2026-11-30' };

test('sums are those of what visits are now, however often and in whatever order they were told, and each worker has theirs', () => {
  const histories = fc.array(fc.array(state, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (visits, draws) => {
      const versions = visits.map((history) =>
        history.map(({ answers: given, workers: who }) =>
          facts({
            workers: who,
            answers: given && { ...answers, ...given, at: at(given.day, '11:00') },
          }),
        ),
      );
      const deliveries = versions.flatMap((history, visit) => history.map((_, version) => ({ visit, version })));
      const shuffled = deliveries.concat(deliveries).toSorted(() => (draws.next().value % 2 === 0 ? 1 : -1));
      const marks = new Map<number, number>();
      const days: Counted['days'][number][] = [];
      const tell = (visit: number, version: number) => {
        const known = marks.get(visit);
        if (known !== undefined && known >= version) return;
        const before = known === undefined ? [] : (versions[visit]?.[known] ?? []);
        marks.set(visit, version);
        const dayOf = (when: number) => localDate(when, 'Asia/Shanghai');
        days.push(...movesBetween(before, versions[visit]?.[version] ?? [], dayOf, '2026-11-30').days);
      };
      for (const { visit, version } of shuffled) tell(visit, version);
      const counted = { days, standing: [] };
      const now = versions.flatMap((history) => history.at(-1) ?? []);
      const direct = (rate: string, person?: string) => {
        const meant = now.filter(
          (fact) => fact.rate === rate && (person === undefined || fact.person.split(' ').includes(person)),
        );
        return { hit: meant.reduce((sum, { hit }) => sum + hit, 0), of: meant.length };
      };
      const tallies = talliesFor(visitCounts, counted, period);
      for (const rate of visitCounts) expect(tallies[rate]).toEqual(direct(rate));
      for (const { id, tallies: own } of talliesForEach(visitCounts, counted, period, 'person'))
        for (const rate of visitCounts) expect(own[rate]).toEqual(direct(rate, id));
      const why = talliesForEach(['low'], counted, period, 'reason');
      expect(why.reduce((sum, { tallies: of }) => sum + of.low.hit, 0)).toBe(tallies.low.hit);
    }),
    { numRuns: 60 },
  );
});
