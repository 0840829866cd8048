import { expect, test } from 'vitest';
import { createDataProvider, type PanelMeta } from '../../../admin/src/providers/data-provider.ts';
import type { Http, HttpOptions } from '../../../admin/src/providers/http.ts';
import { createSubmission } from '../../../admin/src/providers/submission.ts';

const recording = (answer: unknown) => {
  const calls: { method: string; path: string; options: HttpOptions | undefined }[] = [];
  const http: Http = async <T>(method: string, path: string, options?: HttpOptions) => {
    calls.push({ method, path, options });
    return answer as T;
  };
  return { provider: createDataProvider(http), calls };
};

test('a list goes by cursor and claims no total beyond its own rows', async () => {
  const { provider, calls } = recording({ data: [{ id: 'a' }, { id: 'b' }], next: 'further' });
  const list = await provider.getList({
    resource: 'complaints',
    filters: [
      { field: 'site', operator: 'eq', value: 'east-lake' },
      { field: 'status', operator: 'eq', value: undefined },
    ],
    pagination: { pageSize: 20 },
    meta: { cursor: 'here' } satisfies PanelMeta,
  });
  expect(calls[0]).toMatchObject({
    method: 'get',
    path: '/api/complaints',
    options: { query: { site: 'east-lake', cursor: 'here', limit: 20 } },
  });
  expect(list).toEqual({ data: [{ id: 'a' }, { id: 'b' }], total: 2, cursor: { next: 'further' } });
});

test('the last page has no next cursor', async () => {
  const { provider } = recording({ data: [], next: null });
  expect(await provider.getList({ resource: 'work' })).toMatchObject({ cursor: { next: undefined } });
});

test('ids are escaped in paths', async () => {
  const { provider, calls } = recording({});
  await provider.getOne({ resource: 'complaints', id: 'a/b?c' });
  expect(calls[0]?.path).toBe('/api/complaints/a%2Fb%3Fc');
});

test('a post tried again keeps its idempotency key; changed content gets another', async () => {
  const { provider, calls } = recording({});
  let n = 0;
  const submission = createSubmission(() => `key-${++n}`);
  for (const variables of [{ text: 'one' }, { text: 'one' }, { text: 'two' }]) {
    await provider.create({ resource: 'complaints', variables, meta: { submission } satisfies PanelMeta });
  }
  expect(calls.map(({ options }) => options?.headers?.['idempotency-key'])).toEqual(['key-1', 'key-1', 'key-2']);
});
