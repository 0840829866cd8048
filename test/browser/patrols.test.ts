import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { MaintenancePlans } from '#domain/maintenance-plan';
import type { PatrolView, PointLabel } from '#http/schemas/patrol';
import { eastLake } from '#local/demo/east-lake';
import { demoPatrol } from '#local/demo/patrols';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, pressUntilTold, signIn, visit } from '#test/support/browser';
import { linkOf, type Product, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 60_000 });
const officer = 'security-officer';
let product: Product;
let browser: Browser;
let phone: Page;
/** This very night, Tuesday's; whatever plans the estate has besides. */
const night = '2026-11-24';
const at = (time: string) => product.move({ to: `${night}T${time}:00.000Z` });

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const path = '/api/documents/plans/east-lake';
  const plan = { ...demoPatrol(eastLake, night), id: 'walk' };
  const found = await product
    .call<{ version: number; body: MaintenancePlans }>('administrator', 'GET', path)
    .catch(() => ({ version: 0, body: { plans: [] } }));
  const plans = [...found.body.plans.filter(({ route }) => !route), plan];
  await product.call('administrator', 'PUT', path, { expected: found.version, note: 'walk', body: { plans } });
  phone = await (await visit(browser, { size: PHONE })).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});
const labels = async (): Promise<PointLabel[]> =>
  (await product.call<{ data: PointLabel[] }>('site-director', 'GET', '/api/patrol-labels?site=east-lake&plan=walk'))
    .data;
const labelAt = async (point: string): Promise<PointLabel> => {
  const found = (await labels()).find((one) => one.point === point);
  if (!found) throw new Error(`no label at ${point}`);
  return found;
};
const tonight = async (): Promise<PatrolView | undefined> =>
  (await product.call<{ data: PatrolView[] }>('site-director', 'GET', '/api/patrols-tonight?site=east-lake')).data[0];

test('walked on a phone: a code typed wrong and right, a label scanned, lamps counted; two people see the same', async () => {
  await at('13:01'); // 21:01 at the site
  const [mail] = (await product.mails(officer)).filter(({ text }) => text.includes('巡查'));
  expect(mail?.text).toContain('22:00 至 05:00，9 个点');
  const link = mail ? linkOf(mail) : '';
  await phone.goto(link);
  await phone.getByText('目前没有到时间的点').waitFor();
  expect([await seriousFindings(phone), await sidewaysPixels(phone)]).toEqual([[], 0]);
  await phone.getByRole('button', { name: '用本机扫码' }).click();
  await phone.getByText('本机已就绪').waitFor();

  await at('14:10');
  await phone.reload();
  expect(await phone.locator('form .k').textContent()).toBe('主出入口');
  await phone.locator('#code').fill('AAA AAA');
  await phone.getByRole('button', { name: '记录到场' }).click();
  await phone.getByText('巡查码与该点的标签不符。').waitFor();
  expect(await phone.locator('#code').inputValue()).toBe('AAA AAA');
  await phone.locator('#code').fill((await labelAt('main-gate')).code.toLowerCase());
  await phone.getByRole('button', { name: '记录到场' }).click();
  await phone.getByText('✓ 已记录：主出入口').waitFor();

  await at('14:30');
  const lights = await labelAt('street-lights');
  await phone.goto(lights.url);
  await phone.getByRole('heading', { name: '园区路灯' }).waitFor();
  expect((await tonight())?.figures.walked).toBe(1);
  await phone.locator('#lit').fill('99');
  await phone.getByRole('button', { name: '记录到场' }).click();
  await phone.getByText('亮灯数不能多于灯具总数。').waitFor();
  await phone.locator('#lit').fill('84');
  await phone.getByRole('button', { name: '记录到场' }).click();
  await phone.getByText('✓ 已记录：园区路灯').waitFor();
  expect(await tonight()).toMatchObject({ figures: { walked: 2, missed: 0, lamps: { lit: 84, total: 86 } } });

  const [other] = (await product.mails('duty-manager-b')).filter(({ text }) => text.includes('巡查'));
  const manager = await (await visit(browser, { size: PHONE })).newPage();
  await manager.goto(other ? linkOf(other) : '');
  await manager.getByText('已巡 2 / 9 个点').waitFor();
  // Not opened in this browser: the label of a point tells nothing, that of a facility what it tells everybody.
  await manager.goto((await labelAt('roof-door')).url);
  await manager.getByRole('heading', { name: '夜间巡查点' }).waitFor();
  await manager.goto(lights.url);
  await manager.getByText('园区路灯').first().waitFor();
  expect(await manager.getByRole('button', { name: '记录到场' }).count()).toBe(0);
});

test('a missed point alarms at once and is seen in the panel; the night ends and stays in the history', async () => {
  await at('15:31'); // 23:31: the playground was to be reached by 23:30
  const missed = (await product.mails('security-head')).filter(({ subject }) => subject.includes('漏点'));
  expect(missed).toHaveLength(1);
  expect(missed[0]?.text).toContain('儿童乐园（23:30 前）');
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, 'site-director', '/patrols');
  await page.locator('.patrol-points [data-standing="missed"]').getByText('儿童乐园').waitFor();
  expect(await page.locator('.patrol-points [data-standing="done"]').count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);

  await product.move({ to: `2026-11-25T01:00:00.000Z` });
  expect((await product.mails('security-head')).filter(({ subject }) => subject.includes('漏点')).length).toBe(6);
  await page.goto(`${product.origin}/patrols?part=history`);
  await page.getByText('97.6%').first().waitFor();
  await page.locator('.entity-title').first().click();
  await page.locator('.patrol-night .patrol-points').waitFor();
  expect(await page.locator('.patrol-points [data-standing="missed"]').count()).toBe(6);
  // As a work order it says how it went, too, and leads back.
  const night = new URL(page.url()).pathname;
  await page.goto(product.origin + night.replace('/patrols/', '/orders/'));
  await page.getByRole('link', { name: '已巡 2 / 9 个点' }).click();
  await page.waitForURL((url) => url.pathname === night);
});

test('a route is drawn: a point added and moved by keyboard, published, its label printed', async () => {
  const page = await (await visit(browser)).newPage();
  await signIn(page, product, 'site-director', '/patrols?part=routes&route=walk');
  await page.getByRole('button', { name: '添加巡查点' }).click();
  const last = page.locator('.patrol-stop').last();
  await last.locator('input[lang="zh-CN"]').fill('配电房');
  await last.locator('input[lang="en"]').fill('Switch room');
  await last.locator('.patrol-stop-title').click();
  await page.getByRole('button', { name: '拖动排序：配电房' }).focus();
  await page.keyboard.press('Space');
  await page.locator('.sort-row[data-dragging="true"]').waitFor();
  await pressUntilTold(page, 'ArrowUp', '配电房将放到第 9 位');
  await page.keyboard.press('Space');
  const names = () => page.locator('.patrol-stop-title strong').allInnerTexts();
  await vi.waitFor(async () => expect((await names()).slice(-2)).toEqual(['配电房', '后门']), 5_000);
  await page.locator('.doc-bar input').fill('加一个点');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.locator('.doc-bar').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '打印标签' }).click();
  await page.locator('.label-sheet').getByText('配电房').waitFor();
  expect(await page.locator('.label').count()).toBe(5);
  expect((await labels()).map(({ point }) => point).slice(-2)).toEqual(['point-10', 'back-gate']);
  // As a plan among others it would be edited without its points.
  await page.goto(`${product.origin}/plans/east-lake/walk`);
  await page.waitForURL(/\/patrols\?part=routes&route=walk$/);
  await page.getByRole('button', { name: '拖动排序：配电房' }).waitFor();
});
