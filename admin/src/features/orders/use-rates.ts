import { type HttpError, useCustom } from '@refinedev/core';
import type { RatesView } from '#http/schemas/rates';

const EVERY = 300_000;

/** The figures of a site, as asked for; undefined: left out of the question. */
export function useRates(asked: Record<string, string | undefined> & { site: string }) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const { query: answer } = useCustom<RatesView & { id?: string }, HttpError>({
    url: '/api/orders/rates',
    method: 'get',
    config: { query },
    queryOptions: { refetchInterval: EVERY, placeholderData: (before) => before },
    errorNotification: false,
  });
  return answer;
}
