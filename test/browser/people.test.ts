import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBrowser, PHONE, signIn, takePhoto, visit } from '#test/support/browser';
import { act, file } from '#test/support/demo-day';
import { type Detail, type Product, type Row, startProduct } from '#test/support/product';
import en from '../../admin/src/i18n/en.json';

vi.setConfig({ testTimeout: 60_000 });
let product: Product;
let browser: Browser;
/** One light at building 1, acknowledged by repairer A. */
let light: string;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const filed = await file(product, {
    category: 'corridor-light',
    building: 'b1',
    unit: '1201',
    household: 'east-lake-b1-1201',
    description: '楼道灯坏了，来电 13800001111。',
  });
  light = filed.id;
  await act(product, 'repairer-a', light, 'acknowledge');
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const as = async (person: string, use: (page: Page, context: BrowserContext) => Promise<void>, path = '/') => {
  const context = await visit(browser);
  const page = await context.newPage();
  await signIn(page, product, person, path);
  await use(page, context);
  await context.close();
};
const navigation = (page: Page) => page.locator('.shell-nav a').allInnerTexts();

describe('each role sees what it may', () => {
  const everything = ['首页', '我的待办', '投诉', '登记投诉', '离职交接'];
  test.each([
    { person: 'administrator', places: everything, phone: true, acts: true },
    { person: 'site-director', places: everything, phone: true, acts: true },
    { person: 'repairer-a', places: ['我的待办'], phone: true, acts: true },
    { person: 'auditor', places: ['首页', '我的待办', '投诉'], phone: false, acts: false },
  ])('$person', async ({ person, places, phone, acts }) => {
    await as(
      person,
      async (page) => {
        const seen = (await navigation(page)).map((text) => text.trim());
        expect(seen.filter((place) => everything.includes(place))).toEqual(places);
        await page.getByText('楼道灯坏了').waitFor();
        expect(await page.locator('a[href^="tel:"]').count()).toBe(phone ? 1 : 0);
        expect((await page.content()).includes('13800001111')).toBe(phone);
        expect(await page.locator('.actions').count()).toBe(acts ? 1 : 0);
      },
      `/complaints/${light}`,
    );
  });

  test('staff who were never asked see nothing of it, and are told so', async () => {
    await as('gardener', async (page) => {
      await page.getByText('没有等待您处理的事项').waitFor();
      await page.goto(`${product.origin}/complaints/${light}`);
      await page.locator('.state').waitFor();
      expect(await page.content()).not.toContain('楼道灯坏了');
    });
  });
});

test('the other language stays after a reload, and leaves no word behind', async () => {
  await as('customer-centre-clerk-a', async (page) => {
    await page.getByRole('button', { name: 'English' }).click();
    for (const path of ['/work', '/complaints?list=all', '/complaints/new', `/complaints/${light}`]) {
      await page.goto(`${product.origin}${path}`);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      // What people wrote stays as written; everything of ours is English, and no key shows.
      const words = (await page.locator('body').innerText()).replace(
        /楼道灯坏了，来电 13800001111。|1201 住户|中文/g,
        '',
      );
      expect(words.match(/.*[\u4e00-\u9fff].*/g) ?? []).toEqual([]);
      expect(Object.keys(en).filter((key) => words.includes(key))).toEqual([]);
    }
    await page.getByRole('button', { name: '中文' }).click();
    await page.reload();
    await page.getByRole('heading', { name: '处理记录' }).waitFor();
  });
});

test('a half-filled intake survives a reload', async () => {
  await as(
    'customer-centre-clerk-a',
    async (page) => {
      await page.getByRole('combobox', { name: '查找住户' }).fill('402');
      await page.locator('.ant-select-item-option', { hasText: '3 栋 402' }).click();
      await page.getByLabel('情况描述').fill('门禁卡失灵，进不了门。');
      await page.reload();
      await expect.poll(() => page.getByLabel('情况描述').inputValue()).toBe('门禁卡失灵，进不了门。');
      expect(await page.getByLabel('房号').inputValue()).toBe('402');
      await page.locator('.ant-select-selection-item', { hasText: '3 栋 402' }).first().waitFor();
    },
    '/complaints/new',
  );
});

test('from my work on a phone: resolved in place, with a photo, by somebody who may only act', async () => {
  const context = await visit(browser, { size: PHONE });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  await signIn(page, product, 'repairer-a');
  await page.locator('.card', { hasText: '楼道灯不亮' }).getByRole('button', { name: /^处理/ }).click();
  const drawer = page.locator('.ant-drawer-content');
  await drawer.getByRole('button', { name: '处理完成' }).click();
  await drawer.getByLabel('处理情况').fill('更换灯管。');
  await drawer.getByLabel('告知业主的内容').fill('灯已修好。');
  const photo = Buffer.from(await takePhoto(browser));
  await drawer.locator('input[type=file]').setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: photo });
  await drawer.getByText('lamp.jpg').waitFor();
  await drawer.getByRole('button', { name: '处理完成' }).click();
  await page.getByText('没有等待您处理的事项').waitFor();
  expect(refused).toEqual([]);

  expect((await product.call<Detail>('repairer-a', 'GET', `/api/complaints/${light}`)).status).toBe('resolved');
  const { data } = await product.call<{ data: Row[] }>('repairer-a', 'GET', `/api/complaints/${light}/timeline`);
  expect(data.filter(({ type }) => type === 'attached')).toHaveLength(1);
  // The photo is told with what was done, not a second time.
  await page.goto(`${product.origin}/complaints/${light}`);
  await page.locator('.timeline .photos img').first().waitFor();
  expect(await page.locator('.timeline .photos img').count()).toBe(1);
  expect(await page.locator('.timeline').innerText()).not.toContain('附件');
  await context.close();
});
