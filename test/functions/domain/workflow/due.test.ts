import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#domain/time';
import { needsWake, nextDue, wakeAt } from '#domain/workflow/due';
import { at } from '#test/support/estate';
import { file } from '#test/support/life';

const monday = at('2026-11-23', '09:00');

describe('nextDue', () => {
  it('at one instant: a clock before the level, the level before a reminder', () => {
    const { item } = file(monday);
    const clock = item.clocks.reply;
    const ask = item.ask && {
      ...item.ask,
      due: monday + HOUR,
      reminder: { since: monday, next: monday + HOUR, left: 1 },
    };
    expect(nextDue({ ...item, ask })?.what).toBe('level');
    const clocks = { reply: clock && { ...clock, deadline: monday + HOUR } };
    expect(nextDue({ ...item, ask, clocks })).toEqual({ what: 'clock', at: monday + HOUR, clock: 'reply' });
    expect(nextDue({ ...item, ask: ask && { ...ask, due: null } })?.what).toBe('reminder');
  });

  it('is nothing once the item has ended or is stuck', () => {
    const { item } = file(monday);
    expect(wakeAt(item)).toBe(at('2026-11-23', '14:30'));
    expect(wakeAt({ ...item, endedAt: monday })).toBeNull();
    expect(wakeAt({ ...item, stuck: 'loops' })).toBeNull();
  });
});

describe('needsWake', () => {
  it('when the item ended or its next deadline came nearer, not when it moved away', () => {
    const life = file(monday);
    const filed = life.item;
    life.act('repairer-a', 'acknowledge', {}, monday + MINUTE);
    expect(needsWake(filed, life.item)).toBe(false);
    const acknowledged = life.item;
    life.act('repairer-a', 'promise', { at: monday + DAY, told: '明天' });
    expect(needsWake(acknowledged, life.item)).toBe(true);
    const promised = life.item;
    life.act('repairer-a', 'reject', { reason: '非物业范围', told: '已说明' });
    expect(needsWake(promised, life.item)).toBe(true);
    expect(needsWake(life.item, life.item)).toBe(false);
  });

  it('when nothing was due before', () => {
    const life = file(monday);
    life.wait(at('2026-12-31', '09:00'));
    expect(wakeAt(life.item)).toBeNull();
    const waiting = life.item;
    life.act('quality-manager', 'handOver', { to: 'repairer-b' });
    expect(needsWake(waiting, life.item)).toBe(true);
  });
});
