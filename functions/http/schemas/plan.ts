import { z } from 'zod';
import { Checklist } from '#domain/maintenance';
import { FeedScope } from '#domain/plan/feed';
import { Language } from '#domain/text';
import { WireInstant } from './wire.ts';

/** `points`: how many it has for one facility. */
export const ChecklistView = Checklist.pick({ id: true, name: true }).extend({ points: z.int() });
export type ChecklistView = z.infer<typeof ChecklistView>;

/**
 * How a plan stands. `subjects`: its assets, or (null) the round; `open`: the occurrence whose order is open, `order` its id;
 * `missed`: occurrences for which none was opened because the one before was still open. `next`: what it waits for;
 * `madeUp`: the last time orders were opened later than they should have been.
 */
export const PlanStanding = z.object({
  plan: z.string(),
  since: WireInstant,
  upTo: WireInstant,
  subjects: z.array(
    z.object({
      asset: z.string().nullable(),
      open: z.string().nullable(),
      order: z.string().nullable(),
      done: WireInstant.nullable(),
      last: z.string().nullable(),
      opened: z.number(),
      missed: z.number(),
    }),
  ),
  next: z.object({ occurrence: z.string(), at: WireInstant }).nullable(),
  madeUp: z.object({ at: WireInstant, count: z.number() }).nullable(),
});
export type PlanStanding = z.infer<typeof PlanStanding>;

/** How an asset stands against the meter of its plan; `next`: the reading at which its order comes, `expected`: about when. */
export const MeterView = z.object({
  asset: z.string(),
  unit: z.string(),
  read: z.object({ value: z.number(), at: WireInstant }).nullable(),
  next: z.number().nullable(),
  expected: WireInstant.nullable(),
  /** Its order is open: counted anew from its completion. */
  open: z.boolean(),
});
export type MeterView = z.infer<typeof MeterView>;

export const NewFeed = z.object({ scope: FeedScope, language: Language });
export const FeedView = NewFeed.extend({ id: z.string(), at: WireInstant });
export type FeedView = z.infer<typeof FeedView>;
/** `url`: told this once; only its digest is kept. */
export const MadeFeed = FeedView.extend({ url: z.string() });
export type MadeFeed = z.infer<typeof MadeFeed>;
