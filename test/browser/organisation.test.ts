import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Organisation } from '#domain/organisation';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { DESK, openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
let context: BrowserContext | undefined;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const PARTS = ['organisation', 'organisation?part=areas', 'organisation?part=buildings'];
const open = async (person: string, path: string, options: Parameters<typeof visit>[1] = {}): Promise<Page> => {
  context = await visit(browser, options);
  const page = await context.newPage();
  await signIn(page, product, person, path);
  return page;
};
const drawer = (page: Page) => page.locator('.ant-drawer-content');
/** Types into a choice and takes the first that fits. */
const choose = async (page: Page, label: string, text: string) => {
  const box = drawer(page).getByRole('combobox', { name: label, exact: true });
  await box.fill(text);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click();
};
const publish = async (page: Page, note: string) => {
  await page.locator('.ant-drawer-content').waitFor({ state: 'hidden' });
  await page.getByPlaceholder(/改了什么/).fill(note);
  await page.locator('.doc-bar').getByRole('button', { name: '发布' }).click();
};
const published = (page: Page) => page.locator('.doc-bar').waitFor({ state: 'detached' });

describe('a manager', () => {
  test('swaps two shifts in one action, and sees who is on duty that night', async () => {
    const page = await open('site-director', '/rosters');
    const now = page.locator('.duty-now');
    expect(await now.innerText()).toContain('现在无人值班');
    expect(await now.innerText()).toContain('下一班 周二 18:00 值班经理乙');
    await page.locator('.duty-week > li', { hasText: '11月24日' }).locator('.turn').click();
    await choose(page, '与哪一班互换', '11月25日');
    await drawer(page).getByRole('button', { name: '互换' }).click();
    await publish(page, '甲乙换班');
    await published(page);
    await product.move({ to: '2026-11-24T11:00:00Z' });
    await page.reload();
    await now.getByText('值班经理甲').waitFor();
    expect((await now.innerText()).replace(/\s+/g, ' ')).toContain('现在值班 值班经理甲 至周三 09:00');
    expect(await page.locator('.turn', { hasText: '已调整' }).count()).toBe(2);
  });

  test('enters an absence and sees who stands in; a circle is told at its field, and nothing typed is lost', async () => {
    const page = await open('site-director', '/absences');
    const add = async (person: string, deputy: string) => {
      await page.getByRole('button', { name: '登记请假' }).click();
      await choose(page, '请假人', person);
      await drawer(page).getByLabel('开始 日期').fill('2026-11-24');
      await choose(page, '代理人', deputy);
    };
    await add('值班经理甲', '值班经理乙');
    await drawer(page).locator('.chain', { hasText: '值班经理甲 → 值班经理乙' }).waitFor();
    await drawer(page).getByRole('button', { name: '添加' }).click();
    await publish(page, '甲休假');
    await published(page);
    await page.goto(`${product.origin}/rosters`);
    await page.locator('.duty-now', { hasText: '值班经理乙代班' }).waitFor();

    await page.goto(`${product.origin}/absences`);
    await add('值班经理乙', '值班经理甲');
    await drawer(page).getByText('代理人循环：').waitFor();
    await drawer(page).getByRole('button', { name: '添加' }).click();
    await publish(page, '乙休假');
    await page.getByText('需要修改').first().waitFor();
    await page.reload();
    await page.locator('.entity-title', { hasText: '值班经理乙' }).click();
    await choose(page, '代理人', '客服主管');
    await drawer(page).getByRole('button', { name: '完成' }).click();
    await publish(page, '乙休假，客服主管代理');
    await published(page);
    const chain = page.locator('tr', { hasText: '值班经理甲' }).first().locator('.chain');
    expect(await chain.innerText()).toBe('值班经理甲 → 值班经理乙 → 客服主管');
  });

  test('adds a person on a phone; a wrong address is told at its field', async () => {
    const page = await open('site-director', '/staff', { size: PHONE });
    await page.getByRole('button', { name: '新增人员' }).click();
    await drawer(page).getByRole('button', { name: '添加' }).click();
    expect(await drawer(page).getByText('请填写').count()).toBe(3);
    await drawer(page).getByLabel('中文名称').fill('电工');
    await drawer(page).getByLabel('邮箱').fill('electrician@');
    await page.reload();
    await page.getByRole('button', { name: '新增人员' }).click();
    expect(await drawer(page).getByLabel('中文名称').inputValue()).toBe('电工');
    await drawer(page).getByLabel('英文名称').fill('Repairer A');
    await drawer(page).getByRole('button', { name: '添加' }).click();
    await publish(page, '新员工');
    await page.locator('.card', { hasText: '需要修改' }).locator('.entity-title').click();
    await drawer(page).getByText('请填写有效的电子邮箱').waitFor();
    await drawer(page).getByLabel('邮箱').fill('electrician@steward.example');
    await drawer(page).getByRole('button', { name: '完成' }).click();
    await publish(page, '新员工');
    await published(page);
    const { body } = await product.call<{ body: Organisation }>(
      'administrator',
      'GET',
      '/api/documents/organisation/main',
    );
    expect(body.people.at(-1)).toMatchObject({
      id: expect.stringMatching(/repairer-a/),
      email: 'electrician@steward.example',
      sites: ['east-lake'],
      role: 'staff',
    });
    expect(body.people.filter(({ id }) => id === 'repairer-a')).toHaveLength(1);
  });

  test('may look at the company and change nothing of it', async () => {
    const page = await open('site-director', '/organisation?part=company');
    await page.getByText('公司资料由公司管理员修改').waitFor();
    expect(await page.getByLabel('中文名称').isDisabled()).toBe(true);
    await page.goto(`${product.origin}/staff`);
    await page.locator('.entity-title', { hasText: '总经理' }).click();
    await drawer(page).getByText('您可以查看，但不能修改').waitFor();
    expect(await drawer(page).getByLabel('邮箱').isDisabled()).toBe(true);
  });
});

test('who still answers for something is not deactivated unawares', async () => {
  const page = await open('administrator', '/staff');
  await page.getByRole('button', { name: '维修工甲', exact: true }).click();
  await drawer(page).getByRole('switch', { name: '在职' }).click();
  await page.locator('.ant-popconfirm', { hasText: '仍有 2 处由此人负责' }).waitFor();
  expect(await page.locator('.ant-popconfirm a').getAttribute('href')).toBe('/leaver?person=repairer-a');
});

describe.each(['zh-CN', 'en'] as const)('nothing serious is wrong in %s', (language) => {
  test.each(Object.entries({ desk: DESK, phone: PHONE }))('on a %s', async (_, size) => {
    const page = await open('administrator', '/organisation', { language });
    await page.evaluate((chosen) => localStorage.setItem('steward.language', chosen), language);
    await page.setViewportSize(size);
    const found: Record<string, unknown> = {};
    for (const path of [...PARTS, 'staff', 'rosters', 'absences']) {
      await page.goto(`${product.origin}/${path}`);
      await page.locator('.page h1').waitFor();
      await page.waitForLoadState('networkidle');
      const faults = [...(await seriousFindings(page)), await sidewaysPixels(page)];
      if (faults.some((fault) => fault !== 0)) found[path] = faults;
    }
    await page.goto(`${product.origin}/staff`);
    await page.locator('.entity-title').first().click();
    await drawer(page).locator('input').first().waitFor();
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    expect({ ...found, drawer: await seriousFindings(page) }).toEqual({ drawer: [] });
  });
});
