import { expect, it } from 'vitest';
import { HOUR } from '#domain/time';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { jpeg } from '#test/support/pictures';
import { startTestSystem, type TestSystem } from '#test/support/system';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenOrder } from '#usecases/orders/open-order';

const opener = ({ system }: TestSystem) => createOpenOrder(system.ports, createFactsLoader(system.ports));
/** A monthly check of the lift, mailed to who answers for it. */
async function monthlyCheck() {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.system.ports.assets.put(asset({ code: 'c0dea1' }));
  const plan = {
    id: 'lift-month',
    occurrence: '2026-11-23',
    name: { 'zh-CN': '电梯月检', en: 'Monthly lift check' },
    date: '2026-11-23',
    until: at('2026-11-25', '18:00'),
  };
  const order = { company: town.company, site: 'east-lake', key: 'plan/1', plan, takenBy: null };
  const { id } = await opener(town)({ ...order, work: '按检查表完成电梯月检。', assets: ['a1'] });
  town.filed.push(id);
  await town.system.settle();
  return { town, id, me: () => town.mailTo('repairer-a') };
}
const uploadFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  );
/** What the form of a section posts. */
const section = (town: TestSystem, part: string, fields: Record<string, string>) =>
  town.post(town.mailTo('repairer-a'), new URLSearchParams({ action: 'check', at: part, ...fields }).toString());
const car = { 'c.doors': 'pass', 'c.alarm': 'pass', 'c.levelling': 'flag', 'c.levelling.note': '略低 5 毫米' };

it('a checklist is filled in through the mail, left and taken up again; a failed reading opens its repair', async () => {
  const { town, id, me } = await monthlyCheck();
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 有一张工单请您接单 | 周一 15:30 前接单']);
  expect(me().subject).not.toMatch(/维修工|repairer/);
  expect((await town.visit(me().link ?? '', { check: '0-0' })).words).not.toContain('五方对讲');
  await town.act(me(), 'acknowledge');
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 工单由您负责，接下来 | 周三 18:00 前完成']);

  const page = await town.tap(me());
  expect(page.words).toContain('1 号电梯 · DT-1 · 1 号电梯厅 · 上海三菱 LEHY-III · 年检至 2026-12-01');
  expect(page.html).toContain('href="?check=0-0">开始检查</a>');
  expect(page.html).not.toContain('value="complete"');
  const part = await section(town, '0-0', { 'c.doors': 'pass', 'c.lamps': '4', 'c.lamps.total': '4' });
  expect([part.status, part.location]).toEqual([303, expect.stringContaining('?check=0-0&saved=1')]);
  expect((await town.visit(part.location ?? '')).words).toContain('已保存。 本部分还差 2 项： 五方对讲畅通 平层准确');

  await town.system.settle();
  await town.expectLinksInert();
  // In the shaft there is no reception; the link leads back to where it was left.
  await town.advance(2 * HOUR);
  expect((await town.tap(me())).html).toContain('href="?check=0-0">继续检查：轿厢</a>');
  const wrong = await section(town, '0-0', { ...car, 'c.lamps': '5', 'c.lamps.total': '4' });
  expect(wrong.status).toBe(422);
  expect(wrong.words).toContain('不得大于 4。');
  expect(wrong.html).toContain(
    'name="c.lamps" aria-label="正常数量" placeholder="正常数量" inputmode="numeric" maxlength="12" autocomplete="off" value="5"',
  );
  expect((await town.item(id)).order?.answers['a1/car/levelling']).toMatchObject({
    value: 'flag',
    note: '略低 5 毫米',
  });
  const on = await section(town, '0-0', { ...car, 'c.lamps': '4', 'c.lamps.total': '4' });
  expect(on.location).toContain('?check=0-1');
  expect(town.mails()).toEqual([]);

  const room = {
    'c.temperature': '41',
    'c.temperature.note': '风机停转',
    'c.brake': 'pass',
    'c.pit': 'pass',
    'c.certificate': 'pass',
  };
  const photos = await section(town, '0-1', room);
  expect(photos.location).toContain('?photos=0-1');
  await town.system.settle();
  expect(town.mails()).toEqual(['11-23 12:00 repairer-a 检查不合格，请您维修 | 周一 12:30 前接单']);
  const repair = me();
  expect(repair.text).toContain('机房温度');
  expect(repair.text).toContain('风机停转');
  const mine = town.inbox.received.find(({ text }) => text.startsWith('工单由您负责'));
  if (!mine) throw new Error('no mail of the check');
  const forms = await town.visit(photos.location ?? '');
  expect(forms.words).toContain('年检标志在有效期内');
  const [, upload = ''] = /<h2>年检标志在有效期内<\/h2>(.*?)<\/form>/s.exec(forms.html) ?? [];
  const fields = uploadFields(upload);
  const back = await town.files().acceptUpload(fields, jpeg());
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  expect((await town.item(id)).order?.answers['a1/machine-room/certificate']?.photos).toEqual([fields.photo]);
  const kept = await town.visit('location' in back ? back.location : '');
  expect(kept.words).toContain('照片已保存。');
  expect(kept.html).toContain('href="?check=0-2">继续</a>');

  const closing = (await town.post(mine, 'action=check&at=0-2&c.tidy=pass')).location ?? '';
  expect(closing).not.toContain('?');
  const ready = await town.visit(closing);
  expect(ready.words).toContain('已全部填写，可以提交完成。');
  expect(ready.html).toContain('已按检查表完成 9 项检查，1 项不合格，已另开整改工单，1 项需留意。');
  await town.act(mine, 'complete', { done: '月检完成，机房风机另行维修。' });
  expect(town.mails()).toEqual(['11-23 12:00 engineering-head 工作已完成，请您验收 | 周一 17:30 前验收']);

  const judged = await town.tap(town.mailTo('engineering-head'));
  expect(judged.words.indexOf('机房温度')).toBeLessThan(judged.words.indexOf('平层准确'));
  expect(judged.words.indexOf('平层准确')).toBeLessThan(judged.words.indexOf('开关门平稳'));
  expect(judged.words).toContain('41 ℃（允许 5–40 ℃）');
  expect(judged.html).toContain(`?photo=${fields.photo}`);
  await town.act(town.mailTo('engineering-head'), 'approve');
  expect((await town.item(id)).status).toBe('closed');
  expect((await town.tap(mine)).words).toContain('流程已结束');
  town.mails();
  await town.expectLinksInert();
});

it('a fault told twice by the label of a lift is one order, and both are answered alike', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const { ports } = town.system;
  await ports.assets.put(asset({ code: 'c0dea1' }));
  const seen = await town.visit('/e/c0dea1', { lang: 'zh-CN' });
  expect(seen.words).toContain('暂无记录。');
  const told = (what: string, key: string) => town.submit('/e/c0dea1', { what, key });
  const first = await told('门关不上', 'k'.repeat(12));
  const again = await told('门一直开着', 'm'.repeat(12));
  const twice = await told('门关不上', 'k'.repeat(12));
  expect(new Set([first, again, twice].map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
  expect((await town.visit(first.location ?? '')).words).toContain('已收到，谢谢。');
  expect(town.mails()).toEqual(['11-23 10:00 repairer-a 收到报修，请您处理 | 周一 10:30 前接单']);
  expect(town.mailTo('repairer-a').text).toContain('> 门关不上');
  const { rows } = await ports.items.byAsset(town.company, 'a1', { limit: 10 });
  expect(rows).toHaveLength(1);
  town.filed.push(rows[0]?.id ?? '');
  expect((await town.timeline()).filter(({ type }) => type === 'joined')).toMatchObject([
    { description: '门一直开着' },
  ]);
  const label = await town.visit('/e/c0dea1', { lang: 'zh-CN' });
  expect(label.words).toContain('维修 · 待接单');
  expect(label.words).not.toMatch(/门关不上|维修工/);
  await town.expectSound();
});
