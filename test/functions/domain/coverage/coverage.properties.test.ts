import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCalendar, isOpen } from '#domain/calendar';
import { coverage } from '#domain/coverage/coverage';
import { type CoverageState, FORECAST_DAYS } from '#domain/coverage/gap';
import { stripOf } from '#domain/coverage/strip';
import type { Absence, Roster } from '#domain/organisation';
import { type Asker, type Recipient, resolveRecipients } from '#domain/recipients';
import { DAY, HOUR, MINUTE } from '#domain/time';
import { documents, nearChange, officeIn, text } from '../calendar-fixtures.ts';
import { directoryWith } from '../directory-fixture.ts';
import { askingWorkflow } from './asking-workflow.ts';

const people = fc.constantFrom('ann', 'bo', 'chen', 'dai', 'fu', 'gao', 'hu', 'jin', 'gone');
const recipient: fc.Arbitrary<Recipient> = fc.constantFrom<Recipient>(
  { kind: 'steward' },
  { kind: 'areaRepairer' },
  { kind: 'handler', department: 'item' },
  { kind: 'head', department: 'item' },
  { kind: 'handler', department: 'engineering' },
  { kind: 'onDuty', roster: 'duty' },
  { kind: 'siteDirector' },
  { kind: 'companyPost', post: 'quality' },
  { kind: 'person', person: 'chen' },
  { kind: 'owner' },
);
const recipients = fc.array(recipient, { minLength: 1, maxLength: 2 });
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const weekly = fc.array(
  fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: clock,
    to: clock,
    person: people,
  }),
  { maxLength: 4 },
);

/** What the issue asks, instant by instant, as the engine would ask: the slow way. */
test('says of every instant what asking at that instant would give, across changes of the clocks and days off', () => {
  fc.assert(
    fc.property(
      documents,
      nearChange,
      fc.record({ to: recipients, outside: fc.option(recipients, { nil: undefined }) }),
      fc.array(recipient, { minLength: 1, maxLength: 2 }).map((list) => list.filter(({ kind }) => kind !== 'owner')),
      weekly,
      fc.array(
        fc.record({
          person: people,
          start: fc.integer({ min: -48, max: 240 }),
          hours: fc.oneof(fc.integer({ min: 1, max: 72 }), fc.constant(120 * 24)),
          deputy: fc.option(people),
        }),
        { maxLength: 5 },
      ),
      fc.array(fc.integer({ min: 0, max: 10 * 24 * 60 - 1 }), { minLength: 10, maxLength: 30 }),
      (document, from, { to: asked, outside }, owners, turns, gone, minutes) => {
        const until = from + 10 * DAY;
        const calendar = compileCalendar(document, 'c@1');
        const roster: Roster = { id: 'duty', site: 'lake', name: text('duty'), weekly: turns, dated: [] };
        const absences: Absence[] = gone.map(({ person, start, hours, deputy }) => ({
          person,
          from: from + start * HOUR,
          to: from + (start + hours) * HOUR,
          deputy,
        }));
        const directory = directoryWith({ absences, rosters: [roster], zone: document.zone });
        const level = { to: asked, ...(outside && { outside }) };
        const departments = ['engineering', 'finance'];
        const definition = askingWorkflow([level], owners.length > 0 ? owners : null);
        const [lane] = coverage(definition, { directory, calendar, site: 'lake', departments }, from, until);
        const asksOwner = [...asked, ...(outside ?? [])].some(({ kind }) => kind === 'owner');
        expect(lane?.ownerUnknown).toBe(asksOwner && owners.length === 0);
        if (lane === undefined || lane.ownerUnknown) return;

        const cuts = lane.gaps.flatMap((gap) => [gap.from, gap.to - 1, gap.to]);
        const moments = [...minutes.map((n) => from + n * MINUTE), ...cuts].filter((at) => at >= from && at < until);
        for (const at of moments) {
          for (const building of ['b3', 'b9']) {
            for (const department of departments) {
              const asker: Asker = { site: 'lake', building, department, owner: null };
              const posts = outside && !isOpen(calendar, at) ? outside : asked;
              const owner = resolveRecipients(owners, asker, directory, calendar, at).people[0] ?? null;
              const reached = resolveRecipients(posts, { ...asker, owner }, directory, calendar, at).people;
              const found = lane.gaps.filter(
                ({ from: begins, to: ends, where }) =>
                  at >= begins &&
                  at < ends &&
                  (where.buildings?.includes(building) ?? true) &&
                  (where.departments?.includes(department) ?? true),
              );
              expect(found.length).toBeLessThanOrEqual(1);
              const plain: CoverageState | null = reached.length === 0 ? 'nobody' : reached.length === 1 ? 'one' : null;
              const [gap] = found;
              if (gap?.state === 'leaving') {
                expect(gap.people).toEqual(reached);
                expect(reached).not.toEqual([]);
                for (const { kind } of gap.reasons) expect(kind).toBe('awayForGood');
              } else expect([gap?.state ?? null, gap?.people ?? null]).toEqual([plain, plain && reached]);
              if (gap?.state === 'nobody') expect(gap.reasons).not.toEqual([]);
              const shown = stripOf(lane.gaps).filter((one) => at >= one.from && at < one.to);
              expect(shown.length).toBeLessThanOrEqual(1);
              if (gap?.state === 'nobody') expect(shown[0]?.state).toBe('nobody');
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('ninety days of a big site take well under a second', () => {
  const base = directoryWith({
    rosters: [
      {
        id: 'duty',
        site: 'lake',
        name: text('duty'),
        weekly: ['00:00', '08:00', '16:00'].map((from, i) => ({
          days: [1, 2, 3, 4, 5, 6, 7],
          from,
          to: ['08:00', '16:00', '00:00'][i] ?? '',
          person: 'bo',
        })),
        dated: [],
      },
    ],
  });
  const buildings = Array.from({ length: 60 }, (_, i) => ({
    id: `t${i}`,
    site: 'lake',
    name: text(String(i)),
    area: 'east',
    steward: ['ann', 'bo', 'chen', 'dai', 'fu', 'gao', 'hu', 'jin'][i % 8] ?? null,
    handedOver: '2024-01-01',
  }));
  const directory = { ...base, organisation: { ...base.organisation, buildings } };
  const level = { to: [{ kind: 'steward' }, { kind: 'onDuty', roster: 'duty' }] satisfies Recipient[] };
  const levels = Array.from({ length: 10 }, (_, i) => ({
    ...level,
    outside: [
      { kind: 'onDuty', roster: 'duty' },
      { kind: 'person', person: `p${i}` },
    ] satisfies Recipient[],
  }));
  const facts = { directory, calendar: officeIn('Asia/Shanghai'), site: 'lake', departments: [] };
  const from = Date.parse('2026-11-25T00:00:00Z');
  const began = performance.now();
  const lanes = coverage(askingWorkflow(levels, null), facts, from, from + FORECAST_DAYS * DAY);
  expect(lanes).toHaveLength(10);
  expect(performance.now() - began).toBeLessThan(3000);
});
