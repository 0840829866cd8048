import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { Status } from '#domain/workflow/definition';
import { PageQuery, WireInstant } from './wire.ts';

const Count = z.int().min(0);
const Lamps = z.object({ lit: Count, total: Count });

export const PatrolQuery = PageQuery.extend({ site: Slug, plan: Slug.optional() });
export const PatrolSite = z.object({ site: Slug });
export const PatrolPath = z.object({ id: z.string().min(1).max(60) });
export const PatrolLabelQuery = z.object({ site: Slug, plan: Slug });

/** A night in a list. `missed`: required points whose window passed; `late`: somebody came afterwards. */
export const PatrolRowView = z.object({
  id: z.string(),
  number: z.string(),
  site: Slug,
  status: Status,
  plan: Slug,
  name: Text,
  date: LocalDate,
  starts: WireInstant,
  ends: WireInstant,
  over: z.boolean(),
  figures: z.object({ points: Count, walked: Count, late: Count, missed: Count, lamps: Lamps.nullable() }),
  missed: z.array(z.object({ id: Slug, name: Text, late: z.boolean() })),
});
export type PatrolRowView = z.infer<typeof PatrolRowView>;

export const PatrolPointView = z.object({
  id: Slug,
  name: Text,
  asset: z.string().nullable(),
  from: WireInstant,
  to: WireInstant,
  standing: z.enum(['done', 'late', 'open', 'coming', 'missed', 'skipped']),
  required: z.boolean(),
  /** Who was there, when, and how that was proved. */
  by: Slug.nullable(),
  at: WireInstant.nullable(),
  how: z.enum(['label', 'code']).nullable(),
  countsLamps: z.boolean(),
  lamps: Lamps.nullable(),
});
export const PatrolView = PatrolRowView.extend({
  points: z.array(PatrolPointView),
  /** Who was asked to walk. */
  walkers: z.array(Slug),
});
export type PatrolView = z.infer<typeof PatrolView>;

/** What is printed for a point: the address behind its QR code, and what is typed instead. */
export const PointLabel = z.object({
  point: Slug,
  name: Text,
  /** The facility whose label it is; null: the point's own. */
  asset: z.object({ id: z.string(), number: z.string(), name: z.string() }).nullable(),
  url: z.string(),
  code: z.string(),
});
export type PointLabel = z.infer<typeof PointLabel>;
