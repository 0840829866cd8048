import { z } from 'zod';
import { Condition } from './condition.ts';
import { FormField } from './forms/forms.ts';
import { Target } from './learned/figure.ts';
import { Limit } from './limit.ts';
import { Impact } from './maintenance.ts';
import { Slug } from './organisation.ts';
import { Recipient } from './recipients.ts';
import { Severity } from './routing.ts';
import { Text } from './text.ts';

/** How a visit (回访) is made. */
export const visitChannels = ['phone', 'message', 'inPerson'] as const;
export const VisitChannel = z.enum(visitChannels);
export type VisitChannel = z.infer<typeof VisitChannel>;

/**
 * What a visit follows. `repair`: a work order in a resident's own unit. `felt`: one whose failure residents met in their
 * building, or of the whole site; at most `most` households are asked. `handover`: so many days after the delivery (交付) of
 * their building. `periodic`: each household of a segment once in so many days, spread evenly over them; no
 * buildings named: all.
 */
export const VisitCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('complaint'), when: Condition.nullable() }),
  z.object({ kind: z.literal('repair'), when: Condition.nullable() }),
  z.object({
    kind: z.literal('felt'),
    impacts: z.array(Impact).min(1).max(5),
    most: z.int().min(1).max(50),
    when: Condition.nullable(),
  }),
  z.object({ kind: z.literal('handover'), days: z.int().min(0).max(1095) }),
  z.object({
    kind: z.literal('periodic'),
    everyDays: z.int().min(7).max(1095),
    buildings: z.array(Slug).max(500),
    /** Full years since the delivery of the building, both included. */
    age: z.object({ from: z.int().min(0).max(200), to: z.int().min(0).max(200) }).nullable(),
  }),
]);
export type VisitCause = z.infer<typeof VisitCause>;

/** One rule of who is asked how it went. Of those that fit an item the first decides. */
export const VisitRule = z.object({
  id: Slug,
  name: Text,
  active: z.boolean(),
  after: VisitCause,
  /** From the end of what it follows to the visit. */
  delay: Limit,
  /** The first who is there visits; never whoever did the work. */
  by: z.array(Recipient).min(1).max(5),
  /** `preferred`: as the resident wishes, else by phone. */
  channel: z.enum(['preferred', ...visitChannels]),
  questionnaire: Slug,
  /** Items of these severities are all followed up, of the rest `rest` percent. */
  share: z.object({ all: z.array(Severity).max(5), rest: z.int().min(0).max(100) }),
});
export type VisitRule = z.infer<typeof VisitRule>;

/** What is asked beside the satisfaction from 1 to 5, which always is. */
export const Questionnaire = z.object({
  id: Slug,
  name: Text,
  /** Was it on time? */
  onTime: z.boolean(),
  /** Did it hold? */
  held: z.boolean(),
  fields: z.array(FormField).max(10),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Local times between which nobody is asked; `to` before `from` runs past midnight. */
export const QuietHours = z.object({ from: Clock, to: Clock });
export type QuietHours = z.infer<typeof QuietHours>;

/** A cause of a low score, for the managed list (原因). */
export const LowReason = z.object({ id: Slug, name: Text, active: z.boolean() });

/** Follow-up visits (回访): who is asked, when, by whom and what. */
export const Visits = z.object({
  rules: z.array(VisitRule).max(50),
  questionnaires: z.array(Questionnaire).min(1).max(30),
  reasons: z.array(LowReason).max(50),
  /** No household is asked twice within so many days, but about the same item when it was reopened. */
  coolDownDays: z.int().min(0).max(365),
  /** Visits of one person on one day. */
  quota: z.int().min(1).max(50),
  quiet: QuietHours.nullable(),
  /** From when a visit is due to its end. */
  within: Limit,
  /** A score up to this is low: what was done is looked at again. */
  low: z.int().min(1).max(4),
  /** What the figures of a site should be. Absent in settings older than this field: see `targetsOf`. */
  targets: z.array(Target).max(20).default([]),
});
export type Visits = z.infer<typeof Visits>;

/** Documents are kept as they were published. */
export const targetsOf = (visits: { targets?: Target[] }): readonly Target[] => visits.targets ?? [];
