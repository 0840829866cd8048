import type { deliveryRoutes } from '#http/delivery-routes';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createDeliveries } from '#usecases/deliveries';

type Operation = keyof typeof deliveryRoutes;

export const deliveryHandlers = (
  use: ReturnType<typeof createDeliveries>,
): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  listDeliveries: ({ caller, query }) => use.list(caller, query),
  retryDelivery: ({ caller, body }) => use.retry(caller, body),
  listSuppressed: ({ caller, query }) => use.listSuppressed(caller, query),
  liftSuppression: ({ caller, body }) => use.lift(caller, body),
});
