import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seriousFindings } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
const ADMIN = 'administrator';
const CLERK = 'customer-centre-clerk-a';
/** Acknowledged after 3, 8 and 20 minutes; the fourth by nobody. */
const numbers: string[] = [];

async function fileLeak(unit: string): Promise<string> {
  const leak = {
    site: 'east-lake',
    category: 'water-leak',
    building: 'b1',
    unit,
    description: '漏水',
    channel: 'phone',
  };
  const { id } = await product.call<{ id: string }>(CLERK, 'POST', '/api/complaints', leak);
  const { number } = await product.call<Detail>(ADMIN, 'GET', `/api/complaints/${id}`);
  numbers.push(number);
  return id;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const ids = [await fileLeak('301'), await fileLeak('302'), await fileLeak('401'), await fileLeak('402')];
  const acknowledge = (n: number) =>
    product.call('repairer-a', 'POST', `/api/complaints/${ids[n]}/actions/acknowledge`, {});
  await product.move({ advance: 'PT3M' });
  await acknowledge(0);
  await product.move({ advance: 'PT5M' });
  await acknowledge(1);
  await product.move({ advance: 'PT12M' });
  await acknowledge(2);
  await product.move({ advance: 'PT30M' });
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** Gives the first level of the default workflow another limit, as a manager types it, and looks at it before publishing. */
async function openDraft(page: Page, limit: string): Promise<Locator> {
  await signIn(page, product, ADMIN, '/workflows/complaint');
  await page.locator('[data-row="accept"]').click();
  await page.locator('.rung').first().locator('[aria-expanded="false"]').click();
  const within = page.getByRole('combobox', { name: /第 1 级.*多长时间/ });
  await within.fill(limit);
  await within.press('Tab');
  return lookBeforePublishing(page);
}
async function lookBeforePublishing(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '查看并发布' }).click();
  const backtest = page.getByRole('region', { name: '历史回测' });
  await backtest.waitFor();
  return backtest;
}

test('a shorter limit: who would have been raised, by how much, and the two courses of one complaint', async () => {
  const page = await (await visit(browser)).newPage();
  const backtest = await openDraft(page, '5 分钟');
  await backtest.getByRole('button', { name: '开始回测' }).click();
  await backtest.getByText('4 件投诉中有 3 件的经过会不同。').waitFor();
  const raised = backtest.getByRole('row', { name: /升级到第 2 级/ });
  expect(await raised.getByRole('cell').allInnerTexts()).toEqual(['2', '3', '多 1']);
  expect(await backtest.getByRole('row', { name: /答复超时/ }).innerText()).toContain('不变');
  await backtest.getByText('只有 4 件，结果仅供参考。').waitFor();

  const eight = backtest.getByRole('listitem').filter({ hasText: numbers[1] ?? '' });
  expect(await eight.innerText()).toContain('升到第 2 级，现行为第 1 级');
  await eight.getByRole('button', { name: `对比经过 ${numbers[1]}` }).click();
  const lines = eight.getByRole('table');
  const only = lines.locator('.line-only[data-side="draft"]');
  expect(await only.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('升级至第 2 级')]));
  expect(await lines.getByText(/响应了投诉|已响应/).count()).toBeGreaterThan(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.context().close();
});

test('nothing changes: it says so; a reading can be cancelled and begun again, on a phone as well', async () => {
  const page = await (await visit(browser)).newPage();
  await openDraft(page, '15 分钟');
  await page.setViewportSize(PHONE);
  await page.goto(`${product.origin}/workflows/complaint`);
  const backtest = await lookBeforePublishing(page);
  let hold: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    hold = resolve;
  });
  await page.route('**/api/histories**', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await backtest.getByRole('button', { name: '开始回测' }).click();
  await backtest.getByText('正在读取真实投诉').waitFor();
  await backtest.getByRole('button', { name: '取消' }).click();
  await backtest.getByRole('button', { name: '开始回测' }).waitFor();
  hold();
  await backtest.getByRole('button', { name: '开始回测' }).click();
  await backtest.getByText('4 件投诉的经过与现行版本完全相同。').waitFor();
  const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(shown ?? 0);
  await page.context().close();
});

test('the condition builder lists the real complaints that match, as it is edited', async () => {
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/routing');
  await page.getByRole('button', { name: '新增规则' }).click();
  const drawer = page.locator('.ant-drawer-content');
  await drawer.getByRole('button', { name: '看看哪些真实投诉符合' }).click();
  await drawer.getByText('4 件中有 4 件符合。').waitFor();
  await drawer.getByRole('button', { name: '增加条件' }).click();
  await drawer.getByText('4 件中没有一件符合。').waitFor();
  await drawer.locator('.condition-value').first().click();
  await page.locator('.ant-select-dropdown:visible').getByText('楼上漏水', { exact: true }).first().click();
  await drawer.getByText('4 件中有 4 件符合。').waitFor();
  await drawer.getByRole('button', { name: '增加一组条件' }).click();
  // A group of one new test, of which at least one holds: it is of another category, so nothing is left.
  await drawer.getByText('4 件中没有一件符合。').waitFor();
  await drawer.getByRole('button', { name: '删除第 2 个条件组' }).click();
  await drawer.getByRole('link', { name: numbers[0] ?? '' }).waitFor();
  await page.context().close();
});
