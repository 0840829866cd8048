import { type DocumentProblem, repeated } from '../document-problem.ts';
import type { MaintenancePlan, MaintenancePlans } from '../maintenance-plan.ts';
import type { Recipient } from '../recipients.ts';
import type { PatrolPoint, PatrolRoute } from './route.ts';
import { endsAfter } from './windows.ts';

/** What the routes of a site are judged against. */
export interface RouteFacts {
  assets: ReadonlyMap<string, unknown>;
  /** Ids of the kinds of facility. */
  kinds: ReadonlySet<string>;
  /** Whether somebody of the site could ever be meant. */
  reaches(recipient: Recipient): boolean;
}

/** What keeps the routes among the plans of a site from being published. */
export const routesProblems = ({ plans }: MaintenancePlans, facts: RouteFacts): DocumentProblem[] =>
  plans.flatMap((plan, index) =>
    routeProblems(plan, facts).map((problem) => ({ ...problem, path: ['plans', index, ...problem.path] })),
  );

/** Of one plan; nothing where it is no walk. */
export function routeProblems(plan: MaintenancePlan, facts: RouteFacts): DocumentProblem[] {
  const { route, recurrence } = plan;
  if (!route) return [];
  const labels = (of: (point: PatrolPoint) => string | null, field: 'asset' | 'code') =>
    repeatedValues(route.points.map(of)).map(
      (index): DocumentProblem => ({ path: ['points', index, field], code: 'already_used' }),
    );
  const found = [
    ...repeated(
      route.points,
      ({ id }) => id,
      (index) => ['points', index, 'id'],
    ),
    ...labels(({ asset }) => asset, 'asset'),
    ...labels(({ code }) => code, 'code'),
    ...route.points.flatMap((point, index) => pointProblems(point, recurrence.time, facts, ['points', index])),
    ...peopleProblems(route, facts),
    ...(facts.kinds.has(route.kind) ? [] : [{ path: ['kind'], code: 'unknown_kind' as const, value: route.kind }]),
  ];
  return [...shapeProblems(plan), ...found.map((problem) => ({ ...problem, path: ['route', ...problem.path] }))];
}

/** A walk is one order a night, for no asset. */
function shapeProblems({ assets, per, mode, leadDays, meter, checklist, absorbs }: MaintenancePlan): DocumentProblem[] {
  const wrong = {
    assets: assets.length > 0,
    per: per !== 'round',
    mode: mode !== 'fixed',
    leadDays: leadDays !== 0,
    meter: meter !== null,
    checklist: checklist !== null,
    absorbs: absorbs.length > 0,
  };
  return Object.entries(wrong).flatMap(([field, is]): DocumentProblem[] =>
    is ? [{ path: [field], code: 'not_for_a_patrol' }] : [],
  );
}

function pointProblems(
  point: PatrolPoint,
  begins: string,
  facts: RouteFacts,
  path: (string | number)[],
): DocumentProblem[] {
  const labelled = (point.asset !== null) !== (point.code !== null);
  return [
    ...(labelled ? [] : [{ path: [...path, 'asset'], code: 'point_without_label' as const }]),
    ...(point.asset === null || facts.assets.has(point.asset)
      ? []
      : [{ path: [...path, 'asset'], code: 'unknown_asset' as const, value: point.asset }]),
    ...(endsAfter(point, begins) <= DAY_MINUTES
      ? []
      : [{ path: [...path, 'to'], code: 'past_the_night' as const, value: begins }]),
  ];
}
const DAY_MINUTES = 24 * 60;

const peopleProblems = (route: PatrolRoute, { reaches }: RouteFacts): DocumentProblem[] =>
  (['people', 'alarm'] as const).flatMap((field): DocumentProblem[] =>
    route[field].some(reaches) ? [] : [{ path: [field], code: 'nobody_meant' }],
  );

function repeatedValues(values: readonly (string | null)[]): number[] {
  return values.flatMap((value, index) => (value !== null && values.indexOf(value) < index ? [index] : []));
}
