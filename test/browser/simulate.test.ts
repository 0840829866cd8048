import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { seriousFindings } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
let context: BrowserContext | undefined;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterEach(async () => {
  await context?.close();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const open = async (path: string, options: Parameters<typeof visit>[1] = {}): Promise<Page> => {
  context = await visit(browser, options);
  const page = await context.newPage();
  await signIn(page, product, 'administrator', path);
  return page;
};
const moment = (page: Page, time: string) =>
  page.locator('.sim-line > li', { has: page.getByRole('button', { name: time, exact: true }) }).first();
const drawer = (page: Page) => page.locator('.ant-drawer-content:visible');
const preset = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a lift stops before National Day: who gets which mail, in which words, and why each deadline is what it is', async () => {
  const page = await open('/workflows/complaint');
  await page.getByRole('link', { name: '推演' }).click();
  await page.getByText('至此 14 天').waitFor();
  expect(await moment(page, '18:50').innerText()).toMatch(/升级至第 3 级[\s\S]*管理处主任[\s\S]*值班经理/);

  await moment(page, '18:45')
    .getByRole('button', { name: /工程主管/ })
    .click();
  const mail = drawer(page).frameLocator('iframe');
  await mail.getByText('已升级到您：第 2 级（共 4 级）').waitFor();
  await drawer(page).getByText('English', { exact: true }).click();
  await mail.getByText('Building 3 · East Lake Garden').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await preset(page, '第 2 级 40 分钟后响应');
  await preset(page, '楼道灯不亮，2 栋，今夜 2:10');
  await page.locator('.sim-sum', { hasText: '已结案' }).waitFor();
  await page.locator('.sim-deadlines button', { hasText: '答复截止' }).first().click();
  await drawer(page).getByText('计入的时间').waitFor();
  expect(await drawer(page).innerText()).toContain('1 个工作日');
  await drawer(page).locator('.ant-drawer-close').click();
  await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });

  const axis = page.getByRole('slider');
  await axis.focus();
  await page.keyboard.press('End');
  const on = page.locator('.sim-line > li[data-on="true"]');
  expect(await on.innerText()).toContain('已结案');
  await page.getByText('流程图', { exact: true }).click();
  expect(await page.locator('.step[data-present="true"]').innerText()).toContain('结案归档');
  expect(await page.locator('.sim-visited').count()).toBeGreaterThan(5);
  // Nothing of it is real.
  expect(await product.mails()).toEqual([]);
});

test('clicked through as the people asked, and taken back', async () => {
  const page = await open('/workflows/complaint/simulate');
  await page.getByText('English', { exact: true }).click();
  await page.getByText('Click by click', { exact: true }).click();
  const actor = (name: string) => page.locator('.sim-actor', { hasText: name });
  await actor('Repairer A').getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await page.locator('.sim-line > li', { hasText: 'Repairer A acknowledged' }).waitFor();
  await actor('Repairer A').getByRole('button', { name: 'Resolve', exact: true }).click();
  await actor('the resident').getByRole('button', { name: 'Not solved' }).click();
  await page.locator('.sim-line > li', { hasText: 'level 2' }).first().waitFor();
  await page.getByRole('button', { name: 'Take back a step' }).click();
  await actor('the resident').getByRole('button', { name: 'Solved', exact: true }).click();
  await page.locator('.sim-sum', { hasText: 'Closed' }).waitFor();
});

test('a draft beside the version in force: what differs is marked, on a phone too', async () => {
  const page = await open('/workflows/complaint?at=accept');
  const form = page.locator('.flow-form');
  await form.locator('.rung-title').first().click();
  await form.getByRole('combobox', { name: '第 1 级 · 多长时间' }).fill('30分钟');
  await form.getByText('30 分钟（全天计时）内无人响应').waitFor();
  await page.getByRole('link', { name: '推演' }).click();
  await page.getByText('与现行版本对照', { exact: true }).click();
  const row = page.locator('.line-compare tr', { hasText: '升级至第 2 级' });
  expect(await row.filter({ hasText: '仅现行版本' }).innerText()).toContain('18:45');
  expect(await row.filter({ hasText: '仅草稿' }).innerText()).toContain('19:10');
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
