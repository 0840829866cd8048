import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { HOUR } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { MORNING, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
const ADMIN = 'administrator';
const now = Date.parse(MORNING);
const read = <T>(path: string) => product.call<{ version: number; body: T }>(ADMIN, 'GET', path);

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const path = '/api/documents/absences/main';
  const { version } = await read(path);
  const absences = [
    // Wednesday 16:00 to Friday 18:00, and for good from Saturday on.
    { person: 'site-director', from: now + 30 * HOUR, to: now + 80 * HOUR, deputy: null },
    { person: 'engineering-head', from: now + 100 * HOUR, to: now + 5000 * HOUR, deputy: 'repairer-b' },
  ];
  await product.call(ADMIN, 'PUT', path, { expected: version, note: '休假', body: { absences } });
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const open = async (person: string, path: string, options?: Parameters<typeof visit>[1]): Promise<Page> => {
  const page = await (await visit(browser, options)).newPage();
  await signIn(page, product, person, path);
  return page;
};

test('the home page names the next gap, why, and where to mend it; whoever may not read documents sees none', async () => {
  const page = await open(ADMIN, '/home');
  const next = page.getByRole('region', { name: '人员空档预测' });
  await next.getByText('下一个空档：周三 16:00 至 18:00').waitFor();
  const words = await next.innerText();
  for (const said of [
    '无人',
    '第 3 级',
    '等待响应',
    '标准投诉流程',
    '管理处主任请假且无代理人',
    '计算时间：周二 10:00',
  ])
    expect(words).toContain(said);
  await next.getByRole('link', { name: '去指定代理人' }).click();
  await page.getByRole('heading', { level: 1, name: '请假' }).waitFor();
  await page.context().close();

  const clerk = await open('customer-centre-clerk-a', '/home');
  await clerk.getByRole('heading', { name: '超时投诉' }).waitFor();
  expect(await clerk.getByRole('region', { name: '人员空档预测' }).count()).toBe(0);
  await clerk.goto(`${product.origin}/coverage`);
  await clerk.locator('#main .state').waitFor();
  expect(await clerk.locator('.coverage-strip').count()).toBe(0);
  await clerk.context().close();
});

test('the forecast on a phone: each level in words and as a strip, one person only behind a fold', async () => {
  const page = await open(ADMIN, '/home', { size: PHONE, language: 'en' });
  await page.evaluate(() => localStorage.setItem('steward.language', 'en'));
  await page.goto(`${product.origin}/home`);
  await page.getByRole('link', { name: 'Forecast for 90 days' }).click();
  const level = page.getByRole('listitem').filter({ hasText: 'Level 2 · Acknowledge, Follow through' }).first();
  const strip = level.getByRole('img');
  await strip.waitFor();
  expect(await strip.getAttribute('aria-label')).toMatch(/^leans on somebody who leaves for 85 d, one person only for/);
  expect(await level.innerText()).toContain('Repairer B, in place of somebody who leaves');
  expect(await level.innerText()).toContain('From Sat 14:00 on');
  expect(await level.getByRole('link', { name: 'Hand over their duties' }).getAttribute('href')).toBe('/leaver');

  const fold = level.locator('summary');
  expect(await level.getByText('Only Security head').isVisible()).toBe(false);
  await fold.focus();
  await page.keyboard.press('Enter');
  await level.getByText('Only Security head').waitFor();
  expect([await seriousFindings(page), await sidewaysPixels(page)]).toEqual([[], 0]);
  await page.context().close();
});

test('before a workflow is published: the draft beside the version in force', async () => {
  const { version, body } = await read<Definition>('/api/documents/workflow/complaint');
  const steps = body.steps.map((step) =>
    step.id === 'nobody-acted' && step.type === 'ask'
      ? { ...step, levels: [{ to: [{ kind: 'onDuty', roster: 'duty-manager' }] }] }
      : step,
  );
  const draft = { revision: 0, base: version, body: { ...body, steps } };
  await product.call(ADMIN, 'PUT', '/api/documents/workflow/complaint/draft', draft);
  const page = await open(ADMIN, '/workflows/complaint');
  await page.getByRole('button', { name: '查看并发布' }).click();
  const found = page.getByRole('region', { name: '人员空档预测' });
  const [, more = '', less = ''] =
    /草稿 (\d+) 天，现行版本 (.+)。/.exec(await found.getByText('有一级找不到人的时间').innerText()) ?? [];
  // By day nobody has the duty manager's turn; the director is away for two days and a half.
  expect([Number(more) > 20, less]).toEqual([true, '20 小时']);
  const level = found.getByRole('listitem').filter({ hasText: '第 1 级 · 无人处理' }).first();
  expect(await level.innerText()).toContain('没有排班');
  expect(await level.getByRole('link', { name: '去排班' }).getAttribute('href')).toBe('/rosters');
  expect(await seriousFindings(page)).toEqual([]);
  await page.context().close();
});
