import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { CalendarDocument } from '#domain/calendar-document';
import { seriousFindings } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const CALENDAR = '/api/documents/calendar/cn-office';
const open = async (person: string, options: Parameters<typeof visit>[1] = {}): Promise<Page> => {
  const context = await visit(browser, options);
  contexts.push(context);
  const page = await context.newPage();
  await signIn(page, product, person, '/calendars/cn-office');
  return page;
};
const named = (page: Page, language: '中文' | '英文') => page.getByLabel(`${language}名称`);
const saved = (page: Page) => page.locator('.doc-draft[data-saved="saved"]').waitFor();
/** What a page finds out by itself within ten seconds, found out now. */
const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const current = () => product.call<{ version: number; body: CalendarDocument }>('administrator', 'GET', CALENDAR);

test('two edit one calendar: saved over reloads, told of each other, merged, and published at a set time', async () => {
  const [director, admin] = await Promise.all([open('site-director'), open('administrator')]);
  await named(director, '中文').fill('办公时间（新）');
  await saved(director);
  await director.reload();
  expect(await named(director, '中文').inputValue()).toBe('办公时间（新）');
  await director.locator('.doc-bar').getByText('草稿已保存').waitFor();

  // The second is told whose draft there is, takes it up by editing, and both see both.
  await look(admin);
  await admin.locator('.doc-note').getByText('管理处主任').waitFor();
  expect(await named(admin, '中文').inputValue()).not.toBe('办公时间（新）');
  await named(admin, '英文').fill('Office hours (new)');
  await saved(admin);
  expect(await named(admin, '中文').inputValue()).toBe('办公时间（新）');
  await look(director);
  await director.locator('.doc-draft-other', { hasText: '系统管理员' }).waitFor();
  expect(await named(director, '英文').inputValue()).toBe('Office hours (new)');
  expect(await seriousFindings(director)).toEqual([]);

  // What the director takes back is their own.
  await director.getByRole('button', { name: '知道了' }).click();
  await director.locator('h1').click();
  await named(director, '中文').fill('办公时间（改）');
  await director.locator('h1').click();
  await director.keyboard.press('Control+z');
  expect(await named(director, '中文').inputValue()).toBe('办公时间（新）');
  expect(await named(director, '英文').inputValue()).toBe('Office hours (new)');
  await saved(director);

  // At eight the next morning, in the site's time.
  await director.locator('.doc-bar').getByRole('button', { name: '定时' }).click();
  const dialog = director.getByRole('dialog');
  await dialog.getByText(/将于 周三 08:00 发布/).waitFor();
  await dialog.getByRole('button', { name: '安排发布' }).click();
  await dialog.getByText('请简单写明改了什么').waitFor();
  await dialog.getByLabel('修改说明').fill('十二月起');
  expect(await seriousFindings(director)).toEqual([]);
  await dialog.getByRole('button', { name: '安排发布' }).click();
  await director.locator('.doc-note').getByText('安排在 周三 08:00 发布').waitFor();
  expect((await current()).version).toBe(1);
  await look(admin);
  await admin.locator('.doc-note').getByText('安排在 周三 08:00 发布').waitFor();
  await product.move({ to: '2026-11-25T00:00:00Z' });
  const { version, body } = await current();
  expect([version, body.name]).toEqual([2, { 'zh-CN': '办公时间（新）', en: 'Office hours (new)' }]);
  await look(director);
  await director.locator('.doc-bar').waitFor({ state: 'detached' });
  await expect.poll(() => named(director, '中文').inputValue()).toBe('办公时间（新）');
});

test('a plan is cancelled on a phone and kept as a draft; one that failed says why', async () => {
  const { version, body } = await current();
  const plan = (at: string, name: string) =>
    product.call('administrator', 'PUT', `${CALENDAR}/planned`, {
      ...{ expected: version, note: '明年起', at },
      body: { ...body, name: { ...body.name, 'zh-CN': name } },
    });
  await plan('2026-11-26T00:00:00Z', '明年办公时间');
  const page = await open('administrator', { size: PHONE });
  const note = page.locator('.doc-note');
  await note.getByRole('button', { name: '查看修改' }).click();
  await note.getByText('明年办公时间').waitFor();
  await note.getByRole('button', { name: '取消发布' }).click();
  await page.getByRole('button', { name: '取消，留作草稿' }).click();
  await saved(page);
  expect(await named(page, '中文').inputValue()).toBe('明年办公时间');
  await page.getByRole('button', { name: '放弃修改' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '放弃修改' }).click();
  await page.locator('.doc-bar').waitFor({ state: 'detached' });

  await plan('2026-11-26T00:00:00Z', '明年办公时间');
  await product.call('administrator', 'PUT', CALENDAR, { expected: version, note: '抢先', body });
  await look(page);
  await note.getByText('已有更新的版本').waitFor();
  await product.move({ to: '2026-11-26T00:00:00Z' });
  await look(page);
  await note.getByText(`当前版本已是第 ${version + 1} 版`).waitFor();
  await page.getByRole('button', { name: '清除' }).click();
  await page.locator('.doc-bar').waitFor({ state: 'detached' });
  expect((await current()).version).toBe(version + 1);
});

test('what was begun and never published is found in the list by others, told on tiles, and discarded for everybody', async () => {
  const page = await open('administrator');
  await page.goto(`${product.origin}/calendars`);
  await page.getByRole('button', { name: '新建日历' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('中文名称').fill('夜班');
  await dialog.getByLabel('英文名称').fill('Night shift');
  await dialog.getByRole('button', { name: '开始编辑' }).click();
  await saved(page);

  const other = await open('general-manager', { size: PHONE });
  await named(other, '英文').fill('Office hours, once more');
  await saved(other);
  await other.goto(`${product.origin}/calendars`);
  await other.getByText(/^总经理的草稿/).waitFor();
  const begun = other.locator('.tile-begun');
  await begun.getByText(/^系统管理员的草稿/).waitFor();
  expect(await seriousFindings(other)).toEqual([]);
  await begun.getByRole('link', { name: '继续编辑：夜班' }).click();
  await expect.poll(() => named(other, '中文').inputValue()).toBe('夜班');
  await other.goto(`${product.origin}/calendars`);
  await begun.getByRole('button', { name: '放弃草稿：夜班' }).click();
  await other.locator('.ant-popconfirm').getByRole('button', { name: '放弃草稿' }).click();
  await begun.waitFor({ state: 'detached' });
  await look(page);
  await page.getByText('总经理放弃了这份草稿').waitFor();
});
