import fc from 'fast-check';
import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import { elapsed, type Limit, workingDays, workingHours } from '#domain/limit';
import type { Directory } from '#domain/organisation';
import type { Rule } from '#domain/simulate/behaviour';
import type { Instant } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { facts } from '#test/support/estate';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultComplaint } from '#workflows/default-complaint';
import { checked, directoriesAround, ids } from './small-definitions.ts';

/** A definition, an estate, a calendar, a complaint, and how people behave. */
export interface ImaginedLife {
  definition: Definition;
  directory: Directory;
  calendar: CalendarDocument;
  start: Instant;
  category: string;
  verified: boolean;
  repeat: boolean;
  email: boolean;
  phone: boolean;
  rules: Rule[];
}

const soon: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 0, max: 600 }).map(elapsed),
  fc.integer({ min: 1, max: 3000 }).map(elapsed),
  fc.integer({ min: 1, max: 9 }).map(workingHours),
  fc.integer({ min: 0, max: 3 }).map(workingDays),
);
const people = fc.constantFrom(...ids);
const rules: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('confirm' as const),
      level: fc.option(fc.integer({ min: 0, max: 3 })),
      after: soon,
    }),
  },
  fc.record({ does: fc.constant('promise' as const), after: soon, within: soon, keeps: fc.boolean() }),
  fc.record({ does: fc.constant('reply' as const), after: soon }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('resolve' as const), after: soon }) },
  fc.record({ does: fc.constant('handOver' as const), after: soon, to: people }),
  fc.record({ does: fc.constant('notMine' as const), after: soon }),
  fc.record({ does: fc.constant('call' as const), after: soon, reached: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('verdict' as const),
      after: soon,
      verdict: fc.constantFrom('solved' as const, 'partly' as const, 'notSolved' as const),
      times: fc.option(fc.integer({ min: 1, max: 2 })),
    }),
  },
  fc.record({ does: fc.constant('nudge' as const), after: soon }),
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('bounce' as const),
      to: fc.oneof({ weight: 4, arbitrary: people }, fc.constant('resident')),
    }),
  },
);

/** Offices that open seldom, at night, or with the State Council's days. */
const spans: fc.Arbitrary<OpenInterval[]> = fc.constantFrom(
  [],
  [{ from: '09:00', to: '12:00' }],
  [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '24:00' },
  ],
  [{ from: '00:00', to: '24:00' }],
);
const calendars: fc.Arbitrary<CalendarDocument> = fc.oneof(
  fc.constant(defaultCalendar),
  fc.tuple(spans, spans, spans, fc.constantFrom('Asia/Shanghai', 'Europe/London')).map(([a, b, weekend, zone]) => ({
    ...defaultCalendar,
    zone,
    week: { 1: a, 2: b, 3: a, 4: b, 5: a, 6: weekend, 7: [] },
  })),
);

const MINUTES_A_MONTH = 30 * 24 * 60;

export const imaginedLives = (from: Instant): fc.Arbitrary<ImaginedLife> =>
  fc.record({
    definition: fc.oneof(fc.constant(defaultComplaint), checked),
    directory: directoriesAround(from),
    calendar: calendars,
    start: fc.integer({ min: 0, max: MINUTES_A_MONTH }).map((minutes) => from + minutes * 60_000),
    category: fc.constantFrom(...facts.routing.categories.map(({ id }) => id)),
    verified: fc.boolean(),
    repeat: fc.boolean(),
    email: fc.boolean(),
    phone: fc.boolean(),
    rules: fc.array(rules, { maxLength: 8 }),
  });
