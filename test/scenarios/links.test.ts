import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { actionsOf } from '#test/support/page-form';
import { startTestSystem, type TestSystem } from '#test/support/system';

const filed = ['11-23 10:00 b1-1201 您的投诉已受理', '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应'];
const raised = '11-23 15:30 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应';
const owned = '11-23 15:30 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主';

async function assigned() {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  expect(town.mails()).toEqual(filed);
  return town;
}
const acknowledgements = (town: TestSystem) => town.story('acted', 'raised');

it('click and timer at the same instant, the click first: nothing is raised', async () => {
  const town = await assigned();
  await town.advanceTo('2026-11-23', '15:29');
  town.system.clock.to(at('2026-11-23', '15:30'));
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  await town.advance(0);
  expect(town.mails()).toEqual([owned]);
  expect(await acknowledgements(town)).toEqual(['11-23 15:30 acted repairer-a acknowledge']);
  await town.expectTimersRight();
  await town.advanceTo('2026-11-24', '17:59');
  expect(town.mails()).toEqual([]);
});

it('click and timer at the same instant, the timer first: raised, and the lower link still acts', async () => {
  const town = await assigned();
  await town.advanceTo('2026-11-23', '15:30');
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  expect(town.mails()).toEqual([raised, owned]);
  expect(await acknowledgements(town)).toEqual([
    '11-23 15:30 raised 0→1 expired',
    '11-23 15:30 acted repairer-a acknowledge',
  ]);
  expect(await town.item()).toMatchObject({ owner: 'repairer-a', level: 1, status: 'inProgress' });
  await town.advanceTo('2026-11-24', '17:59');
  expect(town.mails()).toEqual([]);
  await town.expectSound();
});

it('click and timer truly at once: one order or the other, nothing in between', async () => {
  const town = await assigned();
  const mail = town.mailTo('repairer-a');
  const body = town.fill((await town.tap(mail)).html, 'acknowledge', {});
  await town.advanceTo('2026-11-23', '15:29');
  town.system.clock.to(at('2026-11-23', '15:30'));
  const [page] = await Promise.all([town.post(mail, body), town.advance(0)]);
  await town.system.settle();
  expect(page.words).toContain('操作成功');
  const story = await acknowledgements(town);
  expect(story.filter((line) => line.includes('acted'))).toHaveLength(1);
  expect(town.mails()).toEqual(story.length === 2 ? [raised, owned] : [owned]);
  await town.advanceTo('2026-11-24', '17:59');
  expect(town.mails()).toEqual([]);
  await town.expectSound();
});

it('a hundred posts of one form at once make one transition', async () => {
  const town = await assigned();
  const mail = town.mailTo('repairer-a');
  const { version } = await town.item();
  const body = town.fill((await town.tap(mail)).html, 'acknowledge', {});
  const pages = await Promise.all(Array.from({ length: 100 }, () => town.post(mail, body)));
  await town.system.settle();
  expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
  expect(pages.every(({ words }) => /操作成功|维修工甲已于周一 10:00 处理/.test(words))).toBe(true);
  expect(await acknowledgements(town)).toEqual(['11-23 10:00 acted repairer-a acknowledge']);
  expect((await town.item()).version).toBe(version + 1);
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主']);
  await town.expectSound();
});

it('a hundred forms posted at once make one transition', async () => {
  const town = await assigned();
  const mail = town.mailTo('repairer-a');
  const { version } = await town.item();
  const forms = await Promise.all(Array.from({ length: 100 }, () => town.tap(mail)));
  const bodies = forms.map(({ html }) => town.fill(html, 'acknowledge', {}));
  expect(new Set(bodies).size).toBe(100);
  const pages = await Promise.all(bodies.map((body) => town.post(mail, body)));
  await town.system.settle();
  expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
  expect(pages.filter(({ words }) => words.includes('操作成功'))).toHaveLength(1);
  expect(pages.filter(({ words }) => words.includes('维修工甲已于周一 10:00 处理'))).toHaveLength(99);
  expect((await town.item()).version).toBe(version + 1);
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 已由您负责，接下来 | 周二 18:00 前答复业主']);
  await town.expectSound();
});

it('a late click says who handled it and when; a second click of one’s own too, with the way to the present step', async () => {
  const town = await assigned();
  await town.advanceTo('2026-11-23', '15:40');
  const low = town.mailTo('repairer-a');
  const lateForm = town.fill((await town.tap(low)).html, 'acknowledge', {});
  const high = town.mailTo('engineering-head');
  await town.act(high, 'acknowledge');
  town.mails();

  for (const page of [await town.tap(low), await town.post(low, lateForm)]) {
    expect(page.status).toBe(200);
    expect(page.words).toContain('工程主管已于周一 15:40 处理');
    expect(page.words).toContain('处理中');
    expect(actionsOf(page.html)).toEqual([]);
  }
  const own = await town.tap(high);
  expect(own.words).toContain('工程主管已于周一 15:40 处理');
  const next = /href="(http[^"]+\/a\/[^"]+)"/.exec(own.html)?.[1] ?? '';
  expect(actionsOf((await town.tap(next)).html)).toEqual(
    actionsOf((await town.tap(town.mailTo('engineering-head'))).html),
  );
  await town.act(next, 'resolve', { done: '换灯', told: '已修好' });
  expect(town.mails()).toEqual([
    '11-23 15:40 b1-1201 已处理完成，您是否满意？',
    '11-23 15:40 customer-centre-clerk-a 请回访业主，记录处理评价 | 周四 18:00 前记录处理评价',
  ]);
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  expect((await town.tap(low)).words).toContain('流程已结束');
  expect(town.mails()).toEqual(['11-23 15:40 engineering-head 流程结束：已结案']);
  await town.finish();
});

it('a form that cannot be taken comes back with what was typed and changes nothing', async () => {
  const town = await assigned();
  const mail = town.mailTo('repairer-a');
  const before = await town.item();
  const body = (fields: Record<string, string>) => tapAndFill(fields);
  const tapAndFill = async (fields: Record<string, string>) =>
    town.post(mail, town.fill((await town.tap(mail, 'promise')).html, 'promise', fields));
  const past = await body({ 'at.other': '2026-11-23T09:00', told: '马上处理' });
  expect(past.status).toBe(422);
  expect(past.html).toContain('马上处理');
  const empty = await body({ 'at.other': '2026-11-24T09:00' });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('2026-11-24T09:00');
  expect(await town.item()).toEqual(before);
  expect(town.mails()).toEqual([]);
});

it('the link of somebody removed does nothing, nor do broken ones', async () => {
  const town = await assigned();
  const mail = town.mailTo('repairer-a');
  const body = town.fill((await town.tap(mail)).html, 'acknowledge', {});
  await town.publish('organisation', 'main', (organisation) => ({
    ...organisation,
    people: organisation.people.map((one) => (one.id === 'repairer-a' ? { ...one, active: false } : one)),
  }));
  const before = await town.item();
  const pages = [await town.tap(mail), await town.post(mail, body), await town.tap(`${mail.link?.slice(0, -3)}abc`)];
  for (const page of pages) {
    expect(page.status).toBe(404);
    expect(page.words).toContain('链接无法使用');
    expect(page.words).not.toContain('楼道灯');
  }
  expect(await town.item()).toEqual(before);
  await town.advanceTo('2026-11-23', '15:30');
  expect(town.mails()).toEqual([raised]);
  await town.expectSound();
});
