import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Route } from '#http/route';
import { routes } from '#http/routes';
import { asset } from '#test/support/assets';
import { type Answer, createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';
import { anything, inputsFor } from '#test/support/schema-arbitrary';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenOrder } from '#usecases/orders/open-order';
import { defaultWorkOrder } from '#workflows/default-work-order';

vi.setConfig({ testTimeout: 60_000 });

/** Over all routes together. */
const CASES = 10_000;
const all = Object.entries<Route>(routes);
const runs = Math.ceil(CASES / all.length);
const now = at('2026-11-23', '10:00');

type Api = Awaited<ReturnType<typeof createDemoApi>>;
let api: Api;
/** By the resource their path begins with. */
let ids: Record<string, string> = {};
/** Writes of the request under way, by name. */
let written: string[] = [];
/** Requests answered, and those answered well. */
const answered = { all: 0, well: 0 };

/** Counts what is written. Numbers are given out before a decision and may have gaps; a sign-in is remembered. */
function watchWrites({ ports }: Api): void {
  const watch = <T extends object>(part: T, names: readonly (keyof T & string)[]) => {
    for (const name of names) {
      const before = part[name] as (...args: unknown[]) => Promise<unknown>;
      const watched = async (...args: unknown[]) => {
        const answer = await before.apply(part, args);
        written.push(name);
        return answer;
      };
      Object.assign(part, { [name]: watched });
    }
  };
  watch(ports.items, ['commit', 'append']);
  watch(ports.documents, ['publish']);
  watch(ports.households, ['put', 'change']);
}

beforeAll(async () => {
  api = await createDemoApi();
  const members = [await file('1201'), await file('402')];
  const sent = { body: { title: '停电', complaints: members } };
  const { body } = await api.call<{ id: string }>('POST', '/api/incidents', sent);
  expect(body.id).toBeTruthy();
  await api.ports.assets.put(asset());
  ids = { incidents: body.id, households: 'east-lake-b1-1201', assets: 'a1', orders: await openOrder() };
  watchWrites(api);
});
/** A fresh one for each route: what one ended another cannot act on. */
beforeEach(async () => {
  ids.complaints = await file('801');
  await api.call('POST', `/api/complaints/${ids.complaints}/actions/acknowledge`, { as: 'repairer-a', body: {} });
});
async function openOrder(): Promise<string> {
  const published = { author: 'system', at: now, note: 'seed', kind: 'workflow', id: 'work-order' } as const;
  await api.ports.documents.publish('demo', { ...published, body: defaultWorkOrder }, 0);
  const wanted = { company: 'demo', site: 'east-lake', key: 'fuzz', work: 'x', assets: ['a1'], takenBy: null };
  return (await createOpenOrder(api.ports, createFactsLoader(api.ports))(wanted)).id;
}
async function file(unit: string): Promise<string> {
  const body = { ...routes.fileComplaint.example(), unit, household: null, similar: 'new' };
  return (await api.call<{ id: string }>('POST', '/api/complaints', { body })).body.id;
}

const people = ['administrator', 'site-director', 'customer-centre-clerk-a', 'repairer-a', 'auditor', 'west-manager'];
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** What a request may say: of the route's form, with parts of it of any other, or nothing like it. */
function requestsOf(id: string, route: Route) {
  const of = (schema: Route['body'], damage: number) => (schema ? inputsFor(schema, damage) : fc.constant(undefined));
  const body = route.body
    ? fc.oneof(
        { weight: 3, arbitrary: of(route.body, 0) },
        { weight: 4, arbitrary: of(route.body, 12) },
        { weight: 1, arbitrary: anything },
        { weight: 1, arbitrary: fc.constant(route.example?.(now)) },
      )
    : fc.constant(undefined);
  const params = Object.keys(route.params?.shape ?? {}).map((name) => {
    const sound = route.paramsExample?.[name] ?? (name === 'id' ? ids[route.path.split('/')[2] ?? ''] : undefined);
    const own = fc.oneof(of(route.params?.shape[name] as Route['body'], 0), anything).map(asText);
    return fc
      .oneof({ weight: 3, arbitrary: sound === undefined ? own : fc.constant(sound) }, { weight: 1, arbitrary: own })
      .map((value): [string, string] => [name, value]);
  });
  const query = of(route.query, 8).map((found) =>
    Object.fromEntries(Object.entries((found as object | undefined) ?? {}).map(([key, value]) => [key, asText(value)])),
  );
  return fc.record({
    as: fc.constantFrom(...(id === 'publishDocument' ? people.slice(1) : people)),
    params: fc.tuple(...params),
    query,
    body,
    key: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, fc.uuid(), fc.string({ maxLength: 12 })),
  });
}

describe(`anything at all, ${CASES} times over`, () => {
  test.each(all)('%s: no 5xx, no hang, nothing stored that was refused', async (id, route) => {
    await fc.assert(
      fc.asyncProperty(requestsOf(id, route), async ({ as, params, query, body, key }) => {
        const path = params.reduce((found, [name, value]) => found.replace(`{${name}}`, () => value), route.path);
        written = [];
        const sent = { as, body, query, ...(key !== undefined && { headers: { 'idempotency-key': key } }) };
        const answer: Answer<{ message?: string }> = await api.call(route.method, path, sent);
        const failure = { status: answer.status, message: answer.body?.message, logged: api.ports.lines.at(-1) };
        expect(answer.status, JSON.stringify(failure)).toBeLessThan(500);
        answered.all += 1;
        if (answer.status < 300) answered.well += 1;
        if (answer.status >= 400) expect(written, JSON.stringify(failure)).toEqual([]);
        if (route.method === 'GET') expect(written).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('is no empty promise: a fair share was taken', () => {
    expect(answered.all).toBeGreaterThanOrEqual(CASES);
    expect(answered.well / answered.all).toBeGreaterThan(0.2);
  });
});
