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

/** A new visitor: a window of one size, and a browser set to one language. */
export function visit(
  browser: Browser,
  { size = DESK, language = 'zh-CN' }: { size?: typeof DESK; language?: 'zh-CN' | 'en' } = {},
): Promise<BrowserContext> {
  const phone = size.width < 768;
  return browser.newContext({ viewport: size, locale: language, isMobile: phone, hasTouch: phone });
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
