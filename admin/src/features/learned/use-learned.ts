import { type HttpError, useCustom } from '@refinedev/core';
import type { LearnedView } from '#http/schemas/learned';

const EVERY = 300_000;

/** What a site's visits came to, as asked for; undefined: left out of the question. */
export function useLearned(asked: Record<string, string | undefined> & { site: string }) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const { query: answer } = useCustom<LearnedView & { id?: string }, HttpError>({
    url: '/api/learned',
    method: 'get',
    config: { query },
    queryOptions: { refetchInterval: EVERY, placeholderData: (before) => before, enabled: asked.site !== '' },
    errorNotification: false,
  });
  return answer;
}
