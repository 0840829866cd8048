import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MaintenancePlans } from '#domain/maintenance-plan';
import { openBrowser, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await (await visit(browser)).newPage();
  await signIn(page, product, 'site-director', '/plans');
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const published = async () =>
  (await product.call<{ body: MaintenancePlans }>('site-director', 'GET', '/api/documents/plans/east-lake')).body;
const publish = async (note: string) => {
  await page.locator('.doc-bar-note input').fill(note);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.locator('.doc-bar').waitFor({ state: 'detached' });
};
const day = (date: string) => page.locator(`.load-day[data-date="${date}"]`);

describe('a plan', () => {
  test('is made from scratch by a manager', async () => {
    await page.getByRole('button', { name: '新建计划' }).first().click();
    await page.getByLabel('中文名称').fill('电梯月检');
    await page.getByLabel('英文名称').fill('Lifts, monthly');
    await page.getByLabel('工作内容（中文）').fill('逐台检查电梯。');
    await page.getByLabel('工作内容（英文）').fill('Check every lift.');
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('heading', { level: 1, name: '电梯月检' }).waitFor();
    // What is missing is said where it belongs, before anybody publishes.
    await page.getByText('请选择设备：由哪个部门负责、时限多长，都由设备种类决定。').waitFor();
    await page.getByLabel('按编号、名称或位置查找').fill('DT-B1');
    await page.getByText('全选这 2 台').click();
    await page.getByLabel('从哪天起').fill('2027-01-01');
    await page.getByLabel('日', { exact: true }).fill('5');
    const words = page.locator('.rule-words[lang="zh-CN"]');
    await expect.poll(() => words.innerText()).toContain('每月的 5 日，09:00，自 2027年1月1日起；遇非工作日顺延');
    expect(await words.innerText()).toContain('2 台设备，每台一张工单');
    // 5 June 2027 is a Saturday.
    const june = page.locator('.next-dates li', { hasText: '2027年6月7日' });
    expect(await june.innerText()).toContain('改到工作日');
    await publish('电梯每月检查');
    expect((await published()).plans).toMatchObject([
      { id: 'lifts-monthly', assets: ['east-lake-dt-b1-1', 'east-lake-dt-b1-2'], status: 'active' },
    ]);
  });

  test('is seen in the year view, and one date of it is dragged to another day and back', async () => {
    await page.goto(`${product.origin}/plans/year?day=2027-03-05`);
    await expect.poll(() => day('2027-03-05').innerText()).toMatch(/2 张工单/);
    await day('2027-03-05').dragTo(day('2027-03-09'));
    await page.locator('.day-entries').getByText('由 2027年3月5日手动调整').waitFor();
    expect(await day('2027-03-05').getAttribute('data-level')).toBe('0');
    await publish('避开检修');
    expect((await published()).plans[0]?.moves).toEqual([{ from: '2027-03-05', to: '2027-03-09' }]);
    await page.getByRole('button', { name: '恢复原日期' }).click();
    await expect.poll(() => day('2027-03-05').getAttribute('aria-pressed')).toBe('true');
    expect(await day('2027-03-05').getAttribute('data-level')).not.toBe('0');
  });

  test('is moved by the keyboard, never onto another of its dates', async () => {
    const move = page.locator('.day-entries').getByRole('button', { name: '改期' });
    await move.focus();
    await page.keyboard.press('Enter');
    await page.locator('.carrying').waitFor();
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await expect.poll(() => day('2027-03-13').innerText()).toMatch(/2 张工单/);
    await page.locator('.day-entries').getByRole('button', { name: '改期' }).click();
    await day('2027-04-05').click();
    await page.getByText('2027-04-05 已有另一次计划').waitFor();
    expect(await day('2027-03-13').getAttribute('data-level')).not.toBe('0');
  });
});

test('a feed of the plans is read without signing in until it is revoked', async () => {
  await page.goto(`${product.origin}/plans`);
  await page.getByRole('button', { name: '订阅' }).click();
  await page.getByRole('button', { name: '生成订阅地址' }).click();
  const address = await page.getByLabel('订阅地址').inputValue();
  const feed = await fetch(address);
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await feed.text()).toContain('UID:east-lake/lifts-monthly/2027-03-05@steward');
  await page.getByRole('button', { name: '停用' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click();
  await expect.poll(async () => (await fetch(address)).status).toBe(404);
});
