import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Routing } from '#domain/routing';
import { seriousFindings } from '#test/support/accessibility';
import { openBrowser, pressUntilTold, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
const ADMIN = 'administrator';

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** Takes an option of a list that is open or opens by typing. */
async function choose(page: Page, box: ReturnType<Page['locator']>, option: string): Promise<void> {
  await box.click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first().click();
}

/** A rule for parking, as typed into the drawer; `rest` says more before it is added. */
async function addParkingRule(page: Page, zh: string, en: string, department: string, rest = async () => {}) {
  await page.getByRole('button', { name: '新增规则' }).click();
  const drawer = page.locator('.ant-drawer-content');
  await drawer.getByLabel('中文名称').fill(zh);
  await drawer.getByLabel('英文名称').fill(en);
  await drawer.getByRole('button', { name: '增加条件' }).click();
  await choose(page, drawer.locator('.condition-value').first(), '停车秩序');
  await rest();
  await choose(page, drawer.locator('.ant-form-item', { hasText: '责任部门' }).locator('.ant-select'), department);
  await drawer.getByRole('button', { name: '添加', exact: true }).click();
  await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
}

test('the tester says which rule matches and why the others do not; published, the system does the same', async () => {
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, ADMIN, '/routing');
  const drawer = page.locator('.ant-drawer-content');
  const answer = page.locator('.tester-answer');
  await addParkingRule(page, '夜间停车', 'Parking at night', '环境部', async () => {
    await drawer.getByRole('button', { name: '增加条件' }).click();
    const second = drawer.locator('.condition-row').nth(1);
    await choose(page, second.locator('.ant-select').first(), '工作时间内受理');
    await choose(page, second.locator('.ant-select').nth(1), '否');
  });
  await addParkingRule(page, '停车归工程部', 'Parking to engineering', '工程部');

  const tester = page.locator('.tester');
  await choose(page, tester.locator('.ant-select', { has: page.getByRole('combobox', { name: '类别' }) }), '停车秩序');
  await tester.getByLabel('登记时间').fill('2026-11-24T21:00');
  await answer.getByText('按规则“夜间停车”派单').waitFor();
  expect(await answer.locator('[data-state="later"]').innerText()).toContain('也符合，但前面的规则已生效');
  await tester.getByLabel('登记时间').fill('2026-11-24T10:00');
  await answer.getByText('按规则“停车归工程部”派单').waitFor();
  expect(await answer.locator('[data-state="not"]').innerText()).toContain('需要工作时间内受理为否，实际为是');

  await tester.getByLabel('登记时间').fill('2026-11-24T21:00');
  await page.getByRole('button', { name: '上移：停车归工程部' }).focus();
  await page.keyboard.press('Enter');
  await answer.getByText('按规则“停车归工程部”派单').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '下移：停车归工程部');
  expect(await seriousFindings(page)).toEqual([]);

  // The same by the handle: down and up again, by keyboard as by mouse or finger.
  const names = () => page.locator('.rule .entity-title').allInnerTexts();
  const handle = page.getByRole('button', { name: '拖动排序：停车归工程部' });
  for (const [key, order] of [
    ['ArrowDown', ['夜间停车', '停车归工程部']],
    ['ArrowUp', ['停车归工程部', '夜间停车']],
  ] as const) {
    await handle.focus();
    await page.keyboard.press('Space');
    await page.locator('.sort-row[data-dragging="true"]').waitFor();
    await pressUntilTold(page, key, `停车归工程部将放到第 ${order.indexOf('停车归工程部') + 1} 位`);
    await page.keyboard.press('Space');
    await vi.waitFor(async () => expect(await names()).toEqual(order), 5_000);
  }

  await page.getByLabel('修改说明').fill('停车投诉改由工程部处理');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('已发布第 2 版').waitFor();
  const { body } = await product.call<{ body: Routing }>(ADMIN, 'GET', '/api/documents/routing/main');
  expect(body.rules.map(({ id }) => id)).toEqual(['parking-to-engineering', 'parking-at-night']);
  const { id } = await product.call<{ id: string }>('customer-centre-clerk-a', 'POST', '/api/complaints', {
    site: 'east-lake',
    category: 'parking',
    building: 'b1',
    unit: '301',
    description: '车位被占',
    channel: 'phone',
  });
  const filed = await product.call<Detail>(ADMIN, 'GET', `/api/complaints/${id}`);
  expect(filed.department).toBe('engineering');
  await page.context().close();
});
