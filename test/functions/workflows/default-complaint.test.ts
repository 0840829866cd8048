import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#domain/time';
import { at } from '#test/support/estate';
import { file, type Life } from '#test/support/life';

const monday = at('2026-11-23', '09:00');
const clerk = 'customer-centre-clerk-a';
const fixed = { done: '更换灯管', told: '已修好' };

function resolved(life: Life = file(monday)): Life {
  life.act('repairer-a', 'acknowledge', {}, life.now + 10 * MINUTE);
  life.act('repairer-a', 'resolve', fixed, life.now + 50 * MINUTE);
  return life;
}

describe('the stages of a complaint', () => {
  it('accepted, verified, assigned, acknowledged, promised, replied, resolved, judged, archived: exactly these mails', () => {
    const life = file(monday, { verified: false });
    expect(life.mails()).toEqual(['resident received', `asked ${clerk} 0 11-23 14:30`]);
    expect(life.act(clerk, 'accept', {}, monday + 5 * MINUTE)).toEqual(['asked repairer-a 0 11-23 14:35']);
    expect(life.act('repairer-a', 'acknowledge', {}, monday + 30 * MINUTE)).toEqual(['nextStep repairer-a 0 -']);
    const tomorrow = at('2026-11-24', '10:00');
    expect(life.act('repairer-a', 'promise', { at: tomorrow, told: '明早十点前答复' })).toEqual(['resident promised']);
    expect(life.act('repairer-a', 'reply', { told: '配件已到' }, tomorrow)).toEqual(['resident replied']);
    expect(life.act('repairer-a', 'resolve', fixed, tomorrow + HOUR)).toEqual([
      'resident resolved',
      `asked ${clerk} 0 11-27 18:00`,
    ]);
    expect(life.item.status).toBe('resolved');
    expect(life.act(clerk, 'verdict', { verdict: 'solved', score: 5, opinion: '满意' }, tomorrow + 2 * HOUR)).toEqual([
      'ended repairer-a 0 -',
    ]);
    expect(life.item).toMatchObject({
      status: 'closed',
      level: 0,
      verdict: { verdict: 'solved', score: 5, opinion: '满意' },
      clocks: { reply: { missedAt: null }, resolve: { missedAt: null } },
    });
    expect(life.wait(monday + 60 * DAY)).toEqual([]);
  });

  it('silence closes after three working days, the desk reminded twice, the resident with notice', () => {
    const life = resolved();
    expect(life.wait(monday + 60 * DAY)).toEqual([
      `11-24 09:00 reminder ${clerk} 0 11-26 18:00`,
      `11-25 09:00 reminder ${clerk} 0 11-26 18:00`,
      '11-26 18:00 resident closedSilent',
      '11-26 18:00 ended repairer-a 0 -',
    ]);
    expect(life.item).toMatchObject({ status: 'closed', verdict: null });
  });

  it('with nobody at the desk the superiors ask for the verdict, then the quality department, then it is on the list', () => {
    const bounced = (life: Life, person: string) =>
      life.happen({ type: 'undeliverable', person, ask: life.item.ask?.id ?? null });
    const life = resolved();
    expect(bounced(life, clerk)).toEqual([
      'asked customer-centre-head 0 11-26 18:00',
      'asked site-director 0 11-26 18:00',
    ]);
    expect(bounced(life, 'customer-centre-head')).toEqual([]);
    expect(bounced(life, 'site-director')).toEqual(['asked quality-manager 0 11-26 18:00']);
    expect(life.item).toMatchObject({ status: 'resolved', step: 'verdict-quality', level: 0 });
    bounced(life, 'quality-manager');
    bounced(life, 'quality-manager');
    expect(life.item).toMatchObject({ status: 'nobodyActed', endedAt: null });
    expect(life.wait(monday + 60 * DAY)).toEqual([]);
    expect(life.act('quality-manager', 'verdict', { verdict: 'solved' })).toEqual(['ended repairer-a 0 -']);
    expect(life.item.status).toBe('closed');
  });

  it('on the list of what nobody acted on there is no verdict before something was done', () => {
    const life = file(monday);
    life.wait(at('2026-12-31', '12:00'));
    life.act('quality-manager', 'verdict', { verdict: 'solved' });
    expect(life.last.entries).toMatchObject([{ type: 'refused', action: 'verdict', why: 'notOffered' }]);
  });

  it('partly goes on with what is left: the owner is asked, clocks afresh, no level up', () => {
    const life = resolved();
    const before = life.now;
    expect(life.act(clerk, 'verdict', { verdict: 'partly', opinion: '还有一盏不亮' }, before + HOUR)).toEqual([
      'resident goesOn',
      'asked repairer-a 0 -',
    ]);
    expect(life.item).toMatchObject({
      status: 'inProgress',
      level: 0,
      reopened: 0,
      owner: 'repairer-a',
      clocks: { reply: { startedAt: before + HOUR, metAt: null }, resolve: { startedAt: before + HOUR, metAt: null } },
    });
    // Forgotten, it climbs like any other.
    expect(life.next()).toEqual(['raised engineering-head 1 11-25 14:30', 'overdue repairer-a 0 -']);
  });

  it('notSolved reopens one level up: owner and superior asked, clocks afresh', () => {
    const life = resolved();
    const before = life.now;
    expect(life.act(clerk, 'verdict', { verdict: 'notSolved', opinion: '又坏了' }, before + HOUR)).toEqual([
      'resident reopened',
      'asked repairer-a 0 11-23 16:30',
      'raised engineering-head 1 11-23 16:30',
    ]);
    expect(life.item).toMatchObject({
      status: 'assigned',
      level: 1,
      reopened: 1,
      clocks: {
        reply: { startedAt: before + HOUR, metAt: null },
        resolve: { startedAt: before + HOUR, metAt: null },
      },
    });
    // Nobody answers: the next is the director, the level never falls.
    expect(life.next()).toEqual(['raised site-director 2 11-24 11:30']);
    resolved(life);
    life.act(clerk, 'verdict', { verdict: 'notSolved' });
    expect(life.item).toMatchObject({ level: 3, reopened: 2 });
    expect(life.mails()).toEqual([
      'resident reopened',
      'asked repairer-a 0 11-24 14:00',
      'raised quality-manager 3 -',
      'raised general-manager 3 -',
    ]);
  });

  it('an old verdict does not stand for the next time', () => {
    const life = resolved();
    life.act(clerk, 'verdict', { verdict: 'notSolved' });
    resolved(life);
    life.wait(monday + 30 * DAY);
    expect(life.item).toMatchObject({ status: 'closed', verdict: null });
  });
});

describe('how it starts', () => {
  it('major: the department head and the site director hear at once, in parallel with the handling', () => {
    const life = file(monday, { category: 'falling-object' });
    expect(life.mails()).toEqual([
      'resident received',
      'informed security-head 0 -',
      'informed site-director 0 -',
      'asked security-officer 0 11-23 09:05',
    ]);
    expect(life.last.effects[1]).toMatchObject({ template: 'major' });
  });

  it('a repeat starts one level higher', () => {
    const life = file(monday, { item: { repeatOf: 'c0' } });
    expect(life.mails()).toEqual([
      'resident received',
      'asked repairer-a 0 11-23 14:30',
      'raised engineering-head 1 11-23 14:30',
    ]);
    expect(life.item.level).toBe(1);
    expect(life.next()).toEqual(['raised site-director 2 11-24 09:30']);
  });

  it('not verified and nobody at the desk answers: its own ladder, up to the quality department, then the list', () => {
    const life = file(monday, { verified: false, category: 'water-leak' });
    expect(life.wait(at('2026-11-23', '12:00'))).toEqual([
      '11-23 09:15 raised customer-centre-head 1 11-23 09:30',
      '11-23 09:30 raised site-director 2 11-23 09:45',
      '11-23 09:45 raised quality-manager 3 -',
    ]);
    expect(life.wait(at('2026-12-31', '12:00')).at(-1)).toBe('12-01 09:00 asked quality-manager 0 -');
    expect(life.item.status).toBe('nobodyActed');
  });
});

describe('the list of what nobody acted on', () => {
  it('waits for good; what is taken from it goes on at its level', () => {
    const life = file(monday);
    life.wait(at('2026-12-31', '12:00'));
    expect(life.act('quality-manager', 'handOver', { to: 'repairer-b' })).toEqual([
      'handedOver repairer-b 0 12-31 17:30',
    ]);
    life.act('repairer-b', 'acknowledge', {});
    // Overdue long since: the acknowledge limit to do something about it, and then the top again.
    expect(life.next()).toEqual(['raised quality-manager 3 -', 'raised general-manager 3 -']);
    life.act('repairer-b', 'resolve', fixed);
    expect(life.act(clerk, 'verdict', { verdict: 'solved' })).toEqual([
      'ended engineering-head 3 -',
      'ended site-director 3 -',
      'ended quality-manager 3 -',
      'ended general-manager 3 -',
      'ended repairer-b 3 -',
    ]);
  });
});
