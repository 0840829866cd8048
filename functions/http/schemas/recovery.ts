import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { itemKinds } from '#domain/workflow/definition';
import { PageQuery, pageOf, WireInstant } from './wire.ts';

/** "2026-11" */
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
/** Left out: the present month of the site. */
export const RecoveryQuery = PageQuery.extend({ site: Slug, month: Month.optional() });

/** Amounts in yuan. */
export const RecoveryRow = z.object({
  ...{ at: WireInstant, person: Slug, amount: z.number(), gesture: Text.nullable() },
  ...{ item: z.string(), number: z.string(), kind: z.enum(itemKinds) },
});
export type RecoveryRow = z.infer<typeof RecoveryRow>;
export const RecoveryPage = pageOf(RecoveryRow).extend({
  month: Month,
  /** Of the whole month, whatever the page shows. */
  total: z.object({ amount: z.number(), count: z.number() }),
  /** The most first. */
  people: z.array(z.object({ person: Slug, amount: z.number(), count: z.number() })),
});
export type RecoveryPage = z.infer<typeof RecoveryPage>;
