import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Organisation } from '#domain/organisation';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { DESK, openBrowser, PHONE, signIn, takePhoto, visit } from '#test/support/browser';
import { type DemoDay, liveThroughDay } from '#test/support/demo-day';
import { publishDemoPlans } from '#test/support/demo-plans';
import { linkOf, type Product, startProduct } from '#test/support/product';
import { places } from '../../admin/src/places.tsx';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
let product: Product;
let browser: Browser;
let day: DemoDay & Ordered;
/** A work order with its checklist, on its way. */
interface Ordered {
  order: { id: string };
  /** The planned water cut of the demo estate. */
  cut: { id: string };
  /** Being carried out. */
  improvement: { id: string };
}
const CLERK = 'customer-centre-clerk-a';

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await speakEnglish('site-director');
  await publishDemoPlans(product, 'east-lake', '2027-01-01');
  const lift = { site: 'east-lake', assets: ['east-lake-dt-b1-1'], work: '轿厢照明闪烁，请检查。' };
  const order = await product.call<{ id: string }>(CLERK, 'POST', '/api/orders', lift);
  const ahead = '/api/care/events?site=east-lake';
  const { data } = await product.call<{ data: { id: string }[] }>(CLERK, 'GET', ahead);
  const [cut] = data;
  if (!cut) throw new Error('the demo estate has a water cut ahead');
  const figure = { site: 'east-lake', measure: 'condition', by: null, target: 1, days: 30 };
  const improvement = await product.call<{ id: string }>('site-director', 'POST', '/api/improvements', figure);
  day = { ...(await liveThroughDay(product, await takePhoto(browser))), order, cut, improvement };
  const praise = { title: '当天修好', why: '先装临时灯，再换线，次日回访。' };
  await product.call('site-director', 'PUT', `/api/good-cases/${day.closed.id}`, praise);
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

/** Of the first mail to this person about the complaint. */
const linkTo = async (person: string, number: string): Promise<string> =>
  linkOf((await product.mails(person)).find(({ subject }) => subject.includes(number)) ?? fail(person));
const fail = (person: string): never => {
  throw new Error(`no mail to ${person}`);
};

/** Of each place of the panel the addresses to look at, and what is shown there once all is read. */
const addresses = ({
  leak,
  closed,
  order,
  cut,
  improvement,
}: Pick<DemoDay, 'leak' | 'closed'> & Ordered): Record<string, [path: string, shown: string][]> => ({
  home: [['/home', '.home-section .rows, .home-section .cards']],
  work: [['/work', '.rows, .cards']],
  complaints: [
    ['/complaints?list=all', '.rows, .cards'],
    ['/complaints?list=promised', '.state'],
    ['/complaints?list=reopened', '.rows, .cards'],
    ['/complaints?status=withdrawn', '.state'],
    ['/complaints?list=nobodyActed', '.state'],
  ],
  'complaints/new': [['/complaints/new', '.form']],
  'complaints/:id': [
    [`/complaints/${leak.id}`, '.timeline .photos img'],
    [`/complaints/${closed.id}`, '.timeline li'],
  ],
  organisation: [['/organisation', '.toolbar']],
  staff: [['/staff', '.rows, .cards']],
  rosters: [['/rosters', '.roster']],
  absences: [['/absences', '.rows, .cards, .state']],
  calendars: [['/calendars', '.tile']],
  routing: [['/routing', '.tester']],
  templates: [['/templates?t=received', '.mail-frames iframe']],
  forms: [['/forms?f=actions.resolve', '.form-editing']],
  workflows: [['/workflows', '.tile']],
  'workflow-gallery': [['/workflow-gallery', '.gallery-tile']],
  'workflows/:id': [['/workflows/complaint?at=handle', '.flow-form']],
  'workflows/:id/simulate': [['/workflows/complaint/simulate', '.sim-line li']],
  exchange: [['/exchange', '#main h1']],
  deliveries: [['/deliveries', '.deliveries']],
  'calendars/:id': [['/calendars/cn-office', '[data-date]']],
  'complaints/:id/form': [[`/complaints/${closed.id}/form`, '.sheet']],
  archive: [['/archive', '.rows, .cards']],
  search: [['/search?q=1201', '.search-hit']],
  incidents: [['/incidents', 'h1']],
  'incidents/:id': [['/incidents/nowhere', '.state']],
  households: [['/households', '.rows, .cards']],
  'households/:id': [['/households/east-lake-b1-1201', '.member-cards']],
  care: [['/care?building=b1', '.care-coming li']],
  'care/events': [['/care/events', '.rows, .cards']],
  'care/events/:id': [[`/care/events/${cut.id}`, '.care-visits li']],
  recoveries: [['/recoveries', '.state, .recoveries']],
  'care-rules': [
    ['/care-rules', '.rows, .cards'],
    ['/care-rules?part=kinds', '.rows, .cards'],
    ['/care-rules?part=recovery', '.recovery-post'],
  ],
  assets: [['/assets', '.rows, .cards']],
  'assets/labels': [['/assets/labels?kind=lift', '.label']],
  'assets/import': [['/assets/import', 'h1']],
  'assets/:id': [['/assets/east-lake-dt-b1-1', '.asset-facts']],
  'assets/label/:code': [['/assets/label/nowhere', '.state']],
  orders: [
    ['/orders', '.rows, .cards'],
    ['/orders?view=board', '.board .card'],
    ['/orders?view=calendar&month=2027-01', '.order-entry'],
  ],
  learned: [
    ['/learned', '.learned-parts, .state'],
    ['/learned?view=said', '.said-search'],
  ],
  'orders/rates': [['/orders/rates?rate=condition&list=all', '.rate-parts td a']],
  'orders/:id': [[`/orders/${order.id}`, '.timeline li']],
  maintenance: [
    ['/maintenance', '.rows, .cards'],
    ['/maintenance?part=table', '.limits-fields'],
  ],
  plans: [['/plans', '.rows, .cards']],
  'plans/year': [['/plans/year?day=2027-01-05', '.day-entries']],
  'plans/:site/:id': [['/plans/east-lake/lift-month', '.next-dates li']],
  coverage: [['/coverage', '.coverage-strip']],
  patrols: [
    ['/patrols', '.toolbar'],
    ['/patrols?part=routes', '.toolbar'],
    ['/patrols?part=history', '.toolbar'],
  ],
  'patrols/labels': [['/patrols/labels?route=nowhere', '.ant-alert']],
  'patrols/:id': [['/patrols/nowhere', '.state']],
  visits: [['/visits', 'h1']],
  'visits/:id': [[`/visits/${leak.id}`, 'h1']],
  'visit-rules': [
    ['/visit-rules?part=targets', '.target-row'],
    ['/visit-rules', '.rule'],
    ['/visit-rules?part=questionnaires', '.rows, .cards'],
    ['/visit-rules?part=settings', '.option-rows'],
  ],
  improvements: [['/improvements', '.rows, .cards']],
  'improvements/:id': [[`/improvements/${improvement.id}`, '.improve-pair']],
  sharing: [['/sharing', '.sharing-case']],
  audit: [['/audit', '.audit li']],
  'households/import': [['/households/import', 'h1']],
  'staff/import': [['/staff/import', 'h1']],
  leaver: [['/leaver', '.leaver-who']],
  notices: [['/notices', '.notice-tile']],
  'buildings/:id/notice': [['/buildings/b1/notice?site=east-lake', 'h1']],
  more: [['/more', '.more-places']],
  '*': [['/nowhere', '.state']],
});
const filed = { id: '', number: '', joined: false, repeatOf: null };
const nothing = { leak: filed, closed: filed, order: filed, cut: filed, improvement: filed };
test('every place of the panel is looked at', () => {
  expect(Object.keys(addresses(nothing)).sort()).toEqual(places.map(({ path }) => path).sort());
});

/** What is wrong with the page as it stands. */
async function faultsOf(page: Page): Promise<string[]> {
  const sideways = await sidewaysPixels(page);
  return [...(await seriousFindings(page)), ...(sideways > 0 ? [`${sideways} pixels beyond the right edge`] : [])];
}

const sizes = { desk: DESK, phone: PHONE };
type Size = keyof typeof sizes;
/** Each place in both languages, sizes and schemes by two looks; from place to place the four combinations change about. */
const looks = {
  'zh-CN': [
    ['light', 'desk'],
    ['dark', 'desk'],
  ],
  en: [
    ['dark', 'phone'],
    ['light', 'phone'],
  ],
} as const;
const turned = { 'zh-CN': looks.en, en: looks['zh-CN'] } as const;

describe.each(['zh-CN', 'en'] as const)('in %s, at a desk and on a phone', (language) => {
  let page: Page;
  let found: Record<string, string[]>;
  /** Sees every place. */
  let manager: Page;
  const as = async (person: string): Promise<Page> => {
    const context = await visit(browser, { language });
    const page = await context.newPage();
    await page.goto(product.origin);
    await page.evaluate((chosen) => localStorage.setItem('steward.language', chosen), language);
    await signIn(page, product, person);
    return page;
  };
  beforeAll(async () => {
    [page, manager] = [await as(CLERK), await as('site-director')];
  });
  afterAll(async () => {
    await page.context().close();
    await manager.context().close();
  });
  beforeEach(() => {
    found = {};
  });

  /** Notes the page's faults; `shown` is what it must show first. */
  const look = async (name: string, shown: string, on = page, at: readonly Size[] = ['desk', 'phone']) => {
    for (const size of at) {
      await on.setViewportSize(sizes[size]);
      await on.locator(shown).first().waitFor();
      await on.waitForFunction(isStill);
      // The other width's header may still stand for a moment; what goes on being too wide is found below.
      await on.waitForFunction(fits, undefined, { timeout: 2_000 }).catch(() => {});
      const faults = await faultsOf(on);
      if (faults.length > 0) found[`${name}, ${size}`] = faults;
    }
    await on.setViewportSize(DESK);
  };
  const go = (path: string) => page.goto(`${product.origin}${path}`);

  test('signing in', async () => {
    const stranger = await (await visit(browser, { language })).newPage();
    await stranger.goto(product.origin);
    await look('sign-in', '.sign-in-card button', stranger);
    await stranger.locator('.sign-in-card button').click();
    await look('people', 'button[name="person"]', stranger);
    expect(found).toEqual({});
    await stranger.context().close();
  });

  test.each(Object.keys(addresses(nothing)).map((place, n) => [place, n] as const))(
    'the place %s',
    async (place, n) => {
      const [colorScheme, size] = (n % 4 < 2 ? looks : turned)[language][n % 2 === 0 ? 0 : 1];
      await manager.emulateMedia({ colorScheme });
      for (const [path, shown] of addresses(day)[place] ?? []) {
        await manager.goto(`${product.origin}${path}`);
        await look(`${path}, ${colorScheme}`, shown, manager, [size]);
      }
      expect(found).toEqual({});
    },
  );

  test('what opens on them: why, the form of an action, the limits of a category, acting from my work', async () => {
    await go(`/complaints/${day.climbing.id}`);
    await page.locator('.clock button').first().click();
    await look('why', '.why');
    await page.keyboard.press('Escape');
    await page.locator('.ant-drawer-mask').waitFor({ state: 'hidden' });
    await page.locator('.actions-leading button').nth(1).click();
    await look('form', '.time-choice');
    await go('/complaints/new');
    await page.locator('#category').fill(language === 'en' ? 'Lift' : '电梯');
    await page.locator('.ant-select-item-option').first().click();
    await look('category', '.category-facts');
    await go('/work');
    await page.locator('.rows button').first().click();
    await look('acting', '.ant-drawer .actions');
    expect(found).toEqual({});
  });

  test('the pages behind the links', async () => {
    const reader = language === 'en' ? 'site-director' : 'repairer-a';
    const link = await linkTo(reader, day.climbing.number);
    const pages = { action: link, form: `${link}?do=promise`, handled: await linkTo(reader, day.leak.number) };
    const outside = await (await visit(browser, { language })).newPage();
    for (const [name, address] of Object.entries({ ...pages, 'no link': `${product.origin}/a/nothing` })) {
      await outside.goto(address);
      expect(await outside.locator('html').getAttribute('lang')).toBe(language);
      await look(name, 'h1', outside);
    }
    await outside.goto(`${link}?do=note`);
    await outside.locator('#note-text').fill('Seen.');
    await outside.locator('button[value="note"]').click();
    await look('result', 'input[type=file]', outside);
    expect(found).toEqual({});
    await outside.context().close();
  });
});

/** Nothing moves any more: colours of what fades in are not those one reads. */
const isStill = () => document.getAnimations().every(({ playState }) => playState !== 'running');
const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
