import { z } from 'zod';
import { History } from '#domain/backtest/history';
import { LocalDate } from '#domain/calendar-document';
import { Slug } from '#domain/organisation';
import { ItemKind } from '#domain/workflow/definition';
import { PageQuery, WireInstant } from './wire.ts';

/** Filed from one local date to another, both included. `since`: what has not changed from then on comes as its id alone. */
export const HistoryQuery = PageQuery.extend({
  site: Slug,
  from: LocalDate,
  to: LocalDate.optional(),
  since: WireInstant.optional(),
  kind: ItemKind.default('complaint'),
}).refine(({ from, to }) => !to || from <= to, { path: ['to'], message: 'ends_before_it_starts' });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** `readAt`: what to ask with as `since` next time. */
export const HistoryPage = z.object({
  data: z.array(z.union([History, z.strictObject({ id: z.string(), unchanged: z.literal(true) })])),
  next: z.string().nullable(),
  readAt: WireInstant,
});
export type HistoryPage = z.infer<typeof HistoryPage>;
