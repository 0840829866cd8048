import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Organisation } from '#domain/organisation';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { DESK, openBrowser, PHONE, signIn, takePhoto, visit } from '#test/support/browser';
import { type DemoDay, liveThroughDay } from '#test/support/demo-day';
import { linkOf, type Product, type Summary, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
let day: DemoDay;
const CLERK = 'customer-centre-clerk-a';

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await speakEnglish('site-director');
  day = await liveThroughDay(product, await takePhoto(browser));
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** From the next mail on, mails and pages to this person are in English. */
async function speakEnglish(person: string): Promise<void> {
  const path = '/api/documents/organisation/main';
  const { version, body } = await product.call<{ version: number; body: Organisation }>('administrator', 'GET', path);
  const people = body.people.map((one) => (one.id === person ? { ...one, language: 'en' } : one));
  await product.call('administrator', 'PUT', path, { expected: version, note: 'English', body: { ...body, people } });
}

const lastLinkTo = async (person: string, number: string): Promise<string> =>
  linkOf((await product.mails(person)).findLast(({ subject }) => subject.includes(number)) ?? fail(person));
const fail = (person: string): never => {
  throw new Error(`no mail to ${person}`);
};

/** What is wrong with the page as it stands. */
async function faults(page: Page): Promise<string[]> {
  const sideways = await sidewaysPixels(page);
  return [...(await seriousFindings(page)), ...(sideways > 0 ? [`${sideways} pixels beyond the right edge`] : [])];
}

const sizes = { desk: DESK, phone: PHONE };
const views = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['desk', 'phone'] as const).map((size) => ({ language, size })),
);

describe.each(views)('in $language at the $size', ({ language, size }) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await visit(browser, { size: sizes[size], language });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test('signing in and every page of the panel is usable by everybody', async () => {
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      found[name] = await faults(page);
    };
    await page.goto(product.origin);
    await page.locator('.sign-in-card button').waitFor();
    await look('sign-in');
    await page.locator('.sign-in-card button').click();
    await page.locator('button[name="person"]').first().waitFor();
    await look('people');
    await page.evaluate((chosen) => localStorage.setItem('steward.language', chosen), language);
    await signIn(page, product, CLERK);
    await page.locator('.rows, .cards').waitFor();
    await look('work');
    for (const [name, path, shown] of [
      ['complaints', '/complaints?list=all', '.rows, .cards'],
      ['nothing found', '/complaints?status=withdrawn', '.state'],
      ['intake', '/complaints/new', '.form'],
      ['complaint', `/complaints/${day.leak.id}`, '.timeline .photos img'],
      ['ended', `/complaints/${day.closed.id}`, '.timeline'],
      ['no such page', '/nowhere', '.state'],
    ] as const) {
      await page.goto(`${product.origin}${path}`);
      await page.locator(shown).first().waitFor();
      if (name === 'complaint' && size === 'desk') await page.locator('.step[data-present="true"]').waitFor();
      await look(name);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });

  test('what opens on a page is as well: why, an action’s form, the limits of a category, acting from my work', async () => {
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      found[name] = await faults(page);
    };
    const settled = (selector: string) =>
      page.waitForFunction((css) => {
        const moving = document.querySelector(css)?.getAnimations({ subtree: true }) ?? [];
        return document.querySelector(css) !== null && moving.every(({ playState }) => playState !== 'running');
      }, selector);
    await page.goto(`${product.origin}/complaints/${day.climbing.id}`);
    await page.locator('.clock button').first().click();
    await page.locator('.why').waitFor();
    await settled('.ant-drawer');
    await look('why');
    await page.keyboard.press('Escape');
    await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
    await page.locator('.actions-leading button').nth(1).click();
    await page.locator('.time-choice').waitFor();
    await look('form');
    await page.goto(`${product.origin}/complaints/new`);
    await page.locator('#category').fill(language === 'en' ? 'Lift' : '电梯');
    await page.locator('.ant-select-item-option').first().click();
    await page.locator('.category-facts').waitFor();
    await settled('.category-facts');
    await look('category');
    await page.goto(`${product.origin}/work`);
    await page.locator('.rows button, .cards button').first().click();
    await page.locator('.ant-drawer .actions').waitFor();
    await settled('.ant-drawer');
    await look('acting');
    expect(found).toEqual({ why: [], form: [], category: [], acting: [] });
  });

  test('so are the pages behind the links', async () => {
    const person = language === 'en' ? 'site-director' : 'repairer-a';
    const found: Record<string, string[]> = {};
    const open = async (name: string, address: string) => {
      await page.goto(address);
      await page.locator('h1').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      found[name] = await faults(page);
    };
    const link = await lastLinkTo(person, day.climbing.number);
    await open('action', link);
    await open('an action opened', `${link}?do=promise`);
    await open('no link', `${product.origin}/a/nothing`);
    const handled = (await product.mails(person)).find(({ subject }) => subject.includes(day.leak.number));
    await open('handled', linkOf(handled ?? fail(person)));
    await open('a note', `${link}?do=note`);
    await page.locator('#note-text').fill('Seen.');
    await page.locator('button[value="note"]').click();
    await page.locator('input[type=file]').waitFor();
    found.result = await faults(page);
    expect(found).toEqual({ action: [], 'an action opened': [], 'no link': [], handled: [], 'a note': [], result: [] });
  });
});

test('opening every link of every mail, as a scanner with script does, changes nothing', async () => {
  const mails = await product.mails();
  const links = [...new Set(mails.flatMap(({ text }) => text.match(/https?:\/\/\S+\/a\/\S+/g) ?? []))];
  expect(links.length).toBeGreaterThan(20);
  const before = await everythingKnown();
  const context = await visit(browser);
  const open = async (page: Page, address: string) => {
    const answer = await page.goto(address, { waitUntil: 'load' });
    expect(answer?.status()).toBe(200);
  };
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await Promise.all(
    pages.map(async (page, worker) => {
      for (const link of links.filter((_, index) => index % pages.length === worker)) {
        await open(page, link);
        for (const way of await page.locator('main a[href^="?do="]').evaluateAll((ways) => ways.map(String)))
          await open(page, way);
      }
    }),
  );
  await Promise.all(links.map((link) => fetch(link, { method: 'HEAD' })));
  await context.close();
  await product.move({ advance: 'PT0S' });
  expect(await everythingKnown()).toEqual(before);
  expect(await product.mails()).toHaveLength(mails.length);
});

/** Every complaint with its version, and all of its timeline. */
async function everythingKnown(): Promise<unknown[]> {
  const { data } = await product.call<{ data: Summary[] }>(
    CLERK,
    'GET',
    '/api/complaints?site=east-lake&list=all&limit=50',
  );
  return Promise.all(
    data.map(async ({ id }) => [
      await product.call(CLERK, 'GET', `/api/complaints/${id}`),
      await product.call(CLERK, 'GET', `/api/complaints/${id}/timeline?limit=100`),
    ]),
  );
}
