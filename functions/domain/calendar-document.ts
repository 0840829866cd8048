import { z } from 'zod';
import { Text } from './text.ts';

const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
export const LocalDate = z.iso.date();

/** A half-open interval of local time, `from` inclusive, `to` exclusive ("24:00" = end of day); never crosses midnight. */
export const OpenInterval = z
  .object({ from: LocalTime, to: LocalTime })
  .refine((i) => i.from < i.to, { path: ['to'], message: 'ends_before_it_starts' });
export type OpenInterval = z.infer<typeof OpenInterval>;

/**
 * A working calendar as managers edit it. `week` has ISO weekdays 1 (Monday) to 7 (Sunday). An exception replaces the
 * weekday's intervals on its date: `open: []` closes it (holiday), anything else opens it (make-up day, short day).
 * `horizon` is the last date for which the public holidays are known; a deadline past it says so.
 */
export const CalendarDocument = z.object({
  name: Text,
  zone: z.string(),
  week: z.object({
    1: z.array(OpenInterval),
    2: z.array(OpenInterval),
    3: z.array(OpenInterval),
    4: z.array(OpenInterval),
    5: z.array(OpenInterval),
    6: z.array(OpenInterval),
    7: z.array(OpenInterval),
  }),
  exceptions: z.array(z.object({ date: LocalDate, open: z.array(OpenInterval), reason: Text })).max(2000),
  horizon: LocalDate,
});
export type CalendarDocument = z.infer<typeof CalendarDocument>;
