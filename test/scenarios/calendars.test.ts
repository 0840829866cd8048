import { expect, it } from 'vitest';
import type { CalendarDocument } from '#domain/calendar-document';
import { messageTemplates } from '#domain/mail/view';
import { toIso } from '#domain/time';
import { at } from '#test/support/estate';
import { startTestSystem, type TestSystem } from '#test/support/system';
import { createPreviewCalendar } from '#usecases/preview-calendar';

/** Deadlines of an item as local times: acknowledge, reply, resolve. */
async function deadlines(town: TestSystem, id: string) {
  const { ask, clocks } = await town.item(id);
  return [ask?.due, clocks.reply?.deadline, clocks.resolve?.deadline].map((due) => (due ? town.local(due) : null));
}
const exception = (date: string, open: CalendarDocument['exceptions'][number]['open']) => (body: CalendarDocument) => ({
  ...body,
  exceptions: [
    ...body.exceptions.filter((one) => one.date !== date),
    { date, open, reason: { 'zh-CN': '临时调整', en: 'Changed at short notice' } },
  ],
});

it('filed on the eve of National Day: the week is skipped, the make-up Saturday counts', async () => {
  const town = await startTestSystem({ start: at('2026-09-30', '17:00') });
  const normal = await town.file();
  const low = await town.file({ category: 'greening-pests', unit: '201', household: 'east-lake-b1-201' });
  expect(town.mails()).toEqual([
    '09-30 17:00 b1-1201 您的投诉已受理',
    '09-30 17:00 repairer-a 有一项投诉等您处理 | 10月8日 周四 12:00 前响应',
    '09-30 17:00 b1-201 您的投诉已受理',
    '09-30 17:00 cleaning-lead 有一项投诉等您处理 | 10月8日 周四 18:00 前响应',
  ]);
  expect(await deadlines(town, normal.id)).toEqual(['10-08 12:00', '10-08 18:00', '10-09 18:00']);
  expect(await deadlines(town, low.id)).toEqual(['10-08 18:00', '10-09 18:00', '10-13 18:00']);
  await town.advanceTo('2026-10-10', '18:00');
  expect(town.mails()).toEqual([
    '10-08 12:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周四 17:30 前响应',
    '10-08 17:30 site-director 已升级到您：第 3 级（共 4 级） | 周五 14:00 前响应',
    '10-08 18:00 environment-head 已升级到您：第 2 级（共 4 级） | 周六 18:00 前响应',
    '10-09 14:00 quality-manager 已升级到您：第 4 级（共 4 级） | 答复已超时（周四 18:00）',
    '10-09 14:00 general-manager 已升级到您：第 4 级（共 4 级） | 答复已超时（周四 18:00）',
    '10-10 09:00 quality-manager 仍在等您处理，已超时 | 答复已超时（周四 18:00）',
    '10-10 09:00 general-manager 仍在等您处理，已超时 | 答复已超时（周四 18:00）',
    '10-10 18:00 site-director 已升级到您：第 3 级（共 4 级） | 周二 18:00 前响应',
    // Closing time is out of hours already: the duty manager stands beside the site director.
    '10-10 18:00 duty-manager-b 已升级到您：第 3 级（共 4 级） | 周二 18:00 前响应',
  ]);
  await town.expectSound();
});

it('Spring Festival: the make-up Saturday before it is a working day', async () => {
  const town = await startTestSystem({ start: at('2026-02-13', '16:00') });
  const { id } = await town.file();
  expect(await deadlines(town, id)).toEqual(['02-14 11:00', '02-14 18:00', '02-24 18:00']);
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  town.mails();
  await town.advanceTo('2026-02-24', '09:00');
  expect(town.mails()).toEqual([
    '02-14 18:00 engineering-head 已升级到您：第 2 级（共 4 级） | 2月24日 周二 14:30 前响应',
    '02-14 18:00 repairer-a 答复已超时 | 答复已超时（周六 18:00）',
  ]);
  await town.expectSound();
});

it('a calendar published meanwhile moves deadlines not yet reached, never passed ones', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const { id } = await town.file();
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  town.mails();
  await town.publish('calendar', 'cn-office', exception('2026-11-24', []));
  expect(await deadlines(town, id)).toEqual([null, '11-25 18:00', '11-26 18:00']);
  await town.advanceTo('2026-11-25', '18:30');
  expect(town.mails()).toEqual([
    '11-25 18:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周四 14:30 前响应',
    '11-25 18:00 repairer-a 答复已超时 | 答复已超时（周三 18:00）',
  ]);
  await town.publish('calendar', 'cn-office', exception('2026-11-26', []));
  expect(await deadlines(town, id)).toEqual(['11-27 14:30', '11-25 18:00', '11-27 18:00']);
  expect(await town.story('recomputed', 'missed')).toEqual([
    '11-23 10:00 recomputed reply 11-24 18:00→11-25 18:00, resolve 11-25 18:00→11-26 18:00',
    '11-25 18:00 missed reply of 11-25 18:00',
    '11-25 18:30 recomputed resolve 11-26 18:00→11-27 18:00, level 11-26 14:30→11-27 14:30',
  ]);
  await town.advanceTo('2026-11-27', '14:29');
  expect(town.mails()).toEqual([]);
  await town.advanceTo('2026-11-27', '14:30');
  expect(town.mails()).toEqual(['11-27 14:30 site-director 已升级到您：第 3 级（共 4 级） | 周一 09:30 前响应']);
  await town.expectSound();
});

it('a day opened meanwhile brings the deadline nearer, and it is met in time', async () => {
  const town = await startTestSystem({ start: at('2026-11-27', '10:00') });
  const { id } = await town.file();
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  town.mails();
  expect(await deadlines(town, id)).toEqual([null, '11-30 18:00', '12-01 18:00']);
  await town.publish('calendar', 'cn-office', exception('2026-11-28', [{ from: '09:00', to: '12:00' }]));
  expect(await deadlines(town, id)).toEqual([null, '11-28 12:00', '11-30 18:00']);
  await town.advanceTo('2026-11-29', '00:00');
  expect(town.mails()).toEqual([
    '11-28 12:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 14:30 前响应',
    '11-28 12:00 repairer-a 答复已超时 | 答复已超时（周六 12:00）',
  ]);
  await town.expectSound();
});

it('the preview tells what publishing then does, item by item', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const light = await town.file();
  const pests = await town.file({ category: 'greening-pests', unit: '201', household: 'east-lake-b1-201' });
  const leak = await town.file({ category: 'water-leak' });
  town.mails();
  const { ports, loadDirectory, loadFacts } = town.system;
  const preview = createPreviewCalendar({ ...ports, loadDirectory, loadFacts }, { templates: messageTemplates });
  const { organisation } = (await loadDirectory(town.company)).directory;
  const person = organisation.people.find(({ role }) => role === 'admin');
  const current = await ports.documents.current(town.company, 'calendar', 'cn-office');
  if (!person || !current) throw new Error('the demo estate has an admin and a calendar');
  const body = exception('2026-11-24', [])(structuredClone(current.body));
  const told = await preview({ company: town.company, person, language: 'en' }, { id: 'cn-office', body });
  expect(told.checked).toBe(3);
  const previewed = Object.fromEntries(
    told.data.map(({ id, moved }) => [id, moved.map((one) => `${one.what} ${one.from}→${one.to}`)]),
  );
  expect(Object.keys(previewed).sort()).toEqual([light.id, pests.id].sort());

  await town.publish('calendar', 'cn-office', () => body);
  for (const { id } of [light, pests, leak]) {
    const done = (await town.timeline(id)).flatMap((entry) => (entry.type === 'recomputed' ? entry.moved : []));

    expect(done.map((one) => `${one.what} ${toIso(one.from)}→${toIso(one.to)}`)).toEqual(previewed[id] ?? []);
  }
  expect(town.mails()).toEqual([]);
});
