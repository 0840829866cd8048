import { z } from 'zod';
import type { Route } from './route.ts';
import {
  AuditQuery,
  AuditRow,
  CheckWorkflow,
  DocumentHeadView,
  DocumentPath,
  DocumentRow,
  DocumentView,
  HistoryQuery,
  MovedComplaint,
  PreviewCalendar,
  ProblemView,
  PublishDocument,
  RetireDocument,
  VersionQuery,
} from './schemas/document.ts';
import { pageOf } from './schemas/wire.ts';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const desk = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** A calendar of its own that no site uses yet: published once as version 1. */
export const deskCalendar = () => ({
  expected: 0,
  note: 'Hours of the desk',
  body: {
    name: text('前台服务时间', 'Desk hours'),
    zone: 'Asia/Shanghai',
    week: { 1: desk, 2: desk, 3: desk, 4: desk, 5: desk, 6: [{ from: '09:00', to: '12:00' }], 7: [] },
    exceptions: [{ date: '2026-10-01', open: [], reason: text('国庆节', 'National Day') }],
    horizon: '2026-12-31',
  },
});

const smallWorkflow = () => ({
  body: {
    kind: 'complaint',
    name: text('最简流程', 'The smallest workflow'),
    start: 'handle',
    withdrawn: 'withdrawn',
    rerouted: 'handle',
    pauseCap: { kind: 'workingDays', days: 5 },
    calls: {
      to: [{ kind: 'head', department: 'customer-centre' }],
      within: { kind: 'workingHours', minutes: 240 },
      late: [{ kind: 'siteDirector' }],
    },
    steps: [
      {
        id: 'handle',
        type: 'ask',
        label: text('处理', 'Handle'),
        status: 'assigned',
        levels: [{ to: [{ kind: 'siteDirector' }], within: 'acknowledge' }],
        watch: ['reply', 'resolve'],
        actions: [{ action: 'resolve', next: 'closed' }],
        exhausted: 'closed',
        unreached: 'handle',
      },
      { id: 'closed', type: 'end', label: text('结案', 'Closed'), status: 'closed' },
      { id: 'withdrawn', type: 'end', label: text('撤回', 'Withdrawn'), status: 'withdrawn' },
    ],
  },
});

/** Configuration documents: every save is a new version, an old one never changes. */
export const documentRoutes = {
  listDocuments: {
    method: 'GET',
    path: '/api/documents',
    summary: 'Current documents',
    response: z.object({ data: z.array(DocumentRow), next: z.null() }),
  },
  listAudit: {
    method: 'GET',
    path: '/api/audit',
    summary: 'Every change of what is configured, newest first',
    query: AuditQuery,
    response: pageOf(AuditRow),
  },
  checkWorkflow: {
    method: 'POST',
    path: '/api/documents/workflow/check',
    summary: 'What would keep a workflow from being published',
    body: CheckWorkflow,
    response: z.object({ problems: z.array(ProblemView) }),
    example: smallWorkflow,
  },
  showDocument: {
    method: 'GET',
    path: '/api/documents/{kind}/{id}',
    summary: 'A document, the current version unless one is named',
    params: DocumentPath,
    query: VersionQuery,
    response: DocumentView,
    paramsExample: { kind: 'organisation', id: 'main' },
  },
  listVersions: {
    method: 'GET',
    path: '/api/documents/{kind}/{id}/versions',
    summary: 'Versions of a document, newest first',
    params: DocumentPath,
    query: HistoryQuery,
    response: pageOf(DocumentHeadView),
    paramsExample: { kind: 'organisation', id: 'main' },
  },
  previewCalendar: {
    method: 'POST',
    path: '/api/documents/calendar/{id}/preview',
    summary: 'Which open deadlines a calendar would move; `checked` open complaints were looked at, `next` leads on',
    params: DocumentPath.pick({ id: true }),
    body: PreviewCalendar,
    response: pageOf(MovedComplaint).extend({ checked: z.number() }),
    example: () => ({ body: deskCalendar().body }),
    paramsExample: { id: 'desk-hours' },
  },
  publishDocument: {
    method: 'PUT',
    path: '/api/documents/{kind}/{id}',
    summary: 'Publish a new version',
    params: DocumentPath,
    body: PublishDocument,
    response: DocumentView,
    example: deskCalendar,
    paramsExample: { kind: 'calendar', id: 'desk-hours' },
  },
  retireDocument: {
    method: 'POST',
    path: '/api/documents/{kind}/{id}/retire',
    summary: "Take a site back to the company's default; what was filed under its own version stays with it",
    params: DocumentPath,
    body: RetireDocument,
    response: DocumentView,
    example: () => ({ expected: 1, note: 'The default serves us as well' }),
    paramsExample: { kind: 'workflow', id: 'complaint@east-lake' },
  },
} as const satisfies Record<string, Route>;
