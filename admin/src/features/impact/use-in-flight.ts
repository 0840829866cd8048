import { type HttpError, useCustom } from '@refinedev/core';
import type { InFlight } from '#http/schemas/impact';

/** Open complaints of a workflow by version, step and level. */
export function useInFlight(id: string, enabled = true) {
  const { query } = useCustom<InFlight, HttpError>({
    url: `/api/workflows/${id}/open`,
    method: 'get',
    queryOptions: { enabled },
    errorNotification: false,
  });
  return query;
}

export const countOf = (groups: InFlight['groups']): number => groups.reduce((sum, { items }) => sum + items.length, 0);
