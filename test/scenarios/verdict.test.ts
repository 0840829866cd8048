import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { changing, startTestSystem } from '#test/support/system';

async function resolved() {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '已修好' });
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 10:00 b1-1201 已处理完成，您是否满意？',
    '11-23 10:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
  ]);
  return town;
}

it('not satisfied: reopened one level up, solved, closed', async () => {
  const town = await resolved();
  await town.advanceTo('2026-11-23', '14:00');
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'notSolved', opinion: '晚上又不亮了' });
  expect(town.mails()).toEqual([
    '11-23 14:00 b1-1201 我们已重新处理',
    '11-23 14:00 repairer-a 业主不满意，投诉已重新打开 | 周一 18:00 前响应',
    '11-23 14:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 18:00 前响应',
  ]);
  expect(town.mailTo('b1-1201').text).toContain('我们将在周二 18:00 前答复您。');
  expect(town.mailTo('engineering-head').text).toContain('业主不满意：“晚上又不亮了”');
  expect(await town.item()).toMatchObject({ status: 'assigned', level: 1, reopened: 1, owner: 'repairer-a' });
  await town.advanceTo('2026-11-23', '16:00');
  await town.act(town.mailTo('engineering-head'), 'acknowledge');
  await town.act(town.mailTo('engineering-head'), 'resolve', { done: '更换线路', told: '线路已更换' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved', score: '4' });
  expect(town.mails()).toEqual([
    '11-23 16:00 engineering-head 已由您负责，接下来 | 周二 18:00 前答复业主',
    '11-23 16:00 b1-1201 已处理完成，您是否满意？',
    '11-23 16:00 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
    '11-23 16:00 engineering-head 流程结束：已结案',
  ]);
  expect(await town.story('raised', 'missed', 'acted', 'ended')).toEqual([
    '11-23 10:00 acted repairer-a resolve',
    '11-23 14:00 acted customer-centre-clerk-a verdict',
    '11-23 14:00 raised 0→1 reopened',
    '11-23 16:00 acted engineering-head acknowledge',
    '11-23 16:00 acted engineering-head resolve',
    '11-23 16:00 acted customer-centre-clerk-a verdict',
    '11-23 16:00 ended closed',
  ]);
  await town.finish();
});

it('silence: two reminders to the desk, then closed with notice after three working days', async () => {
  const town = await resolved();
  expect(town.mailTo('b1-1201').text).toContain('如在周四 18:00 前未收到您的反馈，我们将结案。');
  await town.advanceTo('2026-11-27', '00:00');
  const reminder = '仍在等您处理 | 周四 18:00 前记录处理评价';
  expect(town.mails()).toEqual([
    `11-24 09:00 customer-centre-clerk-a ${reminder}`,
    `11-25 09:00 customer-centre-clerk-a ${reminder}`,
    '11-26 18:00 b1-1201 您的投诉已结案',
    '11-26 18:00 repairer-a 流程结束：已结案',
  ]);
  expect(await town.story('exhausted', 'ended')).toEqual(['11-26 18:00 exhausted', '11-26 18:00 ended closed']);
  await town.finish();
});

it('nobody at the desk: its superiors ask for the verdict, nothing is closed unasked', async () => {
  const away = (person: string) => ({
    person,
    from: at('2026-11-20', '00:00'),
    to: at('2026-12-20', '00:00'),
    deputy: null,
  });
  const town = await startTestSystem({
    start: at('2026-11-23', '10:00'),
    change: changing('absences', () => ({
      absences: [away('customer-centre-clerk-a'), away('customer-centre-clerk-b'), away('site-director')],
    })),
  });
  await town.file();
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '已修好' });
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 10:00 b1-1201 已处理完成，您是否满意？',
    '11-23 10:00 customer-centre-head 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
  ]);
  expect(town.mailTo('customer-centre-head').text).toContain('应处理的人员均不在岗或邮件无法送达，因此请您代为处理。');
  expect(town.mailTo('b1-1201').text).toContain('如在周四 18:00 前未收到您的反馈，我们将结案。');
  expect(await town.story('skipped', 'exhausted')).toEqual(['11-23 10:00 skipped 0 empty', '11-23 10:00 exhausted']);
  await town.act(town.mailTo('customer-centre-head'), 'verdict', { verdict: 'solved', score: '5' });
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 流程结束：已结案']);
  await town.finish();
});

it('silence although the desk could not reach the resident: still closed with notice', async () => {
  const town = await resolved();
  await town.advanceTo('2026-11-24', '10:00');
  await town.act(town.mailTo('customer-centre-clerk-a'), 'noAnswer', { note: '无人接听' });
  await town.advanceTo('2026-11-27', '00:00');
  const reminder = '仍在等您处理 | 周四 18:00 前记录处理评价';
  expect(town.mails()).toEqual([
    `11-24 09:00 customer-centre-clerk-a ${reminder}`,
    `11-25 09:00 customer-centre-clerk-a ${reminder}`,
    '11-26 18:00 b1-1201 您的投诉已结案',
    '11-26 18:00 repairer-a 流程结束：已结案',
  ]);
  await town.finish();
});
