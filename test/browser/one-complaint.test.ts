import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, PHONE, signIn, takePhoto, visit } from '#test/support/browser';
import { linkOf, type Product, type Summary, startProduct } from '#test/support/product';

/** One complaint as people live it: desk, clock, inbox, phone, desk. */
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
const choose = async (page: Page, label: string, typed: string, option: string) => {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};

/** Takes the complaint at the desk, with a photo; answers its number. */
async function takeIn(page: Page, photo: Buffer): Promise<string> {
  await page.getByRole('link', { name: '登记投诉' }).first().click();
  await choose(page, '查找住户', '1201', '1 栋 1201');
  expect(await page.getByLabel('电话').inputValue()).toMatch(/^139/);
  await choose(page, '类别', '漏水', '楼上漏水');
  await page.getByText('15 分钟（全天计时）').waitFor();
  await page.getByLabel('情况描述').fill('主卫天花板从昨晚开始持续滴水。');
  await page.locator('input[type=file]').setInputFiles({ name: 'ceiling.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByText('ceiling.jpg').waitFor();
  await page.getByRole('button', { name: '提交登记' }).click();
  const title = (await page.locator('.filed-title').textContent()) ?? '';
  await page.getByRole('button', { name: '查看投诉' }).click();
  await page.locator('.timeline li').first().waitFor();
  return title.replace('已登记 ', '');
}

/** Finds the mail on the inbox's own page and opens its button: the address of the new tab. */
async function buttonInInbox(subject: string): Promise<string> {
  const context = await visit(browser);
  const page = await context.newPage();
  await page.goto(product.inbox);
  await page.getByText(subject).first().click();
  const mail = page.frameLocator('iframe');
  // The frame is filled twice: the second time with links that open a tab.
  await mail.locator('base[target="_blank"]').waitFor({ state: 'attached' });
  const button = mail.getByRole('link', { name: '查看并处理' });
  const [tab] = await Promise.all([context.waitForEvent('page'), button.click()]);
  await tab.getByRole('heading', { level: 1 }).waitFor();
  const address = tab.url();
  await context.close();
  return address;
}

test('from the desk over the ladder and the phone to the verdict', async () => {
  const photo = Buffer.from(await takePhoto(browser));
  const desk = await (await visit(browser)).newPage();
  await signIn(desk, product, CLERK);
  const number = await takeIn(desk, photo);
  expect(number).toMatch(/^EL-261124-\d{3}$/);
  const id = desk.url().split('/').at(-1);

  // Nobody acts: the panel's clock lets the ladder climb.
  await desk.locator('.clock-chip').click();
  await desk.getByRole('menuitem', { name: '快进 15 分钟' }).click();
  await desk.getByText('升级至第 2 级：规定时限内无人响应').waitFor();
  const [mail] = await product.mails('engineering-head');
  if (!mail) throw new Error('the engineering head has no mail');
  expect(mail.subject).toBe(`[${number}] 楼上漏水 · 紧急 · 第 2 级（共 4 级） · 周二 10:30 前响应`);
  const link = await buttonInInbox(mail.subject);
  expect(link).toBe(linkOf(mail));

  // On a phone, signed in nowhere: a promise with one of the offered times.
  const phone = await (await visit(browser, { size: PHONE })).newPage();
  await phone.goto(link);
  await phone.locator('summary', { hasText: '承诺回复' }).click();
  const promise = phone.locator('form', { has: phone.locator('button[value="promise"]') });
  const [time] = await promise.locator('label:has(input[type=radio])').allTextContents();
  await promise.locator('input[type=radio]').first().check();
  await promise.locator('textarea').fill('工程主管一小时内上门。');
  await promise.getByRole('button', { name: '确认' }).click();
  await phone.getByRole('heading', { name: '✓ 承诺回复' }).waitFor();
  expect(time).toBe('周二 11:15');

  // Later the page's own way leads on: what was done, and a photo of it.
  await product.move({ advance: 'PT30M' });
  await phone.getByRole('link', { name: '前往您的下一步' }).click();
  await phone.locator('summary', { hasText: '处理完成' }).waitFor();
  const resolve = phone.locator('form', { has: phone.locator('button[value="resolve"]') });
  if (!(await resolve.locator('textarea').first().isVisible()))
    await phone.locator('summary', { hasText: '处理完成' }).click();
  await resolve.locator('textarea').nth(0).fill('更换密封圈。');
  await resolve.locator('textarea').nth(1).fill('漏点已修好。');
  await resolve.getByRole('button', { name: '确认' }).click();
  await phone.getByRole('heading', { name: '✓ 处理完成' }).waitFor();
  await phone.locator('input[type=file]').setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.getByRole('button', { name: '上传' }).click();
  await phone.getByText('照片已保存。').waitFor();

  // The desk asks the resident and records the verdict.
  await desk.reload();
  await desk.getByRole('button', { name: '处理评价' }).click();
  await desk.getByText('已解决', { exact: true }).click();
  await desk.locator('.form').getByRole('button', { name: '处理评价' }).click();
  await desk.getByText('流程结束：已结案').waitFor();

  const told = (await desk.locator('.timeline').innerText()).replace(/\n+/g, '\n');
  for (const words of [
    '客服专员甲登记了投诉',
    '邮件已发给业主：投诉已受理',
    '请维修工甲处理，截止时间为周二 10:15',
    '升级至第 2 级：规定时限内无人响应',
    '邮件已发给工程主管：升级通知',
    '工程主管承诺在周二 11:15 前回复业主',
    '告知业主：工程主管一小时内上门。',
    '工程主管处理完成',
    '更换密封圈。',
    '工程主管添加了 1 个附件',
    '客服专员甲记录处理评价：已解决',
  ])
    expect(told).toContain(words);
  await desk.locator('.timeline .photos img').waitFor();
  const detail = await product.call<Summary>(CLERK, 'GET', `/api/complaints/${id}`);
  expect(detail).toMatchObject({ status: 'closed', level: 1, owner: 'engineering-head' });
}, 120_000);
