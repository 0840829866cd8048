import { describe, expect, it } from 'vitest';
import { HOUR } from '#domain/time';
import { at } from '#test/support/estate';
import { file } from '#test/support/life';

const monday = at('2026-11-23', '09:00');

describe('somebody left for good', () => {
  it('whoever was asked is asked no more; the other one is, by the same time', () => {
    const life = file(monday);
    expect(life.happen({ type: 'replaced', person: 'repairer-a', to: 'repairer-b' }, monday + HOUR)).toEqual([
      'asked repairer-b 0 11-23 14:30',
    ]);
    expect(life.item).toMatchObject({ owner: 'repairer-b', step: 'accept', ask: { due: at('2026-11-23', '14:30') } });
    expect(life.item.ask?.asked.map(({ person }) => person)).toEqual(['repairer-b']);
    expect(life.happened()).toEqual(['assigned', 'asked']);
  });

  it('a superior: the other one hears that it was raised, the owner and the level stay', () => {
    const life = file(monday);
    life.wait(at('2026-11-23', '14:30'));
    expect(life.happen({ type: 'replaced', person: 'engineering-head', to: 'repairer-b' })).toEqual([
      'raised repairer-b 1 11-24 09:30',
    ]);
    expect(life.item).toMatchObject({ owner: 'repairer-a', level: 1 });
    expect(life.item.ask?.asked.map(({ person, level }) => [person, level])).toEqual([
      ['repairer-a', 0],
      ['repairer-b', 1],
    ]);
    expect(life.item.involved).toContain('repairer-b');
  });

  it('somebody asked at that level already is not told twice', () => {
    const life = file(monday);
    life.wait(at('2026-11-23', '14:30'));
    life.happen({ type: 'replaced', person: 'engineering-head', to: 'repairer-b' });
    life.happen({ type: 'replaced', person: 'repairer-a', to: 'repairer-b' });
    expect(life.happen({ type: 'replaced', person: 'repairer-b', to: 'engineering-head' })).toEqual([
      'raised engineering-head 1 11-24 09:30',
      'asked engineering-head 0 11-24 09:30',
    ]);
  });

  it('who has nothing to do with it, or an ended one, changes nothing', () => {
    const life = file(monday);
    life.happen({ type: 'replaced', person: 'gardener', to: 'repairer-b' });
    expect(life.last.changed).toBe(false);
    life.act('customer-centre-clerk-a', 'withdraw', { reason: '撤回' });
    life.happen({ type: 'replaced', person: 'repairer-a', to: 'repairer-b' });
    expect(life.last.changed).toBe(false);
  });
});
