import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';

it('climbs to the top when nobody answers, reminds five times, and says that nobody acted', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
  ]);

  await town.advanceTo('2026-11-24', '23:59');
  expect(town.mails()).toEqual([
    '11-23 15:30 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应',
    '11-24 10:30 site-director 已升级到您：第 3 级（共 4 级） | 周二 16:00 前响应',
    '11-24 16:00 quality-manager 已升级到您：第 4 级（共 4 级） | 周二 18:00 前答复业主',
    '11-24 16:00 general-manager 已升级到您：第 4 级（共 4 级） | 周二 18:00 前答复业主',
  ]);
  const raised = town.mailTo('engineering-head');
  expect(raised.subject).toBe('[EL-261123-001] 楼道灯不亮 · 一般 · 第 2 级（共 4 级） · 周二 10:30 前响应');
  expect(raised.text).toContain('截至周一 15:30 无人响应（已通知：维修工甲），因此升级到您。');
  expect(raised.text).toContain('届时仍未处理，将升级至管理处主任。');

  await town.advanceTo('2026-12-02', '09:00');
  const overdue = '仍在等您处理，已超时 | 答复已超时（周二 18:00）';
  expect(town.mails()).toEqual([
    ...['11-25', '11-26', '11-27', '11-30'].flatMap((day) => [
      `${day} 09:00 quality-manager ${overdue}`,
      `${day} 09:00 general-manager ${overdue}`,
    ]),
    '12-01 09:00 quality-manager 仍在等您处理 | 周三 09:00 前响应',
    '12-01 09:00 general-manager 仍在等您处理 | 周三 09:00 前响应',
    '12-02 09:00 quality-manager 这项投诉无人处理 | 答复已超时（11月24日 周二 18:00）',
  ]);

  expect(await town.story('raised', 'missed', 'exhausted', 'status')).toEqual([
    '11-23 10:00 status assigned',
    '11-23 15:30 raised 0→1 expired',
    '11-24 10:30 raised 1→2 expired',
    '11-24 16:00 raised 2→3 expired',
    '11-24 18:00 missed reply of 11-24 18:00',
    '11-25 18:00 missed resolve of 11-25 18:00',
    '12-02 09:00 exhausted',
    '12-02 09:00 status nobodyActed',
  ]);
  const { rows } = await town.system.ports.items.open(town.company, 'east-lake', { status: 'nobodyActed' }, {});
  expect(rows.map(({ id }) => id)).toEqual([(await town.item()).id]);
  await town.finish();

  await town.actAs('quality-manager', 'acknowledge');
  expect(await town.item()).toMatchObject({ status: 'inProgress', owner: 'quality-manager', level: 3 });
  expect(town.mails()).toEqual([
    '01-01 09:00 quality-manager 已由您负责，接下来 | 答复已超时（2026年11月24日 周二 18:00）',
  ]);
  await town.expectSound();
});
