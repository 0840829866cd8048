import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seriousFindings, sidewaysPixels } from '#test/support/accessibility';
import { asset } from '#test/support/assets';
import { openBrowser, PHONE, takePhoto, visit } from '#test/support/browser';
import { at } from '#test/support/estate';
import { echoSystem, freePort, startFront } from '#test/support/local-front';
import { startTestSystem } from '#test/support/system';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenOrder } from '#usecases/orders/open-order';

vi.setConfig({ testTimeout: 120_000 });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const faultsOf = async (page: Page) => [...(await seriousFindings(page)), await sidewaysPixels(page)];
const SOUND = [0];

/** A monthly check of a lift, mailed, behind a real address. */
async function mailedCheck() {
  const port = await freePort();
  const town = await startTestSystem({ start: at('2026-11-23', '10:00'), origin: `http://127.0.0.1:${port}` });
  const { system, company } = town;
  await system.ports.assets.put(asset({ code: 'c0dea1' }));
  const plan = {
    id: 'lift-month',
    occurrence: '2026-11-23',
    name: { 'zh-CN': '电梯月检', en: 'Monthly lift check' },
    date: '2026-11-23',
    until: at('2026-11-25', '18:00'),
  };
  const open = createOpenOrder(system.ports, createFactsLoader(system.ports));
  const work = '按检查表完成电梯月检。';
  const { id } = await open({ company, site: 'east-lake', key: 'plan/1', plan, work, assets: ['a1'], takenBy: null });
  town.filed.push(id);
  await system.settle();
  const files = town.files();
  const served = echoSystem({
    page: system.pageHandler,
    resident: system.residentHandler,
    files: {
      readKept: files.readKept,
      async acceptUpload(fields, file) {
        const answer = await files.acceptUpload(fields, file);
        await system.keepUploadedPhoto(fields.company ?? '', fields.photo ?? '');
        return answer;
      },
    },
  });
  const front = await startFront(served, { dataDir: town.dataDir, port });
  return { town, id, front };
}

test('a checklist is filled in on a phone through the mail, left and taken up again, and what failed is repaired', async () => {
  const { town, id, front } = await mailedCheck();
  const context = await visit(browser, { size: PHONE });
  const phone = await context.newPage();
  const choose = (page: Page, point: string, verdict: string) =>
    page.locator(`#${point}`).getByText(verdict, { exact: true }).click();
  const mine = town.mailTo('repairer-a').link ?? '';
  await phone.goto(mine);
  expect(await phone.locator('script').count()).toBe(0);
  expect(await faultsOf(phone)).toEqual(SOUND);
  await phone.getByRole('button', { name: '接单' }).click();
  await phone.getByRole('link', { name: '前往您的下一步' }).click();
  await phone.getByRole('link', { name: '开始检查' }).click();
  await phone.getByRole('heading', { name: '轿厢' }).waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  await choose(phone, 'doors', '合格');
  await choose(phone, 'alarm', '合格');
  await phone.getByRole('button', { name: '保存' }).click();
  await phone.getByText('本部分还差 2 项').waitFor();
  expect(await faultsOf(phone)).toEqual(SOUND);
  await phone.close();

  // The lift takes the reception with it; the first mail still leads back to where it was left.
  const again = await context.newPage();
  await again.goto(mine);
  await again.getByRole('link', { name: '前往您的下一步' }).click();
  await again.getByRole('link', { name: '继续检查：轿厢' }).click();
  expect(await again.locator('input[name="c.doors"][value=pass]').isChecked()).toBe(true);
  expect(await again.locator('input[name="c.levelling.note"]').isVisible()).toBe(false);
  await choose(again, 'levelling', '留意');
  await again.getByLabel('有什么问题？').last().fill('略低 5 毫米');
  await again.getByPlaceholder('正常数量').fill('4');
  await again.getByPlaceholder('总数').fill('4');
  await again.getByRole('button', { name: '保存' }).click();
  await again.getByRole('heading', { name: '机房与底坑' }).waitFor();

  await again.getByLabel('机房温度').fill('很热');
  await choose(again, 'brake', '合格');
  await choose(again, 'pit', '合格');
  await choose(again, 'certificate', '合格');
  await again.getByRole('button', { name: '保存' }).click();
  await again.getByText('请填写数字。').waitFor();
  expect(await faultsOf(again)).toEqual(SOUND);
  expect(await again.getByLabel('机房温度').inputValue()).toBe('很热');
  await again.getByLabel('机房温度').fill('41');
  await again.getByRole('button', { name: '保存' }).click();
  await again.getByRole('heading', { name: '机房与底坑：照片' }).waitFor();
  expect(await faultsOf(again)).toEqual(SOUND);
  const certificate = again.locator('.i', { hasText: '年检标志' });
  const buffer = Buffer.from(await takePhoto(browser));
  await certificate.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  await certificate.getByRole('button', { name: '上传' }).click();
  await again.getByText('照片已保存。').waitFor();
  await again.getByRole('link', { name: '继续', exact: true }).click();
  await choose(again, 'tidy', '合格');
  await again.getByRole('button', { name: '保存' }).click();
  await again.getByText('已全部填写，可以提交完成。').waitFor();
  expect(await faultsOf(again)).toEqual(SOUND);
  await again.getByRole('button', { name: '确认' }).click();
  await again.getByRole('heading', { name: '完成' }).waitFor();
  await town.system.settle();
  const order = (await town.item(id)).order;
  expect(order?.answers['a1/car/levelling']).toMatchObject({ value: 'flag', note: '略低 5 毫米' });
  expect(order?.answers['a1/machine-room/certificate']?.photos).toHaveLength(1);
  expect(town.mails().map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
    'repairer-a 有一张工单请您接单',
    'repairer-a 工单由您负责，接下来',
    'repairer-a 检查不合格，请您维修',
    'engineering-head 工作已完成，请您验收',
  ]);

  const inspector = await context.newPage();
  await inspector.goto(town.mailTo('engineering-head').link ?? '');
  await inspector.locator('.a li.fail').first().waitFor();
  expect(await faultsOf(inspector)).toEqual(SOUND);
  await inspector.getByRole('button', { name: '验收通过' }).click();
  expect((await town.item(id)).status).toBe('closed');

  const label = await context.newPage();
  await label.goto(`${front.origin}/e/c0dea1`);
  await label.getByText('电梯月检 · 已完成').waitFor();
  await label.getByText('维修 · 待接单').waitFor();
  expect(await faultsOf(label)).toEqual(SOUND);
  await context.close();
  await front.close();
});
