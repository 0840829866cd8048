import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import type { History } from '#domain/backtest/history';
import { relive } from '#domain/backtest/relive';
import { MINUTE } from '#domain/time';
import { packed } from '#http/packed';
import type { HistoryPage } from '#http/schemas/history';
import { createDemoApi } from '#test/support/demo-api';
import { facts } from '#test/support/estate';
import { decided } from '#test/support/same-line';
import { defaultComplaint } from '#workflows/default-complaint';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
let api: Api;
let id: string;
const headers = { 'accept-language': 'en' };
const file = async (unit: string) => {
  const body = {
    site: 'east-lake',
    category: 'corridor-light',
    building: 'b1',
    unit,
    description: '灯',
    channel: 'phone',
  };
  return (await api.call<{ id: string }>('POST', '/api/complaints', { body })).body.id;
};
const read = (query: Record<string, string> = {}, as = 'site-director') =>
  api.call<HistoryPage & { message: string; errors?: Record<string, string[]> }>('GET', '/api/histories', {
    as,
    headers,
    query: { site: 'east-lake', from: '2026-11-01', ...query },
  });
const full = (page: HistoryPage): History[] => page.data.flatMap((row) => ('unchanged' in row ? [] : [row]));

beforeEach(async () => {
  api = await createDemoApi();
  id = await file('1201');
  api.ports.setNow(api.ports.clock.now() + 5 * MINUTE);
  const { status } = await api.call('POST', `/api/complaints/${id}/actions/acknowledge`, {
    as: 'repairer-a',
    body: { note: '马上来' },
  });
  expect(status).toBe(200);
});

test('a past as it was filed and acted on, without who it was and what was said', async () => {
  const { status, body } = await read();
  expect(status).toBe(200);
  expect(body.data).toHaveLength(1);
  const [past] = full(body);
  expect(past).toMatchObject({
    id,
    workflow: { id: 'complaint', version: 1 },
    filed: { category: 'corridor-light', department: 'engineering', building: 'b1', fields: { verified: true } },
    stands: { status: 'inProgress', level: 0 },
    events: [{ type: 'acted', by: 'repairer-a', action: 'acknowledge', input: {} }],
  });
  expect(JSON.stringify(body)).not.toMatch(/灯|马上来|业主|139|resident\.example/);
  if (!past) throw new Error('one past');
  // Whoever reads it can live it again: the line is the stored one.
  const { rows } = await api.ports.items.timeline('demo', id, { limit: 100 });
  expect(decided(relive(past, defaultComplaint, facts, api.ports.clock.now()).entries)).toEqual(decided(rows));
});

test('what has not changed since the last reading comes as its id alone', async () => {
  const { readAt } = (await read()).body;
  api.ports.setNow(api.ports.clock.now() + 60 * MINUTE);
  const other = await file('802');
  const { body } = await read({ since: readAt });
  // Within the margin a commit may still have been on its way.
  expect(full(body).map((one) => one.id)).toEqual([other, id]);
  const later = (await read({ since: body.readAt })).body;
  expect(full(later).map((one) => one.id)).toEqual([other]);
  expect(later.data).toContainEqual({ id, unchanged: true });
});

test('pages follow one another, within the dates asked for', async () => {
  const other = await file('802');
  const first = (await read({ limit: '1' })).body;
  expect(full(first).map((one) => one.id)).toEqual([other]);
  const second = (await read({ limit: '1', cursor: first.next ?? '' })).body;
  expect(full(second).map((one) => one.id)).toEqual([id]);
  expect(second.next).toBeNull();
  expect((await read({ from: '2026-11-24' })).body.data).toEqual([]);
  expect((await read({ to: '2026-11-22' })).body.data).toEqual([]);
  const wrong = await read({ from: '2026-11-24', to: '2026-11-22' });
  expect(wrong.status).toBe(422);
  expect(Object.keys(wrong.body.errors ?? {})).toEqual(['to']);
  expect((await read({ since: 'yesterday' })).status).toBe(422);
});

test('managers of the site and admins read them, nobody else', async () => {
  expect((await read({}, 'administrator')).status).toBe(200);
  for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a', 'west-manager'])
    expect((await read({}, as)).status).toBe(403);
  expect((await read({ site: 'west-hill' })).status).toBe(403);
  expect((await read({ site: 'nowhere' }, 'administrator')).status).toBe(404);
});

test('a large answer is compressed for those who take it, a small one or another reader gets it as it is', () => {
  const large = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: 'x'.repeat(20_000) };
  const small = packed(large, 'gzip, br');
  expect(small).toMatchObject({ isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } });
  expect(gunzipSync(Buffer.from(small.body ?? '', 'base64')).toString()).toBe(large.body);
  expect(packed(large, undefined)).toBe(large);
  expect(packed(large, 'identity')).toBe(large);
  const short = { ...large, body: 'x' };
  expect(packed(short, 'gzip')).toBe(short);
});
