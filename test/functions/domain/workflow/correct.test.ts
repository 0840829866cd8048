import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#domain/time';
import { at } from '#test/support/estate';
import { file, type Life } from '#test/support/life';

const monday = at('2026-11-23', '09:00');
const clerk = 'customer-centre-clerk-a';
const handling = (): Life => {
  const life = file(monday);
  life.act('repairer-a', 'acknowledge', {});
  return life;
};

describe('put right afterwards', () => {
  it('another department: goes there with its limits, the clocks keep their start', () => {
    const life = handling();
    expect(life.act(clerk, 'correct', { category: 'greening-pests', reason: '实为绿化' }, monday + HOUR)).toEqual([
      'asked cleaning-lead 0 11-24 18:00',
    ]);
    expect(life.item).toMatchObject({
      category: 'greening-pests',
      department: 'environment',
      severity: 'low',
      owner: 'cleaning-lead',
      step: 'accept',
      clocks: {
        reply: { startedAt: monday, deadline: at('2026-11-25', '18:00') },
        resolve: { startedAt: monday, deadline: at('2026-11-30', '18:00') },
      },
    });
  });

  it('a more urgent category of the same department: stays with its owner, the shorter limits count from filing', () => {
    const life = handling();
    expect(life.act(clerk, 'correct', { category: 'water-leak', reason: '实为漏水' }, monday + 3 * HOUR)).toEqual([]);
    expect(life.item).toMatchObject({ step: 'handle', owner: 'repairer-a', severity: 'urgent' });
    expect(life.item.clocks.reply?.deadline).toBe(monday + HOUR);
    expect(life.happen({ type: 'timer' })).toEqual(['raised engineering-head 1 11-23 12:15', 'overdue repairer-a 0 -']);
  });

  it('before it was acknowledged: whoever is asked has the new limit, from when they were asked', () => {
    const life = file(monday);
    life.act(clerk, 'correct', { category: 'water-leak', reason: '实为漏水' }, monday + HOUR / 12);
    expect(life.item).toMatchObject({ step: 'accept', owner: 'repairer-a', ask: { due: monday + HOUR / 4 } });
  });

  it('major after all: reported at once', () => {
    const life = handling();
    expect(life.act(clerk, 'correct', { category: 'lift-trapped', reason: '实为困人' })).toEqual([
      'informed engineering-head 0 -',
      'informed site-director 0 -',
      'asked repairer-a 0 11-23 09:05',
    ]);
  });

  it('another building is another route; another unit is only another unit', () => {
    const life = handling();
    life.act(clerk, 'correct', { unit: '1202', reason: '房号有误' });
    expect(life.item).toMatchObject({ unit: '1202', step: 'handle' });
    expect(life.happened()).toEqual(['acted']);
    life.act(clerk, 'correct', { building: 'b1', reason: '同一栋' });
    expect(life.happened()).toEqual(['acted']);
    life.act(clerk, 'correct', { building: 'b2', reason: '楼栋有误' });
    expect(life.item).toMatchObject({ building: 'b2', step: 'accept' });
  });

  it('does not exist: refused, and nothing changes', () => {
    for (const input of [{ category: 'nothing' }, { building: 'nowhere' }]) {
      const life = handling();
      const before = life.item;
      life.act(clerk, 'correct', { ...input, reason: '有误' });
      expect(life.refusal()).toBe('unknownChoice');
      expect(life.item).toMatchObject({ category: before.category, building: before.building, limits: before.limits });
    }
  });

  it('leaves a promise where it is, and does not take up again what is resolved', () => {
    const life = handling();
    life.act('repairer-a', 'promise', { at: monday + DAY, told: '明天' });
    life.act(clerk, 'correct', { category: 'water-leak', reason: '实为漏水' });
    expect(life.item.clocks.reply).toMatchObject({ deadline: monday + DAY, promised: monday + DAY });
    life.act('repairer-a', 'resolve', { done: '堵漏', told: '已修好' });
    life.act(clerk, 'correct', { category: 'cleaning', reason: '实为保洁' });
    expect(life.item).toMatchObject({ department: 'environment', step: 'verdict', owner: 'repairer-a' });
  });
});
