import { expect, it } from 'vitest';
import type { Visits } from '#domain/visit-rules';
import { at } from '#test/support/estate';
import { changing, startTestSystem, type TestSystem } from '#test/support/system';

/** Every closed complaint is followed up, nothing else is. */
const everyOne = (change: Partial<Visits> = {}) =>
  changing('visits', (body) => ({
    ...body,
    rules: body.rules
      .filter(({ id }) => id === 'after-complaint')
      .map((rule) => ({ ...rule, share: { all: [], rest: 100 }, channel: 'phone' as const })),
    ...change,
  }));
const start = at('2026-11-23', '10:00');

async function solve(town: TestSystem, by = 'repairer-a'): Promise<void> {
  await town.act(town.mailTo(by), 'resolve', { done: '换灯', told: '已修好' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved' });
}
/** The visit opened last, by what the original's timeline says. */
async function visitFor(town: TestSystem, original: string): Promise<string> {
  const opened = (await town.timeline(original)).filter((entry) => entry.type === 'linkedOpened');
  const last = opened.at(-1);
  if (last?.type !== 'linkedOpened') throw new Error('Nobody is visited.');
  return last.item;
}

it('not fixed: reopened one level up, solved, visited again, praised', async () => {
  const town = await startTestSystem({ start, visits: true, change: everyOne() });
  const { id } = await town.file();
  await solve(town);
  town.newMails();
  const first = await visitFor(town, id);
  town.filed.push(first);
  expect((await town.item(first)).visit).toMatchObject({
    visitor: 'steward-b1',
    workers: ['repairer-a'],
    of: { item: id },
  });

  await town.advanceTo('2026-11-25', '11:00');
  expect(town.mails()).toEqual(['11-25 10:00 steward-b1 请您回访这一户 | 周三 15:30 前接受']);
  await town.act(town.mailTo('steward-b1'), 'visited', { score: '2', held: 'no', remarks: '晚上还是不亮' });
  expect(town.mails()).toEqual([
    '11-25 11:00 b1-1201 我们已重新处理',
    '11-25 11:00 repairer-a 业主不满意，投诉已重新打开 | 周三 16:30 前响应',
    '11-25 11:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周三 16:30 前响应',
  ]);
  expect(town.mailTo('engineering-head').text).toContain('业主不满意：“晚上还是不亮”');
  expect(await town.item(id)).toMatchObject({ status: 'assigned', level: 1, reopened: 1, endedAt: null, epoch: 2 });
  expect(await town.item(first)).toMatchObject({ status: 'closed', verdict: { verdict: 'notSolved', score: 2 } });
  await town.expectTimersRight();

  await town.act(town.mailTo('engineering-head'), 'acknowledge');
  await town.act(town.mailTo('engineering-head'), 'resolve', { done: '换线路', told: '线路已更换' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved' });
  town.newMails();
  const second = await visitFor(town, id);
  town.filed.push(second);
  expect(second).not.toBe(first);
  await town.advanceTo('2026-11-27', '11:00');
  expect(town.mails()).toEqual(['11-27 10:00 steward-b1 请您回访这一户 | 周五 15:30 前接受']);
  await town.act(town.mailTo('steward-b1'), 'visited', {
    score: '5',
    held: 'yes',
    onTime: 'yes',
    remarks: '很快就修好了',
  });
  expect(town.mails()).toEqual([
    '11-27 11:00 engineering-head 住户表扬了您的工作',
    '11-27 11:00 repairer-a 住户表扬了您的工作',
  ]);
  expect(town.mailTo('engineering-head').text).toContain('“很快就修好了”');
  const told = (await town.timeline(id)).filter(({ type }) => type === 'visitReopened' || type === 'followedUp');
  expect(told).toMatchObject([
    { type: 'visitReopened', score: 2, held: 'no', said: '晚上还是不亮' },
    { type: 'followedUp', score: 5, held: 'yes', said: '很快就修好了' },
  ]);
  await town.finish();
});

it('not reached: another way is tried, then they are left in peace', async () => {
  const town = await startTestSystem({ start, visits: true, change: everyOne() });
  const { id } = await town.file();
  await solve(town);
  town.newMails();
  const visit = await visitFor(town, id);
  town.filed.push(visit);
  await town.advanceTo('2026-11-25', '10:30');
  for (const channel of ['phone', 'phone', 'inPerson']) {
    expect((await town.item(visit)).visit?.channel).toBe(channel);
    await town.act(town.mailTo('steward-b1'), 'noAnswer');
  }
  expect(await town.item(visit)).toMatchObject({ status: 'inProgress', attempts: 3, visit: { tried: ['phone'] } });
  await town.act(town.mailTo('steward-b1'), 'noAnswer');
  expect(await town.item(visit)).toMatchObject({
    status: 'invalid',
    attempts: 4,
    visit: { gaveUp: true, answers: null },
  });
  town.newMails();
  await town.finish();
});

it('asked by message: the resident answers with one tap and a button, and opening the page changes nothing', async () => {
  const byMessage = everyOne({});
  const town = await startTestSystem({
    start,
    visits: true,
    change: (documents) =>
      changing('visits', (body) => ({
        ...body,
        rules: body.rules.map((rule) => ({ ...rule, channel: 'message' as const })),
      }))(byMessage(documents)),
  });
  const { id } = await town.file();
  await solve(town);
  town.newMails();
  const visit = await visitFor(town, id);
  town.filed.push(visit);
  await town.advanceTo('2026-11-25', '12:00');
  expect(town.mails()).toEqual(['11-25 10:00 b1-1201 请您评价我们的服务']);
  const link = town.mailTo('b1-1201').link ?? '';
  const page = await town.visit(new URL(link).pathname);
  expect(page.status).toBe(200);
  expect(await town.item(visit)).toMatchObject({ endedAt: null, visit: { answers: null } });
  const nonce = /name="nonce" value="([^"]*)"/.exec(page.html)?.[1] ?? '';
  const answer = await town.submit(new URL(link).pathname, { act: 'visited', nonce, score: '4', held: 'yes' });
  expect(answer.location).toContain('done=visited');
  expect(await town.item(visit)).toMatchObject({
    status: 'closed',
    owner: null,
    visit: { answers: { score: 4, held: 'yes', by: 'resident', channel: 'message' } },
  });
  await town.finish();
});

it('nobody takes the visit: it climbs; a silent resident is called instead', async () => {
  const town = await startTestSystem({
    start,
    visits: true,
    change: (documents) =>
      changing('visits', (body) => ({
        ...body,
        rules: body.rules.map((rule) => ({ ...rule, channel: 'message' as const })),
      }))(everyOne()(documents)),
  });
  const { id } = await town.file();
  await solve(town);
  town.newMails();
  const visit = await visitFor(town, id);
  await town.advanceTo('2026-11-27', '12:00');
  expect(town.mails()).toEqual([
    '11-25 10:00 b1-1201 请您评价我们的服务',
    '11-26 18:00 steward-b1 请您回访这一户 | 周五 14:30 前接受',
  ]);
  expect((await town.item(visit)).visit).toMatchObject({ channel: 'phone', tried: ['message'] });
});

it('no household twice within the cool-down, and no more than the quota on a day', async () => {
  const town = await startTestSystem({ start, visits: true, change: everyOne({ quota: 2, coolDownDays: 14 }) });
  const ids: string[] = [];
  for (const unit of ['1201', '1202', '1001']) {
    const { id } = await town.file({ unit, household: `east-lake-b1-${unit}`, category: 'corridor-light' });
    ids.push(id);
    await solve(town);
  }
  // The same home again, about something else.
  const { id: again } = await town.file({ category: 'cleaning' });
  ids.push(again);
  await town.act(town.mailTo('cleaning-lead'), 'resolve', { done: '清扫', told: '已清扫' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved' });
  const opened = await Promise.all(
    ids.map(async (id) => (await town.timeline(id)).filter(({ type }) => type === 'linkedOpened').length),
  );
  expect(opened).toEqual([1, 1, 1, 0]);
  const visits = await Promise.all(ids.slice(0, 3).map(async (id) => town.item(await visitFor(town, id))));
  expect(visits.map(({ visit }) => town.local(visit?.due ?? 0))).toEqual(['11-25 10:00', '11-25 10:00', '11-26 09:00']);
});
