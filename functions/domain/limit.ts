import { z } from 'zod';

/**
 * How long somebody has. Different types on purpose: an elapsed hour, a working hour and a working day are
 * not convertible into each other.
 * - `elapsed`: minutes on the wall clock, round the clock (emergencies).
 * - `workingHours`: minutes counted only inside the calendar's open intervals.
 * - `workingDays`: ends at closing time of the n-th working day after the start's working day.
 * - `workingDayAt`: local time `at` on the n-th working day after the start's local date.
 */
export const Limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('elapsed'), minutes: z.int().min(0).max(527_040) }),
  z.object({ kind: z.literal('workingHours'), minutes: z.int().min(0).max(100_000) }),
  z.object({ kind: z.literal('workingDays'), days: z.int().min(0).max(260) }),
  z.object({
    kind: z.literal('workingDayAt'),
    days: z.int().min(1).max(260),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  }),
]);
export type Limit = z.infer<typeof Limit>;

export const elapsed = (minutes: number): Limit => ({ kind: 'elapsed', minutes });
export const workingHours = (hours: number): Limit => ({ kind: 'workingHours', minutes: hours * 60 });
export const workingDays = (days: number): Limit => ({ kind: 'workingDays', days });
export const workingDayAt = (days: number, at: string): Limit => ({ kind: 'workingDayAt', days, at });

/** The three limits a category's severity gives an item; pinned to the item when it is filed. */
export const Limits = z.object({ acknowledge: Limit, reply: Limit, resolve: Limit });
export type Limits = z.infer<typeof Limits>;
