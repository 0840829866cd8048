import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { DESK, openBrowser, PHONE, signIn, takePhoto, visit } from '#test/support/browser';
import { act, file, upload } from '#test/support/demo-day';
import { type Detail, type Product, type Row, startProduct } from '#test/support/product';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
const CLERK = 'customer-centre-clerk-a';
const residents = [
  { unit: '201', reporter: { name: '李女士' } },
  { unit: '202', reporter: { name: 'Ms Smith', language: 'en' as const } },
  { unit: '401', reporter: { name: '王先生' } },
];
let product: Product;
let browser: Browser;
/** Three of building 1 whose corridor is dark, acknowledged by repairer A. */
const dark: string[] = [];
/** A closed one with a photo, a promise kept and a verdict. */
let closed: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  for (const { unit, reporter } of residents) {
    const household = `east-lake-b1-${unit}`;
    const { id } = await file(product, {
      category: 'corridor-light',
      building: 'b1',
      unit,
      household,
      reporter,
      description: '楼道灯不亮。',
    });
    await act(product, 'repairer-a', id, 'acknowledge');
    dark.push(id);
  }
  const photo = await upload(product, CLERK, '/api/photos', await takePhoto(browser));
  ({ id: closed } = await file(product, {
    category: 'parking',
    building: 'b2',
    unit: '602',
    household: 'east-lake-b2-602',
    description: '车位被占。',
    photos: [photo],
  }));
  await act(product, CLERK, closed, 'promise', { at: '2026-11-24T04:00:00Z', told: '中午前答复。' });
  await act(product, CLERK, closed, 'resolve', { done: '联系车主挪车。', told: '车位已腾出。' });
  await act(product, CLERK, closed, 'verdict', { verdict: 'solved', score: 4, opinion: '处理及时。' });
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const open = async (path: string, size = DESK) => {
  const page = await (await visit(browser, { size })).newPage();
  await signIn(page, product, CLERK, path);
  return page;
};
const told = async (id: string) => {
  const { data } = await product.call<{ data: Row[] }>(CLERK, 'GET', `/api/complaints/${id}/timeline?limit=100`);
  return data.flatMap(({ type, data: { told: text } }) => (type === 'told' && text ? [text] : []));
};

test('an incident with three residents: linked from the list, answered, resolved, each in their own words', async () => {
  const page = await open('/complaints');
  await page.getByRole('button', { name: '关联同因投诉' }).click();
  for (const { unit } of residents)
    await page
      .locator('tr', { hasText: `1 栋 ${unit}` })
      .getByRole('checkbox')
      .check();
  await page.getByRole('button', { name: '关联为同一原因' }).click();
  const drawer = page.locator('.ant-drawer-content');
  await drawer.getByLabel('什么原因').fill('1 栋照明回路跳闸');
  await drawer.getByRole('button', { name: '关联', exact: true }).click();
  await page.getByRole('heading', { name: '1 栋照明回路跳闸' }).waitFor();
  await page.locator('.member-rows tbody tr').nth(2).waitFor();
  const before = (await product.mails()).length;

  // Nothing is sent before every language that somebody reads has its text.
  await page.getByLabel('告知业主（中文）').fill('{姓名}您好，{房号}门口的灯今天修好。');
  const send = page.getByRole('button', { name: '答复 3 位业主' });
  const confirm = page.locator('.ant-popconfirm').getByRole('button', { name: '答复', exact: true });
  await send.click();
  await confirm.click();
  await page.getByText('请填写').first().waitFor();
  await page.getByLabel('告知业主（英文）').fill('Dear ');
  await page.locator('.text-variables').nth(1).getByRole('button', { name: 'name' }).click();
  await page.getByLabel('告知业主（英文）').pressSequentially(', we mend it today.');
  const preview = page.locator('.preview li');
  await expect.poll(() => preview.nth(1).innerText()).toContain('Dear Ms Smith, we mend it today.');
  expect(await preview.nth(0).innerText()).toContain('李女士您好，1 栋 201门口的灯今天修好。');
  expect((await product.mails()).length).toBe(before);

  await send.click();
  await confirm.click();
  await page.getByText('3 件均已完成').waitFor();
  expect(await Promise.all(dark.map(told))).toEqual([
    ['李女士您好，1 栋 201门口的灯今天修好。'],
    ['Dear Ms Smith, we mend it today.'],
    ['王先生您好，1 栋 401门口的灯今天修好。'],
  ]);

  await page.getByText('统一处理完成', { exact: true }).click();
  await page.getByLabel('告知业主（中文）').fill('{姓名}您好，灯已修好。');
  await page.getByLabel('告知业主（英文）').fill('Dear {name}, the lights work again.');
  await page.getByLabel('处理情况').fill('更换断路器。');
  await page.getByRole('button', { name: '3 件处理完成' }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: '处理完成', exact: true }).click();
  await page.locator('.facts-line').getByText('已全部处理完成').waitFor();
  for (const id of dark)
    expect((await product.call<Detail>(CLERK, 'GET', `/api/complaints/${id}`)).status).toBe('resolved');
  await page.context().close();
});

test('print view: the whole form on paper, without the panel, in both languages', async () => {
  const page = await open(`/complaints/${closed}/form`);
  await page.locator('.sheet-photos img').waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.shell-header', '.shell-nav', '.form-bar'])
    expect(await page.locator(gone).isVisible()).toBe(false);
  const words = await page.locator('.sheet').innerText();
  for (const word of [
    '用户意见受理表',
    '车位被占。',
    '2 栋 602',
    '按时 1 次',
    '联系车主挪车。',
    '处理及时。',
    '4 分',
    '业主签字',
  ])
    expect(words).toContain(word);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(
    Buffer.from(paper)
      .toString('latin1')
      .match(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/g)?.length,
  ).toBe(
    Buffer.from(paper)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length,
  );
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Complaint form' }).waitFor();
  expect(await page.locator('.sheet').innerText()).toContain('1 kept, 0 broken');
  await page.context().close();
});

test('one box: "/" from anywhere, arrows and Enter lead to the household', async () => {
  const page = await open('/work');
  await page.keyboard.press('/');
  await page.keyboard.type('2 栋 602');
  const options = page.getByRole('option');
  await expect.poll(() => options.first().innerText()).toContain('2 栋 602');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await options.first().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '2 栋 602' }).waitFor();
  await page.getByText('停车秩序').first().waitFor();
  await page.context().close();
});

test('a resident file that two clerks edit: the second sees the first’s and loses nothing', async () => {
  const page = await open('/households/east-lake-b2-402');
  await page.getByRole('button', { name: '修改成员' }).click();
  await page.getByRole('textbox', { name: '电话' }).fill('12');
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('.ant-form-item-explain-error').getByText('格式不正确').waitFor();
  await page.getByRole('textbox', { name: '电话' }).fill('138 0000 2222');
  const path = '/api/households/east-lake-b2-402';
  const { version, members } = await product.call<{ version: number; members: object[] }>(CLERK, 'GET', path);
  const theirs = members.map((member) => ({ ...member, name: '赵女士' }));
  await product.call('customer-centre-head', 'PUT', path, { expected: version, members: theirs });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('赵女士').waitFor();
  expect(await page.getByRole('textbox', { name: '电话' }).inputValue()).toBe('138 0000 2222');
  await page.getByRole('button', { name: '以我的内容保存' }).click();
  await page.locator('.member-cards').getByText('138 0000 2222').waitFor();
  await page.getByText('由客服专员甲修改').waitFor();
  await page.context().close();
});

describe.each(['zh-CN', 'en'] as const)('the desk’s pages in %s', (language) => {
  test.each(['desk', 'phone'])('have no serious fault on a %s', async (device) => {
    const size = device === 'phone' ? PHONE : DESK;
    const context = await visit(browser, { size, language });
    const page: Page = await context.newPage();
    await page.addInitScript((chosen) => localStorage.setItem('steward.language', chosen), language);
    await signIn(page, product, CLERK);
    const { data } = await product.call<{ data: { id: string }[] }>(
      CLERK,
      'GET',
      '/api/incidents?site=east-lake&list=all',
    );
    const found: Record<string, unknown> = {};
    for (const [path, shown] of [
      ['/households', '.rows, .cards'],
      ['/households/east-lake-b2-602', '.member-cards'],
      ['/incidents?list=all', '.rows, .cards'],
      [`/incidents/${data[0]?.id}`, '.preview'],
      ['/archive', '.rows, .cards'],
      [`/complaints/${closed}/form`, '.sheet-photos img'],
      ['/search', '.search-box-page'],
    ] as const) {
      await page.goto(`${product.origin}${path}`);
      await page.locator(shown).first().waitFor();
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
      const faults = [...(await seriousFindings(page)), ...((await sidewaysPixels(page)) > 0 ? ['sideways'] : [])];
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
    await context.close();
  });
});
