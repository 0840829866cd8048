import { beforeEach, expect, it } from 'vitest';
import { type RateName, rateNames } from '#domain/order-rates';
import type { RatesView } from '#http/schemas/rates';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { publishWorkOrder } from '#test/support/orders';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createCountRates } from '#usecases/orders/count-rates';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
const site = 'east-lake';
let api: Api;
let count: ReturnType<typeof createCountRates>;

beforeEach(async () => {
  api = await createDemoApi();
  await publishWorkOrder(api.ports);
  count = createCountRates({ ...api.ports, loadDirectory: createDirectoryLoader(api.ports) });
  await api.ports.assets.put(asset());
});

const post = async <T = { id: string }>(path: string, as: string, body: object) =>
  (await api.call<T>('POST', path, { as, body })).body;
const open = async (body: object) =>
  (await post('/api/orders', 'customer-centre-clerk-a', { site, work: '检查', ...body })).id;
const act = (id: string, action: string, body: object, as = 'repairer-a') =>
  post(`/api/orders/${id}/actions/${action}`, as, body);
/** "1/2" of those rates that anything was counted for. */
const figures = async (query: Record<string, string> = {}) => {
  const { body } = await api.call<RatesView>('GET', '/api/orders/rates', {
    as: 'administrator',
    query: { site, ...query },
  });
  const shown = (rate: RateName) => `${body.rates[rate].hit}/${body.rates[rate].of}`;
  return Object.fromEntries(rateNames.filter((rate) => body.rates[rate].of > 0).map((rate) => [rate, shown(rate)]));
};
const counted = (id: string) => count('demo', { type: 'item', id });

it('counts an order from opening to closing, however often it is told', async () => {
  const id = await open({ assets: ['a1'] });
  await counted(id);
  expect(await figures()).toEqual({ rework: '0/1' });
  await act(id, 'acknowledge', {});
  await act(id, 'complete', { done: '已更换' });
  await Promise.all([counted(id), counted(id), counted(id)]);
  expect(await figures()).toEqual({ rework: '0/1', timeliness: '1/1' });
  await act(id, 'decline', { reason: '仍有异响' }, 'engineering-head');
  await counted(id);
  expect(await figures()).toEqual({ rework: '0/1' });
  await act(id, 'complete', { done: '重新调整' });
  await act(id, 'approve', {}, 'engineering-head');
  await counted(id);
  expect(await figures()).toEqual({ rework: '0/1', timeliness: '1/1', pass: '0/1' });
  expect(await figures({ person: 'repairer-a', kind: 'lift' })).toEqual({
    rework: '0/1',
    timeliness: '1/1',
    pass: '0/1',
  });
  expect(await figures({ person: 'repairer-b' })).toEqual({});
});

it('a repair that comes back is rework', async () => {
  const id = await open({ assets: ['a1'] });
  await act(id, 'acknowledge', {});
  await act(id, 'complete', { done: '已更换' });
  await act(id, 'approve', {}, 'engineering-head');
  api.ports.setNow(api.ports.clock.now() + 24 * 3_600_000);
  const again = await open({ assets: ['a1'] });
  await counted(id);
  await counted(again);
  expect((await figures()).rework).toBe('1/2');
  const behind = await api.call<{ data: { id: string }[] }>('GET', '/api/orders/rates/rework', {
    as: 'administrator',
    query: { site },
  });
  expect(behind.body.data.map((row) => row.id)).toEqual([again]);
});

it('counts how facilities stand, and takes back those that are retired', async () => {
  const told = () => count('demo', { type: 'asset', id: 'a1' });
  await told();
  expect(await figures()).toEqual({ condition: '1/1' });
  await api.ports.assets.put(asset({ version: 2, condition: 'outOfOrder' }));
  await told();
  await told();
  expect(await figures()).toEqual({ condition: '0/1' });
  await api.ports.assets.put(asset({ version: 3, condition: 'retired' }));
  await told();
  expect(await figures()).toEqual({});
});

it('counts nothing of a complaint, nor of what is not there', async () => {
  const body = { site, category: 'corridor-light', building: 'b1', unit: '1201', description: '灯不亮' };
  const { id } = await post('/api/complaints', 'customer-centre-clerk-a', body);
  await counted(id);
  await counted('nothing');
  await count('demo', { type: 'asset', id: 'nothing' });
  expect(await figures()).toEqual({});
});
