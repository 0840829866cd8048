import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severities } from '#domain/routing';
import { DAY } from '#domain/time';
import type { Candidate } from '#domain/visit/candidate';
import { rehearseVisits } from '#domain/visit/rehearse-visits';
import type { VisitRule, Visits } from '#domain/visit-rules';
import { at, facts } from '#test/support/estate';
import { createMemoryVisitBook } from '#test/support/memory-visit-book';
import { createBookVisit } from '#usecases/visits/book-visit';
import { defaultVisits } from '#workflows/default-visits';

const [rule] = defaultVisits.rules;
if (!rule) throw new Error('There are rules to begin with.');
const ruleAt = (n: number, rest: number): VisitRule => ({
  ...rule,
  id: `rule-${n}`,
  share: { all: ['critical'], rest },
});
const start = at('2026-11-23', '00:00');
const settings = fc
  .record({
    quota: fc.integer({ min: 1, max: 3 }),
    coolDownDays: fc.integer({ min: 0, max: 20 }),
    rest: fc.constantFrom(30, 60, 100),
    quiet: fc.constantFrom(null, { from: '12:00', to: '14:00' }, { from: '20:30', to: '10:00' }),
  })
  .map(({ rest, ...change }): Visits => ({ ...defaultVisits, ...change, rules: [ruleAt(0, rest), ruleAt(1, rest)] }));
const drawn = fc.array(
  fc.record({
    rule: fc.nat(1),
    round: fc.constantFrom(0, 0, 0, 1),
    after: fc.integer({ min: 0, max: 20 * DAY }),
    severity: fc.constantFrom(null, ...severities),
    building: fc.constantFrom('b1', 'b2'),
    household: fc.nat(7),
    workers: fc.subarray(['steward-b1', 'customer-centre-clerk-a']),
  }),
  { maxLength: 25 },
);

test('a rehearsal of the past comes to what was booked one by one as it happened', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(settings, drawn, async (visits, list) => {
      const candidates = list.flatMap(({ rule: n, after, household, ...one }, i): Candidate[] => {
        const by = visits.rules[n];
        if (!by) return [];
        const id = `item-${String(i).padStart(3, '0')}`;
        return [
          {
            ...{ ...one, id, of: id, rule: by, at: start + after, site: 'east-lake' },
            ...{ household: `${one.building}-${household}`, wish: null, reach: { phone: true, email: false } },
          },
        ];
      });
      const rehearsed = rehearseVisits(visits, candidates, new Map(), facts);
      let now = start;
      const book = createBookVisit({ clock: { now: () => now }, visitBook: createMemoryVisitBook() });
      const loaded = facts as Parameters<typeof book>[3];
      for (const planned of rehearsed) {
        now = planned.candidate.at;
        const booked = await book('demo', visits, planned.candidate, loaded);
        if (planned.outcome === 'none') expect(booked).toBe(planned.why);
        else {
          const { visitor, due, date, channel } = planned;
          expect(booked).toMatchObject({ visitor, due, date, channel });
          made += 1;
        }
      }
      expect(rehearsed).toHaveLength(candidates.length);
    }),
    { numRuns: 100 },
  );
  expect(made).toBeGreaterThan(100);
});

test('who had been asked shortly before is left in peace in the rehearsal, too', () => {
  const visits = { ...defaultVisits, rules: [ruleAt(0, 100)], coolDownDays: 14 };
  const [by] = visits.rules;
  const one: Candidate = {
    ...{ id: 'c1', of: 'c1', round: 0, at: start, severity: null, site: 'east-lake', building: 'b1' },
    ...{ rule: by ?? rule, household: 'h1', workers: [], wish: null, reach: { phone: true, email: false } },
  };
  const outcome = (days: number) =>
    rehearseVisits(visits, [one], new Map([['h1', [{ at: start - days * DAY, of: null }]]]), facts)[0]?.outcome;
  expect([outcome(3), outcome(30)]).toEqual(['none', 'visit']);
});
