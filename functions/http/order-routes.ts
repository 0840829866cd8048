import type { Route } from './route.ts';
import { CountedOrder, RateListQuery, RatePath, RatesQuery, RatesView } from './schemas/rates.ts';
import { pageOf } from './schemas/wire.ts';

/** Work orders (工单) and the service standards they are measured by. What every item has is below /api/complaints/{id}. */
export const orderRoutes = {
  showRates: {
    method: 'GET',
    path: '/api/orders/rates',
    summary:
      'The five service standards of a site: timeliness, rework, first-time pass, good condition, lamps lit; with the period before, a trend and each part',
    query: RatesQuery,
    response: RatesView,
  },
  listCountedOrders: {
    method: 'GET',
    path: '/api/orders/rates/{rate}',
    summary: 'The orders behind a figure, latest first: those that pull it from its target, or all that were counted',
    params: RatePath,
    query: RateListQuery,
    response: pageOf(CountedOrder),
  },
} as const satisfies Record<string, Route>;
