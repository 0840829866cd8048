import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Household } from '#domain/household';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { DESK, openBrowser, PHONE, signIn, visit } from '#test/support/browser';
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

const found = async (unit: string): Promise<Household[]> =>
  (await product.call<{ data: Household[] }>('administrator', 'GET', `/api/households?site=east-lake&q=${unit}`)).data;
const choose = (name: string, lines: string[]) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) });
const HEAD = '楼栋,房号,姓名,关系,电话';

test('CSV import with two bad rows: told, left out, mended and imported', async () => {
  await signIn(page, product, 'site-director', '/households/import');
  const good = ['1 栋,1901,1901 业主,业主,139 0000 1901', '2 栋,1902,1902 业主,业主,'];
  await choose('住户.csv', [HEAD, ...good, '9 栋,101,某人,业主,', '3 栋,1903,1903 业主,业主,不知道']);
  const problems = page.getByRole('region', { name: '有问题的行（2）' });
  await problems.getByText('第 4 行').waitFor();
  await problems.getByText('该项目没有“9 栋”这栋楼。').waitFor();
  await problems.getByText('第 5 行').waitFor();
  await problems.getByText('“不知道”不是有效的电话号码。').waitFor();
  expect(await found('1901')).toEqual([]);
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    expect([await seriousFindings(page), await sidewaysPixels(page)]).toEqual([[], 0]);
  }

  await page.getByRole('button', { name: '导入 2 户' }).click();
  await page.getByText('已导入 2 户').waitFor();
  expect((await found('1901'))[0]?.members[0]).toMatchObject({ name: '1901 业主', phone: '139 0000 1901' });
  expect(await found('1903')).toEqual([]);

  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await choose('住户.csv', [HEAD, ...good, '3 栋,1903,1903 业主,业主,13900001903']);
  await page.getByRole('button', { name: '导入 1 户' }).click();
  await page.getByText('已导入 1 户').waitFor();
  expect((await found('1903'))[0]?.members[0]?.phone).toBe('13900001903');
});

test('the template is a file that can be imported, and lists come out as files', async () => {
  await page.goto(`${product.origin}/households/import`);
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载模板' }).click(),
  ]);
  const text = readFileSync(await template.path(), 'utf8');
  expect(text.startsWith('\uFEFF楼栋,房号,姓名,关系,电话')).toBe(true);
  await choose('模板.csv', text.slice(1).trimEnd().split('\r\n'));
  await page.getByRole('button', { name: '导入 1 户' }).waitFor();

  await page.goto(`${product.origin}/staff`);
  const [staff] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出' }).click(),
  ]);
  expect(readFileSync(await staff.path(), 'utf8')).toContain('维修工甲,Repairer A,repairer-a@steward.example');
});

test('a workbook, and one who may not import, are told what to do', async () => {
  await page.goto(`${product.origin}/households/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '住户.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\u0003\u0004') });
  await page.getByText('请在 Excel 中“另存为”CSV 文件后再导入。').waitFor();
  const clerk = await (await visit(browser)).newPage();
  await signIn(clerk, product, 'customer-centre-clerk-a', '/households/import');
  await clerk.getByText('您的岗位不包含此页').waitFor();
});
