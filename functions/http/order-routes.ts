import { z } from 'zod';
import { Slug } from '#domain/organisation';
import type { Route } from './route.ts';
import { ComplaintDetail, ComplaintSummary } from './schemas/complaint.ts';
import { MaintenanceHome } from './schemas/home.ts';
import { NewOrder, OpenedOrder, OrderQuery } from './schemas/order.ts';
import { CountedOrder, RateListQuery, RatePath, RatesQuery, RatesView } from './schemas/rates.ts';
import { PageQuery, pageOf } from './schemas/wire.ts';

const Id = z.object({ id: z.string().min(1).max(60) });

/** Work orders (工单) and the service standards they are measured by. What every item has is there as well: see `ofItems`. */
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
  listOrders: {
    method: 'GET',
    path: '/api/orders',
    summary: 'Work orders of a site: open, overdue, due, corrective, or ended',
    query: OrderQuery,
    response: pageOf(ComplaintSummary),
  },
  openOrder: {
    method: 'POST',
    path: '/api/orders',
    summary: 'Open a work order by hand',
    keyed: true,
    body: NewOrder,
    response: OpenedOrder,
    status: 201,
    example: () => ({
      site: 'east-lake',
      kind: 'door',
      building: 'b1',
      place: '大堂',
      work: '自动门关不严，请检查闭门器。',
    }),
  },
  showOrder: {
    method: 'GET',
    path: '/api/orders/{id}',
    summary: 'One work order with its checklist, clocks and what may be done now',
    params: Id,
    response: ComplaintDetail,
  },
  listAssetOrders: {
    method: 'GET',
    path: '/api/assets/{id}/orders',
    summary: 'What was done at an asset, newest first',
    params: Id,
    query: PageQuery,
    response: pageOf(ComplaintSummary),
  },
  readMaintenanceHome: {
    method: 'GET',
    path: '/api/orders/numbers',
    summary: 'Numbers of the work orders of a site: open, due today, overdue, failed checks to put right',
    query: z.object({ site: Slug }),
    response: MaintenanceHome,
  },
} as const satisfies Record<string, Route>;
