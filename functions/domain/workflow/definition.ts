import { z } from 'zod';
import { Condition } from '../condition.ts';
import { Limit } from '../limit.ts';
import { Recipient } from '../recipients.ts';
import { Severity } from '../routing.ts';
import { Text } from '../text.ts';
import { type ActionName, actionNames } from './action.ts';

export const itemKinds = ['complaint', 'workOrder', 'visit'] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;

/** Item limits by name (pinned when the item was filed), or a limit of the step's own. */
export const LimitRef = z.union([z.enum(['acknowledge', 'reply', 'resolve']), Limit]);
export type LimitRef = z.infer<typeof LimitRef>;

export const statuses = [
  'verifying',
  'assigned',
  'inProgress',
  'paused',
  'resolved',
  'nobodyActed',
  'closed',
  'invalid',
  'withdrawn',
] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

const StepId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,40}$/);
const People = z.array(Recipient).min(1).max(10);
/** Template ids; the words live in template documents. */
export const TemplateId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,40}$/);

/**
 * One rung of the escalation ladder.
 * Asked at t0: reminders at t0 + after, + after again... `times` times while the level waits. The level expires at
 * t0 + `within`; without `within`, one `after` past its last reminder; with neither it waits for good, by design.
 * At expiry the level is asked anew `repeat` times before the next one is.
 */
export const Level = z.object({
  to: People,
  /** Instead of `to` when the site's calendar is closed at the moment of asking. */
  outside: People.optional(),
  /** Everyone asked must confirm before the step is left. */
  all: z.boolean().optional(),
  within: LimitRef.optional(),
  reminders: z.object({ after: LimitRef, times: z.int().min(1).max(20) }).optional(),
  repeat: z.int().min(1).max(10).optional(),
});
export type Level = z.infer<typeof Level>;

/** `next` missing = the step goes on waiting after the action. */
export const ActionRule = z.object({
  action: z.enum(actionNames as [ActionName, ...ActionName[]]),
  next: StepId.optional(),
});
export type ActionRule = z.infer<typeof ActionRule>;

/** Fields that one step may set. */
const MOST_FIELDS = 30;

const base = { id: StepId, label: Text };
export const Step = z.discriminatedUnion('type', [
  /** The first recipient that resolves becomes the owner; nobody: no owner, goes on. */
  z.object({ ...base, type: z.literal('assign'), to: People, next: StepId }),
  /** `to: 'resident'` tells the resident (a "call the resident" task where there is no e-mail). */
  z.object({
    ...base,
    type: z.literal('notify'),
    to: z.union([People, z.literal('resident')]),
    template: TemplateId,
    next: StepId,
  }),
  /**
   * The escalation ladder. `levels[0]` is asked on every entry, the superiors above it when the item climbs; an item
   * that enters with its level just raised asks the people of that level too.
   */
  z.object({
    ...base,
    type: z.literal('ask'),
    status: Status,
    /** Words of the mail that asks the lowest level; @default 'asked' */
    template: TemplateId.optional(),
    levels: z.array(Level).min(1).max(10),
    /** Item clocks whose miss raises the level here; a promise replaces the reply deadline. */
    watch: z.array(z.enum(['reply', 'resolve'])).max(2),
    actions: z.array(ActionRule).min(1).max(30),
    /** Where to go when the last level has expired. */
    exhausted: StepId,
    /** Where to go when nobody of any level was there or could be reached. @default `exhausted` */
    unreached: StepId.optional(),
  }),
  z.object({
    ...base,
    type: z.literal('branch'),
    cases: z
      .array(z.object({ when: Condition, next: StepId }))
      .min(1)
      .max(20),
    otherwise: StepId,
  }),
  /** `until` names an instant field of the item; already past: goes on at once. */
  z.object({
    ...base,
    type: z.literal('wait'),
    for: LimitRef.optional(),
    until: z.string().max(100).optional(),
    next: StepId,
  }),
  z.object({
    ...base,
    type: z.literal('set'),
    status: Status.optional(),
    severity: Severity.optional(),
    /** Levels to go up; the people of the new level are asked by the next `ask`. */
    raise: z
      .object({ levels: z.int().min(1).max(9), why: z.enum(['repeat', 'reopened', 'rework', 'rule']) })
      .optional(),
    /** Clocks started afresh from now with the item's limits (a reopened complaint). */
    restart: z
      .array(z.enum(['reply', 'resolve']))
      .max(2)
      .optional(),
    fields: z
      .record(
        z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,40}$/),
        z.union([z.string().max(500), z.number(), z.boolean()]),
      )
      .refine((fields) => Object.keys(fields).length <= MOST_FIELDS, { message: 'too_many_fields' })
      .optional(),
    next: StepId,
  }),
  /** Starts a linked item. */
  z.object({ ...base, type: z.literal('open'), kind: ItemKind, next: StepId }),
  z.object({
    ...base,
    type: z.literal('end'),
    status: z.enum(['closed', 'invalid', 'withdrawn']),
    template: TemplateId.optional(),
  }),
]);
export type Step = z.infer<typeof Step>;
export type StepOf<T extends Step['type']> = Extract<Step, { type: T }>;

export const Definition = z.object({
  kind: ItemKind,
  name: Text,
  start: StepId,
  /** Where `withdraw` leads from anywhere. */
  withdrawn: StepId,
  /** Where a re-routed item (corrected category or building) goes. */
  rerouted: StepId,
  /** Longest pause a person may take at once. */
  pauseCap: Limit,
  /** "Call the resident" tasks, one for each notice to a resident without e-mail: who calls, how long, who hears of it when late. */
  calls: z.object({ to: People, within: LimitRef, late: People }),
  steps: z.array(Step).min(2).max(100),
});
export type Definition = z.infer<typeof Definition>;
