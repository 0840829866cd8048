import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#http/route';
import { routes } from '#http/routes';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

const now = at('2026-11-23', '10:00');
const writers = Object.entries<Route>(routes).filter(([, route]) => route.body);
let api: Awaited<ReturnType<typeof createDemoApi>>;
let complaint = '';

beforeAll(async () => {
  api = await createDemoApi();
  const { body } = await api.call<{ id: string }>('POST', '/api/complaints', { body: routes.fileComplaint.example() });
  complaint = body.id;
});
const pathOf = (route: Route) =>
  route.path
    .replace('{id}', route.paramsExample?.id ?? complaint)
    .replace('{kind}', route.paramsExample?.kind ?? '')
    .replace('{photo}', 'p1');

/** The example with one place of it, at any depth, replaced by anything. */
const damaged = (example: unknown, pick: number, value: unknown): unknown => {
  if (example === null || typeof example !== 'object') return value;
  const entries = Object.entries(example);
  const chosen = entries.length === 0 ? undefined : entries[pick % entries.length];
  if (!chosen || pick % 5 === 0) return value;
  const [key, inner] = chosen;
  const next = damaged(inner, Math.floor(pick / 7), value);
  return Array.isArray(example) ? example.with(Number(key), next) : { ...example, [key]: next };
};

describe('malformed input', () => {
  test.each(writers)('%s never answers 5xx to any JSON', async (_id, route) => {
    const example = route.example?.(now);
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), fc.jsonValue({ maxDepth: 3 }), async (pick, value) => {
        const { status } = await api.call(route.method, pathOf(route), {
          as: 'administrator',
          body: damaged(example, pick, value),
        });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 25 },
    );
  });

  test.each(['{', 'nonsense', '{"__proto__":{"x":1}}', '[', '"', '\u0000'])(
    'a body that is not JSON is told so: %j',
    async (body) => {
      const answer = await api.call<{ message: string }>('POST', '/api/complaints', { body });
      expect(answer.status).toBe(400);
      expect(answer.body.message).toBe('请求内容不是有效的 JSON。');
    },
  );

  test('a body of another type, and one too large, are refused', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    expect((await api.call('POST', '/api/complaints', { body: 'x', headers })).status).toBe(415);
    expect((await api.call('POST', '/api/complaints', { body: { description: 'x'.repeat(600_000) } })).status).toBe(
      413,
    );
  });

  test('a body nested without end is refused before anything reads it', async () => {
    const nested = (depth: number) => `{"body":${'{"not":'.repeat(depth)}1${'}'.repeat(depth)},"expected":0,"note":""}`;
    const publish = (depth: number) =>
      api.call('PUT', '/api/documents/workflow/complaint', { as: 'administrator', body: nested(depth) });
    expect((await publish(30)).status).toBe(422);
    for (const depth of [60, 5000, 60_000]) expect((await publish(depth)).status).toBe(413);
  });

  test('queries and paths never answer 5xx', async () => {
    const reads = Object.values<Route>(routes).filter(({ method }) => method === 'GET');
    const word = fc.oneof(fc.string(), fc.constantFrom('east-lake', '-1', '__proto__', '%', '日', '1e9'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reads),
        word,
        word,
        fc.dictionary(fc.constantFrom('site', 'list', 'limit', 'q', 'clock', 'version', 'category', 'unit'), word),
        async (route, id, kind, query) => {
          const path = route.path
            .replace('{id}', () => id)
            .replace('{kind}', () => kind)
            .replace('{photo}', () => id);
          const { status } = await api.call('GET', path, { as: 'administrator', query });
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('claims of any form are refused without a word of the library', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('iss', 'sub', 'aud', 'email', 'email_verified', 'client_id'), fc.jsonValue()),
        async (claims) => {
          const { status } = await api.call('GET', '/api/me', { claims: claims as Record<string, unknown> });
          expect([401, 403]).toContain(status);
        },
      ),
      { numRuns: 60 },
    );
  });
});
