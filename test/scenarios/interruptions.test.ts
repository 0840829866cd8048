import { expect, it } from 'vitest';
import { DAY } from '#domain/time';
import { at } from '#test/support/estate';
import { actionsOf } from '#test/support/page-form';
import { startTestSystem } from '#test/support/system';

async function acknowledged() {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 10:00 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主',
  ]);
  return town;
}

it('nobody at home: an attempt is recorded and a promise proposed, which the resident hears of', async () => {
  const town = await acknowledged();
  const page = await town.act(town.mailTo('repairer-a'), 'noAnswer', { note: '敲门无人应' });
  expect(page.words).toContain('请告诉业主您何时再来');
  expect(page.words).toContain('您邮件中的链接也可进入');
  expect((await town.item()).attempts).toBe(1);
  const way = /href="(http[^"]+\?do=promise)"/.exec(page.html)?.[1] ?? '';
  await town.act(way, 'promise', { 'at.other': '2026-11-23T18:30', told: '今晚六点半再上门' });
  expect(town.mails()).toEqual(['11-23 10:00 b1-1201 我们仍在处理']);
  expect(town.mailTo('b1-1201').text).toContain('今晚六点半再上门');
  await town.advanceTo('2026-11-23', '18:29');
  await town.act(town.mailTo('repairer-a'), 'reply', { told: '已查明原因，明天更换' });
  expect(town.mails()).toEqual(['11-23 18:29 b1-1201 我们的答复']);
  expect(await town.story('kept', 'missed', 'raised')).toEqual(['11-23 18:29 kept 11-23 18:30']);
  await town.expectSound();
});

it('another department brought in, paused to its cap, resumed by itself, withdrawn by the resident', async () => {
  const town = await acknowledged();
  await town.act(town.mailTo('repairer-a'), 'bringIn', { department: 'security', note: '请协助围蔽' });
  expect(town.mails()).toEqual(['11-23 10:00 security-head 维修工甲请贵部门协助 | 周二 18:00 前答复业主']);
  const acted = (await town.timeline()).filter(({ type }) => type === 'acted');
  expect(acted).toMatchObject([{ via: 'link' }, { via: 'link' }]);
  const beyond = await town.act(town.mailTo('repairer-a'), 'pause', {
    'until.other': '2026-12-30T10:00',
    reason: '等配件',
  });
  expect(beyond.status).toBe(422);
  await town.act(town.mailTo('repairer-a'), 'reply', { told: '配件周五到货' });
  await town.act(town.mailTo('repairer-a'), 'pause', { 'until.other': '2026-11-27T10:00', reason: '等配件' });
  expect(await town.item()).toMatchObject({ status: 'paused', owner: 'repairer-a' });
  expect(town.mails()).toEqual(['11-23 10:00 b1-1201 我们的答复']);
  // The resolve deadline (Wednesday) stands still meanwhile.
  await town.advanceTo('2026-11-27', '10:00');
  expect(town.mails()).toEqual(['11-27 10:00 repairer-a 仍在等您处理 | 周二 18:00 前处理完成']);
  expect(await town.item()).toMatchObject({ status: 'inProgress', pause: null });
  await town.actAs('customer-centre-clerk-a', 'withdraw', { reason: '住户自行解决' });
  expect((await town.timeline()).findLast(({ type }) => type === 'acted')).not.toHaveProperty('via');
  expect(town.mails()).toEqual([
    '11-27 10:00 b1-1201 已按您的意愿撤回',
    '11-27 10:00 security-head 流程结束：已撤回',
    '11-27 10:00 repairer-a 流程结束：已撤回',
  ]);
  await town.finish();
});

it('a link lives thirty days, then shows how it stands and does nothing', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  await town.advanceTo('2026-12-02', '09:00');
  const mail = town.mailTo('quality-manager');
  expect(await town.item()).toMatchObject({ status: 'nobodyActed' });
  town.mails();
  await town.advance(30 * DAY - 1000);
  const body = town.fill((await town.tap(mail, 'resolve')).html, 'resolve', { done: '换灯', told: '已修好' });
  await town.advance(2000);
  const before = await town.item();
  for (const page of [await town.tap(mail), await town.post(mail, body)]) {
    expect(page.status).toBe(200);
    expect(page.words).toContain('链接已过期');
    expect(actionsOf(page.html)).toEqual([]);
  }
  expect(await town.item()).toEqual(before);
  await town.expectSound();
});
