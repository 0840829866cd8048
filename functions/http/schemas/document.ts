import { z } from 'zod';
import { auditedChanges, channels } from '#domain/audit/link';
import { documentKinds } from '#domain/document-kinds';
import { Text } from '#domain/text';
import { Definition } from '#domain/workflow/definition';
import { ComplaintSummary } from './complaint.ts';
import { PageQuery, WireInstant } from './wire.ts';

/** What else the log of changes tells of: one chain a site. */
export const subjectKinds = ['suppression', 'care'] as const;
export const DocumentKindName = z.enum(documentKinds);
export const DocumentPath = z.object({ kind: DocumentKindName, id: z.string().max(127) });
export const DocumentHeadView = z.object({
  kind: DocumentKindName,
  id: z.string(),
  version: z.number(),
  author: z.string(),
  at: WireInstant,
  note: z.string(),
  /** A site's own version, put away with this one: the company's default holds there again. */
  retired: z.boolean(),
});
/** `name`: null for kinds of which a company, or a site, has one document. */
export const DocumentRow = DocumentHeadView.extend({ name: Text.nullable() });
/** `editable`: whether the caller may publish it, at least in part (an organisation's own sites). */
export const DocumentView = DocumentHeadView.extend({ body: z.unknown(), editable: z.boolean() });
/** PUT /api/documents/:kind/:id: every save is a new version; `expected` is the version it was edited from (0 = none yet). */
export const PublishDocument = z.object({
  expected: z.int().min(0),
  note: z.string().trim().min(1).max(500),
  body: z.unknown(),
  /** Revision of the draft this was edited in: it ends. */
  draft: z.int().min(1).optional(),
});
/** POST /api/documents/:kind/:id/retire: a site goes back to the company's default; a version like any other. */
export const RetireDocument = PublishDocument.omit({ body: true });
/** PUT .../planned: as publishing, at `at`. */
export const PlanPublication = PublishDocument.extend({ at: z.iso.datetime({ offset: true }) });
const Editor = z.object({ person: z.string(), at: WireInstant });
const Saved = z.object({ author: z.string(), at: WireInstant });
/**
 * The draft you share with those who may edit the same part. `draft` null: there is none; `ended` says by what the last one
 * did. `editors`: the latest save of each who took part, newest first.
 */
export const DraftState = z.object({
  revision: z.number(),
  draft: Saved.extend({ base: z.number(), body: z.unknown(), editors: z.array(Editor) }).nullable(),
  ended: Saved.extend({ how: z.enum(['published', 'planned', 'discarded']) }).nullable(),
});
export type DraftState = z.infer<typeof DraftState>;
/** GET /api/drafts */
export const DraftQuery = PageQuery.extend({ kind: DocumentKindName });
/** A draft in a list. `base`: the version it began with; `version`: the current one, 0 = never published. */
export const DraftRow = Saved.extend({
  kind: DocumentKindName,
  id: z.string(),
  name: Text.nullable(),
  version: z.number(),
  base: z.number(),
  revision: z.number(),
});
export type DraftRow = z.infer<typeof DraftRow>;
/** Depth of the deepest value; no further than `most`. */
const deeperThan = (value: unknown, most: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((part) => deeperThan(part, most - 1)));
/** PUT .../draft: need not be sound yet. `revision`: the one it was made from (0: none); `base`: the version it began with. */
export const SaveDraft = z.object({
  revision: z.int().min(0),
  base: z.int().min(0),
  body: z.record(z.string(), z.unknown()).refine((body) => !deeperThan(body, 40), 'too_deep'),
});
export const DiscardDraft = z.object({ revision: z.coerce.number().int().min(0) });
/** `why` in words, one line a reason; `stale`: a newer version stands in the way already. */
export const PlannedView = z.object({
  kind: DocumentKindName,
  id: z.string(),
  name: Text.nullable(),
  plan: z.string(),
  expected: z.number(),
  author: z.string(),
  note: z.string(),
  plannedAt: WireInstant,
  at: WireInstant,
  state: z.enum(['planned', 'published', 'failed', 'cancelled']),
  stale: z.boolean(),
  cancellable: z.boolean(),
  why: z.array(z.string()),
});
export type PlannedView = z.infer<typeof PlannedView>;
export const FrozenView = PlannedView.extend({ body: z.unknown() });
/** How a document is doing for those who edit it: polled while it is open. `version`: the current one, 0 = none yet. */
export const EditingState = DraftState.extend({ version: z.number(), planned: PlannedView.nullable() });
export const CancelPlan = z.object({ plan: z.string().min(1).max(60) });
/** POST /api/documents/calendar/:id/preview; `cursor` is the `next` of the answer before. */
export const PreviewCalendar = z.object({ body: z.unknown(), cursor: z.string().max(2100).optional() });
/** An open complaint whose deadlines the calendar would move; `to` is the present for those due at once. */
export const MovedComplaint = ComplaintSummary.extend({
  moved: z.array(z.object({ what: z.enum(['reply', 'resolve', 'level', 'wait']), from: WireInstant, to: WireInstant })),
});
export type MovedComplaint = z.infer<typeof MovedComplaint>;
/** GET /api/audit */
export const AuditKind = z.enum([...documentKinds, ...subjectKinds]);
export const AuditQuery = PageQuery.extend({ kind: AuditKind.optional() });
/**
 * One change. `id`: of a suppression its site; `version`: the one it made; `note`: null for changes that need none;
 * `from.client`: the network of who asked, null: nobody did; `due`: the time a publication was planned for.
 */
export const AuditRow = z.object({
  kind: AuditKind,
  id: z.string(),
  seq: z.number(),
  what: z.enum(auditedChanges),
  version: z.number().nullable(),
  author: z.string(),
  at: WireInstant,
  from: z.object({ channel: z.enum(channels), client: z.string().nullable() }),
  name: Text.nullable(),
  note: z.string().nullable(),
  /** Open items of a site that were to go on by a version. */
  moved: z.object({ items: z.number(), to: z.number(), site: z.string().nullable() }).optional(),
  due: WireInstant.optional(),
});
export type AuditRow = z.infer<typeof AuditRow>;
export const HistoryQuery = PageQuery;
/** Problems of a workflow that keep it from being published. */
export const ProblemView = z.object({
  step: z.string().nullable(),
  field: z.string(),
  code: z.string(),
  message: z.string(),
});
/** `id`: of the document it would be published as. */
export const CheckWorkflow = z.object({ body: z.unknown(), id: z.string().max(127).optional() });
export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
export const WorkflowView = z.object({ id: z.string(), version: z.number(), body: Definition });
