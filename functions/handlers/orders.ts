import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createListAssetOrders } from '#usecases/orders/list-asset-orders';
import type { createListCountedOrders } from '#usecases/orders/list-counted-orders';
import type { createListOrders } from '#usecases/orders/list-orders';
import type { OpenByHand } from '#usecases/orders/open-by-hand';
import type { createReadMaintenanceHome } from '#usecases/orders/read-maintenance-home';
import type { createShowRates } from '#usecases/orders/show-rates';
import type { createShowComplaint } from '#usecases/show-complaint';

export interface OrderUseCases {
  showRates: ReturnType<typeof createShowRates>;
  listCountedOrders: ReturnType<typeof createListCountedOrders>;
  listOrders: ReturnType<typeof createListOrders>;
  openByHand: OpenByHand;
  listAssetOrders: ReturnType<typeof createListAssetOrders>;
  readMaintenanceHome: ReturnType<typeof createReadMaintenanceHome>;
  showComplaint: ReturnType<typeof createShowComplaint>;
}
type Operation =
  | 'showRates'
  | 'listCountedOrders'
  | 'listOrders'
  | 'openOrder'
  | 'showOrder'
  | 'listAssetOrders'
  | 'readMaintenanceHome';

export const orderHandlers = (use: OrderUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  showRates: ({ caller, query }) => use.showRates(caller, query),
  listCountedOrders: ({ caller, params, query }) => use.listCountedOrders(caller, params.rate, query),
  listOrders: ({ caller, query }) => use.listOrders(caller, query),
  openOrder: ({ caller, body, key }) => use.openByHand(caller, body, key),
  showOrder: ({ caller, params }) => use.showComplaint(caller, params.id, 'workOrder'),
  listAssetOrders: ({ caller, params, query }) => use.listAssetOrders(caller, params.id, query),
  readMaintenanceHome: ({ caller, query }) => use.readMaintenanceHome(caller, query.site),
});
