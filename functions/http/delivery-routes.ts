import { z } from 'zod';
import type { Route } from './route.ts';
import {
  DeliveryQuery,
  DeliveryRow,
  LiftSuppression,
  RetryDelivery,
  SuppressedQuery,
  SuppressedRow,
} from './schemas/delivery.ts';
import { pageOf } from './schemas/wire.ts';

/** What became of mails. */
export const deliveryRoutes = {
  listDeliveries: {
    method: 'GET',
    path: '/api/deliveries',
    summary: 'Mails of a site with their state, newest first',
    query: DeliveryQuery,
    response: pageOf(DeliveryRow),
  },
  retryDelivery: {
    method: 'POST',
    path: '/api/deliveries/retry',
    summary: 'Try a mail again that had failed; repeated, it does nothing more',
    body: RetryDelivery,
    response: z.object({ retried: z.boolean() }),
    example: () => ({ complaint: '01m886ws8018gevv11g1mjt29k', id: '01m886ws8018gevv11g1mjt29k/4' }),
  },
  listSuppressed: {
    method: 'GET',
    path: '/api/suppressed',
    summary: 'Addresses that are not tried any more',
    query: SuppressedQuery,
    response: pageOf(SuppressedRow),
  },
  liftSuppression: {
    method: 'POST',
    path: '/api/suppressed/lift',
    summary: 'Try an address again from the next mail on',
    body: LiftSuppression,
    response: z.object({ lifted: z.boolean() }),
    example: () => ({ site: 'east-lake', email: 'somebody@undeliverable.invalid' }),
  },
} as const satisfies Record<string, Route>;
