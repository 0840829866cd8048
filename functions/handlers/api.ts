import { actionNames } from '#domain/workflow/action';
import type { ActionOperation } from '#http/action-routes';
import { openApi } from '#http/openapi';
import { type AnyHandler, type HandlerOf, pathsOf, type Route } from '#http/route';
import { type OperationId, type Routes, routes } from '#http/routes';
import { createEndpoint, createStack, type StackParts } from '#http/stack';
import type { createDeliveries } from '#usecases/deliveries';
import type { Desk } from '#usecases/desk';
import { type AssetUseCases, assetHandlers } from './assets.ts';
import { type CareUseCases, careHandlers } from './care.ts';
import { actHandler, type ComplaintWriters, fileComplaintHandler } from './complaints.ts';
import { deliveryHandlers } from './deliveries.ts';
import { deskHandlers } from './desk.ts';
import { type DocumentUseCases, documentHandlers } from './documents.ts';
import { type Exchange, exchangeHandlers } from './exchange.ts';
import { type ImpactUseCases, impactHandlers } from './impact.ts';
import { type ImprovementUseCases, improvementHandlers } from './improvements.ts';
import { type LearnedUseCases, learnedHandlers } from './learned.ts';
import { type LeaverUseCases, leaverHandlers } from './leaver.ts';
import { type LifecycleUseCases, lifecycleHandlers } from './lifecycle.ts';
import { type OrderUseCases, orderHandlers } from './orders.ts';
import { type PatrolUseCases, patrolHandlers } from './patrols.ts';
import { photoHandlers } from './photos.ts';
import { type PlanUseCases, planHandlers } from './plans.ts';
import { type ReadUseCases, readHandlers } from './reads.ts';
import { type Transfer, transferHandlers } from './transfer.ts';
import { type VisitUseCases, visitHandlers } from './visits.ts';
import { type WordsUseCases, wordsHandlers } from './words.ts';

export type ApiUseCases = ReadUseCases &
  ComplaintWriters &
  DocumentUseCases &
  LifecycleUseCases &
  LeaverUseCases &
  ImpactUseCases &
  WordsUseCases &
  AssetUseCases &
  CareUseCases &
  PlanUseCases &
  OrderUseCases &
  VisitUseCases &
  ImprovementUseCases &
  LearnedUseCases &
  PatrolUseCases & {
    deliveries: ReturnType<typeof createDeliveries>;
    desk: Desk;
    transfer: Transfer;
    exchange: Exchange;
  };
type Handlers = { [Id in OperationId]: HandlerOf<Routes[Id]> };

const actHandlers = (use: ComplaintWriters) =>
  Object.fromEntries(actionNames.map((name) => [`act-${name}`, actHandler(use, name)])) as Record<
    ActionOperation,
    HandlerOf<Routes['act-note']>
  >;

/** The whole API: routes joined with their handlers, behind the one stack. Takes HTTP API events, version 2. */
export function createApi(use: ApiUseCases, parts: StackParts) {
  const handlers: Handlers = {
    readHealth: async () => ({ ok: true }),
    readOpenApi: async () => openApi(parts.clock.now()),
    fileComplaint: fileComplaintHandler(use),
    ...readHandlers(use),
    ...documentHandlers(use),
    ...lifecycleHandlers(use),
    ...deliveryHandlers(use.deliveries),
    ...leaverHandlers(use),
    ...impactHandlers(use),
    ...wordsHandlers(use),
    ...transferHandlers(use.transfer),
    ...exchangeHandlers(use.exchange),
    ...photoHandlers(use.photos),
    ...assetHandlers(use),
    ...careHandlers(use),
    ...planHandlers(use),
    ...orderHandlers(use),
    ...visitHandlers(use),
    ...learnedHandlers(use),
    ...patrolHandlers(use),
    ...improvementHandlers(use),
    ...deskHandlers(use.desk, parts),
    ...actHandlers(use),
  };
  const endpoints = Object.entries<Route>(routes).flatMap(([id, route]) => {
    const handler = handlers[id as OperationId] as AnyHandler;
    const endpoint = createEndpoint(parts, id, route, handler);
    return pathsOf(route).map((path) => ({ method: route.method, path, handler: endpoint }));
  });
  return createStack(parts, endpoints);
}
