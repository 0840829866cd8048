import { z } from 'zod';
import { DAY, toIso } from '#domain/time';
import { deskCalendar } from './document-routes.ts';
import type { Route } from './route.ts';
import {
  CancelPlan,
  DiscardDraft,
  DocumentPath,
  DraftQuery,
  DraftRow,
  DraftState,
  EditingState,
  FrozenView,
  PlannedView,
  PlanPublication,
  SaveDraft,
} from './schemas/document.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';

const paramsExample = { kind: 'calendar', id: 'desk-hours' };

/** From draft to publication: what is not published yet. */
export const lifecycleRoutes = {
  showDraft: {
    method: 'GET',
    path: '/api/documents/{kind}/{id}/draft',
    summary: 'The shared draft of a document, who edits it, and what is planned',
    params: DocumentPath,
    response: EditingState,
    paramsExample: { kind: 'organisation', id: 'main' },
  },
  listDrafts: {
    method: 'GET',
    path: '/api/drafts',
    summary: 'Open drafts of a kind that you may edit, also of documents never published',
    query: DraftQuery,
    response: pageOf(DraftRow),
  },
  saveDraft: {
    method: 'PUT',
    path: '/api/documents/{kind}/{id}/draft',
    summary: 'Save the draft; 409 answers with the one that stands, to be merged with',
    params: DocumentPath,
    body: SaveDraft,
    response: DraftState,
    example: () => ({ revision: 0, base: 0, body: deskCalendar().body }),
    paramsExample,
  },
  discardDraft: {
    method: 'DELETE',
    path: '/api/documents/{kind}/{id}/draft',
    summary: 'Throw the draft away, for everybody who edits it',
    params: DocumentPath,
    query: DiscardDraft,
    response: DraftState,
    paramsExample,
  },
  listPlanned: {
    method: 'GET',
    path: '/api/planned',
    summary: 'Publications still to come, and those that failed',
    query: PageQuery,
    response: pageOf(PlannedView),
  },
  showPlanned: {
    method: 'GET',
    path: '/api/documents/{kind}/{id}/planned',
    summary: 'What is planned to be published, with its frozen body',
    params: DocumentPath,
    response: FrozenView,
    paramsExample,
  },
  planPublication: {
    method: 'PUT',
    path: '/api/documents/{kind}/{id}/planned',
    summary: 'Publish at a set time: judged now and again when it is due',
    params: DocumentPath,
    body: PlanPublication,
    response: PlannedView,
    example: (now) => ({ ...deskCalendar(), at: toIso(now + DAY) }),
    paramsExample,
  },
  cancelPlanned: {
    method: 'DELETE',
    path: '/api/documents/{kind}/{id}/planned',
    summary: 'Cancel what is planned, or clear what failed',
    params: DocumentPath,
    query: CancelPlan,
    response: z.object({}),
    paramsExample,
  },
} as const satisfies Record<string, Route>;
