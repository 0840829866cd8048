import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sidewaysPixels } from '#test/support/accessibility';
import { DESK, openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 60_000 });
const HYDRANTS = 'east-lake-xf-b1-1';
let product: Product;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await (await visit(browser)).newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});
let id = '';
const order = () => product.call<Detail>('administrator', 'GET', `/api/orders/${id}`);

const choose = (on: Page, action: string) => on.getByRole('button', { name: action, exact: true }).click();
const confirm = (on: Page, action: string) =>
  on.getByRole('region', { name: action, exact: true }).getByRole('button', { name: action, exact: true }).click();

test('a work order is opened at a facility; an empty one is told at its field', async () => {
  await signIn(page, product, 'site-director', `/assets/${HYDRANTS}`);
  await page.getByRole('button', { name: '开工单' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '开工单' }).click();
  await drawer.getByText('请填写').waitFor();
  await page.locator('#work').fill('消火栓箱门关不上，请检查。');
  await drawer.getByRole('button', { name: '开工单' }).click();
  await page.waitForURL(/\/orders\/\w+$/);
  id = page.url().split('/').at(-1) ?? '';
  await page.getByRole('heading', { name: /^消防设施维修/ }).waitFor();
  expect(await order()).toMatchObject({
    status: 'assigned',
    owner: 'repairer-a',
    order: { assets: [{ id: HYDRANTS }] },
  });
});

test('it stands on the board, in the calendar and in the history of its facility', async () => {
  await page.goto(`${product.origin}/orders?view=board`);
  const waiting = page.getByRole('region', { name: '待接单' });
  await waiting.getByRole('link', { name: '消防设施维修' }).waitFor();
  await page.getByText('日历', { exact: true }).click();
  await page.locator('td[data-today="true"]').getByRole('link', { name: '消防设施维修' }).waitFor();
  await page.getByText('周', { exact: true }).click();
  const today = page.locator('.order-week [data-today="true"]');
  await today.getByRole('link', { name: /消防设施维修.*维修工甲/ }).waitFor();
  await page.getByRole('button', { name: '下一周' }).focus();
  await page.keyboard.press('Enter');
  await today.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '今天' }).press('Enter');
  await today.waitFor();
  await page.setViewportSize(PHONE);
  const agenda = page.locator('.agenda [data-today="true"]');
  await agenda.getByRole('link', { name: /消防设施维修/ }).waitFor();
  expect(await sidewaysPixels(page)).toBe(0);
  await page.setViewportSize(DESK);
  await page.goto(`${product.origin}/assets/${HYDRANTS}`);
  await page.getByRole('link', { name: '消防设施维修' }).click();
  await page.getByText('等待接单').first().waitFor();
});

test('a repairer takes it from my work on a phone and finishes it; the director passes it and sees it counted', async () => {
  const phone = await (await visit(browser, { size: PHONE })).newPage();
  await signIn(phone, product, 'repairer-a', '/work');
  await phone.getByRole('link', { name: /消防设施维修/ }).click();
  await choose(phone, '接单');
  await confirm(phone, '接单');
  await choose(phone, '完成');
  expect(await sidewaysPixels(phone)).toBe(0);
  await phone.locator('#done').fill('已更换箱门合页。');
  await confirm(phone, '完成');
  await expect.poll(async () => (await order()).status).toBe('resolved');

  await page.goto(`${product.origin}/orders/${id}`);
  await choose(page, '验收通过');
  await confirm(page, '验收通过');
  await expect.poll(async () => (await order()).status).toBe('closed');
  const tile = page.locator('.rate-tile', { hasText: '维修合格率' });
  // Counted from the stream after the answer; the page asks again minutes later only.
  const share = async () => {
    await page.goto(`${product.origin}/home`);
    return tile.locator('.rate-value').textContent();
  };
  await expect.poll(share, { timeout: 20_000 }).toBe('100 %');
  await tile.click();
  await page.getByText('1 张计入，1 张符合，100 %。').waitFor();
});
