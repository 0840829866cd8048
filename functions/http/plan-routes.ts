import { z } from 'zod';
import { Slug } from '#domain/organisation';
import type { Route } from './route.ts';
import { ChecklistView, FeedView, MadeFeed, MeterView, NewFeed, PlanStanding } from './schemas/plan.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';

/** Plans of maintenance beside their document (`/api/documents/plans/{site}`). */
export const planRoutes = {
  listPlans: {
    method: 'GET',
    path: '/api/plans/{site}',
    summary: 'How the maintenance plans of a site stand: what comes next, open orders, what was missed or made up for',
    params: z.object({ site: Slug }),
    query: PageQuery,
    response: pageOf(PlanStanding),
    paramsExample: { site: 'east-lake' },
  },
  listMeters: {
    method: 'GET',
    path: '/api/plans/{site}/{plan}/meters',
    summary:
      'How the assets of a plan stand against its meter: last reading, the one that brings the next order, about when',
    params: z.object({ site: Slug, plan: Slug }),
    query: PageQuery,
    response: pageOf(MeterView),
    paramsExample: { site: 'east-lake', plan: 'pump-service' },
  },
  listChecklists: {
    method: 'GET',
    path: '/api/checklists',
    summary: 'Checklists that hold at a site, by name and length',
    query: z.object({ site: Slug }),
    response: pageOf(ChecklistView),
  },
  listFeeds: {
    method: 'GET',
    path: '/api/feeds',
    summary: 'Calendar feeds of the caller; their addresses are not told again',
    query: PageQuery,
    response: pageOf(FeedView),
  },
  createFeed: {
    method: 'POST',
    path: '/api/feeds',
    summary: 'Make a calendar feed of planned maintenance: its address is told once',
    body: NewFeed,
    response: MadeFeed,
    status: 201,
    example: () => ({ scope: { kind: 'site', site: 'east-lake' }, language: 'zh-CN' }),
  },
  revokeFeed: {
    method: 'DELETE',
    path: '/api/feeds/{id}',
    summary: 'Revoke a feed: its address leads nowhere any more',
    params: z.object({ id: z.string().min(1).max(60) }),
    response: z.object({}),
    paramsExample: { id: 'a-feed' },
  },
} as const satisfies Record<string, Route>;
