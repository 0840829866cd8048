import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { root } from './built.ts';
import type { Product } from './product.ts';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `npm test` found or CHROMIUM_PATH names; a profile of its own that goes with it. */
export async function openBrowser(): Promise<Browser> {
  const file = pathToFileURL(join(root, 'infra/local/launch/browser.mjs')).href;
  const launch: { findBrowser(): Promise<string | null>; HOW_TO_INSTALL: string } = await import(file);
  const executablePath = await launch.findBrowser();
  if (!executablePath) throw new Error(launch.HOW_TO_INSTALL);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A new visitor: a window of one size, and a browser set to one language and to no motion, so that nothing is met half-way. */
export function visit(
  browser: Browser,
  { size = DESK, language = 'zh-CN' }: { size?: typeof DESK; language?: 'zh-CN' | 'en' } = {},
): Promise<BrowserContext> {
  const phone = size.width < 768;
  return browser.newContext({
    viewport: size,
    locale: language,
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  });
}

/** By the people page, as a person does: from wherever `path` leads to, to where it leads on. */
export async function signIn(
  page: Page,
  { origin }: Pick<Product, 'origin'>,
  person: string,
  path = '/',
): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.locator('.sign-in-card button').click();
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.locator('#main h1, #main .state').first().waitFor();
}

/**
 * Moves a row that was taken up by keyboard; `told` is what the page says of its new place. A row just taken up may not
 * know its neighbours yet: where nothing comes of it one presses again, as anybody would.
 */
export async function pressUntilTold(page: Page, key: string, told: string, times = 5): Promise<void> {
  const place = page.getByText(told).first();
  for (let pressed = 1; pressed <= times; pressed++) {
    await page.keyboard.press(key);
    const isLast = pressed === times;
    const heard = place.waitFor({ state: 'attached', timeout: 3_000 }).then(() => true);
    if (await (isLast ? heard : heard.catch(() => false))) return;
  }
}

/** A picture that every browser can show: a stain on a ceiling. */
export async function takePhoto(browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  const stain = 'radial-gradient(ellipse at 52% 46%, #7d6a4b, #a89878 22%, transparent 36%)';
  await page.setContent(
    `<body style="margin:0;height:480px;background:${stain},linear-gradient(160deg,#e9e4da,#b9b0a0 60%,#6f6657)">`,
  );
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 80 });
  await page.close();
  return jpeg;
}
