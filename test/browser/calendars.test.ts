import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CalendarDocument } from '#domain/calendar-document';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
const ADMIN = 'administrator';
const PATH = '/api/documents/calendar/cn-office';

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const file = (unit: string) =>
  product.call<{ id: string; number: string }>('customer-centre-clerk-a', 'POST', '/api/complaints', {
    site: 'east-lake',
    category: 'corridor-light',
    building: 'b1',
    unit,
    description: '楼道灯不亮',
    channel: 'phone',
  });
const resolveOf = async (id: string) =>
  (await product.call<Detail>(ADMIN, 'GET', `/api/complaints/${id}`)).clocks.find(({ what }) => what === 'resolve')
    ?.deadline;
const calendar = () => product.call<{ version: number; note: string; body: CalendarDocument }>(ADMIN, 'GET', PATH);

/** Closes Thursday 26 November by a click into the year. */
async function closeThursday(page: Page): Promise<void> {
  await page.locator('[data-date="2026-11-26"]').click();
  await page.getByLabel('不开放').check();
  await page.getByLabel('原因（中文）').fill('全区停电');
  await page.getByLabel('原因（英文）').fill('Power cut');
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('[data-date="2026-11-26"][data-mark="holiday"]').waitFor();
}

test('a change is kept over a reload, previewed, published with its note, and can be taken back', async () => {
  const { id, number } = await file('301');
  const before = await resolveOf(id);
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/calendars');
  await page.getByRole('link', { name: '管理处工作时间' }).click();
  await closeThursday(page);
  await page.reload();
  await page.locator('[data-date="2026-11-26"][data-mark="holiday"]').waitFor();
  expect(await page.locator('.doc-bar').innerText()).toContain('1 处修改尚未发布');

  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('请简单写明改了什么').waitFor();
  await page.getByLabel('修改说明').fill('全区停电一天');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const drawer = page.locator('.ant-drawer-content');
  await drawer.getByText('已检查 1 件未结投诉，其中 1 件的截止时间会变').waitFor();
  expect(await drawer.locator('.moved').innerText()).toContain(number);
  expect(await drawer.locator('.moved').innerText()).toContain('处理完成');
  expect(await resolveOf(id)).toBe(before);
  expect((await calendar()).version).toBe(1);

  await drawer.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('已发布第 2 版').waitFor();
  await page.locator('.doc-bar').waitFor({ state: 'detached' });
  await product.move({ advance: 'PT0S' });
  expect(await calendar()).toMatchObject({ version: 2, note: '全区停电一天' });
  expect(Date.parse((await resolveOf(id)) ?? '') - Date.parse(before ?? '')).toBe(24 * 3_600_000);

  await page.getByRole('button', { name: '历史版本' }).click();
  await page.locator('.versions').getByRole('button', { name: '与上一版的差别' }).click();
  expect(await page.locator('.difference').innerText()).toContain('全区停电');
  await page.locator('.versions').getByRole('button', { name: '回退到此版本' }).click();
  // The same list as before publishing; closed, nothing has happened.
  const shown = page.locator('.ant-drawer-content').filter({ hasText: '回退前：哪些截止时间会变' });
  await shown.getByText('已检查 1 件未结投诉，其中 1 件的截止时间会变').waitFor();
  expect(await shown.locator('.moved').innerText()).toContain(number);
  await shown.getByRole('button', { name: '取消' }).click();
  expect((await calendar()).version).toBe(2);
  await page.locator('.versions').getByRole('button', { name: '回退到此版本' }).click();
  await shown.getByRole('button', { name: '回退到此版本' }).click();
  await page.getByText('已回退，并发布为新版本').waitFor();
  await product.move({ advance: 'PT0S' });
  expect((await calendar()).version).toBe(3);
  expect(await resolveOf(id)).toBe(before);
  await page.context().close();
});

test('published meanwhile by somebody else: nothing typed is lost, mine goes on top', async () => {
  const page = await (await visit(browser, { size: PHONE })).newPage();
  await signIn(page, product, ADMIN, '/calendars/cn-office');
  await closeThursday(page);
  const { version, body } = await calendar();
  const saturday = { ...body, week: { ...body.week, 6: [{ from: '09:00', to: '12:00' }] } };
  await product.call(ADMIN, 'PUT', PATH, { expected: version, note: '周六上午开放', body: saturday });
  await page.getByLabel('修改说明').fill('停电');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.locator('.ant-drawer-content').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('对方的说明：周六上午开放').waitFor();
  await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '看看对方改了什么' }).click();
  expect(await page.locator('.doc-conflict .difference').innerText()).toContain('09:00–12:00');
  await page.getByRole('button', { name: '合并到最新版' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.locator('.ant-drawer-content').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText(`已发布第 ${version + 2} 版`).waitFor();
  const now = (await calendar()).body;
  expect(now.week[6]).toEqual([{ from: '09:00', to: '12:00' }]);
  expect(now.exceptions.find(({ date }) => date === '2026-11-26')?.reason.en).toBe('Power cut');
  await page.context().close();
});
