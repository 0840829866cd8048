import { type HttpError, useCustom } from '@refinedev/core';
import type { MaintenanceHome } from '#http/schemas/home';

const EVERY = 30_000;

/** How many orders of the site are in each list, read again while one looks on. */
export function useOrderNumbers(site: string) {
  const { query } = useCustom<MaintenanceHome & { id?: string }, HttpError>({
    url: '/api/orders/numbers',
    method: 'get',
    config: { query: { site } },
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  return query;
}
