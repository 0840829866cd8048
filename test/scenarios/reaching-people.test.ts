import { expect, it } from 'vitest';
import type { Absences } from '#domain/organisation';
import type { Instant } from '#domain/time';
import { at } from '#test/support/estate';
import { changing, startTestSystem, unreachable } from '#test/support/system';

const start = at('2026-11-23', '10:00');
const received = '11-23 10:00 b1-1201 您的投诉已受理';
const away = (person: string, deputy: string | null, to: Instant = at('2026-11-28', '00:00')) =>
  ({ person, from: at('2026-11-20', '00:00'), to, deputy }) as Absences['absences'][number];
const absent = (...absences: Absences['absences']) => changing('absences', () => ({ absences }));

it('absent: the deputy is asked, and the deputy’s deputy, and the timeline says for whom', async () => {
  const town = await startTestSystem({
    start,
    change: absent(
      away('repairer-a', 'gardener'),
      away('engineering-head', 'security-head'),
      away('security-head', 'environment-head', at('2026-11-23', '16:00')),
    ),
  });
  // The first handler who is there comes before the deputy of one who is not.
  await town.file();
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual([
    received,
    '11-23 10:00 repairer-b 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 15:30 environment-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应',
  ]);
  expect(await town.story('substituted')).toEqual(['11-23 15:30 substituted engineering-head by environment-head']);
  await town.act(town.mailTo('environment-head'), 'acknowledge');
  expect(await town.item()).toMatchObject({ owner: 'environment-head' });
  await town.act(town.mailTo('environment-head'), 'resolve', { done: '换灯', told: '已修好' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual([
    '11-23 15:30 environment-head 已由您负责，接下来 | 周二 18:00 前答复业主',
    '11-23 15:30 b1-1201 已处理完成，您是否满意？',
    '11-23 15:30 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
    '11-23 15:30 environment-head 流程结束：已结案',
  ]);
  await town.finish();
});

it('all handlers absent: a deputy takes it; nobody at all: the head owns it', async () => {
  const town = await startTestSystem({
    start,
    change: absent(away('repairer-a', 'gardener'), away('repairer-b', null), away('security-officer', null)),
  });
  await town.file();
  expect(town.mails()).toEqual([received, '11-23 10:00 gardener 有一项投诉等您处理 | 周一 15:30 前响应']);
  expect(town.mailTo('gardener').text).toContain('您是维修工甲的代理人。');
  await town.file({ category: 'parking' });
  expect(town.mails()).toEqual([received, '11-23 10:00 security-head 有一项投诉等您处理 | 周一 15:30 前响应']);
  await town.expectSound();
});

it('empty level: skipped at once', async () => {
  const town = await startTestSystem({ start, change: absent(away('engineering-head', null)) });
  await town.file();
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual([
    received,
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 15:30 site-director 已升级到您：第 3 级（共 4 级） | 周二 10:30 前响应',
  ]);
  expect(await town.story('skipped', 'raised')).toEqual([
    '11-23 15:30 raised 0→1 expired',
    '11-23 15:30 skipped 1 empty',
  ]);
  await town.expectSound();
});

it('undeliverable staff addresses: the next level at once, not at its deadline', async () => {
  const town = await startTestSystem({ start, change: unreachable('repairer-a', 'engineering-head') });
  await town.file();
  expect(town.mails()).toEqual([
    received,
    '11-23 10:00 site-director 已升级到您：第 3 级（共 4 级） | 周一 15:30 前响应',
  ]);
  expect(town.inbox.refused).toEqual(['repairer-a@undeliverable.invalid', 'engineering-head@undeliverable.invalid']);
  expect(town.mailTo('site-director').text).toContain('发给工程主管的邮件无法送达。');
  expect(await town.story('bounced', 'skipped', 'raised')).toEqual([
    '11-23 10:00 skipped 0 unreachable',
    '11-23 10:00 raised 0→1 undeliverable',
    '11-23 10:00 skipped 1 unreachable',
    '11-23 10:00 raised 1→2 undeliverable',
    '11-23 10:00 bounced repairer-a',
    '11-23 10:00 bounced engineering-head',
  ]);
  expect(await town.timeline()).toContainEqual(
    expect.objectContaining({ type: 'bounced', to: 'repairer-a', why: expect.stringMatching(/^550 5\.1\.1 /) }),
  );
  // Known not to be reached: nothing is even tried for the next complaint.
  await town.file({ unit: '201', household: 'east-lake-b1-201' });
  expect(town.inbox.refused).toHaveLength(2);
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-201 您的投诉已受理',
    '11-23 10:00 site-director 已升级到您：第 3 级（共 4 级） | 周一 15:30 前响应',
  ]);
  await town.expectSound();
});

it('one of two at a level cannot be reached: the other is asked, nothing is skipped', async () => {
  const town = await startTestSystem({ start, change: unreachable('quality-manager') });
  await town.file();
  await town.advanceTo('2026-11-24', '17:00');
  expect(town.mails().slice(-2)).toEqual([
    '11-24 10:30 site-director 已升级到您：第 3 级（共 4 级） | 周二 16:00 前响应',
    '11-24 16:00 general-manager 已升级到您：第 4 级（共 4 级） | 周二 18:00 前答复业主',
  ]);
  expect(await town.story('skipped')).toEqual([]);
  await town.expectSound();
});

it('undeliverable resident: the desk calls instead', async () => {
  const town = await startTestSystem({ start });
  await town.file({ reporter: { email: 'b1-1201@undeliverable.invalid' } });
  expect(town.mails()).toEqual([
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 10:00 customer-centre-clerk-a 请致电业主 | 周一 15:30 前致电',
  ]);
  await town.act(town.mailTo('customer-centre-clerk-a'), 'called', { reached: 'yes' });
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主']);
  expect((await town.item()).calls).toMatchObject([{ doneAt: start, overdue: false }]);
  await town.advanceTo('2026-11-24', '17:59');
  expect(town.mails()).toEqual([]);
  await town.expectSound();
});

it('resident without e-mail: calls with a limit, a late one is told to the head', async () => {
  const town = await startTestSystem({ start });
  await town.file({ unit: '401', household: 'east-lake-b1-401' });
  expect(town.mails()).toEqual([
    '11-23 10:00 customer-centre-clerk-a 请致电业主 | 周一 15:30 前致电',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
  ]);
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  await town.act(town.mailTo('customer-centre-clerk-a'), 'called', { reached: 'no', note: '占线' });
  town.mails();
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual(['11-23 15:30 customer-centre-head 尚未致电业主 | 周二 18:00 前答复业主']);
  await town.act(town.mailTo('customer-centre-head'), 'called', { reached: 'yes' });
  await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '灯已修好' });
  expect(town.mails()).toEqual([
    '11-23 15:30 customer-centre-clerk-a 请致电业主 | 周二 10:30 前致电',
    '11-23 15:30 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
  ]);
  const call = town.inbox.received.at(-2);
  expect(call?.text).toContain('灯已修好');
  await town.act(call ?? '', 'called', { reached: 'yes' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved' });
  expect(town.mails()).toEqual(['11-23 15:30 repairer-a 流程结束：已结案']);
  expect((await town.item()).attempts).toBe(1);
  await town.finish();
});
