import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seriousFindings } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
const ADMIN = 'administrator';
const CLERK = 'customer-centre-clerk-a';

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const leak = {
  site: 'east-lake',
  building: 'b1',
  unit: '1201',
  household: 'east-lake-b1-1201',
  category: 'water-leak',
  description: '天花板漏水',
};
const publish = async (page: Page, note: string) => {
  await page.getByLabel('修改说明').fill(note);
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByText('已发布').first().waitFor();
};

test('a manager rewords a notice: told of a mistake while typing, previews it, tries it, publishes', async () => {
  await product.call(CLERK, 'POST', '/api/complaints', leak);
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/templates?t=received');
  const headline = page.getByLabel('标题（中文）');
  await headline.fill('我们收到了：{{nmber}}');
  await page.getByText('第 1 行第 9 列：没有“nmber”这个变量。').waitFor();
  await page.getByText('改正标出的问题后，才会更新预览。').waitFor();
  await headline.fill('我们收到了：');
  await page.getByRole('button', { name: '编号', exact: true }).click();
  expect(await headline.inputValue()).toBe('我们收到了：{{number}}');
  const subject = page.getByLabel('主题（中文）');
  const before = await subject.inputValue();
  await subject.fill('{{name}}');
  await page.getByText('是个人信息，不能放在主题里').waitFor();
  await subject.fill(before);
  for (const where of ['电脑', '手机'])
    await page
      .frameLocator(`iframe[title="邮件预览：${where}"]`)
      .getByText(/我们收到了：EL-\d{6}-001/)
      .first()
      .waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '发给自己试试' }).click();
  await page.getByText('已发送到 administrator@').waitFor();
  const tried = (await product.mails()).find(({ to }) => to[0]?.address.startsWith('administrator@'));
  expect(tried?.subject).toMatch(/^【测试】\[EL-\d{6}-001\] 您的投诉已受理$/);
  await publish(page, '受理通知写上编号');
  await product.call(CLERK, 'POST', '/api/complaints', { ...leak, category: 'corridor-light' });
  await product.move({ advance: 'PT1M' });
  const mails = (await product.mails()).filter(({ subject: said }) => said.endsWith('您的投诉已受理'));
  expect(mails.map(({ text }) => text.split('\n')[0]).slice(-1)).toEqual([expect.stringMatching(/^我们收到了：EL-/)]);
  await page.close();
});

test('a manager adds a form to a category; the clerk is asked, and the answer is shown', async () => {
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/forms?f=intake.water-leak');
  await page.getByRole('button', { name: '数字' }).click();
  await page.getByLabel('名称（中文）').fill('水表读数');
  await page.getByLabel('名称（英文）').fill('Meter reading');
  await page.getByLabel('单位（中文，可不填）').fill('立方米');
  await page.getByLabel('单位（英文，可不填）').fill('m³');
  await page.locator('.field-settings').getByRole('checkbox', { name: '必填' }).check();
  await page.locator('.form-preview').getByText('水表读数 (立方米)').waitFor();
  await page.getByRole('button', { name: '复制：水表读数' }).click();
  await page.getByRole('button', { name: '删除：水表读数（副本）' }).click();
  await page.getByRole('button', { name: '检查表' }).click();
  await page.getByLabel('名称（中文）').fill('现场');
  await page.getByLabel('名称（英文）').fill('On site');
  await page.getByLabel('第 1 项（中文）').fill('已关总阀');
  await page.getByLabel('第 1 项（英文）').fill('Main valve closed');
  await page.locator('.field-row-name', { hasText: '现场' }).click();
  await page.locator('.sort-handle').nth(1).focus();
  for (const key of ['Space', 'ArrowUp', 'Space']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
  await expect
    .poll(() => page.locator('.field-row-name span:first-child').allInnerTexts())
    .toEqual(['现场', '水表读数']);
  expect(await seriousFindings(page)).toEqual([]);
  await publish(page, '漏水须记水表');
  await page.close();

  const desk = await (await visit(browser)).newPage();
  await signIn(desk, product, CLERK, '/complaints/new');
  await desk.locator('.ant-form-item', { hasText: '类别' }).locator('.ant-select').first().click();
  await desk.locator('.ant-select-dropdown:visible').getByText('楼上漏水', { exact: true }).click();
  await desk.getByLabel('水表读数 (立方米)').waitFor();
  await desk.close();

  const { id } = await product.call<{ id: string }>(CLERK, 'POST', '/api/complaints', {
    ...leak,
    unit: '401',
    household: null,
    fields: { number1: '12.5', checklist1: ['a'] },
  });
  const seen = await product.call<Detail>(CLERK, 'GET', `/api/complaints/${id}`);
  expect(seen.answers.map(({ shown }) => shown.en)).toEqual(['1/1 ✓ Main valve closed', '12.5 m³']);
  const phone = await (await visit(browser, { size: PHONE })).newPage();
  await signIn(phone, product, CLERK, `/complaints/${id}`);
  await phone.getByText('12.5 立方米').first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await phone.close();
});
