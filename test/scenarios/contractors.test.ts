import { expect, it } from 'vitest';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { actionsOf } from '#test/support/page-form';
import { startTestSystem } from '#test/support/system';
import { createOpenOrder } from '#usecases/orders/open-order';

/** The estate with one lift that a firm looks after. */
async function town(time: string) {
  const all = await startTestSystem({ start: at('2026-11-23', time) });
  const { system, filed, company } = all;
  await system.ports.assets.put(asset({ responsible: 'lift-mechanic', deputy: null }));
  const openOrder = createOpenOrder(system.ports, system.loadFacts);
  return {
    ...all,
    async open(key: string) {
      const order = { company, site: 'east-lake', key, work: '电梯异响，请检查', assets: ['a1'] };
      const { id } = await openOrder({ ...order, takenBy: 'engineering-head' });
      filed.push(id);
      await system.settle();
      return id;
    },
  };
}

it('late with a lift, the department hears; the firm accepts and completes by the mail, and is told of nothing else', async () => {
  const { open, mails, ...it } = await town('10:00');
  const first = await open('hand/1');
  expect(mails()).toEqual(['11-23 10:00 lift-mechanic 有一张工单请您接单 | 周一 10:30 前接单']);
  await it.advanceTo('2026-11-23', '10:40');
  expect(mails()).toEqual(['11-23 10:30 engineering-head 工单已升级到您：第 2 级（共 4 级） | 周一 11:00 前接单']);

  const mail = it.mailTo('lift-mechanic');
  const page = await it.tap(mail);
  expect(new Set(actionsOf(page.html))).toEqual(new Set(['acknowledge', 'notMine', 'note']));
  // Posts, not names; no way into the panel, no other page of ours, no other order.
  for (const unseen of ['工程主管', '维修工甲', 'href="/', 'ELW-261123-002']) expect(page.html).not.toContain(unseen);
  expect(page.words).toContain('工程部负责人');
  await it.act(mail, 'acknowledge');
  expect(mails()).toEqual(['11-23 10:40 lift-mechanic 工单由您负责，接下来 | 周一 18:40 前完成']);
  const work = await it.tap(it.mailTo('lift-mechanic'));
  expect(actionsOf(work.html)).toEqual(expect.arrayContaining(['complete', 'pause', 'notMine']));
  for (const ours of ['handOver', 'bringIn', 'escalate', 'askSuperior'])
    expect(actionsOf(work.html)).not.toContain(ours);
  await it.act(it.mailTo('lift-mechanic'), 'complete', { done: '已更换门机皮带' });
  expect(mails()).toEqual(['11-23 10:40 engineering-head 工作已完成，请您验收 | 周一 11:10 前验收']);
  await it.act(it.mailTo('engineering-head'), 'approve');
  expect(mails()).toEqual(['11-23 10:40 lift-mechanic 工单结束：已完成']);

  // The next one has the first in its past, which is not the firm's to read by it.
  const second = await open('hand/2');
  expect((await it.item(second)).order?.rework).toMatchObject({ of: first, times: 1 });
  expect(mails()).toHaveLength(1);
  const again = it.mailTo('lift-mechanic');
  const { html } = await it.tap(again);
  expect(html + again.text).not.toContain('ELW-261123-001');
  expect(html).not.toContain('该设备的近期工单');
  await it.act(again, 'notMine', { reason: '不在维保范围' });
  expect(mails()).toEqual(['11-23 10:40 engineering-head 有人退回了工单，请您重新派单 | 周一 11:10 前接单']);
  const left = await it.tap(again);
  expect(actionsOf(left.html)).toEqual([]);
  await it.actAs('engineering-head', 'handOver', { to: 'repairer-a', note: '内部加急处理' }, second);
  expect((await it.tap(again)).words).not.toContain('内部加急处理');
  await it.actAs('repairer-a', 'acknowledge', {}, second);
  await it.actAs('repairer-a', 'complete', { done: '紧固' }, second);
  await it.actAs('engineering-head', 'approve', {}, second);
  expect(mails().filter((line) => line.includes('lift-mechanic'))).toEqual([]);
  await it.finish();
});

it('is offered for orders only: a complaint cannot be handed to a firm', async () => {
  const it = await town('10:00');
  await it.file();
  await it.actAs('repairer-a', 'acknowledge');
  await expect(it.actAs('repairer-a', 'handOver', { to: 'lift-mechanic' })).rejects.toMatchObject({
    why: 'unknownPerson',
  });
  const page = await it.tap(it.mailTo('repairer-a'), 'handOver');
  expect(page.html).not.toContain('lift-mechanic');
});
