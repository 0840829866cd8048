import { z } from 'zod';
import { LocalDate } from '../calendar-document.ts';

const Weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
const Every = z.int().min(1).max(400);
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/**
 * Which day of a month: a date (1-31), the nth weekday (1-5; -1 = the last), or the last day. ISO weekdays, 1 = Monday.
 */
export const DayOfMonth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), day: z.int().min(1).max(31) }),
  z.object({
    kind: z.literal('weekday'),
    nth: z
      .int()
      .min(-1)
      .max(5)
      .refine((n) => n !== 0),
    weekday: Weekday,
  }),
  z.object({ kind: z.literal('last') }),
]);
export type DayOfMonth = z.infer<typeof DayOfMonth>;

/** A quarter is three months. Years count from the year of the start. */
export const Frequency = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('day'), every: Every }),
  z.object({ unit: z.literal('week'), every: Every, on: z.array(Weekday).min(1).max(7) }),
  z.object({ unit: z.literal('month'), every: Every, on: DayOfMonth }),
  z.object({ unit: z.literal('year'), every: Every, month: z.int().min(1).max(12), on: DayOfMonth }),
]);
export type Frequency = z.infer<typeof Frequency>;

/**
 * When maintenance comes round. Dates and times are local to the site's zone.
 * - `start`, `end` and `season` bound the planned dates (all inclusive); a season may cross the year's end ("11-15" to "03-15").
 * - `missingDay`: the 31st of a short month, 29 February, a fifth Monday: the last there is, or none.
 * - `nonWorkingDay`: the nearest working day before or after, none, or the planned day all the same. Of several planned
 *   days that move to one working day, the nearest keeps it.
 * - A local time in a DST gap is the first valid instant after it; one that comes twice is the first.
 */
export const Recurrence = z.object({
  frequency: Frequency,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  start: LocalDate,
  end: LocalDate.nullable(),
  season: z.object({ from: MonthDay, to: MonthDay }).nullable(),
  missingDay: z.enum(['clamp', 'skip']),
  nonWorkingDay: z.enum(['before', 'after', 'skip', 'asIs']),
});
export type Recurrence = z.infer<typeof Recurrence>;
