import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { statusLabel } from '#domain/words';
import type { Definition, Status } from '#domain/workflow/definition';
import type { DraftState } from '#http/schemas/document';
import { openBrowser, pressUntilTold, signIn, visit } from '#test/support/browser';
import { act, file } from '#test/support/demo-day';
import {
  choose,
  drawer,
  goTo,
  lookAt,
  moment,
  openLevel,
  preset,
  publish,
  rollBack,
  staffTold,
  stepForm,
} from '#test/support/manager';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });
const ADMIN = 'administrator';
const CLERK = 'customer-centre-clerk-a';
const MONDAY_LEAK = '楼上漏水，1 栋，下周一 9:30';
let product: Product;
let browser: Browser;
let page: Page;
/** The workflow as each test finds it and leaves it. */
let before: { version: number; body: Definition };
/** Of this test, open until it ends. */
let filed: string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
beforeEach(async () => {
  before = await published();
  page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/workflows');
});
afterEach(async () => {
  await page.context().close();
  for (const id of filed.splice(0)) await act(product, CLERK, id, 'withdraw', { reason: '测试完毕' });
  await leaveNothing();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const published = (): Promise<{ version: number; body: Definition }> =>
  product.call(ADMIN, 'GET', '/api/documents/workflow/complaint');
const open = (step: string) => goTo(page, product, `/workflows/complaint?at=${step}`);
/** A leak at East Lake, 15 minutes to acknowledge round the clock. */
const leak = async (unit: string) => {
  const given = { category: 'water-leak', building: 'b1', unit, household: `east-lake-b1-${unit}` };
  const complaint = await file(product, { ...given, description: '天花板漏水' });
  filed.push(complaint.id);
  return complaint;
};
const statusOf = async ({ id }: { id: string }) =>
  (await product.call<Detail>(CLERK, 'GET', `/api/complaints/${id}`)).status;
const rolledBack = async () => {
  await rollBack(page, before.version);
  expect(await published()).toMatchObject({ version: before.version + 2, body: before.body });
};

test('a level is added between two others', async () => {
  const old = await leak('201');
  await open('accept');
  await page.getByRole('button', { name: '增加一级' }).click();
  await choose(page, '第 5 级 · 通知谁：添加', '客户服务中心负责人');
  await page.getByRole('combobox', { name: '第 5 级 · 多长时间' }).fill('20分钟');
  // Closed, it is moved as easily as the others.
  await stepForm(page).locator('.rung-title').last().click();
  for (const place of [4, 3]) {
    await page.getByRole('button', { name: `拖动排序：第 ${place + 1} 级` }).focus();
    await page.keyboard.press('Space');
    await page.locator('.sort-row[data-dragging="true"]').waitFor();
    await pressUntilTold(page, 'ArrowUp', `第 ${place + 1} 级将放到第 ${place} 位`);
    await page.keyboard.press('Space');
    await stepForm(page)
      .locator('.rung', { hasText: '客户服务中心负责人' })
      .getByText(`第 ${place} 级`, { exact: true })
      .waitFor();
  }
  await lookAt(page);
  expect(await moment(page, '18:50').innerText()).toMatch(/升级至第 3 级[\s\S]*客服主管/);
  expect(await moment(page, '19:10').innerText()).toMatch(/升级至第 4 级[\s\S]*管理处主任/);
  await publish(page, '客服主管先于主任');

  const young = await leak('202');
  await product.move({ advance: 'PT46M' });
  const climbed = ['engineering-head', 'general-manager', 'quality-manager', 'repairer-a', 'site-director'];
  expect(await staffTold(product, old)).toEqual(climbed);
  expect(await staffTold(product, young)).toEqual(['customer-centre-head', 'engineering-head', 'repairer-a']);
  await rolledBack();
});

test('a limit becomes a number of working days', async () => {
  await open('accept');
  await openLevel(page, 2);
  await page.getByRole('combobox', { name: '第 2 级 · 多长时间' }).fill('1个工作日');
  await stepForm(page).getByText('第 1 个工作日下班前').first().waitFor();
  await lookAt(page);
  await preset(page, MONDAY_LEAK);
  expect(await moment(page, '09:45').innerText()).toMatch(/升级至第 2 级[\s\S]*工程主管/);
  // Monday 9:45: the first working day that has not begun yet ends on Tuesday.
  expect(await moment(page, '18:00').innerText()).toMatch(/升级至第 3 级[\s\S]*管理处主任[\s\S]*12月1日 周二/);
  await publish(page, '部门负责人有一个工作日');
  expect((await published()).body).not.toEqual(before.body);
  await rolledBack();
});

test('a reminder is added', async () => {
  await open('accept');
  await openLevel(page, 1);
  await stepForm(page).getByRole('checkbox', { name: '到期前提醒' }).check();
  await page.getByRole('combobox', { name: '第 1 级 · 间隔' }).fill('5分钟');
  await lookAt(page);
  await preset(page, MONDAY_LEAK);
  expect(await moment(page, '09:35').innerText()).toMatch(/维修工甲/);
  await publish(page, '五分钟后提醒责任人');
  const young = await leak('402');
  await product.move({ advance: 'PT6M' });
  expect(await staffTold(product, young)).toEqual(['repairer-a', 'repairer-a']);
  await rolledBack();
});

test('everyone must confirm', async () => {
  await open('accept');
  await openLevel(page, 1);
  await choose(page, '第 1 级 · 通知谁：添加', '责任部门负责人');
  await stepForm(page).getByRole('checkbox', { name: '所有人都要确认' }).check();
  await lookAt(page);
  await preset(page, MONDAY_LEAK);
  await drawer(page).getByText('逐步点选', { exact: true }).click();
  const confirm = (name: string) =>
    drawer(page).locator('.sim-actor', { hasText: name }).getByRole('button', { name: '响应', exact: true }).click();
  const stands = (status: Status) =>
    drawer(page)
      .locator('.sim-sum', { hasText: statusLabel(status, 'zh-CN') })
      .waitFor();
  await confirm('维修工甲');
  await stands('assigned');
  await confirm('工程主管');
  await stands('inProgress');
  await publish(page, '经办人和主管都要确认');

  const young = await leak('601');
  await act(product, 'repairer-a', young.id, 'acknowledge');
  expect(await statusOf(young)).toBe('assigned');
  await act(product, 'engineering-head', young.id, 'acknowledge');
  expect(await statusOf(young)).toBe('inProgress');
  await rolledBack();
});

test('at night the duty manager is asked in place of the head of department', async () => {
  await product.move({ to: await nextNight() });
  const old = await leak('602');
  await open('accept');
  await openLevel(page, 2);
  await stepForm(page).getByRole('checkbox', { name: '非工作时间改由其他人处理' }).check();
  await choose(page, '第 2 级 · 非工作时间改由其他人处理：添加', '值班经理当班人员');
  await page.getByRole('button', { name: '第 2 级 · 非工作时间改由其他人处理：移除责任部门负责人' }).click();
  await lookAt(page);
  expect(await moment(page, '18:45').innerText()).toMatch(/升级至第 2 级[\s\S]*值班经理/);
  await preset(page, MONDAY_LEAK);
  expect(await moment(page, '09:45').innerText()).toMatch(/升级至第 2 级[\s\S]*工程主管/);
  await publish(page, '夜间先找值班经理');

  const young = await leak('802');
  await product.move({ advance: 'PT16M' });
  expect(await staffTold(product, old)).toEqual(['engineering-head', 'repairer-a']);
  expect(await staffTold(product, young)).toEqual([expect.stringMatching(/^duty-manager-[ab]$/), 'repairer-a']);
  await rolledBack();
});

test('silence closes after five working days', async () => {
  const old = await leak('1001');
  await open('verdict');
  await openLevel(page, 1);
  await page.getByRole('combobox', { name: '第 1 级 · 多长时间' }).fill('5个工作日');
  await lookAt(page);
  await preset(page, MONDAY_LEAK);
  await preset(page, '业主不评价');
  await drawer(page).getByText('与现行版本对照', { exact: true }).click();
  const closed = drawer(page).locator('.line-compare tr', { hasText: '结案' });
  await closed.filter({ hasText: '仅草稿' }).first().waitFor();
  await closed.filter({ hasText: '仅现行版本' }).first().waitFor();
  await publish(page, '业主五个工作日不评价才结案');

  const young = await leak('1002');
  const done = { done: '已修好。', told: '已修好。' };
  for (const { id } of [old, young]) await act(product, 'repairer-a', id, 'resolve', done);
  // The third working day is over, the fifth is not, on whichever day of the week it began.
  await product.move({ advance: 'P6D' });
  expect([await statusOf(old), await statusOf(young)]).toEqual(['closed', 'resolved']);
  await product.move({ advance: 'P2D' });
  expect(await statusOf(young)).toBe('closed');
  filed = [];
  await rolledBack();
});

test('the other site has its own copy with another limit, and goes back to the default', async () => {
  const harbour = (flat: number) => {
    const where = { site: 'harbour-view', building: 'h1', unit: `Flat ${flat}` };
    const what = { household: `harbour-view-h1-flat-${flat}`, category: 'water-leak', description: 'Water drips' };
    return product.call<{ id: string; number: string }>('hv-clerk-a', 'POST', '/api/complaints', { ...where, ...what });
  };
  await goTo(page, product, '/workflows/complaint?at=accept');
  await choose(page, '使用哪个版本', '海港景苑：沿用公司默认');
  await page.getByRole('button', { name: '为本项目另立版本' }).click();
  await page.locator('.ant-popconfirm:visible').getByRole('button', { name: '为本项目另立版本' }).click();
  await page.getByText('目前与公司默认相同').waitFor();
  await openLevel(page, 1);
  await page.getByRole('combobox', { name: '第 1 级 · 多长时间' }).fill('30分钟');
  await page.getByText('与公司默认有 1 处不同').waitFor();
  await lookAt(page);
  expect(await moment(page, '19:10').innerText()).toMatch(/升级至第 2 级[\s\S]*海港工程主管/);
  await publish(page, '海港景苑给责任人半小时');
  expect(await published()).toEqual(before);

  const [own, other] = [await harbour(1), await leak('1202')];
  await product.move({ advance: 'PT16M' });
  expect(await staffTold(product, own)).toEqual(['hv-repairer-a']);
  expect(await staffTold(product, other)).toEqual(['engineering-head', 'repairer-a']);
  await page.getByRole('button', { name: '恢复公司默认' }).click();
  await page.locator('.ant-popconfirm:visible').getByRole('button', { name: '恢复公司默认' }).click();
  await page.getByText('海港景苑沿用公司默认，内容如下').waitFor();

  const again = await harbour(2);
  await product.move({ advance: 'PT13M' });
  expect(await staffTold(product, own)).toEqual(['hv-repairer-a']);
  await product.move({ advance: 'PT3M' });
  expect(await staffTold(product, own)).toEqual(['hv-engineering-head', 'hv-repairer-a']);
  expect(await staffTold(product, again)).toEqual(['hv-engineering-head', 'hv-repairer-a']);
});

/** What a test that failed has changed is not the next one's. */
async function leaveNothing(): Promise<void> {
  const path = '/api/documents/workflow/complaint';
  const { revision, draft } = await product.call<DraftState>(ADMIN, 'GET', `${path}/draft`);
  if (draft) await product.call(ADMIN, 'DELETE', `${path}/draft?revision=${revision}`);
  const { version, body } = await published();
  if (isDeepStrictEqual(body, before.body)) return;
  await product.call(ADMIN, 'PUT', path, { expected: version, note: 'as before', body: before.body });
}

/** 23:00 at East Lake, today or tomorrow. */
async function nextNight(): Promise<string> {
  const { now }: { now: string } = await (await fetch(`${product.origin}/local/clock`)).json();
  const night = Date.parse(`${now.slice(0, 10)}T15:00:00Z`);
  return new Date(night <= Date.parse(now) ? night + 86_400_000 : night).toISOString();
}
