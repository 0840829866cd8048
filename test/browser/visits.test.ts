import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Round } from '#http/schemas/visit';
import { openBrowser, PHONE, signIn, visit } from '#test/support/browser';
import { type Detail, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** A leak that was mended: severe enough for everybody to be asked how it went. */
async function mended(unit: string): Promise<string> {
  const { id } = await product.call<{ id: string }>('customer-centre-clerk-a', 'POST', '/api/complaints', {
    ...{ site: 'east-lake', category: 'water-leak', building: 'b1', unit, household: `east-lake-b1-${unit}` },
    ...{ description: '厨房顶上滴水', channel: 'phone', verified: true },
  });
  const act = (as: string, action: string, input: object) =>
    product.call(as, 'POST', `/api/complaints/${id}/actions/${action}`, input);
  await act('repairer-a', 'resolve', { done: '换管', told: '已修好' });
  await act('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  return id;
}

test('a steward walks the round on a phone, floor by floor, and writes down what was said', async () => {
  const high = await mended('1201');
  await mended('402');
  await product.move({ to: '2026-11-26T03:00:00.000Z' });
  const page = await (await visit(browser, { size: PHONE })).newPage();
  await signIn(page, product, 'steward-b1', '/visits');
  const cards = page.locator('.visit-card');
  await cards.nth(1).waitFor();
  expect(await cards.locator('.entity-title').allTextContents()).toEqual([
    expect.stringMatching(/^402 /),
    expect.stringMatching(/^1201 /),
  ]);
  expect(await cards.nth(0).locator('.visit-call').getAttribute('href')).toBe('tel:13900000402');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(PHONE.width);

  await cards.nth(1).locator('.entity-title').click();
  await page.getByRole('button', { name: '记录回访' }).first().click();
  await page.locator('.ant-rate-star').nth(1).click();
  await page.getByRole('radio', { name: '没有解决' }).check();
  await page.getByRole('textbox', { name: '住户怎么说' }).fill('晚上又滴水了');
  await page.getByRole('button', { name: '记录回访' }).last().click();
  await expect
    .poll(async () => (await product.call<Round>('steward-b1', 'GET', '/api/visits/round')).visits.length)
    .toBe(1);
  await expect
    .poll(() => product.call<Detail>('site-director', 'GET', `/api/complaints/${high}`), { timeout: 10_000 })
    .toMatchObject({ endedAt: null, reopened: 1, level: 1 });
});
