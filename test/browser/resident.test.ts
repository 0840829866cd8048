import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { openBrowser, PHONE, signIn, takePhoto, visit } from '#test/support/browser';
import { type Product, type Row, type Summary, startProduct } from '#test/support/product';
import { scan } from '#test/support/qr';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });
/** A resident from the code in the lobby to the verdict, on a phone. */
let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const CLERK = 'customer-centre-clerk-a';
const faultsOf = async (page: Page) => [...(await seriousFindings(page)), await sidewaysPixels(page)];
const SOUND = [0];

/** A desk's screen: the notice of its second building, and what a camera reads from it. */
async function codeOfBuilding(language: 'zh-CN' | 'en', site: string, phone: string): Promise<string> {
  const desk = await (await visit(browser, { language })).newPage();
  await desk.addInitScript((chosen) => localStorage.setItem('steward.site', chosen), site);
  await desk.addInitScript((chosen) => localStorage.setItem('steward.language', chosen), language);
  await signIn(desk, product, 'administrator', '/notices');
  await desk.goto(`${product.origin}/notices`);
  await desk.locator('.notice-tile .qr').nth(2).waitFor();
  expect(await faultsOf(desk)).toEqual(SOUND);
  await desk.locator('.notice-tile .card-title').nth(1).click();
  await desk.locator('.sheet .qr').waitFor();
  expect(await faultsOf(desk)).toEqual(SOUND);
  expect(await desk.locator('.sheet').innerText()).toContain(phone);
  const address = await scan(desk, desk.locator('.sheet .qr'));
  await desk.emulateMedia({ media: 'print' });
  const cut = await desk.locator('.sheet').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(cut).toBe(0);
  const paper = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  await desk.context().close();
  return address;
}

const complaintOf = async (number: string): Promise<Summary> => {
  const { data } = await product.call<{ data: Summary[] }>(CLERK, 'GET', '/api/complaints?site=east-lake&list=all');
  const found = data.find((one) => one.number === number);
  if (!found) throw new Error(`There is no ${number}.`);
  return found;
};

test('from the code in the lobby to the verdict', async () => {
  const address = await codeOfBuilding('zh-CN', 'east-lake', '021-5555 0100');
  expect(address).toBe(`${product.origin}/report/east-lake?b=b2`);
  const phone = await (await visit(browser, { size: PHONE })).newPage();
  await phone.goto(address);
  expect(await phone.locator('script').count()).toBe(0);
  expect(await faultsOf(phone)).toEqual(SOUND);
  await phone.getByText('2 栋').waitFor();

  // Something is forgotten: all that was typed stays.
  await phone.locator('#category').selectOption({ label: '楼道灯不亮' });
  await phone.locator('#unit').fill('802');
  await phone.locator('#description').fill('8 楼楼道灯不亮。');
  await phone.getByText('尽快解决问题').click();
  await phone.getByText('我同意物业公司').click();
  await phone.getByRole('button', { name: '提交' }).click();
  await phone.getByText('请填写电话或电子邮箱').waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  expect(await phone.locator('#description').inputValue()).toBe('8 楼楼道灯不亮。');
  await phone.locator('#email').fill('li@resident.example');
  await phone.getByRole('button', { name: '提交' }).click();

  await phone.getByRole('heading', { name: '谢谢，我们已收到' }).waitFor();
  const number = (await phone.locator('.k').textContent()) ?? '';
  expect(number).toMatch(/^EL-261124-\d{3}$/);
  expect(await faultsOf(phone)).toEqual(SOUND);
  // Reloading files nothing twice.
  await phone.reload();
  expect(await phone.locator('.k').textContent()).toBe(number);
  const photo = Buffer.from(await takePhoto(browser));
  await phone.locator('input[type=file]').setInputFiles({ name: 'dark.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.getByRole('button', { name: '上传' }).click();
  await phone.getByText('照片已保存。').waitFor();

  const { id } = await complaintOf(number);
  const acts = (by: string, action: string, body: unknown) =>
    product.call(by, 'POST', `/api/complaints/${id}/actions/${action}`, body);
  await acts(CLERK, 'accept', {});
  await acts('repairer-a', 'acknowledge', {});
  await acts('repairer-a', 'note', { text: '内部备注' });
  const [receipt] = await product.mails('li');
  const link = /https?:\/\/\S+\/r\/\S+/.exec(receipt?.text ?? '')?.[0] ?? '';
  await phone.goto(link);
  await phone.getByRole('heading', { name: '正在处理' }).waitFor();
  await phone.getByRole('button', { name: '催办' }).click();
  await phone.getByText('已通知责任人及其上级。').waitFor();
  await phone.getByText('可再次催办').waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  expect(await phone.locator('body').innerText()).not.toMatch(/维修工|内部备注|steward\.example/);

  await product.move({ advance: 'PT20M' });
  await acts('repairer-a', 'resolve', { done: '换灯', told: '灯已换好。' });
  await phone.reload();
  await phone.getByText('灯已换好。').waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  await phone.getByText('部分解决').click();
  await phone.getByRole('button', { name: '提交' }).first().click();
  await phone.getByText('请写明还有什么没有解决。').waitFor();
  await phone.getByText('已解决', { exact: true }).click();
  await phone.getByText('5', { exact: true }).click();
  await phone.getByRole('button', { name: '提交' }).first().click();
  await phone.getByRole('heading', { name: '已结案' }).waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  expect(await phone.getByRole('link', { name: '再次报事' }).getAttribute('href')).toBe('/report/east-lake?b=b2');
  expect(await complaintOf(number)).toMatchObject({ status: 'closed' });
  const { data } = await product.call<{ data: Row[] }>(CLERK, 'GET', `/api/complaints/${id}/timeline?limit=100`);
  const own = data.filter(({ by }) => by === 'resident').map(({ type }) => type);
  expect(own).toEqual(expect.arrayContaining(['filed', 'attached', 'nudged', 'acted']));
  await phone.context().close();
});

test('a site in London has its notices in English', async () => {
  const address = await codeOfBuilding('en', 'harbour-view', '+44 20 7946 0100');
  expect(address).toBe(`${product.origin}/report/harbour-view?b=h2`);
});

test('in English, in the dark, by telephone only: the page says how to come back', async () => {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', colorScheme: 'dark', isMobile: true });
  const phone = await context.newPage();
  await phone.goto(`${product.origin}/report/east-lake`);
  await phone.getByRole('heading', { name: 'Tell us what is wrong' }).waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  await phone.locator('#category').selectOption({ label: 'Parking' });
  await phone.locator('#building').selectOption({ label: 'Building 1' });
  await phone.locator('#place').fill('Gate');
  await phone.locator('#description').fill('A van blocks the gate.');
  await phone.locator('#phone').fill('139 0000 0000');
  await phone.locator('input[name=consent]').check();
  await phone.getByRole('button', { name: 'Send' }).click();
  await phone.getByText('Keep this address to see the progress:').waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  const keep = (await phone.locator('.q a').getAttribute('href')) ?? '';
  await phone.goto(keep);
  await phone.getByText('A van blocks the gate.').waitFor();
  await phone.goto(`${product.origin}/report/nowhere`);
  expect(await faultsOf(phone)).toEqual(SOUND);
  await context.close();
});

test('a crawler that GETs and HEADs every link of every mail and public page changes nothing', async () => {
  const state = async () => {
    const { data } = await product.call<{ data: Summary[] }>(CLERK, 'GET', '/api/complaints?site=east-lake&list=all');
    const lines = data.map(({ id }) =>
      product.call<{ data: Row[] }>(CLERK, 'GET', `/api/complaints/${id}/timeline?limit=100`),
    );
    return { data, lines: await Promise.all(lines), mails: (await product.mails()).length };
  };
  const before = await state();
  const mails = await product.mails();
  const queue = [
    `${product.origin}/report/east-lake`,
    ...mails.flatMap(({ text, html }) => `${text} ${html}`.match(/https?:\/\/[^\s"<>]+/g) ?? []),
  ];
  const seen = new Set<string>();
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const url = new URL(address.replaceAll('&amp;', '&'));
    if (seen.has(url.href) || url.origin !== product.origin || seen.size > 300) continue;
    seen.add(url.href);
    const [page, head] = await Promise.all([fetch(url), fetch(url, { method: 'HEAD' })]);
    expect([200, 404, 410]).toContain(page.status);
    expect(head.status).toBe(page.status);
    const html = await page.text();
    if (page.headers.get('content-type')?.startsWith('text/html'))
      for (const [, href = ''] of html.matchAll(/(?:href|action)="([^"]+)"/g))
        if (!/^(tel|mailto):|\.(js|css|svg)$/.test(href)) queue.push(new URL(href.replaceAll('&amp;', '&'), url).href);
  }
  expect([...seen].filter((href) => href.includes('/r/')).length).toBeGreaterThan(1);
  expect([...seen].filter((href) => href.includes('/a/')).length).toBeGreaterThan(3);
  const pages = await (await visit(browser)).newPage();
  for (const address of [...seen].filter((href) => /\/(r|report)\//.test(href))) await pages.goto(address);
  await pages.context().close();
  await product.move({ advance: 'PT0S' });
  expect(await state()).toEqual(before);
});
