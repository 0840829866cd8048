import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AssetRow } from '#http/schemas/asset';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 60_000 });
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
const found = async (number: string): Promise<AssetRow | undefined> =>
  (await product.call<{ data: AssetRow[] }>('administrator', 'GET', `/api/assets?site=east-lake&q=${number}`)).data[0];

test('an asset is put on the register; a number taken is told at its field and nothing typed is lost', async () => {
  await signIn(page, product, 'site-director', '/assets');
  await page.getByRole('button', { name: '登记设备' }).click();
  await page.locator('#kind').fill('电梯');
  await page.locator('.ant-select-item-option').first().click();
  await page.locator('#number').fill('DT-B1-1');
  await page.locator('#name').fill('货梯');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('该项目已有设备使用这个编号。').waitFor();
  expect(await page.locator('#name').inputValue()).toBe('货梯');
  await page.locator('#number').fill('HT-99');
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('.asset-facts').waitFor();
  expect(await found('HT-99')).toMatchObject({ name: '货梯', kind: 'lift', condition: 'good', version: 1 });
});

test('the page of a list stands in the address: the browser’s back, a reload and the way back from a detail lead to it', async () => {
  const shown = () => page.locator('.pager > span').textContent();
  const on = (number: number) => expect.poll(shown).toContain(`第 ${number} 页`);
  await page.goto(`${product.origin}/assets`);
  await page.getByRole('button', { name: '下一页' }).click();
  await on(2);
  await page.getByRole('button', { name: '下一页' }).click();
  await on(3);
  await page.goBack();
  await on(2);
  await page.locator('.rows a').first().click();
  await page.locator('.asset-facts').waitFor();
  await page.locator('.back').click();
  await on(2);
  await page.reload();
  await on(2);
  await page.getByRole('button', { name: '上一页' }).click();
  await on(1);
});

test('its label is scanned on a phone and leads to the form with the place filled in', async () => {
  const lift = await found('DT-B1-1');
  const phone = await (await visit(browser, { size: PHONE })).newPage();
  await phone.goto(lift?.label ?? '');
  await phone.getByText('正常使用').waitFor();
  expect([await seriousFindings(phone), await sidewaysPixels(phone)]).toEqual([[], 0]);
  await phone.getByLabel('出了什么问题？').fill('门关不上');
  await phone.getByRole('button', { name: '提交' }).click();
  await phone.getByText('已收到，谢谢。').waitFor();
  await phone.getByLabel('照片或文件').waitFor();
  await phone.reload();
  const told = async () =>
    (await product.mails('lift-mechanic')).flatMap(({ text }) =>
      text.includes('门关不上') ? [text.split('\n')[0]] : [],
    );
  await expect.poll(told, { timeout: 10_000 }).toEqual(['收到报修，请您处理']);
  await phone.goto(lift?.label ?? '');
  await phone.getByText('维修 · 待接单').waitFor();
  await page.goto(lift?.label ?? '');
  await page.getByRole('link', { name: '物业人员' }).click();
  await page.waitForURL(`**/assets/${lift?.id}`);
  await page.getByRole('heading', { name: '1 号电梯' }).waitFor();
  await phone.getByRole('link', { name: '希望收到回复' }).click();
  expect(await phone.locator('#place').inputValue()).toBe('1 号电梯（DT-B1-1）东侧电梯厅');
  expect(await phone.locator('input[name=building]').inputValue()).toBe('b1');
});
