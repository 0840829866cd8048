import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createListCountedOrders } from '#usecases/orders/list-counted-orders';
import type { createShowRates } from '#usecases/orders/show-rates';

export interface OrderUseCases {
  showRates: ReturnType<typeof createShowRates>;
  listCountedOrders: ReturnType<typeof createListCountedOrders>;
}
type Operation = 'showRates' | 'listCountedOrders';

export const orderHandlers = (use: OrderUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  showRates: ({ caller, query }) => use.showRates(caller, query),
  listCountedOrders: ({ caller, params, query }) => use.listCountedOrders(caller, params.rate, query),
});
