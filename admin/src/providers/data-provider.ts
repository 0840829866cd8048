import type { BaseRecord, CrudFilter, DataProvider, GetListResponse, MetaQuery } from '@refinedev/core';
import type { Http } from './http.ts';
import type { Submission } from './submission.ts';

/** What the panel passes to the provider beside Refine's own parameters. */
export interface PanelMeta extends MetaQuery {
  /** Page of a list to read; left out: the first. */
  cursor?: string | undefined;
  /** The form that posts: gives the Idempotency-Key. */
  submission?: Submission;
}

interface Answer<T> {
  data: T[];
  next: string | null;
}

/**
 * All reads and writes of the panel. A resource is a path under /api.
 *
 * Lists have no totals: counting in the database costs a full read. What Refine must have as `total` is the number of
 * rows in this answer and is shown nowhere; `cursor.next` leads on, for `useCursorList` and Refine's `useInfiniteList`.
 */
export function createDataProvider(http: Http): DataProvider {
  const path = (resource: string) => `/api/${resource}`;
  return {
    getApiUrl: () => '/api',
    getList: async <T extends BaseRecord>({
      resource,
      pagination,
      filters,
      meta,
    }: Parameters<DataProvider['getList']>[0]) => {
      const { data, next } = await http<Answer<T>>('get', path(resource), {
        query: {
          ...filterQuery(filters),
          cursor: cursorOf(meta, pagination?.currentPage),
          limit: pagination?.pageSize,
        },
      });
      return { data, total: data.length, cursor: { next: next ?? undefined } } satisfies GetListResponse<T>;
    },
    getOne: async ({ resource, id }) => ({ data: await http('get', `${path(resource)}/${encodeURIComponent(id)}`) }),
    create: async ({ resource, variables, meta }) => {
      const submission = (meta as PanelMeta | undefined)?.submission;
      const headers: Record<string, string> = submission ? { 'idempotency-key': submission.keyFor(variables) } : {};
      return { data: await http('post', path(resource), { body: variables, headers }) };
    },
    update: async ({ resource, id, variables }) => ({
      data: await http('put', `${path(resource)}/${encodeURIComponent(id)}`, { body: variables }),
    }),
    deleteOne: async ({ resource, id }) => ({
      data: await http('delete', `${path(resource)}/${encodeURIComponent(id)}`),
    }),
    custom: async ({ url, method, payload, query }) => ({
      data: await http(method, url, { body: payload, query: { ...(query as Record<string, string> | undefined) } }),
    }),
  };
}

/** `useInfiniteList` hands the cursor on in place of a page number. */
function cursorOf(meta: MetaQuery | undefined, page: unknown): string | undefined {
  const given = (meta as PanelMeta | undefined)?.cursor;
  return given ?? (typeof page === 'string' ? page : undefined);
}

function filterQuery(filters: CrudFilter[] = []): Record<string, string> {
  const pairs = filters.flatMap((filter) =>
    'field' in filter && filter.operator === 'eq' && filter.value !== undefined && filter.value !== null
      ? [[filter.field, String(filter.value)]]
      : [],
  );
  return Object.fromEntries(pairs);
}
