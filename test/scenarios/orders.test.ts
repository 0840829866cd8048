import { expect, it } from 'vitest';
import type { Checklist } from '#domain/maintenance';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { changing, startTestSystem } from '#test/support/system';
import { createOpenOrder, type OrderRequest } from '#usecases/orders/open-order';
import { defaultWorkOrder } from '#workflows/default-work-order';

const point = (id: string, zh: string) =>
  ({ id, label: { 'zh-CN': zh, en: id }, photo: 'none', required: true }) as const;
const checklist: Checklist = {
  id: 'lift',
  name: { 'zh-CN': '电梯检查表', en: 'Lift' },
  sections: [
    {
      id: 'car',
      name: { 'zh-CN': '轿厢', en: 'Car' },
      items: [
        { ...point('alarm', '五方对讲'), type: 'check' },
        { ...point('lamps', '照明'), type: 'count', total: 4 },
      ],
    },
  ],
};

/** The estate with one lift, for which repairer-a answers. */
async function town(date: string, time: string, without?: string) {
  const settings = changing('maintenance', (body) => ({ ...body, checklists: [checklist] }));
  const all = await startTestSystem({
    start: at(date, time),
    change: (documents) => settings(documents).filter(({ id }) => id !== without),
  });
  const { system, filed } = all;
  await system.ports.assets.put(asset());
  const openOrder = createOpenOrder(system.ports, system.loadFacts);
  return {
    ...all,
    async open(key: string, change: Partial<OrderRequest> = {}) {
      const request = { company: all.company, site: 'east-lake', key, work: '电梯异响，请检查', assets: ['a1'] };
      const { id } = await openOrder({ ...request, takenBy: 'engineering-head', ...change });
      filed.push(id);
      await system.settle();
      return id;
    },
    /** The order that another item opened. */
    async linkedTo(of: string) {
      const [id = ''] = (await all.timeline(of)).flatMap((entry) =>
        entry.type === 'linkedOpened' ? [entry.item] : [],
      );
      filed.push(id);
      return id;
    },
  };
}

it('opened by hand, accepted, late, climbs; a point fails: a corrective order with its own ladder, then rework', async () => {
  const { open, linkedTo, mails, ...it } = await town('2026-11-23', '10:00');
  const first = await open('hand/1', { checklist: 'lift' });
  expect(mails()).toEqual(['11-23 10:00 repairer-a 有一张工单请您接单 | 周一 10:30 前接单']);
  await it.act(it.mailTo('repairer-a'), 'acknowledge');
  expect(mails()).toEqual(['11-23 10:00 repairer-a 工单由您负责，接下来 | 周一 18:00 前完成']);
  await it.advanceTo('2026-11-23', '18:45');
  expect(mails()).toEqual([
    '11-23 18:00 engineering-head 工单已升级到您：第 2 级（共 4 级） | 周一 18:30 前接单',
    '11-23 18:00 repairer-a 工单完成已超时 | 完成已超时（周一 18:00）',
    '11-23 18:30 site-director 工单已升级到您：第 3 级（共 4 级） | 周一 19:00 前接单',
    '11-23 18:30 duty-manager-a 工单已升级到您：第 3 级（共 4 级） | 周一 19:00 前接单',
  ]);

  const check = (answers: object[]) => it.actAs('repairer-a', 'check', { asset: 'a1', section: 'car', answers }, first);
  await check([{ item: 'alarm', value: 'fail', note: '无人应答' }]);
  const second = await linkedTo(first);
  expect(mails()).toEqual(['11-23 18:45 repairer-a 检查不合格，请您维修 | 周一 19:15 前接单']);
  expect(await it.item(second)).toMatchObject({
    ...{ number: 'ELW-261123-002', category: 'lift', owner: 'repairer-a' },
    origin: { item: first, number: 'ELW-261123-001', kind: 'workOrder', why: 'failedCheck', detail: '五方对讲' },
  });
  // Each climbs by itself: the first on its way up already, the second from the bottom.
  await it.advanceTo('2026-11-23', '19:20');
  expect(mails().sort()).toEqual([
    '11-23 19:15 engineering-head 工单已升级到您：第 2 级（共 4 级） | 周一 19:45 前接单',
    '11-23 19:15 general-manager 工单已升级到您：第 4 级（共 4 级） | 完成已超时（周一 18:00）',
    '11-23 19:15 quality-manager 工单已升级到您：第 4 级（共 4 级） | 完成已超时（周一 18:00）',
  ]);
  await it.act(it.mailTo('engineering-head'), 'acknowledge');
  expect(mails()).toEqual(['11-23 19:20 engineering-head 工单由您负责，接下来 | 周二 03:20 前完成']);
  await it.advanceTo('2026-11-23', '20:00');
  await it.act(it.mailTo('engineering-head'), 'complete', { done: '更换对讲主机' });
  // The head did the work: somebody else passes it.
  expect(mails()).toEqual([
    '11-23 20:00 site-director 工单已升级到您：第 2 级（共 3 级） | 周一 20:30 前验收',
    '11-23 20:00 duty-manager-a 工单已升级到您：第 2 级（共 3 级） | 周一 20:30 前验收',
  ]);
  await it.act(it.mailTo('site-director'), 'approve');
  expect(mails().sort()).toEqual([
    '11-23 20:00 duty-manager-a 工单结束：已完成',
    '11-23 20:00 engineering-head 工单结束：已完成',
    '11-23 20:00 repairer-a ELW-261123-002 已结束，请继续本工单 | 完成已超时（周一 18:00）',
  ]);

  await it.advanceTo('2026-11-23', '20:30');
  await expect(it.actAs('repairer-a', 'complete', { done: '已调整门机' }, first)).rejects.toMatchObject({
    why: 'unfinished',
  });
  await check([
    { item: 'alarm', value: 'pass' },
    { item: 'lamps', value: { count: 4, total: 4 } },
  ]);
  await it.act(it.mailTo('repairer-a'), 'complete', { done: '已调整门机' });
  expect(mails()).toEqual(['11-23 20:30 engineering-head 工作已完成，请您验收 | 周一 21:00 前验收']);
  await it.act(it.mailTo('engineering-head'), 'approve');
  expect(mails()).toEqual([
    '11-23 20:30 site-director 工单结束：已完成',
    '11-23 20:30 duty-manager-a 工单结束：已完成',
    '11-23 20:30 quality-manager 工单结束：已完成',
    '11-23 20:30 general-manager 工单结束：已完成',
    '11-23 20:30 repairer-a 工单结束：已完成',
  ]);
  const told = (await it.timeline(first))
    .map(({ type }) => type)
    .filter((type) => type !== 'sent' && type !== 'status');
  expect(told).toEqual([
    ...['filed', 'assigned', 'asked', 'acted', 'asked', 'missed', 'raised', 'asked', 'raised', 'asked', 'acted'],
    ...['opened', 'linkedOpened', 'raised', 'asked', 'linkedEnded', 'acted', 'acted', 'asked', 'acted', 'ended'],
  ]);

  await it.advanceTo('2026-11-24', '10:00');
  const third = await open('again/1');
  expect((await it.item(third)).order?.rework).toEqual({ of: first, number: 'ELW-261123-001', times: 1 });
  expect(mails()).toEqual(['11-24 10:00 repairer-a 返修：质保期内再次出现问题 | 周二 10:30 前接单']);
  await it.actAs('repairer-a', 'acknowledge', {}, third);
  await it.actAs('repairer-a', 'complete', { done: '紧固' }, third);
  await it.actAs('engineering-head', 'approve', {}, third);
  expect(mails()).toEqual([
    '11-24 10:00 repairer-a 工单由您负责，接下来 | 周二 18:00 前完成',
    '11-24 10:00 engineering-head 工作已完成，请您验收 | 周二 10:30 前验收',
    '11-24 10:00 repairer-a 工单结束：已完成',
  ]);
  const fourth = await open('again/2');
  expect((await it.item(fourth)).order?.rework).toMatchObject({ of: third, times: 2 });
  expect(mails()).toEqual([
    '11-24 10:00 repairer-a 返修：质保期内再次出现问题 | 周二 10:30 前接单',
    '11-24 10:00 engineering-head 工单已升级到您：第 2 级（共 4 级） | 周二 10:30 前接单',
  ]);
  await it.actAs('customer-centre-clerk-a', 'withdraw', { reason: '重复开单' }, fourth);
  expect(mails()).toEqual(['11-24 10:00 engineering-head 工单结束：已取消', '11-24 10:00 repairer-a 工单结束：已取消']);
  await it.finish();
});

it('out of a complaint: the complaint waits for it, and goes on when it is done', async () => {
  const { linkedTo, mails, ...it } = await town('2026-11-23', '10:00');
  const { id } = await it.file();
  await it.act(it.mailTo('repairer-a'), 'acknowledge');
  await it.act(it.mailTo('repairer-a'), 'openOrder', { work: '更换十二楼灯管' });
  await it.actAs('repairer-a', 'pause', { reason: '等工单', until: at('2026-11-24', '10:00') }, id);
  const order = await linkedTo(id);
  mails();
  expect(await it.item(order)).toMatchObject({ number: 'ELW-261123-001', unit: '1201', owner: 'repairer-a' });
  await it.actAs('repairer-a', 'acknowledge', {}, order);
  await it.advanceTo('2026-11-23', '11:00');
  await it.actAs('repairer-a', 'complete', { done: '已更换' }, order);
  expect(mails()).toEqual([
    '11-23 10:00 repairer-a 工单由您负责，接下来 | 周三 18:00 前完成',
    '11-23 11:00 repairer-a ELW-261123-001 已结束，请继续跟进 | 周二 18:00 前答复业主',
  ]);
  expect(await it.item(id)).toMatchObject({ pause: null, status: 'inProgress' });
  await it.actAs('repairer-a', 'resolve', { done: '已更换', told: '灯已修好' }, id);
  await it.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' }, id);
  expect(mails()).toEqual([
    '11-23 11:00 b1-1201 已处理完成，您是否满意？',
    '11-23 11:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
    '11-23 11:00 repairer-a 流程结束：已结案',
  ]);
  await it.finish();
});

it('what cannot be opened now holds up nothing else, and is opened when it can be', async () => {
  const { linkedTo, mails, ...it } = await town('2026-11-23', '10:00', 'work-order');
  const { id } = await it.file();
  await it.act(it.mailTo('repairer-a'), 'acknowledge');
  await it.act(it.mailTo('repairer-a'), 'openOrder', { work: '更换十二楼灯管' });
  mails();
  await it.actAs('repairer-a', 'resolve', { done: '临时照明', told: '已装临时照明' }, id);
  expect(mails()).toEqual([
    '11-23 10:00 b1-1201 已处理完成，您是否满意？',
    '11-23 10:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
  ]);
  expect(it.problems).toEqual([expect.stringContaining('A linked item could not be opened')]);
  const note = { author: 'administrator', at: it.now(), note: 'late' } as const;
  const published = { ...note, kind: 'workflow', id: 'work-order', body: defaultWorkOrder } as const;
  await it.system.ports.documents.publish(it.company, published, 0);
  await it.advanceTo('2026-11-23', '10:20');
  expect(mails()).toEqual([expect.stringMatching(/^11-23 10:\d\d repairer-a 收到报修，请您处理/)]);
  const order = await linkedTo(id);
  expect(await it.item(order)).toMatchObject({ origin: { item: id, why: 'complaint' } });
});
