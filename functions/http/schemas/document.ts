import { z } from 'zod';
import { Text } from '#domain/text';
import { Definition } from '#domain/workflow/definition';
import { ComplaintSummary } from './complaint.ts';
import { PageQuery, WireInstant } from './wire.ts';

export const documentKinds = ['organisation', 'rosters', 'absences', 'calendar', 'routing', 'workflow'] as const;
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
/** `name`: null for kinds of which a company has one document. */
export const DocumentRow = DocumentHeadView.extend({ name: Text.nullable() });
/** `editable`: whether the caller may publish it, at least in part (an organisation's own sites). */
export const DocumentView = DocumentHeadView.extend({ body: z.unknown(), editable: z.boolean() });
/** PUT /api/documents/:kind/:id: every save is a new version; `expected` is the version it was edited from (0 = none yet). */
export const PublishDocument = z.object({
  expected: z.int().min(0),
  note: z.string().trim().min(1).max(500),
  body: z.unknown(),
});
/** POST /api/documents/:kind/:id/retire: a site goes back to the company's default; a version like any other. */
export const RetireDocument = PublishDocument.omit({ body: true });
/** POST /api/documents/calendar/:id/preview; `cursor` is the `next` of the answer before. */
export const PreviewCalendar = z.object({ body: z.unknown(), cursor: z.string().max(2100).optional() });
/** An open complaint whose deadlines the calendar would move; `to` is the present for those due at once. */
export const MovedComplaint = ComplaintSummary.extend({
  moved: z.array(z.object({ what: z.enum(['reply', 'resolve', 'level', 'wait']), from: WireInstant, to: WireInstant })),
});
export type MovedComplaint = z.infer<typeof MovedComplaint>;
/** GET /api/audit */
export const AuditQuery = PageQuery.extend({ kind: DocumentKindName.optional() });
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
