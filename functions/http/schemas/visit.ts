import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { VisitChannel, Visits } from '#domain/visit-rules';
import { PageQuery, WireInstant } from './wire.ts';

/** GET /api/visits */
export const VisitQuery = PageQuery.extend({ site: Slug, list: z.enum(['open', 'overdue', 'ended']).default('open') });
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
export const Round = z.object({ visits: z.array(RoundVisit), more: z.boolean() });
export type Round = z.infer<typeof Round>;

/** POST /api/visits/preview: who would have been visited in the 30 days past under these settings. */
export const PreviewVisits = z.object({ site: Slug, body: Visits });
/** `why` null: would have been visited. `unit` without names. */
export const PreviewedVisit = z.object({
  item: z.string(),
  number: z.string(),
  category: z.string(),
  building: Slug.nullable(),
  unit: z.string().nullable(),
  rule: Text,
  why: z.enum(['notChosen', 'coolDown', 'nobody', 'noTime', 'noRoom']).nullable(),
  visitor: Slug.nullable(),
  channel: VisitChannel.nullable(),
  due: WireInstant.nullable(),
});
export type PreviewedVisit = z.infer<typeof PreviewedVisit>;
/** `looked`: items that ended; `more`: there were more, which were not looked at. */
export const VisitPreview = z.object({ looked: z.number(), more: z.boolean(), rows: z.array(PreviewedVisit) });
export type VisitPreview = z.infer<typeof VisitPreview>;
