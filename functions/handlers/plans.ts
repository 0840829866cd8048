import type { planRoutes } from '#http/plan-routes';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { FeedUseCases } from '#usecases/plans/feeds';
import type { ListChecklists } from '#usecases/plans/list-checklists';
import type { ListMeters } from '#usecases/plans/list-meters';
import type { ListPlans } from '#usecases/plans/list-plans';

export interface PlanUseCases {
  feeds: FeedUseCases;
  listChecklists: ListChecklists;
  listMeters: ListMeters;
  listPlans: ListPlans;
}

export const planHandlers = ({
  feeds,
  listChecklists,
  listMeters,
  listPlans,
}: PlanUseCases): { [Id in keyof typeof planRoutes]: HandlerOf<Routes[Id]> } => ({
  listPlans: ({ caller, params, query }) => listPlans(caller, params.site, query),
  listMeters: ({ caller, params, query }) => listMeters(caller, params, query),
  listChecklists: ({ caller, query }) => listChecklists(caller, query.site),
  listFeeds: ({ caller, query }) => feeds.list(caller, query),
  createFeed: ({ caller, body }) => feeds.create(caller, body),
  revokeFeed: ({ caller, params }) => feeds.revoke(caller, params.id),
});
