import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { NewComplaint } from '#http/schemas/complaint';
import { openBrowser, signIn, visit } from '#test/support/browser';
import { act, file } from '#test/support/demo-day';
import { choose, drawer, goTo, publish, rollBack } from '#test/support/manager';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });
const ADMIN = 'administrator';
const CLERK = 'customer-centre-clerk-a';
let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/routing');
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const published = (kind: string): Promise<{ version: number; body: unknown }> =>
  product.call(ADMIN, 'GET', `/api/documents/${kind}/main`);
const fileOf = (category: string, rest: Partial<NewComplaint> = {}) =>
  file(product, { category, building: 'b2', place: '大堂', description: '请尽快处理', ...rest });
const departmentOf = async (category: string, rest: Partial<NewComplaint> = {}) => {
  const { id } = await fileOf(category, rest);
  return (await product.call<Detail>(CLERK, 'GET', `/api/complaints/${id}`)).department;
};
/** The tester beside the rules, asked about a category. */
const tried = async (category: string) => {
  const tester = page.locator('.tester');
  await tester.getByRole('combobox', { name: '类别' }).fill(category);
  await page.locator('.ant-select-dropdown:visible').getByText(category, { exact: true }).click();
  return tester.locator('.tester-answer');
};

test('a category goes to another department', async () => {
  const before = await published('routing');
  await goTo(page, product, '/routing?part=categories');
  await page.getByRole('button', { name: '停车秩序' }).click();
  await choose(page, '责任部门', '工程部');
  await drawer(page).getByRole('button', { name: '完成' }).click();
  await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
  await (await tried('停车秩序')).getByText('派给工程部').waitFor();
  await publish(page, '停车由工程部管');
  expect(await departmentOf('parking')).toBe('engineering');
  await rollBack(page, before.version);
  expect((await published('routing')).body).toEqual(before.body);
  expect(await departmentOf('parking', { place: '地库' })).toBe('security');
});

test('a new category with its form', async () => {
  const [routing, forms] = [await published('routing'), await published('forms')];
  await goTo(page, product, '/routing?part=categories');
  await page.getByRole('button', { name: '新增类别' }).click();
  await drawer(page).getByLabel('中文名称').fill('充电桩');
  await drawer(page).getByLabel('英文名称').fill('Charging point');
  await choose(page, '责任部门', '工程部');
  await drawer(page).getByRole('button', { name: '添加', exact: true }).click();
  await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
  await (await tried('充电桩')).getByText('派给工程部').waitFor();
  await publish(page, '新增充电桩');

  await page.getByRole('button', { name: '充电桩' }).click();
  await drawer(page).getByRole('link', { name: '登记这类投诉时还要填什么' }).click();
  await page.getByRole('button', { name: '数字' }).click();
  await page.getByLabel('名称（中文）').fill('桩号');
  await page.getByLabel('名称（英文）').fill('Point');
  await page.locator('.field-settings').getByRole('checkbox', { name: '必填' }).check();
  await page.locator('.form-preview').getByText('桩号').waitFor();
  await publish(page, '充电桩须记桩号');

  const { id } = await fileOf('charging-point', { fields: { number1: '7' } });
  const seen = await product.call<Detail>(CLERK, 'GET', `/api/complaints/${id}`);
  expect(seen.answers.map(({ shown }) => shown['zh-CN'])).toEqual(['7']);
  await expect(fileOf('charging-point', { place: '地库' })).rejects.toThrow('422');

  await rollBack(page, forms.version);
  expect((await published('forms')).body).toEqual(forms.body);
  expect(await departmentOf('charging-point', { place: '北门' })).toBe('engineering');
  await goTo(page, product, '/routing?part=categories');
  await rollBack(page, routing.version);
  expect((await published('routing')).body).toEqual(routing.body);
  await expect(fileOf('charging-point', { place: '南门' })).rejects.toThrow('422');
  // What was filed under it goes on.
  await act(product, 'repairer-a', id, 'acknowledge');
});

test('other words in a mail', async () => {
  const before = await published('templates');
  const leak = (unit: string) =>
    file(product, {
      ...{ category: 'water-leak', building: 'b1', unit, household: `east-lake-b1-${unit}` },
      description: '天花板漏水',
    });
  const old = await leak('201');
  await goTo(page, product, '/templates?t=resolved');
  await page.getByLabel('标题（中文）').fill('{{number}} 已修好，请您看看');
  const sample = page.frameLocator('iframe[title="邮件预览：手机"]');
  await sample
    .getByText(/-\d{3} 已修好，请您看看/)
    .first()
    .waitFor();
  await publish(page, '处理完成的通知更亲切');

  const young = await leak('202');
  for (const { id } of [old, young])
    await act(product, 'repairer-a', id, 'resolve', { done: '已换密封圈。', told: '已修好。' });
  await rollBack(page, before.version);
  expect((await published('templates')).body).toEqual(before.body);
  const later = await leak('402');
  await act(product, 'repairer-a', later.id, 'resolve', { done: '已换密封圈。', told: '已修好。' });
  await product.move({ advance: 'PT1M' });
  const said = async (unit: string) => {
    const mails = await product.mails(`b1-${unit}`);
    return mails.map(({ text }) => text.includes('已修好，请您看看')).filter(Boolean).length;
  };
  expect([await said('201'), await said('202'), await said('402')]).toEqual([0, 1, 0]);
  expect((await product.mails('b1-402')).length).toBe(2);
});
