import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Definition, StepOf } from '#domain/workflow/definition';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
const ADMIN = 'administrator';
const TABLET = { width: 1024, height: 768 };
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

const open = async (person: string, path: string, options: Parameters<typeof visit>[1] = {}): Promise<Page> => {
  context = await visit(browser, options);
  const page = await context.newPage();
  await signIn(page, product, person, path);
  return page;
};
const row = (page: Page, label: string) => page.locator('.flow-row-button', { hasText: label }).first();
const form = (page: Page) => page.locator('.flow-form');
/** Takes an option of a list to choose from. */
const choose = async (page: Page, label: string, option: string) => {
  await form(page).getByRole('combobox', { name: label, exact: true }).fill(option);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
};
/** From the step that is selected in the diagram to another. */
const drawLine = async (page: Page, to: string) => {
  const centre = async (handle: ReturnType<Page['locator']>) => {
    await (await handle.elementHandle())?.waitForElementState('stable');
    const { x = 0, y = 0, width = 0, height = 0 } = (await handle.boundingBox()) ?? {};
    return [x + width / 2, y + height / 2] as const;
  };
  const target = page.locator('.react-flow__node', { hasText: to }).locator('.react-flow__handle.target');
  await page.mouse.move(...(await centre(page.locator('.react-flow__handle[data-out="true"]'))));
  await page.mouse.down();
  await page.mouse.move(...(await centre(target)), { steps: 6 });
  await page.mouse.up();
};
const published = async (): Promise<{ version: number; body: Definition }> =>
  product.call(ADMIN, 'GET', '/api/documents/workflow/complaint');
const stepIn = ({ steps }: Definition, id: string) => steps.find((step) => step.id === id);

test('a level is added, a limit changed, a step deleted, each taken back and done again by keyboard, and published', async () => {
  const page = await open(ADMIN, '/workflows');
  await page.locator('.tile', { hasText: '所有投诉的默认流程' }).getByRole('link', { name: '标准投诉流程' }).click();

  await row(page, '等待响应').click();
  await page.getByRole('button', { name: '增加一级' }).click();
  expect(await form(page).locator('.rung').last().innerText()).toContain('请填写完整');
  expect(await row(page, '等待响应').innerText()).toContain('1 个问题');
  await choose(page, '第 5 级 · 通知谁：添加', '总经理');
  await row(page, '等待响应').locator('.flow-wrong').waitFor({ state: 'detached' });

  await form(page).locator('.rung-title').first().click();
  await form(page).getByRole('combobox', { name: '第 1 级 · 多长时间' }).fill('30分钟');
  await form(page).getByText('30 分钟（全天计时）内无人响应').waitFor();
  await row(page, '等待响应').focus();
  await page.keyboard.press('Control+z');
  await form(page).getByText('本单响应时限内无人响应').first().waitFor();
  await page.keyboard.press('Control+Shift+z');
  await form(page).getByText('30 分钟（全天计时）内无人响应').waitFor();

  await row(page, '部分解决，继续处理').click();
  await page.keyboard.press('Delete');
  await row(page, '部分解决，继续处理').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('tell-going-on');
  await page.keyboard.press('ArrowUp');
  await form(page).getByText('按条件走不同的路径').waitFor();
  expect(await form(page).locator('.flow-case').nth(1).innerText()).toContain('告知继续处理');
  expect(await seriousFindings(page)).toEqual([]);

  await drawLine(page, '重新打开并升级');
  await page.getByRole('dialog').getByText('何时转到“重新打开并升级”？').waitFor();
  await page.getByRole('dialog').getByText('否 → 结案归档').click();
  await page.getByRole('button', { name: '连接', exact: true }).click();
  await form(page).locator('.ant-form-item', { hasText: '都不符合时转到' }).getByText('重新打开并升级').waitFor();
  await page.keyboard.press('Control+z');
  await form(page).locator('.ant-form-item', { hasText: '都不符合时转到' }).getByText('结案归档').waitFor();

  await page.getByRole('button', { name: '查看并发布' }).click();
  const drawer = page.locator('.ant-drawer-content');
  await drawer.getByText('没有问题，可以发布').waitFor();
  expect(await drawer.locator('.difference').innerText()).toMatch(
    /等待响应 › 第 1 级 › 时限\s*本单响应时限\s*→\s*30 分钟（全天计时）/,
  );
  expect(await seriousFindings(page)).toEqual([]);
  await drawer.getByPlaceholder(/改了什么/).fill('增加总经理一级');
  await drawer.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('已发布第 2 版').waitFor();
  await page.locator('.doc-version', { hasText: '第 2 版' }).waitFor();

  const { version, body } = await published();
  expect(version).toBe(2);
  const accept = stepIn(body, 'accept') as StepOf<'ask'>;
  expect([accept.levels.length, accept.levels[0]?.within]).toEqual([5, { kind: 'elapsed', minutes: 30 }]);
  expect(accept.levels[4]?.to).toEqual([{ kind: 'companyPost', post: 'general-manager' }]);
  expect([stepIn(body, 'go-on'), stepIn(body, 'is-satisfied')]).toEqual([
    undefined,
    expect.objectContaining({ cases: expect.arrayContaining([expect.objectContaining({ next: 'tell-going-on' })]) }),
  ]);
});

test('a loop without a wait is told at its field with what to do, and refuses to be published', async () => {
  const page = await open(ADMIN, '/workflows/complaint?at=is-verified', { size: TABLET });
  await choose(page, '都不符合时转到', '是否重大投诉');
  const field = form(page).locator('.ant-form-item', { hasText: '都不符合时转到' });
  await field.getByText('请在循环中加入“等待”或“请人处理”').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
  expect(await page.locator('.step', { hasText: '是否已核实' }).getByLabel('有问题').count()).toBe(1);
  await page.getByRole('button', { name: '查看并发布' }).click();
  const drawer = page.locator('.ant-drawer-content:visible');
  await drawer.getByPlaceholder(/改了什么/).fill('会绕圈的改动');
  await drawer.getByRole('button', { name: '发布', exact: true }).click();
  await drawer.getByText('暂不能发布').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '查看并发布' }).click();
  await drawer.getByText('暂不能发布').waitFor({ state: 'detached' });
  await drawer.getByRole('button', { name: '定时' }).click();
  await page.locator('.ant-modal').getByLabel('修改说明').fill('下周起会绕圈');
  await page.getByRole('button', { name: '安排发布' }).click();
  await drawer.getByText('暂不能发布').waitFor();
  expect(await product.call(ADMIN, 'GET', '/api/planned')).toMatchObject({ data: [] });
  const before = (await published()).version;
  await drawer.getByRole('button', { name: '是否已核实' }).click();
  await field.waitFor();
  await page.keyboard.press('Control+z');
  await field.getByText('请在循环中加入').waitFor({ state: 'detached' });
  expect((await published()).version).toBe(before);
});

test('whoever may not publish reads; on a phone the list stands alone and a step opens over it', async () => {
  const page = await open('auditor', '/workflows/complaint', { size: PHONE });
  await page.getByText('您可以查看，但不能修改').waitFor();
  expect(await page.locator('.diagram').count()).toBe(0);
  await row(page, '是否满意').click();
  await form(page).getByText('按条件走不同的路径').waitFor();
  expect(await form(page).getByRole('button', { name: '删除' }).count()).toBe(0);
  expect(await form(page).getByLabel('英文名称').isDisabled()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
});
