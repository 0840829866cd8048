import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';

const filed = ['11-23 10:00 b1-1201 您的投诉已受理', '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应'];

async function acknowledged() {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  expect(town.mails()).toEqual(filed);
  await town.advanceTo('2026-11-23', '11:00');
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  expect(town.mails()).toEqual(['11-23 11:00 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主']);
  return town;
}

it('acknowledged, then forgotten: reply and resolve clocks climb', async () => {
  const town = await acknowledged();
  await town.advanceTo('2026-12-04', '00:00');
  const overdue = '仍在等您处理，已超时 | 答复已超时（周二 18:00）';
  const late = '仍在等您处理，已超时 | 答复已超时（11月24日 周二 18:00）';
  expect(town.mails()).toEqual([
    '11-24 18:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周三 14:30 前响应',
    '11-24 18:00 repairer-a 答复已超时 | 答复已超时（周二 18:00）',
    '11-25 14:30 site-director 已升级到您：第 3 级（共 4 级） | 周四 09:30 前响应',
    '11-25 18:00 quality-manager 已升级到您：第 4 级（共 4 级） | 答复已超时（周二 18:00）',
    '11-25 18:00 general-manager 已升级到您：第 4 级（共 4 级） | 答复已超时（周二 18:00）',
    '11-25 18:00 repairer-a 处理已超时 | 处理已超时（周三 18:00）',
    ...['11-26', '11-27', '11-30'].flatMap((day) => [
      `${day} 09:00 quality-manager ${overdue}`,
      `${day} 09:00 general-manager ${overdue}`,
    ]),
    `12-01 09:00 quality-manager ${late}`,
    `12-01 09:00 general-manager ${late}`,
    '12-02 09:00 quality-manager 仍在等您处理 | 周四 09:00 前响应',
    '12-02 09:00 general-manager 仍在等您处理 | 周四 09:00 前响应',
    '12-03 09:00 quality-manager 这项投诉无人处理 | 答复已超时（11月24日 周二 18:00）',
  ]);
  expect(await town.story('raised', 'missed', 'exhausted')).toEqual([
    '11-24 18:00 missed reply of 11-24 18:00',
    '11-24 18:00 raised 0→1 missed reply',
    '11-25 14:30 raised 1→2 expired',
    '11-25 18:00 missed resolve of 11-25 18:00',
    '11-25 18:00 raised 2→3 missed resolve',
    '12-03 09:00 exhausted',
  ]);
  await town.finish();
});

it('promise kept: the resident is told twice and nobody above is', async () => {
  const town = await acknowledged();
  await town.act(town.mailTo('repairer-a'), 'promise', { 'at.other': '2026-11-24T15:00', told: '明天下午换灯' });
  expect(town.mails()).toEqual(['11-23 11:00 b1-1201 我们仍在处理']);
  expect(town.mailTo('b1-1201').text).toContain('我们将在周二 15:00 前再次回复您。');
  await town.advanceTo('2026-11-24', '14:00');
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '更换灯管', told: '灯已修好' });
  expect(town.mails()).toEqual([
    '11-24 14:00 b1-1201 已处理完成，您是否满意？',
    '11-24 14:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周五 18:00 前记录处理评价',
  ]);
  expect(town.mailTo('b1-1201').text).toContain('如在周五 18:00 前未收到您的反馈，我们将结案。');
  await town.advanceTo('2026-11-24', '16:00');
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved', score: '5' });
  expect(town.mails()).toEqual(['11-24 16:00 repairer-a 流程结束：已结案']);
  expect(await town.story('missed', 'kept', 'raised', 'told', 'ended')).toEqual([
    '11-23 10:00 told received by mail',
    '11-23 11:00 told promised by mail',
    '11-24 14:00 kept 11-24 15:00',
    '11-24 14:00 told resolved by mail',
    '11-24 16:00 ended closed',
  ]);
  await town.finish();
});

it('promise broken: escalates at once, whatever the other clocks say', async () => {
  const town = await acknowledged();
  await town.act(town.mailTo('repairer-a'), 'promise', { 'at.other': '2026-11-24T11:00', told: '明早回复' });
  await town.advanceTo('2026-11-24', '11:00');
  expect(town.mails()).toEqual([
    '11-23 11:00 b1-1201 我们仍在处理',
    '11-24 11:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 16:30 前响应',
    '11-24 11:00 repairer-a 承诺回复已超时 | 承诺回复已超时（周二 11:00）',
  ]);
  expect(town.mailTo('engineering-head').text).toContain('未按承诺在周二 11:00 前回复业主。');
  await town.act(town.mailTo('engineering-head'), 'acknowledge');
  expect(await town.item()).toMatchObject({ owner: 'engineering-head', level: 1, status: 'inProgress' });
  await town.act(town.mailTo('engineering-head'), 'resolve', { done: '更换灯管', told: '灯已修好' });
  expect(town.mails()).toEqual([
    '11-24 11:00 b1-1201 已处理完成，您是否满意？',
    '11-24 11:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周五 18:00 前记录处理评价',
  ]);
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual(['11-24 11:00 engineering-head 流程结束：已结案']);
  expect(await town.story('missed', 'kept', 'raised', 'ended')).toEqual([
    '11-24 11:00 missed promise of 11-24 11:00',
    '11-24 11:00 raised 0→1 promiseBroken reply',
    '11-24 11:00 ended closed',
  ]);
  await town.finish();
});

it('hand-over: the colleague has the acknowledge limit again, the resident’s clocks go on', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  town.mails();
  const { clocks } = await town.item();
  await town.advanceTo('2026-11-23', '14:00');
  await town.act(town.mailTo('repairer-a'), 'handOver', { to: 'repairer-b', note: '我在休假' });
  expect(town.mails()).toEqual(['11-23 14:00 repairer-b 维修工甲将此事转派给您 | 周一 18:00 前响应']);
  expect((await town.item()).clocks).toEqual(clocks);
  await town.advanceTo('2026-11-23', '17:59');
  await town.act(town.mailTo('repairer-b'), 'acknowledge');
  await town.advanceTo('2026-11-24', '09:00');
  await town.act(town.mailTo('repairer-b'), 'handOver', { to: 'repairer-a' });
  expect((await town.item()).clocks).toEqual(clocks);
  expect(town.mails()).toEqual([
    '11-23 17:59 repairer-b 已由您负责，接下来 | 周二 18:00 前答复业主',
    '11-24 09:00 repairer-a 维修工乙将此事转派给您 | 周二 14:30 前响应',
  ]);
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  await town.act(town.mailTo('repairer-a'), 'reply', { told: '正在更换' });
  expect(town.mails()).toEqual([
    '11-24 09:00 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主',
    '11-24 09:00 b1-1201 我们的答复',
  ]);
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '已修好' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual([
    '11-24 09:00 b1-1201 已处理完成，您是否满意？',
    '11-24 09:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周五 18:00 前记录处理评价',
    '11-24 09:00 repairer-a 流程结束：已结案',
  ]);
  await town.finish();
});

it('not mine: the desk dispatches again, the clocks go on', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  town.mails();
  const { clocks } = await town.item();
  await town.act(town.mailTo('repairer-a'), 'notMine', { reason: '是广告灯，不归工程部' });
  expect(town.mails()).toEqual(['11-23 10:00 customer-centre-clerk-a 有一项投诉等您处理 | 周一 15:30 前响应']);
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual(['11-23 15:30 customer-centre-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应']);
  await town.act(town.mailTo('customer-centre-head'), 'handOver', { to: 'commerce-head' });
  expect(town.mails()).toEqual(['11-23 15:30 commerce-head 客服主管将此事转派给您 | 周二 10:30 前响应']);
  expect(await town.item()).toMatchObject({ owner: 'commerce-head', step: 'accept', clocks });
  await town.act(town.mailTo('commerce-head'), 'resolve', { done: '通知商户', told: '已更换' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual([
    '11-23 15:30 b1-1201 已处理完成，您是否满意？',
    '11-23 15:30 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
    '11-23 15:30 customer-centre-head 流程结束：已结案',
    '11-23 15:30 commerce-head 流程结束：已结案',
  ]);
  await town.finish();
});
