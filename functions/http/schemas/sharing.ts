import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { Figure, measures } from '#domain/learned/figure';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { itemKinds } from '#domain/workflow/definition';
import { PageQuery, WireInstant } from './wire.ts';

/** "2026-Q4" */
export const Quarter = z.string().regex(/^20\d\d-Q[1-4]$/);

export const SharingQuery = z.object({ site: Slug, quarter: Quarter });
export const SharedListQuery = PageQuery.extend({ site: Slug, quarter: Quarter });

const Period = { from: LocalDate, to: LocalDate };
export const SharingView = z.object({
  quarter: Quarter,
  ...Period,
  /** The quarter before, whole. */
  before: z.object(Period),
  figures: z.array(z.object({ measure: z.enum(measures), now: Figure, before: Figure })),
  /** Why visits came out low, most frequent first; `name` null: the reason is gone. */
  reasons: z.array(z.object({ id: z.string(), name: Text.nullable(), count: z.number() })),
});
export type SharingView = z.infer<typeof SharingView>;

export const GoodCasePath = z.object({ item: z.string().min(1).max(60) });
export const NewGoodCase = z.object({
  title: z.string().trim().min(1).max(120),
  why: z.string().trim().min(1).max(1000),
});
export type NewGoodCase = z.infer<typeof NewGoodCase>;
export const GoodCaseRow = z.object({
  item: z.string(),
  site: Slug,
  number: z.string(),
  kind: z.enum(itemKinds),
  category: z.string(),
  building: Slug.nullable(),
  title: z.string(),
  why: z.string(),
  owner: Slug.nullable(),
  at: WireInstant,
  by: z.string(),
});
export type GoodCaseRow = z.infer<typeof GoodCaseRow>;
/** Null: it is not marked. */
export const ItemGoodCase = z.object({ marked: GoodCaseRow.nullable() });
export type ItemGoodCase = z.infer<typeof ItemGoodCase>;
