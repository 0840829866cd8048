import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severities } from '#domain/routing';
import { DAY, localDate } from '#domain/time';
import type { Candidate } from '#domain/visit/candidate';
import {
  type Asking,
  dayOf,
  noHistory,
  type PlannedVisit,
  planVisits,
  type VisitHistory,
} from '#domain/visit/plan-visits';
import { fractionOf } from '#domain/visit/sample';
import { isQuiet } from '#domain/visit/visiting-time';
import type { VisitRule, Visits } from '#domain/visit-rules';
import { at, directory, facts } from '#test/support/estate';
import { defaultVisits } from '#workflows/default-visits';

const ruleAt = (index: number, share: VisitRule['share']): VisitRule => {
  const [first] = defaultVisits.rules;
  if (!first) throw new RangeError('There is no rule.');
  return { ...first, id: `rule-${index}`, share };
};
const settings = fc
  .record({
    quota: fc.integer({ min: 1, max: 3 }),
    coolDownDays: fc.integer({ min: 0, max: 20 }),
    rest: fc.constantFrom(0, 30, 60, 100),
    quiet: fc.constantFrom(null, { from: '12:00', to: '14:00' }, { from: '20:30', to: '10:00' }),
  })
  .map(
    ({ rest, ...changes }): Visits => ({
      ...defaultVisits,
      ...changes,
      rules: [0, 1].map((index) => ruleAt(index, { all: ['critical'], rest })),
    }),
  );
const { organisation } = directory;
const buildings = organisation.buildings.slice(0, 2).map(({ id }) => id);
const people = [...new Set(organisation.buildings.flatMap(({ steward }) => steward ?? []))];
const monday = at('2026-11-23', '09:00');
const drawn = fc.array(
  fc.record({
    rule: fc.nat(1),
    round: fc.constantFrom(0, 0, 0, 1),
    after: fc.integer({ min: 0, max: 20 * DAY }),
    severity: fc.constantFrom(null, ...severities),
    building: fc.constantFrom(...buildings),
    household: fc.nat(11),
    workers: fc.subarray(people, { maxLength: 2 }),
    wish: fc.constantFrom(null, 'phone' as const, 'email' as const, 'visit' as const),
  }),
  { maxLength: 30 },
);
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
const candidatesOf = (list: Drawn, { rules }: Visits): Candidate[] =>
  list.flatMap(({ rule, after, household, ...one }, index): Candidate[] => {
    const found = rules[rule];
    if (!found) return [];
    return [
      {
        ...one,
        id: `item-${index}`,
        of: `item-${index}`,
        rule: found,
        at: monday + after,
        site: 'east-lake',
        household: `${one.building}-${household}`,
        reach: { phone: true, email: household % 2 === 0 },
      },
    ];
  });
type Visit = Extract<PlannedVisit, { outcome: 'visit' }>;
const visitsOf = (planned: readonly PlannedVisit[]) => planned.filter((one): one is Visit => one.outcome === 'visit');

/** What came of one batch is the history of the next. */
function remember(history: VisitHistory, made: readonly Visit[]): VisitHistory {
  const households = new Map<string, readonly Asking[]>(history.households);
  const visitors = new Map(history.visitors);
  for (const { candidate, visitor, due, date } of made) {
    households.set(candidate.household, [
      ...(households.get(candidate.household) ?? []),
      { at: due, of: candidate.of },
    ]);
    visitors.set(dayOf(visitor, date), (visitors.get(dayOf(visitor, date)) ?? 0) + 1);
  }
  return { households, visitors };
}

test('quota and cool-down hold however candidates come in, and nobody asks about own work or in quiet hours', () => {
  fc.assert(
    fc.property(settings, drawn, fc.nat(30), (visits, list, cut) => {
      const candidates = candidatesOf(list, visits);
      const first = visitsOf(planVisits(visits, candidates.slice(0, cut), noHistory, facts, monday));
      const second = planVisits(visits, candidates.slice(cut), remember(noHistory, first), facts, monday);
      const made = [...first, ...visitsOf(second)];

      const days = new Map<string, number>();
      for (const { visitor, date, due, candidate } of made) {
        days.set(dayOf(visitor, date), (days.get(dayOf(visitor, date)) ?? 0) + 1);
        expect(candidate.workers).not.toContain(visitor);
        expect(isQuiet(due, visits.quiet, facts.calendar.zone)).toBe(false);
        expect(localDate(due, facts.calendar.zone)).toBe(date);
        expect(due).toBeGreaterThan(candidate.at);
      }
      expect(Math.max(0, ...days.values())).toBeLessThanOrEqual(visits.quota);
      for (const [i, a] of made.entries())
        for (const b of made.slice(0, i))
          if (a.candidate.household === b.candidate.household && a.candidate.of !== b.candidate.of)
            expect(Math.abs(a.due - b.due)).toBeGreaterThanOrEqual(visits.coolDownDays * DAY);
    }),
    { numRuns: 200 },
  );
});

test('every candidate is answered once, in order, and the same every time', () => {
  fc.assert(
    fc.property(settings, drawn, (visits, list) => {
      const candidates = candidatesOf(list, visits);
      const planned = planVisits(visits, candidates, noHistory, facts, monday);
      expect(planned.map(({ candidate }) => candidate)).toEqual(candidates);
      expect(planVisits(visits, candidates, noHistory, facts, monday)).toEqual(planned);
    }),
    { numRuns: 50 },
  );
});

test('the queue is fair: of one rule, visitor and share nobody who ended earlier is asked on a later day', () => {
  fc.assert(
    fc.property(settings, drawn, (visits, list) => {
      const made = visitsOf(planVisits(visits, candidatesOf(list, visits), noHistory, facts, monday));
      const queue = ({ candidate, visitor }: Visit) =>
        [visitor, candidate.rule.id, candidate.round > 0, candidate.severity === 'critical'].join('/');
      for (const a of made)
        for (const b of made)
          if (queue(a) === queue(b) && a.candidate.at < b.candidate.at) expect(a.date <= b.date).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('two rules that compete for a day share it', () => {
  const visits: Visits = { ...defaultVisits, quota: 4, rules: [0, 1].map((i) => ruleAt(i, { all: [], rest: 100 })) };
  const many = candidatesOf(
    // All of the first rule ended before the first of the second.
    Array.from({ length: 16 }, (_, i) => ({
      ...{ rule: i < 8 ? 0 : 1, round: 0, after: i * 1000, severity: null, building: 'b1', household: i },
      ...{ workers: [], wish: null },
    })),
    visits,
  );
  const made = visitsOf(planVisits(visits, many, noHistory, facts, monday));
  const dates = [...new Set(made.map(({ date }) => date))];
  expect(made).toHaveLength(16);
  for (const date of dates)
    expect(made.filter((one) => one.date === date && one.candidate.rule.id === 'rule-0')).toHaveLength(2);
});

test('the share is what it says, whoever is in a smaller one is in a larger one, and rules choose independently', () => {
  const ids = Array.from({ length: 4000 }, (_, i) => `item-${i.toString(36)}`);
  const below = (rule: string, percent: number) => ids.filter((id) => fractionOf(`${rule}/${id}`) * 100 < percent);
  for (const percent of [5, 20, 50, 80]) {
    const share = (below('after-complaint', percent).length / ids.length) * 100;
    expect(Math.abs(share - percent)).toBeLessThan(3);
  }
  const small = new Set(below('after-complaint', 20));
  expect(below('after-complaint', 50).filter((id) => small.has(id))).toHaveLength(small.size);
  const both = below('after-repair', 50).filter((id) => small.has(id)).length / small.size;
  expect(Math.abs(both - 0.5)).toBeLessThan(0.08);
  expect(below('after-complaint', 0)).toEqual([]);
  expect(below('after-complaint', 100)).toHaveLength(ids.length);
});
