import fc from 'fast-check';
import { elapsed, type Limit, workingDayAt, workingDays, workingHours } from '#domain/limit';
import { messageTemplates } from '#domain/mail/view';
import type { Directory } from '#domain/organisation';
import type { Recipient } from '#domain/recipients';
import { DAY, type Instant } from '#domain/time';
import { actionNames } from '#domain/workflow/action';
import { check } from '#domain/workflow/check';
import type { Definition, Level, Step } from '#domain/workflow/definition';
import { directory, facts } from '#test/support/estate';
import { ask, define, end, step } from '#test/support/small-workflow';

export const ids = directory.organisation.people.map(({ id }) => id);

export const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map(elapsed),
  fc.integer({ min: 1, max: 20 }).map(workingHours),
  fc.integer({ min: 0, max: 5 }).map(workingDays),
  fc.integer({ min: 1, max: 3 }).map((days) => workingDayAt(days, '09:00')),
);
const limitRefs = fc.oneof(limits, fc.constantFrom('acknowledge' as const, 'reply' as const, 'resolve' as const));
const recipients: fc.Arbitrary<Recipient> = fc.oneof(
  fc.constantFrom<Recipient>({ kind: 'owner' }, { kind: 'siteDirector' }, { kind: 'head', department: 'item' }),
  fc.constantFrom<Recipient>({ kind: 'onDuty', roster: 'duty-manager' }, { kind: 'companyPost', post: 'quality' }),
  fc.constantFrom(...ids).map((person): Recipient => ({ kind: 'person', person })),
);
const people = fc.array(recipients, { minLength: 1, maxLength: 3 });
export const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const levels: fc.Arbitrary<Level[]> = fc.array(
  fc.record({
    to: people,
    outside: optional(people),
    all: optional(fc.boolean()),
    within: optional(limitRefs),
    reminders: optional(fc.record({ after: limitRefs, times: fc.integer({ min: 1, max: 4 }) })),
    repeat: optional(fc.integer({ min: 1, max: 3 })),
  }),
  { minLength: 1, maxLength: 4 },
);

const stepIds = ['a', 'b', 'c', 'd', 'e'];
const target = fc.constantFrom(...stepIds, 'done', 'done');
const steps: fc.Arbitrary<Step[]> = fc.tuple(
  ...stepIds.map((id) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .record({
            levels,
            watch: fc.subarray(['reply', 'resolve'] as const),
            exhausted: target,
            unreached: optional(target),
            rules: fc.array(fc.record({ action: fc.constantFrom(...actionNames), next: optional(target) }), {
              minLength: 1,
              maxLength: 12,
            }),
          })
          .map(
            ({ levels, watch, exhausted, unreached, rules }): Step =>
              ask(id, levels, { watch: [...watch], exhausted, ...(unreached && { unreached }), actions: rules }),
          ),
      },
      target.map((next) => step({ id, type: 'assign', to: [{ kind: 'handler', department: 'item' }], next })),
      target.map((next) => step({ id, type: 'notify', to: 'resident', template: 'received', next })),
      fc.tuple(limitRefs, target).map(([limit, next]) => step({ id, type: 'wait', for: limit, next })),
      target.map((next) => step({ id, type: 'wait', until: 'resolveDeadline', next })),
      fc
        .tuple(target, fc.integer({ min: 1, max: 3 }))
        .map(([next, n]) =>
          step({ id, type: 'set', raise: { levels: n, why: 'reopened' }, restart: ['resolve'], next }),
        ),
      fc.tuple(target, target).map(([next, otherwise]) =>
        step({
          id,
          type: 'branch',
          cases: [{ when: { field: 'level', is: 'gte', value: 2 }, next }],
          otherwise,
        }),
      ),
    ),
  ),
);
/** Small definitions that `check` has nothing against; steps that nothing leads to are taken out first. */
export const checked: fc.Arbitrary<Definition> = steps
  .map((some) => {
    const [first, ...others] = some;
    const definition = define([first ?? end('a'), ...others, end('done')], { withdrawn: 'done' });
    const loose = new Set(
      check(definition, checkFacts).flatMap((one) => (one.code === 'unreachable' ? [one.step] : [])),
    );
    return { ...definition, steps: definition.steps.filter(({ id }) => !loose.has(id)) };
  })
  .filter((definition) => check(definition, checkFacts).length === 0);
const checkFacts = { directory, routing: facts.routing, templates: messageTemplates };

/** The demo site with people away, gone, and posts without a holder. */
export const directoriesAround = (start: Instant): fc.Arbitrary<Directory> =>
  fc
    .record({
      gone: fc.subarray(ids, { maxLength: 12 }),
      away: fc.array(
        fc.record({
          person: fc.constantFrom(...ids),
          deputy: fc.option(fc.constantFrom(...ids)),
          from: fc.integer({ min: -2, max: 10 }),
          days: fc.integer({ min: 1, max: 20 }),
        }),
        { maxLength: 8 },
      ),
      headless: fc.boolean(),
    })
    .map(({ gone, away, headless }) => ({
      ...directory,
      organisation: {
        ...directory.organisation,
        people: directory.organisation.people.map((one) => (gone.includes(one.id) ? { ...one, active: false } : one)),
        sites: directory.organisation.sites.map((site) => (headless ? { ...site, director: null } : site)),
      },
      absences: {
        absences: away.map(({ person, deputy, from, days }) => ({
          person,
          deputy,
          from: start + from * DAY,
          to: start + (from + days) * DAY,
        })),
      },
    }));
