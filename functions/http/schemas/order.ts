import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { Checklist, Impact } from '#domain/maintenance';
import { originReasons } from '#domain/order';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { ItemKind, Status } from '#domain/workflow/definition';
import { PageQuery, WireInstant } from './wire.ts';

const OriginReason = z.enum(originReasons);

/** What the row of a work order shows beyond any item's. */
export const OrderRow = z.object({
  /** Name of its plan; null: corrective, reported or by hand. */
  plan: Text.nullable(),
  /** The first three. */
  assets: z.array(z.object({ id: z.string(), number: z.string(), name: z.string() })),
  /** Further ones. */
  more: z.int(),
  failed: z.int(),
  /** How many times the repair came back; null: it did not. */
  rework: z.int().nullable(),
  /** Why another item opened it; null: none did. */
  cause: OriginReason.nullable(),
  /** The point that failed its check, where it is put right. */
  about: z.string().nullable(),
});

const CheckAnswer = z.object({
  value: z.union([z.string(), z.number(), z.object({ count: z.number(), total: z.number() })]),
  note: z.string().nullable(),
  photos: z.array(z.string()),
  by: z.string(),
  at: WireInstant,
  failed: z.boolean(),
});

/** A work order beyond any item. */
export const OrderDetail = z.object({
  /** `date`: the planned one, the site's own; `until`: the end of grace. */
  plan: z
    .object({ id: z.string(), name: Text, occurrence: z.string(), date: LocalDate, until: WireInstant })
    .nullable(),
  assets: z.array(z.object({ id: z.string(), number: z.string(), name: z.string(), place: z.string() })),
  impact: Impact.nullable(),
  /** The pinned one; null: the work is done without. */
  checklist: Checklist.nullable(),
  /** By `<asset or "-">/<section>/<item>`. */
  answers: z.record(z.string(), CheckAnswer),
  /** 验收 */
  inspected: z.boolean(),
  declined: z.int(),
  responsible: Slug.nullable(),
  deputy: Slug.nullable(),
  rework: z.object({ of: z.string(), number: z.string(), times: z.int() }).nullable(),
  /** 夜间巡查: how many of its points were reached. */
  patrol: z.object({ walked: z.int(), points: z.int() }).nullable(),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

/** The item that opened this one. */
export const OriginView = z.object({
  item: z.string(),
  number: z.string(),
  kind: ItemKind,
  why: OriginReason,
  detail: z.string().nullable(),
});

/**
 * `open` most urgent first, `overdue` longest first, `today`: due today; `failed`: corrective ones still open; `ended` last
 * ended first. `due` and `ended` take a period of the site's dates, both included.
 */
export const OrderQuery = PageQuery.extend({
  site: Slug,
  list: z.enum(['open', 'overdue', 'today', 'due', 'failed', 'ended']).default('open'),
  kind: Slug.optional(),
  area: Slug.optional(),
  person: Slug.optional(),
  status: Status.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
}).refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'ends_before_it_starts' });
export type OrderQuery = z.infer<typeof OrderQuery>;

/** By hand (开工单): of assets of one kind, or of a kind at a place. */
export const NewOrder = z
  .object({
    site: Slug,
    assets: z.array(z.string().min(1).max(60)).max(20).default([]),
    /** Without an asset. */
    kind: Slug.nullish(),
    building: Slug.nullish(),
    place: z.string().trim().max(120).nullish(),
    work: z.string().trim().min(1).max(2000),
  })
  .refine(({ assets, kind }) => assets.length > 0 || kind, { path: ['kind'], message: 'asset_or_kind' });
export type NewOrder = z.infer<typeof NewOrder>;

export const OpenedOrder = z.object({ id: z.string(), number: z.string() });
