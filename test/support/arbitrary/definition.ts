import fc from 'fast-check';
import type { Condition } from '#domain/condition';
import { isFieldOf, itemFields } from '#domain/fields';
import { elapsed, type Limit, workingDayAt, workingDays, workingHours } from '#domain/limit';
import { messageTemplates } from '#domain/mail/view';
import type { Recipient } from '#domain/recipients';
import { severities } from '#domain/routing';
import { actionNames } from '#domain/workflow/action';
import { type CheckFacts, check } from '#domain/workflow/check';
import {
  type ActionRule,
  type Definition,
  type ItemKind,
  type Level,
  type LimitRef,
  type Step,
  statuses,
} from '#domain/workflow/definition';
import { isForKind } from '#domain/workflow/kinds';
import { directory, facts } from '#test/support/estate';
import { repaired } from './repair.ts';

const { organisation, rosters } = directory;
const label = { 'zh-CN': '步骤', en: 'Step' };
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Fields that were not chosen are left out, as in JSON. */
const trimmed = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  arbitrary.map((value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T);

export const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 0, max: 6000 }).map(elapsed),
  fc.integer({ min: 0, max: 40 }).map(workingHours),
  fc.integer({ min: 0, max: 8 }).map(workingDays),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('00:00', '09:00', '23:59'))
    .map(([n, at]) => workingDayAt(n, at)),
);
const limitRefs: fc.Arbitrary<LimitRef> = fc.oneof(limits, fc.constantFrom('acknowledge', 'reply', 'resolve'));

const departments = ['item', ...(organisation.sites[0]?.departments.map(({ id }) => id) ?? [])];
export const recipients: fc.Arbitrary<Recipient> = fc.oneof(
  fc.constantFrom<Recipient>(
    { kind: 'owner' },
    { kind: 'siteDirector' },
    { kind: 'steward' },
    { kind: 'areaRepairer' },
  ),
  fc.constantFrom<Recipient>({ kind: 'areaKeeper' }, { kind: 'areaCustomerService' }),
  fc.constantFrom(...departments).map((department): Recipient => ({ kind: 'head', department })),
  fc.constantFrom(...departments).map((department): Recipient => ({ kind: 'handler', department })),
  fc.constantFrom(...rosters.rosters.map(({ id }) => id)).map((roster): Recipient => ({ kind: 'onDuty', roster })),
  fc.constantFrom(...organisation.posts.map(({ id }) => id)).map((post): Recipient => ({ kind: 'companyPost', post })),
  fc.constantFrom(...organisation.people.map(({ id }) => id)).map((person): Recipient => ({ kind: 'person', person })),
);
const peopleOf = (kind: ItemKind) =>
  fc.array(kind === 'workOrder' ? fc.oneof(recipients, fc.constant<Recipient>({ kind: 'responsible' })) : recipients, {
    minLength: 1,
    maxLength: 3,
  });

const levelsOf = (people: fc.Arbitrary<Recipient[]>): fc.Arbitrary<Level[]> =>
  fc.array(
    trimmed(
      fc.record({
        to: people,
        outside: optional(people),
        all: optional(fc.boolean()),
        within: optional(limitRefs),
        reminders: optional(fc.record({ after: limitRefs, times: fc.integer({ min: 1, max: 4 }) })),
        repeat: optional(fc.integer({ min: 1, max: 3 })),
      }),
    ) as fc.Arbitrary<Level>,
    { minLength: 1, maxLength: 5 },
  );

const fieldsOf = (kind: ItemKind) => [
  ...itemFields.map(({ name }) => name).filter((name) => isFieldOf(name, kind)),
  'fields.verified',
  'fields.seen',
];
const constants = fc.oneof(
  fc.constantFrom('urgent', 'engineering', 'parking', 'notSolved', 'partly', 'b1', 'phone'),
  fc.integer({ min: 0, max: 24 }),
  fc.boolean(),
);
const leafOf = (kind: ItemKind) =>
  fc.constantFrom(...fieldsOf(kind)).chain(
    (field): fc.Arbitrary<Condition> =>
      fc.oneof(
        fc.record({
          field: fc.constant(field),
          is: fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte'),
          value: constants,
        }),
        fc.record({
          field: fc.constant(field),
          is: fc.constantFrom('in', 'notIn'),
          value: fc.array(constants, { minLength: 1, maxLength: 3 }),
        }),
        fc.record({ field: fc.constant(field), is: fc.constantFrom('known', 'unknown') }),
      ),
  );
const conditionsOf = (kind: ItemKind): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: leafOf(kind) },
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  })).condition;

const STAFF = messageTemplates;
const waitFor = [...itemFields.filter(({ type }) => type === 'instant').map(({ name }) => name), 'fields.seen'];
const waiting = statuses.filter(
  (status) => status !== 'paused' && !['closed', 'invalid', 'withdrawn'].includes(status),
);

/** Any one step; `target` is where it may lead. */
function stepOf(id: string, target: fc.Arbitrary<string>, kind: ItemKind): fc.Arbitrary<Step> {
  const people = peopleOf(kind);
  const isOrder = kind === 'workOrder';
  const clocks: ('reply' | 'resolve')[] = isOrder ? ['resolve'] : ['reply', 'resolve'];
  const base = { id: fc.constant(id), label: fc.constant(label) };
  const rules: fc.Arbitrary<ActionRule[]> = fc.uniqueArray(
    trimmed(
      fc.record({
        action: fc.constantFrom(...actionNames.filter((name) => isForKind(name, kind))),
        next: optional(target),
      }),
    ) as fc.Arbitrary<ActionRule>,
    { minLength: 1, maxLength: 12, selector: ({ action }) => action },
  );
  const type = <T extends Step['type']>(name: T) => ({ ...base, type: fc.constant(name) });
  return fc
    .oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          ...type('ask'),
          status: fc.constantFrom(...waiting),
          template: optional(fc.constantFrom(...STAFF)),
          levels: levelsOf(people),
          watch: fc.subarray(clocks),
          actions: rules,
          exhausted: target,
          unreached: optional(target),
        }),
      },
      fc.record({ ...type('assign'), to: people, next: target }),
      fc.record({
        ...type('notify'),
        to: isOrder ? people : fc.oneof(people, fc.constant('resident' as const)),
        template: fc.constantFrom(...STAFF),
        next: target,
      }),
      {
        weight: 2,
        arbitrary: fc.record({
          ...type('branch'),
          cases: fc.array(fc.record({ when: conditionsOf(kind), next: target }), { minLength: 1, maxLength: 3 }),
          otherwise: target,
        }),
      },
      fc.record({ ...type('wait'), for: limitRefs, next: target }),
      fc.record({ ...type('wait'), until: fc.constantFrom(...waitFor), next: target }),
      fc.record({
        ...type('set'),
        status: optional(fc.constantFrom(...waiting)),
        severity: optional(fc.constantFrom(...severities)),
        raise: optional(
          fc.record({
            levels: fc.integer({ min: 1, max: 4 }),
            why: fc.constantFrom('repeat' as const, 'reopened' as const, 'rule' as const),
          }),
        ),
        restart: optional(fc.subarray(clocks)),
        fields: optional(fc.dictionary(fc.constantFrom('seen', 'verified'), constants, { maxKeys: 2 })),
        next: target,
      }),
      fc.record({ ...type('open'), kind: fc.constantFrom('visit' as const, 'workOrder' as const), next: target }),
    )
    .map((step) => Object.fromEntries(Object.entries(step).filter(([, part]) => part !== undefined)) as Step);
}

const endStatuses = ['closed', 'invalid', 'withdrawn'] as const;

/** Any definition whatever; few of them make sense. */
const anyDefinitionsOf = (kind: ItemKind): fc.Arbitrary<Definition> =>
  fc.integer({ min: 1, max: 9 }).chain((count) => {
    const names = Array.from({ length: count }, (_, n) => `s${n}`);
    const target = fc.constantFrom(...names, 'done', 'gone');
    return fc
      .record({
        steps: fc.tuple(...names.map((id) => stepOf(id, target, kind))),
        ends: fc.tuple(fc.constantFrom(...endStatuses), fc.constantFrom(...endStatuses)),
        start: fc.constantFrom(...names),
        withdrawn: target,
        rerouted: target,
        pauseCap: limits,
        calls: fc.record({ to: peopleOf(kind), within: limitRefs, late: peopleOf(kind) }),
      })
      .map(({ steps, ends, ...rest }): Definition => {
        const end = (id: string, status: (typeof endStatuses)[number]): Step => ({ id, label, type: 'end', status });
        return { ...rest, kind, name: label, steps: [...steps, end('done', ends[0]), end('gone', ends[1])] };
      });
  });

export const checkFacts: CheckFacts = { directory, routing: facts.routing, templates: messageTemplates };

/** Definitions that `check` has nothing against, of up to eleven steps of every type: what keeps one from it is mended. */
export const definitionsOf = (kind: ItemKind): fc.Arbitrary<Definition> =>
  anyDefinitionsOf(kind)
    .map((definition) => repaired(definition, checkFacts))
    .filter((definition) => check(definition, checkFacts).length === 0);
export const definitions = definitionsOf('complaint');
