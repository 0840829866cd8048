import type { planRoutes } from '#http/plan-routes';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { FeedUseCases } from '#usecases/plans/feeds';
import type { ListChecklists } from '#usecases/plans/list-checklists';

export interface PlanUseCases {
  feeds: FeedUseCases;
  listChecklists: ListChecklists;
}

export const planHandlers = ({
  feeds,
  listChecklists,
}: PlanUseCases): { [Id in keyof typeof planRoutes]: HandlerOf<Routes[Id]> } => ({
  listChecklists: ({ caller, query }) => listChecklists(caller, query.site),
  listFeeds: ({ caller, query }) => feeds.list(caller, query),
  createFeed: ({ caller, body }) => feeds.create(caller, body),
  revokeFeed: ({ caller, params }) => feeds.revoke(caller, params.id),
});
