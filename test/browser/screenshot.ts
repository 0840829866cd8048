import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, signIn, takePhoto, visit } from '#test/support/browser';
import { liveThroughDay } from '#test/support/demo-day';
import { startProduct } from '#test/support/product';

/**
 * The README's picture: `npx tsx test/browser/screenshot.ts` writes test/browser/screenshot.png. A complaint in Chinese
 * that climbs its ladder, as the site's director sees it at 1440 x 900; time stands still, so it looks the same each time.
 */
const LARGEST = 300_000;
const product = await startProduct();
const browser = await openBrowser();
try {
  const { climbing } = await liveThroughDay(product, await takePhoto(browser));
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, 'site-director', `/complaints/${climbing.id}`);
  await page.locator('.timeline li').last().waitFor();
  await page.locator('.step[data-present="true"]').waitFor();
  const png = await page.screenshot();
  if (png.length > LARGEST) throw new Error(`The picture has ${png.length} bytes, more than ${LARGEST}.`);
  writeFileSync(join(import.meta.dirname, 'screenshot.png'), png);
  process.stdout.write(`screenshot.png: ${png.length} bytes\n`);
} finally {
  await browser.close();
  await product.close();
}
