import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';

it('a complaint that climbs three levels, is acknowledged, resolved and closed', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  await town.advanceTo('2026-11-24', '11:00');
  await town.act(town.mailTo('site-director'), 'acknowledge');
  await town.advanceTo('2026-11-24', '14:00');
  await town.act(town.mailTo('site-director'), 'resolve', { done: '换灯', told: '已修好' });
  await town.act(town.mailTo('customer-centre-clerk-a'), 'verdict', { verdict: 'solved', score: '5' });
  expect(await town.story('raised', 'acted', 'ended')).toEqual([
    '11-23 15:30 raised 0→1 expired',
    '11-24 10:30 raised 1→2 expired',
    '11-24 11:00 acted site-director acknowledge',
    '11-24 14:00 acted site-director resolve',
    '11-24 14:00 acted customer-centre-clerk-a verdict',
    '11-24 14:00 ended closed',
  ]);
  await town.advanceTo('2026-12-24', '14:00');
  // As Step Functions bills, every state entered: two at the start, two a level climbed, two at the end. Acting wakes nobody.
  expect(town.system.runner.transitions()).toBe(8);
  await town.expectTimersRight();
});
