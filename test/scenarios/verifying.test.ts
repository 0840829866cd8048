import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';

const filed = [
  '11-23 10:00 b1-1201 您的投诉已受理',
  '11-23 10:00 customer-centre-clerk-a 请核实这项投诉 | 周一 15:30 前核实',
];

async function unverified() {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file({ verified: false });
  expect(town.mails()).toEqual(filed);
  return town;
}

it('invalid: closed on the spot, the resident hears the reason', async () => {
  const town = await unverified();
  await town.act(town.mailTo('customer-centre-clerk-a'), 'reject', {
    reason: '楼道灯由业委会管理',
    told: '此处照明由业主委员会管理，请联系业委会。',
  });
  expect(town.mails()).toEqual(['11-23 10:00 b1-1201 我们已核实您的投诉']);
  expect(town.mailTo('b1-1201').text).toContain('此处照明由业主委员会管理，请联系业委会。');
  expect(await town.item()).toMatchObject({ status: 'invalid', endedAt: town.now() });
  expect(await town.story('acted', 'told', 'ended')).toEqual([
    '11-23 10:00 told received by mail',
    '11-23 10:00 acted customer-centre-clerk-a reject',
    '11-23 10:00 told invalid by mail',
    '11-23 10:00 ended invalid',
  ]);
  await town.finish();
});

it('cannot be judged: the superior is asked, decides, and it is assigned', async () => {
  const town = await unverified();
  await town.act(town.mailTo('customer-centre-clerk-a'), 'askSuperior', { question: '属于保修范围吗？' });
  expect(town.mails()).toEqual(['11-23 10:00 customer-centre-head 客服专员甲请您决定 | 周一 15:30 前核实']);
  expect(town.mailTo('customer-centre-head').text).toContain('客服专员甲请示：“属于保修范围吗？”');
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual(['11-23 15:30 site-director 已升级到您：第 3 级（共 4 级） | 周二 10:30 前核实']);
  await town.act(town.mailTo('customer-centre-head'), 'accept');
  expect(town.mails()).toEqual(['11-23 15:30 repairer-a 有一项投诉等您处理 | 周二 10:30 前响应']);
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '已修好' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual([
    '11-23 15:30 b1-1201 已处理完成，您是否满意？',
    '11-23 15:30 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
    '11-23 15:30 customer-centre-head 流程结束：已结案',
    '11-23 15:30 site-director 流程结束：已结案',
    '11-23 15:30 repairer-a 流程结束：已结案',
  ]);
  await town.finish();
});

it('major: department head and site director at once, beside the handling', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '22:10') });
  await town.file({ category: 'lift-trapped', description: '电梯困人' });
  expect(town.mails()).toEqual([
    '11-23 22:10 b1-1201 您的投诉已受理',
    '11-23 22:10 engineering-head 重大投诉，即时报告 | 周一 22:25 前答复业主',
    '11-23 22:10 site-director 重大投诉，即时报告 | 周一 22:25 前答复业主',
    '11-23 22:10 repairer-a 有一项投诉等您处理 | 周一 22:15 前响应',
  ]);
  expect(town.mailTo('site-director').subject).toContain('重大投诉');
  expect(town.mailTo('site-director').text).toContain('重大投诉须即时向您报告，处理同时进行。');
  await town.advanceTo('2026-11-23', '22:21');
  expect(town.mails()).toEqual([
    '11-23 22:15 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 22:20 前响应',
    // Out of hours the duty manager stands beside the site director.
    '11-23 22:20 site-director 已升级到您：第 3 级（共 4 级） | 周一 22:25 前响应',
    '11-23 22:20 duty-manager-a 已升级到您：第 3 级（共 4 级） | 周一 22:25 前响应',
  ]);
  await town.act(town.mailTo('duty-manager-a'), 'resolve', { done: '已解救', told: '人员已安全' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual([
    '11-23 22:21 b1-1201 已处理完成，您是否满意？',
    '11-23 22:21 customer-centre-clerk-a 请回访业主，记录处理评价 | 周五 18:00 前记录处理评价',
    '11-23 22:21 engineering-head 流程结束：已结案',
    '11-23 22:21 site-director 流程结束：已结案',
    '11-23 22:21 duty-manager-a 流程结束：已结案',
    '11-23 22:21 repairer-a 流程结束：已结案',
  ]);
  await town.finish();
});
