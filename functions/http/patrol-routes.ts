import type { Route } from './route.ts';
import {
  PatrolLabelQuery,
  PatrolPath,
  PatrolQuery,
  PatrolRowView,
  PatrolSite,
  PatrolView,
  PointLabel,
} from './schemas/patrol.ts';
import { pageOf } from './schemas/wire.ts';

/** Night patrols (夜间巡查): they are walked by the page behind the mail, and looked at here. */
export const patrolRoutes = {
  listPatrols: {
    method: 'GET',
    path: '/api/patrols',
    summary: 'Nights walked at a site, or by one of its routes; latest first',
    query: PatrolQuery,
    response: pageOf(PatrolRowView),
  },
  showTonight: {
    method: 'GET',
    path: '/api/patrols-tonight',
    summary: 'Walks under way at a site, and those of the night just over, point by point',
    query: PatrolSite,
    response: pageOf(PatrolView),
  },
  showPatrol: {
    method: 'GET',
    path: '/api/patrols/{id}',
    summary: 'One night, point by point',
    params: PatrolPath,
    response: PatrolView,
  },
  listPointLabels: {
    method: 'GET',
    path: '/api/patrol-labels',
    summary: 'Labels of the points of a published route',
    query: PatrolLabelQuery,
    response: pageOf(PointLabel),
  },
} as const satisfies Record<string, Route>;
