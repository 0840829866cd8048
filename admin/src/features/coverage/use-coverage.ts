import { type HttpError, useCustom } from '@refinedev/core';
import type { CoverageView } from '#http/schemas/coverage';

const EVERY = 300_000;

/** The forecast of what is in force at a site. */
export function useCoverage(site: string, enabled = true) {
  return useCustom<CoverageView, HttpError>({
    url: '/api/coverage',
    method: 'get',
    config: { query: { site } },
    queryOptions: { refetchInterval: EVERY, retry: false, enabled },
    errorNotification: false,
  }).query;
}
