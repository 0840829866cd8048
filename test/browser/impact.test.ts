import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { workingHours } from '#domain/limit';
import type { Definition, Step } from '#domain/workflow/definition';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, type Row, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
const ADMIN = 'administrator';
const WORKFLOW = '/api/documents/workflow/complaint';
let product: Product;
let browser: Browser;
let context: BrowserContext | undefined;
const filed: string[] = [];
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  for (const unit of ['1201', '802', '401', '201']) {
    const body = {
      site: 'east-lake',
      category: 'corridor-light',
      building: 'b1',
      unit,
      description: '灯不亮',
      channel: 'phone',
    };
    filed.push((await product.call<{ id: string }>('customer-centre-clerk-a', 'POST', '/api/complaints', body)).id);
  }
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const open = async (path: string, options: Parameters<typeof visit>[1] = {}): Promise<Page> => {
  context = await visit(browser, options);
  const page = await context.newPage();
  await signIn(page, product, ADMIN, path);
  return page;
};
const present = () => product.call<{ version: number; body: Definition }>(ADMIN, 'GET', WORKFLOW);
const workflowOf = async (id: string) => {
  const { groups } = await product.call<{
    groups: { workflow: { version: number }; step: string; items: { id: string }[] }[];
  }>(ADMIN, 'GET', '/api/workflows/complaint/open');
  const found = groups.find(({ items }) => items.some((item) => item.id === id));
  return [found?.workflow.version, found?.step];
};

test('published with a group to move: looked at first, moved by itself afterwards, told on the timeline', async () => {
  const { version, body } = await present();
  const hurried: Definition = {
    ...body,
    steps: body.steps.map(
      (step): Step =>
        step.id === 'accept' && step.type === 'ask'
          ? { ...step, levels: step.levels.map((level) => ({ ...level, within: workingHours(1) })) }
          : step,
    ),
  };
  await product.call(ADMIN, 'PUT', `${WORKFLOW}/draft`, { revision: 0, base: version, body: hurried });
  const page = await open('/workflows/complaint');
  await page.getByRole('button', { name: '查看并发布' }).click();
  const drawer = page.locator('.ant-drawer-content:visible');
  const impact = drawer.locator('.impact');
  const group = impact.locator('.impact-group', { hasText: '等待响应' });
  expect(await group.innerText()).toMatch(/等待响应 4 件\s*第 1 版 · 未升级/);
  expect(await group.getByRole('radio', { name: '保留' }).isChecked()).toBe(true);
  await group.getByText('转移', { exact: true }).click();
  await group.getByText('截止时间有变化 4 件').waitFor();
  expect(await group.locator('.impact-row').first().innerText()).toMatch(
    /本步骤截止\s*周二 15:30\s*→\s*周二 11:00\s*下一批邮件\s*周二 15:30 发给.+\s*→\s*周二 11:00 发给/,
  );
  expect(await seriousFindings(page)).toEqual([]);
  await drawer.getByPlaceholder(/改了什么/).fill('响应时限改为 1 小时');
  await drawer.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('已转移 4 件').waitFor();
  for (const id of filed) expect(await workflowOf(id)).toEqual([2, 'accept']);
  const mails = (await product.mails('engineering-head')).length;
  await page.goto(`${product.origin}/complaints/${filed[0]}`);
  await page.locator('.timeline').getByText('将其从流程第 1 版转到第 2 版').waitFor();
  await product.move({ to: '2026-11-24T03:00:00Z' });
  expect((await product.mails('engineering-head')).length).toBe(mails + filed.length);
  const { data } = await product.call<{ data: Row[] }>(ADMIN, 'GET', `/api/complaints/${filed[0]}/timeline?limit=100`);
  expect(data.map(({ type }) => type)).toContain('moved');
  expect((await product.call<Detail>(ADMIN, 'GET', `/api/complaints/${filed[0]}`)).level).toBe(1);
});

test('later, on a phone: those whose step is gone stay, with the reason, until one says where they go', async () => {
  const { version, body } = await present();
  const next: Definition = {
    ...body,
    steps: body.steps.flatMap((step): Step[] =>
      step.id === 'accept' ? [] : [JSON.parse(JSON.stringify(step).replaceAll('"next":"accept"', '"next":"handle"'))],
    ),
  };
  await product.call(ADMIN, 'PUT', WORKFLOW, { expected: version, body: next, note: '不再单独响应' });
  const page = await open('/workflows/complaint', { size: PHONE });
  await page.locator('.impact-note').getByText('仍有 4 件在办投诉使用较早的版本').waitFor();
  await page.getByRole('button', { name: '保留或转移' }).click();
  const drawer = page.locator('.ant-drawer-content:visible');
  const group = drawer.locator('.impact-group');
  expect(await group.innerText()).toContain('已升至第 2 级');
  await group.getByText('转移', { exact: true }).click();
  await group.getByText('新版本中没有它所在的步骤').first().waitFor();
  await group.getByText('不能转移 4 件').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await group.getByRole('combobox').fill('跟进处理');
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '跟进处理' }).click();
  await group.getByText('立即通知相关人员 4 件').waitFor();
  expect(await sidewaysPixels(page)).toBe(0);
  // Cut off on the way: what was chosen stands, and it goes on.
  await page.route('**/moves', (route) => route.abort(), { times: 1 });
  await drawer.getByRole('button', { name: '转移 4 件' }).click();
  await page.locator('.ant-popover:visible').getByRole('button', { name: '转移 4 件' }).click();
  await drawer.getByText('转移中断，已转移 0 件').waitFor();
  await drawer.getByRole('button', { name: '重试' }).click();
  await drawer.getByText('已转移 4 件').waitFor();
  for (const id of filed) expect(await workflowOf(id)).toEqual([3, 'handle']);
  await page.keyboard.press('Escape');
  await page.locator('.impact-note').waitFor({ state: 'detached' });
});
