import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Organisation } from '#domain/organisation';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { act, file } from '#test/support/demo-day';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 60_000 });
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Acknowledged by repairer A; another one waits for them. */
let owned: string;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const light = { category: 'corridor-light', building: 'b1', description: '楼道灯坏了。' };
  owned = (await file(product, { ...light, unit: '1201' })).id;
  await file(product, { ...light, unit: '402' });
  await act(product, 'repairer-a', owned, 'acknowledge');
  context = await visit(browser, { size: PHONE });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const choose = async (field: string, name: string) => {
  const box = page.getByRole('combobox', { name: field, exact: true });
  await box.fill(name);
  await page.locator('.ant-select-item-option-active', { hasText: name }).waitFor();
  await box.press('Enter');
};

test('leaver replaced: found, chosen, previewed, confirmed; nothing names them any more', async () => {
  await signIn(page, product, 'administrator', '/leaver');
  await page.getByText('请先选择离职人员').waitFor();
  await choose('离职人员', '维修工甲');
  for (const place of ['部门处理人 · 工程部', '片区维修 · 北片区', '楼道灯不亮 · 1 栋 1201', '楼道灯不亮 · 1 栋 402'])
    await page.getByText(place).waitFor();
  // Facilities of the register, as responsible and as deputy.
  for (const part of ['设备责任人', '设备代理责任人']) await page.getByText(part, { exact: false }).first().waitFor();

  // Nothing chosen: each place says so, and nothing can be confirmed.
  await page.getByLabel('说明').fill('维修工甲离职');
  await page.getByRole('button', { name: '预览变更' }).click();
  await expect.poll(() => page.getByText('请选择由谁接替。').count()).toBe(7);
  expect(await page.getByRole('button', { name: '确认替换并停用' }).count()).toBe(0);
  expect([await seriousFindings(page), await sidewaysPixels(page)]).toEqual([[], 0]);

  await choose('由谁接替', '维修工乙');
  await choose('片区维修 北片区的接替人', '工程主管');
  await page.reload();
  await page.getByRole('button', { name: '预览变更' }).click();
  await page.getByText(/设备台账中 \d+ 台设备改由他人负责/).waitFor();
  await page.getByText('转交未结事项 2 件').waitFor();
  await page.getByText('发布新版本：组织架构（第 2 版）').waitFor();
  await page.getByRole('button', { name: '确认替换并停用' }).click();
  await page.getByText('维修工甲已停用，职责已交接').waitFor();
  await page.getByText('发布了 1 个新版本，转交了 2 件事项').waitFor();

  const { body } = await product.call<{ body: Organisation }>(
    'administrator',
    'GET',
    '/api/documents/organisation/main',
  );
  expect(body.areas[0]?.repairer).toBe('engineering-head');
  expect(body.sites[0]?.departments.find(({ id }) => id === 'engineering')?.handlers).toEqual(['repairer-b']);
  expect(body.people.find(({ id }) => id === 'repairer-a')?.active).toBe(false);
  expect((await product.call<Detail>('administrator', 'GET', `/api/complaints/${owned}`)).owner).toBe('repairer-b');
  await product.move({ advance: 'PT0S' });
  expect(await product.mails('repairer-b')).toHaveLength(2);

  await page.goto(`${product.origin}/leaver?person=repairer-a`);
  await page.getByText('没有任何地方再指定此人').waitFor();
});

test('who may not configure is told whom to ask', async () => {
  const other = await visit(browser);
  const clerk = await other.newPage();
  await signIn(clerk, product, 'customer-centre-clerk-a', '/leaver');
  await clerk.getByText('您的岗位不包含此页').waitFor();
  await other.close();
});
