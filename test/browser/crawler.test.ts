import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Route } from '#http/route';
import { routes } from '#http/routes';
import { openBrowser, signIn, takePhoto, visit } from '#test/support/browser';
import { act, type DemoDay, liveThroughDay } from '#test/support/demo-day';
import { localClient, withStore } from '#test/support/engine';
import { type Product, startProduct } from '#test/support/product';
import { digestTables } from '#test/support/table-digest';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const known = withStore();
let product: Product;
let browser: Browser;
let day: DemoDay;
/** Every address in every mail of the day, to staff and to residents. */
let links: string[];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ endpoint: known.engine.endpoint }), openBrowser()]);
  day = await liveThroughDay(product, await takePhoto(browser));
  const mails = await product.mails();
  const addresses = mails.flatMap(({ text, html }) =>
    [...text.matchAll(/https?:\/\/[^\s"<>]+/g), ...hrefs(html)].map(String),
  );
  links = [...new Set(addresses.map(plain))].filter(isOurs);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const plain = (address: string) => address.replaceAll('&amp;', '&').split('#')[0] ?? '';
/** What is fetched by a tap or by itself; where forms are posted to is pressed by people only. */
const hrefs = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address);
const isOurs = (address: string): boolean => address.startsWith(`${product.origin}/`);

interface State {
  rows: Record<string, string>;
  mails: number;
}
/** All that is stored and all that was sent, once whatever was set going has come to rest. */
async function stateNow(): Promise<State> {
  await product.move({ advance: 'PT0S' });
  const client = localClient(known.engine.endpoint);
  const rows = await digestTables(client, [known.tableName, known.localTableName]);
  client.destroy();
  return { rows, mails: (await product.mails()).length };
}
/** Rows that are new, gone or different. */
const changed = (before: State, after: State): string[] =>
  [...new Set([...Object.keys(before.rows), ...Object.keys(after.rows)])].filter(
    (key) => before.rows[key] !== after.rows[key],
  );
async function expectUntouched(before: State): Promise<void> {
  const after = await stateNow();
  expect(changed(before, after)).toEqual([]);
  expect(after.mails).toBe(before.mails);
}

/** Pages of the panel, each with something that is there behind its path. */
const panelPaths = (): string[] => {
  const paths = [...readFileSync('admin/src/places.tsx', 'utf8').matchAll(/path: '([^']+)'/g)].map(
    ([, path = '']) => path,
  );
  const there: Record<string, string> = {
    complaints: day.leak.id,
    households: 'east-lake-b1-1201',
    calendars: 'cn-office',
  };
  return paths
    .filter((path) => path !== '*')
    .map((path) => `/${path.replace(/:\w+/g, there[path.split('/')[0] ?? ''] ?? 'nothing')}`);
};

test('a day’s mails lead somewhere', () => {
  expect(links.filter((link) => link.includes('/a/')).length).toBeGreaterThan(20);
  expect(links.filter((link) => link.includes('/r/')).length).toBeGreaterThan(2);
});

test('a single note is seen to have changed something', async () => {
  const before = await stateNow();
  await act(product, 'customer-centre-clerk-a', day.leak.id, 'note', { text: '已联系楼上。' });
  expect(changed(before, await stateNow()).length).toBeGreaterThan(1);
});

test('fetching every link of every mail and page, with GET and HEAD, changes nothing', async () => {
  const before = await stateNow();
  const pages = ['/', '/report/east-lake', '/report/east-lake?b=b1', ...panelPaths()].map(
    (path) => product.origin + path,
  );
  const waiting = [...links, ...pages];
  const seen = new Set(waiting);
  const broken: string[] = [];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const answer = await fetch(address, { redirect: 'manual' });
    const html = answer.headers.get('content-type')?.includes('html') ? await answer.text() : '';
    await answer.body?.cancel().catch(() => undefined);
    const head = await fetch(address, { method: 'HEAD', redirect: 'manual' });
    if (answer.status >= 400 || head.status >= 400) broken.push(`${answer.status} ${head.status} ${address}`);
    for (const found of hrefs(html)) {
      const next = plain(new URL(plain(found), address).href);
      if (!isOurs(next) || seen.has(next) || seen.size > 600) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(links.length + pages.length);
  await expectUntouched(before);
});

test('every GET of the API, by people who may and who may not, changes nothing', async () => {
  const people = ['administrator', 'customer-centre-clerk-a', 'repairer-a', 'auditor'];
  const { token } = await signInTokens(people);
  const before = await stateNow();
  const failed: string[] = [];
  const samples: Record<string, string> = {
    '/api/complaints': day.leak.id,
    '/api/households': 'east-lake-b1-1201',
    '/api/people': 'repairer-a',
  };
  const query = '?site=east-lake&category=water-leak&clock=reply&from=2026-11-01&to=2026-11-30&q=1201';
  for (const route of Object.values<Route>(routes).filter(({ method }) => method === 'GET')) {
    const base = route.path.split('/').slice(0, 3).join('/');
    const path = route.path.replace(
      /\{(\w+)\}/g,
      (_, name: string) => route.paramsExample?.[name] ?? samples[base] ?? 'none',
    );
    for (const person of people)
      for (const method of ['GET', 'HEAD']) {
        const headers = { authorization: `Bearer ${token[person]}` };
        const answer = await fetch(`${product.origin}${path}${query}`, { method, headers });
        await answer.body?.cancel().catch(() => undefined);
        if (answer.status >= 500) failed.push(`${answer.status} ${method} ${path}`);
      }
  }
  expect(failed).toEqual([]);
  await expectUntouched(before);
});

/** Signing in for the first time remembers who it is: before the state is noted. */
async function signInTokens(people: readonly string[]): Promise<{ token: Record<string, string> }> {
  const token: Record<string, string> = {};
  for (const person of people) {
    const body = JSON.stringify({ email: `${person}@steward.example` });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${product.origin}/local/sign-in`, { method: 'POST', headers, body });
    ({ token: token[person] } = (await answer.json()) as { token: string });
    await product.call(person, 'GET', '/api/me');
  }
  return { token };
}

test('opening every link of every mail in a browser, and running what is there, changes nothing', async () => {
  const before = await stateNow();
  const context = await visit(browser);
  const errors = watchErrors(context);
  await inThree(context, links, async (page, link) => {
    const answer = await page.goto(link, { waitUntil: 'networkidle' });
    expect(answer?.status(), link).toBeLessThan(400);
    const ways = await page.locator('main a[href^="?"]').evaluateAll((found) => found.map(String));
    for (const way of ways) await page.goto(way, { waitUntil: 'load' });
  });
  await context.close();
  expect(errors).toEqual([]);
  await expectUntouched(before);
});

test('opening every page of the panel, as an administrator and as staff, changes nothing', async () => {
  const pages = await Promise.all(
    ['administrator', 'repairer-a'].map(async (person) => {
      const page = await (await visit(browser)).newPage();
      await signIn(page, product, person);
      return page;
    }),
  );
  const before = await stateNow();
  await Promise.all(
    pages.map(async (page) => {
      for (const path of panelPaths()) {
        await page.goto(product.origin + path, { waitUntil: 'networkidle' });
        await page.locator('#main h1, #main h2, #main .state, #main [role="alert"]').first().waitFor();
      }
      await page.context().close();
    }),
  );
  await expectUntouched(before);
});

function watchErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  return errors;
}

/** Three pages beside each other share the addresses. */
async function inThree(
  context: BrowserContext,
  addresses: readonly string[],
  open: (page: Page, address: string) => Promise<void>,
) {
  const workers = await Promise.all([0, 1, 2].map(() => context.newPage()));
  await Promise.all(
    workers.map(async (page, worker) => {
      for (const address of addresses.filter((_, index) => index % workers.length === worker))
        await open(page, address);
    }),
  );
}
