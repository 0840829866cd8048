import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CareLookView, HouseholdCare } from '#http/schemas/care';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 60_000 });
let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});
const open = async (size?: typeof PHONE): Promise<Page> => (await visit(browser, size && { size })).newPage();
const sound = async (page: Page) => expect([await seriousFindings(page), await sidewaysPixels(page)]).toEqual([[], 0]);

test('a steward on a phone: whom nobody spoke to, a contact, a flag with consent, and what is sensitive opened', async () => {
  const page = await open(PHONE);
  await signIn(page, product, 'steward-b1', '/care');
  await page.getByText('久未联系').click();
  await page.locator('.entity-title', { hasText: '1201' }).waitFor();
  await sound(page);
  await page.locator('.entity-title', { hasText: '1201' }).click();
  await page.getByRole('button', { name: '记一次联系' }).click();
  await page.getByRole('menuitem', { name: '上门' }).click();
  await page.getByText(/最近联系：.*上门/).waitFor();
  await page.getByRole('button', { name: '添加关怀标签' }).click();
  await page.locator('#kind').fill('病患');
  await page.locator('.ant-select-item-option').first().click();
  await page.locator('#note').fill('术后行动不便');
  await page.getByRole('button', { name: '保存' }).click();
  // Without consent nothing is noted, and nothing typed is lost.
  await page.locator('.ant-form-item-explain-error').first().waitFor();
  expect(await page.locator('#note').inputValue()).toBe('术后行动不便');
  await page.locator('#consent_by').fill('本人');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('敏感信息，查看会留下记录').waitFor();
  expect(await page.getByText('术后行动不便').count()).toBe(0);
  await page.getByRole('button', { name: '打开查看' }).click();
  await page.getByText('术后行动不便').waitFor();
  await sound(page);
  const path = '/api/care/households/east-lake-b1-1201';
  const { data } = await product.call<{ data: CareLookView[] }>('site-director', 'GET', `${path}/looks`);
  expect(data).toMatchObject([{ by: 'steward-b1', unit: '1201', reason: 'file' }]);
  const { flags } = await product.call<HouseholdCare>('customer-centre-clerk-a', 'GET', path);
  expect(flags).toMatchObject([{ shown: 'masked' }]);
});

test('a manager writes a care rule and tries it before it is published', async () => {
  const page = await open();
  await signIn(page, product, 'administrator', '/care-rules?part=try');
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText(/按关怀规则需上门：\d+ 户/).waitFor();
  const before = await page.locator('.care-visits li').count();
  await page.getByText('规则', { exact: true }).first().click();
  await page.getByRole('button', { name: '添加规则' }).click();
  const [zh, en, todoZh, todoEn] = ['中文名称', '英文名称', '要做的事（中文）', '要做的事（英文）'];
  await page.getByLabel(zh ?? '').fill('停水提醒');
  await page.getByLabel(en ?? '').fill('Remind of the cut');
  await page.getByLabel(todoZh ?? '').fill('提醒储水');
  await page.getByLabel(todoEn ?? '').fill('Remind them');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  await page.locator('.entity-title', { hasText: '停水提醒' }).waitFor();
  await sound(page);
  await page.getByText('试一试').click();
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByText('提醒储水').first().waitFor();
  // For flags of any kind now, so for more households than before.
  expect(await page.locator('.care-visits li').count()).toBeGreaterThan(before);
});

test('a steward puts things right on the spot from a phone, within the allowance; the manager reads what it cost', async () => {
  const body = { site: 'east-lake', category: 'corridor-light', building: 'b1', unit: '402', channel: 'phone' };
  const clerk = 'customer-centre-clerk-a';
  const filed = { ...body, description: '楼道灯不亮' };
  const { id } = await product.call<{ id: string }>(clerk, 'POST', '/api/complaints', filed);
  await product.call(clerk, 'POST', `/api/complaints/${id}/actions/handOver`, { to: 'steward-b1' });
  const page = await open(PHONE);
  await signIn(page, product, 'steward-b1', `/complaints/${id}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('button', { name: '服务补救' }).click();
  await page.locator('#amount').fill('100.01');
  await page.locator('#words').fill('摸黑两晚，登门致歉');
  await page.locator('.form-buttons button').first().click();
  await page.getByText('这件事最多还能补 100 元').waitFor();
  await sound(page);
  await page.locator('#amount').fill('30.50');
  await page.locator('.form-buttons button').first().click();
  await page.getByText('补偿 30.50 元').waitFor();
  const manager = await open(PHONE);
  await signIn(manager, product, 'site-director', '/recoveries');
  await manager.getByText('共 30.50 元，1 次').waitFor();
  await sound(manager);
});
