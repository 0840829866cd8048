import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { channels } from '#domain/household';
import { Slug } from '#domain/organisation';
import { Severity } from '#domain/routing';
import { Text } from '#domain/text';
import { heldAnswers } from '#domain/visit';
import { VisitChannel, Visits } from '#domain/visit-rules';
import { ItemKind } from '#domain/workflow/definition';
import { PageQuery, WireInstant } from './wire.ts';

/** GET /api/visits. `due` and `ended` take a period of the site's dates, both included; `due`: today without one. */
export const VisitQuery = PageQuery.extend({
  site: Slug,
  list: z.enum(['open', 'overdue', 'due', 'ended']).default('open'),
  area: Slug.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
}).refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'ends_before_it_starts' });
/** A visit of the caller's round. `of`: number of what it asks about; `resident` as far as the caller may read it. */
export const RoundVisit = z.object({
  id: z.string(),
  number: z.string(),
  site: Slug,
  building: Slug.nullable(),
  unit: z.string().nullable(),
  category: z.string(),
  rule: Text.nullable(),
  of: z.string().nullable(),
  about: Text.nullable(),
  channel: VisitChannel,
  attempts: z.number(),
  due: WireInstant.nullable(),
  overdue: z.boolean(),
  resident: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    preferredTime: z.string().nullable(),
  }),
});
export type RoundVisit = z.infer<typeof RoundVisit>;
/** `coming`: planned for the caller within a week, soonest first. */
export const Round = z.object({ visits: z.array(RoundVisit), more: z.boolean(), coming: z.array(RoundVisit) });
export type Round = z.infer<typeof Round>;

/** A visit beyond any item. `due`: when it is made at the earliest; `tried`: ways in vain; `reason`: of a low score. */
export const VisitDetail = z.object({
  rule: Text.nullable(),
  of: z.object({ item: z.string(), number: z.string(), kind: ItemKind, name: Text.nullable() }).nullable(),
  visitor: Slug,
  channel: VisitChannel,
  tried: z.array(VisitChannel),
  due: WireInstant,
  answers: z
    .object({
      score: z.int(),
      onTime: z.boolean().nullable(),
      held: z.enum(heldAnswers).nullable(),
      remarks: z.string().nullable(),
      reason: Text.nullable(),
      by: z.string(),
      channel: VisitChannel,
      at: WireInstant,
    })
    .nullable(),
});
export type VisitDetail = z.infer<typeof VisitDetail>;

/** POST /api/visits/preview: who would have been thought of in the last 30 days under these settings, page by page. */
export const PreviewVisits = z.object({ site: Slug, body: Visits, cursor: z.string().max(2000).optional() });
export type PreviewVisits = z.infer<typeof PreviewVisits>;
/**
 * Somebody a rule would have asked, with all that decides whether, when and by whom. `item`: what it followed, null:
 * nothing but time. `asked`: when the home was asked before these days.
 */
export const PreviewCandidate = z.object({
  id: z.string(),
  rule: Slug,
  of: z.string().nullable(),
  round: z.int(),
  at: WireInstant,
  severity: Severity.nullable(),
  building: Slug.nullable(),
  unit: z.string().nullable(),
  household: z.string(),
  item: z.object({ number: z.string(), category: z.string(), kind: z.enum(['complaint', 'workOrder']) }).nullable(),
  workers: z.array(Slug),
  wish: z.enum(channels).nullable(),
  reach: z.object({ phone: z.boolean(), email: z.boolean() }),
  asked: z.array(z.object({ at: WireInstant, of: z.string().nullable() })),
});
export type PreviewCandidate = z.infer<typeof PreviewCandidate>;
/** `looked`: items of the page that ended; `next` null: that was all. */
export const VisitPreview = z.object({
  looked: z.int(),
  candidates: z.array(PreviewCandidate),
  next: z.string().nullable(),
});
export type VisitPreview = z.infer<typeof VisitPreview>;
