import fc from 'fast-check';
import type { CalendarDocument } from '#domain/calendar-document';
import { elapsed, type Limit, workingDays, workingHours } from '#domain/limit';
import type { Directory } from '#domain/organisation';
import type { Rule } from '#domain/simulate/behaviour';
import type { Instant } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { facts } from '#test/support/estate';
import { defaultComplaint } from '#workflows/default-complaint';
import { calendars } from './arbitrary/calendar.ts';
import { definitions } from './arbitrary/definition.ts';
import { directoriesAround, ids } from './arbitrary/estate.ts';

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

const MINUTES_A_MONTH = 30 * 24 * 60;

export const imaginedLives = (from: Instant): fc.Arbitrary<ImaginedLife> =>
  fc.record({
    definition: fc.oneof(fc.constant(defaultComplaint), { weight: 2, arbitrary: definitions }),
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
