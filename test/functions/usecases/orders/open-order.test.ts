import { describe, expect, test } from 'vitest';
import { DAY } from '#domain/time';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenLinked } from '#usecases/open-linked';
import { createOpenOrder, type OrderRequest } from '#usecases/orders/open-order';
import { defaultWorkOrder } from '#workflows/default-work-order';

/** The demo estate with two lifts and a pump, Monday morning. */
async function estate() {
  const { ports, call } = await createDemoApi();
  const published = { author: 'system', at: ports.clock.now(), note: 'seed' } as const;
  await ports.documents.publish(
    'demo',
    { ...published, kind: 'workflow', id: 'work-order', body: defaultWorkOrder },
    0,
  );
  await ports.assets.put(asset());
  await ports.assets.put(asset({ id: 'a2', number: 'DT-2', building: 'b2', name: '2 号电梯', code: 'code-a2' }));
  await ports.assets.put(asset({ id: 'p1', number: 'SB-1', kind: 'pump', building: null, code: 'code-p1' }));
  await ports.assets.put(asset({ id: 'w1', number: 'DT-9', site: 'west-hill', code: 'code-w1' }));
  const openOrder = createOpenOrder(ports, createFactsLoader(ports));
  const open = (key: string, change: Partial<OrderRequest> = {}) =>
    openOrder({ company: 'demo', site: 'east-lake', key, work: '更换皮带', assets: ['a1'], takenBy: null, ...change });
  const item = async (id: string) => {
    const found = await ports.items.get('demo', id);
    if (!found?.order) throw new Error(`no order ${id}`);
    return { ...found, order: found.order };
  };
  /** Opened, and closed so many days before now. */
  const repaired = async (key: string, days: number, change: Partial<OrderRequest> = {}) => {
    const { id } = await open(key, change);
    const before = await item(id);
    ports.items.put({ ...before, status: 'closed', endedAt: ports.clock.now() - days * DAY });
    return id;
  };
  return { ports, call, open, openOrder, item, repaired };
}

const name = { 'zh-CN': '月检', en: 'Monthly' };

describe('opening an order', () => {
  test('of one facility: where it is, who answers for it, a number of its own, its workflow begun', async () => {
    const { ports, open, item } = await estate();
    const { id, number, opened } = await open('hand/1', { takenBy: 'engineering-head' });
    expect({ number, opened }).toEqual({ number: 'ELW-261123-001', opened: true });
    const found = await item(id);
    expect(found).toMatchObject({
      ...{ kind: 'workOrder', category: 'lift', building: 'b1', place: '1 号电梯厅', owner: 'repairer-a', version: 1 },
      workflow: { id: 'work-order', version: 1 },
      order: {
        assets: [{ id: 'a1', number: 'DT-1', name: '1 号电梯', place: '1 号电梯厅' }],
        ...{ responsible: 'repairer-a', deputy: 'repairer-b', checklist: null, plan: null, rework: null },
      },
    });
    expect(ports.items.effects.map((effect) => effect.type)).toEqual(['start', 'mail']);
    const { rows } = await ports.items.timeline('demo', id, {});
    expect(rows[0]).toMatchObject({ type: 'filed', kind: 'workOrder', by: 'engineering-head' });
  });

  test('the same key opens once, in turn and at once', async () => {
    const { ports, open } = await estate();
    const answers = await Promise.all(['1', '2', '3'].map(() => open('plan/x')));
    answers.push(await open('plan/x'));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ opened }) => opened)).toHaveLength(1);
    expect((await ports.items.bySite('demo', 'east-lake', { kind: 'workOrder' }, {})).rows).toHaveLength(1);
    expect((await ports.items.bySite('demo', 'east-lake', {}, {})).rows).toEqual([]);
  });

  test('planned: with the checklist of its kind unless the plan names one', async () => {
    const { open, item } = await estate();
    const plan = { id: 'p', occurrence: '2026-11-24', name, date: '2026-11-24', until: 2e12 };
    expect((await item((await open('a', { plan })).id)).order).toMatchObject({ checklist: 'lift', plan });
    expect((await item((await open('b', { plan, checklist: 'pump' })).id)).order.checklist).toBe('pump');
    expect((await item((await open('c', { plan, checklist: null })).id)).order.checklist).toBeNull();
  });

  test('for a round: facilities of the site that are there, in one building or none', async () => {
    const { open, item } = await estate();
    const one = await item((await open('a', { assets: ['a1', 'gone', 'w1', 'a2'], per: 'round' })).id);
    expect(one).toMatchObject({ building: null, place: null, order: { per: 'round' } });
    expect(one.order.assets.map(({ id }) => id)).toEqual(['a1', 'a2']);
  });

  test('with more points than one order takes is refused to people; planned work is opened without them', async () => {
    const { ports, open, item } = await estate();
    const ids = Array.from({ length: 101 }, (_, n) => `l${n}`);
    for (const id of ids) await ports.assets.put(asset({ id, number: id, code: `code-${id}` }));
    const many = { assets: ids, per: 'round', checklist: 'lift' } as const;
    await expect(open('hand', many)).rejects.toMatchObject({
      issues: [{ path: ['checklist'], message: 'too_many_points' }],
    });
    expect((await item((await open('few', { ...many, assets: ids.slice(0, 50) })).id)).order.checklist).toBe('lift');
    const plan = { id: 'p', occurrence: '2026-11-24', name, date: '2026-11-24', until: 2e12 };
    expect((await item((await open('planned', { ...many, plan })).id)).order.checklist).toBeNull();
    expect(ports.lines.at(-1)).toMatchObject({ level: 'error', data: { plan: 'p' } });
  });

  test('of no kind at all is refused, and so is one without settings or workflow', async () => {
    const { open, openOrder } = await estate();
    await expect(open('a', { assets: [] })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(open('b', { site: 'nowhere' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(
      openOrder({
        company: 'demo',
        site: 'east-lake',
        key: 'c',
        work: 'x',
        assets: ['a1'],
        takenBy: null,
        workflow: 'none',
      }),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a repair that comes back', () => {
  test('within the warranty of its kind is rework, and counted', async () => {
    const { open, item, repaired } = await estate();
    const first = await repaired('a', 89);
    const second = await repaired('b', 10);
    expect((await item(second)).order.rework).toMatchObject({ of: first, times: 1 });
    expect((await item((await open('c')).id)).order.rework).toMatchObject({ of: second, times: 2 });
    expect((await item((await open('d', { assets: ['a2'] })).id)).order.rework).toBeNull();
  });

  test.each([
    ['past the warranty', 91, {}],
    ['planned work', 1, { plan: { id: 'p', occurrence: '2026-11-20', name, date: '2026-11-20', until: 2e12 } }],
  ])('not after %s', async (_, days, change) => {
    const { open, item, repaired } = await estate();
    await repaired('a', days, change);
    expect((await item((await open('b')).id)).order.rework).toBeNull();
  });

  test('without a facility: of the same unit and category', async () => {
    const { open, item, repaired } = await estate();
    const unit = { assets: [], kind: 'lighting', building: 'b1', unit: '1201' };
    const first = await repaired('a', 5, unit);
    expect((await item((await open('b', unit)).id)).order.rework).toMatchObject({ of: first });
    expect((await item((await open('c', { ...unit, unit: '1202' })).id)).order.rework).toBeNull();
    expect((await item((await open('d', { ...unit, kind: 'door' })).id)).order.rework).toBeNull();
  });
});

describe('what an item wants opened', () => {
  const filed = { site: 'east-lake', category: 'corridor-light', building: 'b1', unit: '1201', description: '灯不亮' };
  async function complaint() {
    const all = await estate();
    const { body } = await all.call<{ id: string }>('POST', '/api/complaints', {
      body: { ...filed, channel: 'phone' },
    });
    const origin = await all.ports.items.get('demo', body.id);
    if (!origin) throw new Error('not filed');
    const openLinked = createOpenLinked(all.openOrder, async () => null);
    const linked = async (...given: Parameters<typeof openLinked>) => {
      const found = await openLinked(...given);
      if (!found) throw new Error('nothing opened');
      return found;
    };
    return { ...all, origin, openLinked, linked };
  }
  const what = { why: 'complaint', by: 'repairer-a', asset: null, work: '更换灯管', detail: null } as const;
  const effect = (id: string, change: object = {}) =>
    ({ type: 'open', id, kind: 'workOrder', step: 'handle', cause: 3, what: { ...what, ...change } }) as const;

  test('without a facility is where the complaint is, as urgent, and its owner’s', async () => {
    const { origin, linked, item } = await complaint();
    const { item: id } = await linked(origin, effect('c/7'));
    expect(await linked(origin, effect('c/7'))).toMatchObject({ item: id });
    expect(await item(id)).toMatchObject({
      ...{ category: 'corridor-light', department: origin.department, severity: origin.severity },
      ...{ building: 'b1', unit: '1201', owner: origin.owner },
      limits: { acknowledge: origin.limits.acknowledge, resolve: origin.limits.resolve },
      intake: { description: '更换灯管', takenBy: 'repairer-a' },
      origin: { item: origin.id, number: origin.number, kind: 'complaint', why: 'complaint', detail: null },
    });
  });

  test('for a facility is that one’s', async () => {
    const { origin, linked, item } = await complaint();
    const { item: id } = await linked(origin, effect('c/8', { asset: 'p1' }));
    expect(await item(id)).toMatchObject({
      category: 'pump',
      building: null,
      unit: null,
      order: { responsible: 'repairer-a' },
    });
    const { item: gone } = await linked(origin, effect('c/9', { asset: 'gone' }));
    expect(await item(gone)).toMatchObject({ category: 'corridor-light', order: { assets: [] } });
  });

  test('by a step of its workflow is about the same', async () => {
    const { origin, linked, openLinked, item } = await complaint();
    const { what: _, ...step } = effect('c/10');
    const { item: id } = await linked(origin, step);
    expect(await item(id)).toMatchObject({ intake: { description: '灯不亮', takenBy: null }, origin: { why: 'rule' } });
    expect(await openLinked(origin, { ...step, kind: 'complaint' })).toBeNull();
  });
});
