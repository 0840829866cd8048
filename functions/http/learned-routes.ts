import type { Route } from './route.ts';
import {
  LearnedListQuery,
  LearnedPath,
  LearnedQuery,
  LearnedView,
  LearnedVisit,
  SaidQuery,
  SaidView,
} from './schemas/learned.ts';
import { pageOf } from './schemas/wire.ts';

/** What visits (回访) taught: figures, why scores were low, what was said. */
export const learnedRoutes = {
  showLearned: {
    method: 'GET',
    path: '/api/learned',
    summary:
      'Satisfaction, held, on-time and reached figures of a site’s visits; with the period before, each part, why scores were low, and targets',
    query: LearnedQuery,
    response: LearnedView,
  },
  listSaid: {
    method: 'GET',
    path: '/api/learned/said',
    summary: 'What was said in visits, newest first; by words, low scores and reason',
    query: SaidQuery,
    response: pageOf(SaidView),
  },
  listLearnedVisits: {
    method: 'GET',
    path: '/api/learned/{measure}/visits',
    summary: 'The visits behind a figure, latest first: those that pull it from its target, or all that were counted',
    params: LearnedPath,
    query: LearnedListQuery,
    response: pageOf(LearnedVisit),
  },
} as const satisfies Record<string, Route>;
