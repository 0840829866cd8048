import { beforeEach, describe, expect, it } from 'vitest';
import type { ComplaintDetail, ComplaintSummary } from '#http/schemas/complaint';
import type { MaintenanceHome } from '#http/schemas/home';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { publishWorkOrder } from '#test/support/orders';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
interface List {
  data: ComplaintSummary[];
  next: string | null;
  errors?: Record<string, string[]>;
}
const site = 'east-lake';
const as = 'customer-centre-clerk-a';
const work = '轿厢照明闪烁，请检查。';

let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
  await publishWorkOrder(api.ports);
  await api.ports.assets.put(asset());
  await api.ports.assets.put(
    asset({ id: 'a2', number: 'DT-2', code: 'c2', building: 'b2', responsible: 'repairer-b' }),
  );
  await api.ports.assets.put(asset({ id: 'a3', number: 'B-1', code: 'c3', kind: 'pump', condition: 'retired' }));
  await api.ports.assets.put(asset({ id: 'a4', number: 'B-2', code: 'c4', kind: 'pump' }));
});

const open = (body: object, key?: string, who = as) =>
  api.call<{ id: string; number: string; errors: Record<string, string[]> }>('POST', '/api/orders', {
    as: who,
    body: { site, work, ...body },
    ...(key && { headers: { 'Idempotency-Key': key } }),
  });
const opened = async (body: object) => (await open(body)).body.id;
const list = (query: Record<string, string>, who = as) =>
  api.call<List>('GET', '/api/orders', { as: who, query: { site, ...query } });
const idsOf = async (query: Record<string, string>) => (await list(query)).body.data.map(({ id }) => id);
const show = (id: string, who = as) => api.call<ComplaintDetail>('GET', `/api/orders/${id}`, { as: who });
const act = (id: string, action: string, body: object, who: string) =>
  api.call<ComplaintDetail>('POST', `/api/orders/${id}/actions/${action}`, { as: who, body });

describe('opening a work order by hand', () => {
  it('asks whoever answers for the facility, and shows it with its clocks and what may be done', async () => {
    const { status, body } = await open({ assets: ['a1'] });
    expect([status, body.number]).toEqual([201, 'ELW-261123-001']);
    const { body: order } = await show(body.id, 'repairer-a');
    expect(order).toMatchObject({
      kind: 'workOrder',
      category: 'lift',
      owner: 'repairer-a',
      status: 'assigned',
      description: work,
      takenBy: as,
      order: { plan: null, assets: [{ id: 'a1', number: 'DT-1' }], more: 0, cause: null },
      orderDetail: { inspected: true, responsible: 'repairer-a', checklist: null, answers: {} },
      origin: null,
    });
    expect(order.actions.map(({ action }) => action)).toContain('acknowledge');
    expect((await act(body.id, 'acknowledge', {}, 'repairer-a')).body).toMatchObject({ status: 'inProgress' });
    expect((await show(body.id)).body.clocks.map(({ what }) => what)).toContain('resolve');
  });

  it('needs no facility: a kind at a place', async () => {
    const id = await opened({ kind: 'door', building: 'b1', place: '大堂' });
    expect((await show(id)).body).toMatchObject({
      category: 'door',
      building: 'b1',
      place: '大堂',
      order: { assets: [] },
    });
  });

  it('is done once for one key', async () => {
    const [one, other] = [await open({ assets: ['a1'] }, 'k1'), await open({ assets: ['a1'] }, 'k1')];
    expect(other.body).toEqual(one.body);
    expect(await idsOf({})).toEqual([one.body.id]);
  });

  it.each([
    [{ assets: ['nothing'] }, 'assets.0'],
    [{ assets: ['a3'] }, 'assets.0'],
    [{ assets: ['a1', 'a4'] }, 'assets.1'],
    [{}, 'kind'],
    [{ kind: 'spaceship' }, 'kind'],
    [{ kind: 'door', building: 'b99' }, 'building'],
    [{ kind: 'door', work: ' ' }, 'work'],
  ])('is refused for %o', async (body, field) => {
    const { status, body: answer } = await open(body);
    expect([status, Object.keys(answer.errors)]).toEqual([422, [field]]);
  });

  it('is not for staff, viewers and managers of another site', async () => {
    for (const who of ['repairer-a', 'west-manager'])
      expect((await open({ kind: 'door' }, undefined, who)).status).toBe(403);
  });
});

describe('lists of work orders', () => {
  it('are narrowed by kind, area, person and state, and never hold complaints', async () => {
    const body = { site, category: 'corridor-light', building: 'b1', unit: '1201', description: '灯不亮' };
    await api.call('POST', '/api/complaints', { body });
    const [lift, other, door] = [
      await opened({ assets: ['a1'] }),
      await opened({ assets: ['a2'] }),
      await opened({ kind: 'door', building: 'b1' }),
    ];
    expect((await idsOf({})).sort()).toEqual([lift, other, door].sort());
    expect(await idsOf({ kind: 'door' })).toEqual([door]);
    expect(await idsOf({ person: 'repairer-b' })).toEqual([other]);
    expect(await idsOf({ status: 'inProgress' })).toEqual([]);
    const areas = (await api.call<{ buildings: { id: string; area: string | null }[] }>('GET', '/api/directory')).body
      .buildings;
    const area = areas.find(({ id }) => id === 'b1')?.area ?? '';
    const inside = new Set(areas.filter((one) => one.area === area).map(({ id }) => id));
    const expected = [
      [lift, 'b1'],
      [other, 'b2'],
      [door, 'b1'],
    ]
      .filter(([, b]) => inside.has(b ?? ''))
      .map(([id]) => id);
    expect((await idsOf({ area })).sort()).toEqual(expected.sort());
    expect(await idsOf({ area: 'nowhere' })).toEqual([]);
  });

  it('follow an order from due to overdue to ended', async () => {
    const id = await opened({ assets: ['a1'] });
    const home = async () => (await api.call<MaintenanceHome>('GET', '/api/orders/numbers', { query: { site } })).body;
    expect(await idsOf({ list: 'today' })).toEqual([id]);
    expect(await idsOf({ list: 'due', from: '2026-11-24', to: '2026-11-30' })).toEqual([]);
    expect(await home()).toMatchObject({
      open: { count: 1 },
      today: { count: 1 },
      overdue: { count: 0 },
      failed: { count: 0 },
    });
    api.ports.setNow(Date.parse('2026-11-24T02:00:00Z'));
    expect(await idsOf({ list: 'overdue' })).toEqual([id]);
    expect(await home()).toMatchObject({ overdue: { count: 1 }, today: { count: 0 } });
    await act(id, 'acknowledge', {}, 'repairer-a');
    await act(id, 'complete', { done: '更换灯管' }, 'repairer-a');
    await act(id, 'approve', {}, 'engineering-head');
    expect(await idsOf({ list: 'ended' })).toEqual([id]);
    expect(await idsOf({ list: 'ended', from: '2026-11-25' })).toEqual([]);
    expect(await idsOf({})).toEqual([]);
  });

  it('are not for staff and of no foreign site; my work has the order, search finds its number', async () => {
    const id = await opened({ assets: ['a1'] });
    expect((await list({}, 'repairer-a')).status).toBe(403);
    expect((await list({}, 'west-manager')).status).toBe(403);
    const mine = await api.call<List>('GET', '/api/work', { as: 'repairer-a' });
    expect(mine.body.data.map((row) => [row.id, row.kind])).toEqual([[id, 'workOrder']]);
    const found = await api.call<{ complaints: { id: string }[] }>('GET', '/api/search', {
      query: { q: '261123 1' },
    });
    expect(found.body.complaints.map((row) => row.id)).toEqual([id]);
  });

  it('of a facility are for whoever reads the register', async () => {
    const id = await opened({ assets: ['a1'] });
    const history = (of: string, who: string) => api.call<List>('GET', `/api/assets/${of}/orders`, { as: who });
    expect((await history('a1', 'repairer-b')).body.data.map((row) => row.id)).toEqual([id]);
    expect((await history('a2', 'repairer-b')).body.data).toEqual([]);
    expect((await history('a1', 'west-manager')).status).toBe(403);
    expect((await history('nothing', as)).status).toBe(404);
  });
});

it('a complaint is no work order', async () => {
  const body = { site, category: 'corridor-light', building: 'b1', unit: '1201', description: '灯不亮' };
  const { id } = (await api.call<{ id: string }>('POST', '/api/complaints', { body })).body;
  expect((await show(id)).status).toBe(404);
  expect((await api.call<ComplaintDetail>('GET', `/api/complaints/${id}`)).body).toMatchObject({
    orderDetail: null,
    order: null,
  });
});
