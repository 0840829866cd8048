import { expect, it } from 'vitest';
import type { Absence } from '#domain/organisation';
import { swapTurns } from '#domain/roster-change';
import type { Instant } from '#domain/time';
import { at } from '#test/support/estate';
import { changing, startTestSystem } from '#test/support/system';

const friday = at('2026-11-28', '00:00');
const away = (person: string, deputy: string | null, to: Instant = friday): Absence => ({
  person,
  from: at('2026-11-20', '00:00'),
  to,
  deputy,
});
const unit = (number: string) => ({ unit: number, household: `east-lake-b1-${number}` });

it('deputy chain: the deputy’s deputy until the deputy is back, and never somebody’s own deputy', async () => {
  const untilTwo = [
    away('repairer-a', 'gardener'),
    away('gardener', 'security-officer', at('2026-11-23', '14:00')),
    away('repairer-b', null),
  ];
  const town = await startTestSystem({
    start: at('2026-11-23', '10:00'),
    change: changing('absences', () => ({ absences: untilTwo })),
  });
  await town.file();
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 security-officer 有一项投诉等您处理 | 周一 15:30 前响应',
  ]);
  expect(await town.story('substituted')).toEqual(['11-23 10:00 substituted repairer-a by security-officer']);
  expect(town.mailTo('security-officer').text).toContain('您是维修工甲的代理人。');
  await town.advanceTo('2026-11-23', '14:00');
  await town.file(unit('201'));
  expect(town.mails()).toEqual([
    '11-23 14:00 b1-201 您的投诉已受理',
    '11-23 14:00 gardener 有一项投诉等您处理 | 周一 18:00 前响应',
  ]);
  expect(await town.story('substituted')).toEqual(['11-23 14:00 substituted repairer-a by gardener']);

  // A circle that slipped in: nobody is asked twice, the head is.
  await town.publish('absences', 'main', () => ({
    absences: [away('repairer-a', 'gardener'), away('gardener', 'repairer-a'), away('repairer-b', null)],
  }));
  await town.file(unit('402'));
  expect(town.mails()).toEqual([
    '11-23 14:00 b1-402 您的投诉已受理',
    '11-23 14:00 engineering-head 有一项投诉等您处理 | 周一 18:00 前响应',
  ]);
  expect(await town.story('substituted', 'skipped')).toEqual([]);
  await town.expectSound();
});

it('a swap of duty: at night who took the turn is asked, and the other one on the other night', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '20:00') });
  await town.publish('rosters', 'main', (body) => ({
    rosters: body.rosters.map((roster) =>
      swapTurns(roster, { date: '2026-11-23', index: 0 }, { date: '2026-11-24', index: 0 }),
    ),
  }));
  await town.file({ category: 'water-leak' });
  await town.advanceTo('2026-11-23', '20:30');
  expect(town.mails()).toEqual([
    '11-23 20:00 b1-1201 您的投诉已受理',
    '11-23 20:00 repairer-a 有一项投诉等您处理 | 周一 20:15 前响应',
    '11-23 20:15 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 20:30 前响应',
    '11-23 20:30 site-director 已升级到您：第 3 级（共 4 级） | 周一 20:45 前响应',
    '11-23 20:30 duty-manager-b 已升级到您：第 3 级（共 4 级） | 周一 20:45 前响应',
  ]);
  await town.advanceTo('2026-11-24', '20:00');
  expect(town.mails()).toEqual([
    '11-23 20:45 quality-manager 已升级到您：第 4 级（共 4 级） | 周一 21:00 前答复业主',
    '11-23 20:45 general-manager 已升级到您：第 4 级（共 4 级） | 周一 21:00 前答复业主',
    '11-24 09:00 quality-manager 仍在等您处理，已超时 | 答复已超时（周一 21:00）',
    '11-24 09:00 general-manager 仍在等您处理，已超时 | 答复已超时（周一 21:00）',
  ]);
  await town.file({ category: 'water-leak', ...unit('201') });
  await town.advanceTo('2026-11-24', '20:30');
  expect(town.mails()).toEqual([
    '11-24 20:00 b1-201 您的投诉已受理',
    '11-24 20:00 repairer-a 有一项投诉等您处理 | 周二 20:15 前响应',
    '11-24 20:15 engineering-head 已升级到您：第 2 级（共 4 级） | 周二 20:30 前响应',
    '11-24 20:30 site-director 已升级到您：第 3 级（共 4 级） | 周二 20:45 前响应',
    '11-24 20:30 duty-manager-a 已升级到您：第 3 级（共 4 级） | 周二 20:45 前响应',
  ]);
  await town.expectSound();
});
