import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { MINUTE } from '#domain/time';
import { defaultTableNames } from '#local/database/create-table';
import { localClient } from '#test/support/engine';
import { at } from '#test/support/estate';
import { startTestSystem, type TestSystem } from '#test/support/system';
import { MOST_TURNS } from '#usecases/advance-item';

const start = at('2026-11-23', '10:00');
/** As time really passes: the sweeper comes every five minutes. */
async function pass(town: TestSystem, minutes: number) {
  for (let gone = 0; gone < minutes; gone += 5) await town.advance(5 * MINUTE);
}

it('mail server down for an hour: everything arrives later, in order, and nothing twice', async () => {
  const town = await startTestSystem({ start });
  town.inbox.trouble = () => true;
  await town.file();
  await pass(town, 30);
  await town.actAs('repairer-a', 'acknowledge');
  await pass(town, 30);
  expect(town.mails()).toEqual([]);
  town.inbox.trouble = () => false;
  await pass(town, 60);
  expect(town.mails()).toEqual([
    '11-23 11:05 b1-1201 您的投诉已受理',
    '11-23 11:05 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 11:05 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主',
  ]);
  const ids = town.inbox.received.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await town.story('bounced', 'skipped', 'raised')).toEqual([]);
  await town.expectSound();
});

it('one mailbox that does not answer holds up nobody else', async () => {
  const town = await startTestSystem({ start });
  town.inbox.trouble = (address) => address.startsWith('repairer-a@');
  await town.file();
  expect(town.mails()).toEqual(['11-23 10:00 b1-1201 您的投诉已受理']);
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual(['11-23 15:30 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应']);
  await town.act(town.mailTo('engineering-head'), 'acknowledge');
  expect(town.mails()).toEqual(['11-23 15:30 engineering-head 已由您负责，接下来 | 周二 18:00 前答复业主']);
  await town.expectLinksInert();
});

it('a mailbox that never answers counts as not reached in the end', async () => {
  const town = await startTestSystem({ start });
  town.inbox.trouble = (address) => address.startsWith('cleaning-lead@');
  // A working day to acknowledge: the tries run out before that.
  await town.file({ category: 'greening-pests' });
  await pass(town, 5 * 60);
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 14:25 environment-head 已升级到您：第 2 级（共 4 级） | 周二 18:00 前响应',
  ]);
  expect(await town.story('bounced', 'skipped', 'raised')).toEqual([
    '11-23 14:25 skipped 0 unreachable',
    '11-23 14:25 raised 0→1 undeliverable',
    '11-23 14:25 bounced cleaning-lead',
  ]);
  await town.expectSound();
});

it('a lost execution is found by the sweeper and started again; nothing is sent twice', async () => {
  const town = await startTestSystem({ start });
  const { id } = await town.file();
  expect(town.mails()).toHaveLength(2);
  await loseExecution(town, `${id}-1`);

  await town.advanceTo('2026-11-23', '15:32');
  expect(town.mails()).toEqual([]);
  await town.advanceTo('2026-11-23', '15:35');
  expect(town.mails()).toEqual(['11-23 15:35 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 10:35 前响应']);
  expect(await town.item()).toMatchObject({ epoch: 2 });
  expect(await town.story('restarted')).toEqual(['11-23 15:35 restarted']);
  await town.expectTimersRight();

  await town.advanceTo('2026-11-24', '10:35');
  expect(town.mails()).toEqual(['11-24 10:35 site-director 已升级到您：第 3 级（共 4 级） | 周二 16:05 前响应']);
  await town.act(town.mailTo('site-director'), 'resolve', { done: '换灯', told: '已修好' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  town.mails();
  await town.finish({ problems: 1 });
  expect(town.problems).toEqual([expect.stringContaining('The sweeper found work {"overdueWakeUps":1')]);
});

it('an execution that is there twice does no harm', async () => {
  const town = await startTestSystem({ start });
  const { id } = await town.file();
  const input = { company: town.company, item: id, epoch: 1 };
  await town.system.ports.executions.start('complaint', `${id}-1-again`, input);
  await town.system.settle();
  await town.advanceTo('2026-11-24', '09:00');
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 15:30 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应',
  ]);
  await town.act(town.mailTo('engineering-head'), 'resolve', { done: '换灯', told: '已修好' });
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  town.mails();
  await town.advanceTo('2026-12-30', '09:00');
  expect(town.mails()).toEqual([]);
  expect(await town.system.runner.nextDue()).toBeNull();
  await town.expectLinksInert();
});

it('an execution near the limit of its history goes on in a new one, and nothing is sent twice', async () => {
  const town = await startTestSystem({ start });
  const { id } = await town.file();
  const input = { company: town.company, item: id, epoch: 1, turns: MOST_TURNS };
  await town.system.ports.executions.start('complaint', `${id}-1-after-many-turns`, input);
  await town.system.settle();
  expect(await town.item()).toMatchObject({ epoch: 2 });
  expect(await town.story('restarted')).toEqual(['11-23 10:00 restarted']);
  await town.advanceTo('2026-11-24', '09:00');
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
    '11-23 15:30 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应',
  ]);
  await town.expectTimersRight();
  expect(town.problems).toEqual([]);
});

/** Takes the execution and its timer out of the runner's table, as a lost disk page would. */
async function loseExecution(town: TestSystem, name: string) {
  const client = localClient(town.endpoint);
  const remove = (pk: string, sk: string) =>
    client.send(new DeleteCommand({ TableName: defaultTableNames.local, Key: { pk, sk } }));
  for await (const timer of town.system.runner.timers())
    if (timer.name === name) await remove('runner-timer', `${String(timer.due).padStart(15, '0')}#${name}`);
  await remove(`execution#${name}`, 'row');
  client.destroy();
  const sleeping = await town.system.ports.items.sleeping(town.company, (await town.item()).id);
  expect(await town.system.ports.executions.wake(sleeping?.token ?? '')).toBe('gone');
}
