import type { Route } from './route.ts';
import { ComplaintSummary } from './schemas/complaint.ts';
import { PreviewVisits, Round, VisitPreview, VisitQuery } from './schemas/visit.ts';
import { pageOf } from './schemas/wire.ts';

/** Follow-up visits (回访). One of them is shown and acted on as every item is, below /api/complaints/{id}. */
export const visitRoutes = {
  listVisits: {
    method: 'GET',
    path: '/api/visits',
    summary: 'Visits of a site: open, overdue, due within a period, or ended',
    query: VisitQuery,
    response: pageOf(ComplaintSummary),
  },
  readRound: {
    method: 'GET',
    path: '/api/visits/round',
    summary: 'The caller’s own visits that are due, by building and floor, with whom to ask for and when they like it',
    response: Round,
  },
  previewVisits: {
    method: 'POST',
    path: '/api/visits/preview',
    summary:
      'Who would have been thought of in the last 30 days under settings not published yet, page by page; changes nothing',
    body: PreviewVisits,
    response: VisitPreview,
    example: () => ({
      site: 'east-lake',
      body: {
        rules: [
          {
            id: 'after-complaint',
            name: { 'zh-CN': '投诉结案后回访', en: 'After a closed complaint' },
            active: true,
            after: { kind: 'complaint', when: null },
            delay: { kind: 'workingDayAt', days: 2, at: '10:00' },
            by: [{ kind: 'steward' }],
            channel: 'preferred',
            questionnaire: 'work-done',
            share: { all: ['critical', 'urgent'], rest: 30 },
          },
        ],
        questionnaires: [
          { id: 'work-done', name: { 'zh-CN': '处理结果', en: 'The work' }, onTime: true, held: true, fields: [] },
        ],
        reasons: [],
        coolDownDays: 14,
        quota: 6,
        quiet: { from: '20:30', to: '09:00' },
        within: { kind: 'workingDays', days: 2 },
        low: 2,
      },
    }),
  },
} as const satisfies Record<string, Route>;
