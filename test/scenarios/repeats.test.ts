import { expect, it } from 'vitest';
import { DAY, HOUR } from '#domain/time';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';
import { SimilarOpen } from '#usecases/errors';

it('the same unit and category within a day joins and raises nothing', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const first = await town.file();
  town.mails();
  await town.advance(2 * HOUR);
  const again = await town.file({ description: '楼道还是黑的', channel: 'desk' });
  expect(again).toEqual({ id: first.id, number: first.number, joined: true, repeatOf: null });
  expect(town.mails()).toEqual([]);
  expect((await town.timeline()).at(-1)).toMatchObject({
    type: 'joined',
    description: '楼道还是黑的',
    channel: 'desk',
  });
  expect(await town.item()).toMatchObject({ level: 0, step: 'accept' });

  await town.advance(23 * HOUR);
  town.mails();
  await expect(town.file()).rejects.toThrow(SimilarOpen);
  const joined = await town.file({ similar: { join: first.id } });
  expect(joined).toMatchObject({ id: first.id, joined: true });
  expect(town.mails()).toEqual([]);
  const anew = await town.file({ similar: 'new' });
  expect(anew).toMatchObject({ joined: false, number: 'EL-261124-001', repeatOf: null });
  expect(town.mails()).toEqual([
    '11-24 11:00 b1-1201 您的投诉已受理',
    '11-24 11:00 repairer-a 有一项投诉等您处理 | 周二 16:30 前响应',
  ]);
  await town.expectSound();
});

it('the same key files once, also posted twenty times at once', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const answers = await Promise.all(Array.from({ length: 20 }, () => town.file({}, undefined, 'form-1')));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
  ]);
  await town.expectSound();
});

it('a repeat within 30 days after closing starts one level higher, later it does not', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const close = async () => {
    await town.act(town.mailTo('repairer-a'), 'resolve', { done: '换灯', told: '已修好' });
    await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' });
  };
  const first = await town.file();
  await close();
  await town.advance(29 * DAY);
  town.mails();
  const second = await town.file();
  expect(second.repeatOf).toBe(first.id);
  expect(town.mails()).toEqual([
    '12-22 10:00 b1-1201 您的投诉已受理',
    '12-22 10:00 repairer-a 有一项投诉等您处理 | 周二 15:30 前响应',
    '12-22 10:00 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 15:30 前响应',
  ]);
  expect(town.mailTo('engineering-head').text).toContain('同一户 30 天内就同类问题再次投诉。');
  await town.advanceTo('2026-12-22', '15:30');
  expect(town.mails()).toEqual(['12-22 15:30 site-director 已升级到您：第 3 级（共 4 级） | 周三 10:30 前响应']);
  await close();
  town.mails();
  await town.advance(31 * DAY);
  expect((await town.file()).repeatOf).toBeNull();
  expect(town.mails()).toEqual([
    '01-22 15:30 b1-1201 您的投诉已受理',
    '01-22 15:30 repairer-a 有一项投诉等您处理 | 周一 10:30 前响应',
  ]);
  await town.expectSound();
});
