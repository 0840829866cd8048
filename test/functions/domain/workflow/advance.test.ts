import { describe, expect, it } from 'vitest';
import { compileCalendar } from '#domain/calendar';
import { elapsed, workingDays, workingHours } from '#domain/limit';
import { DAY, HOUR } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import { nextDue } from '#domain/workflow/due';
import { at, facts } from '#test/support/estate';
import { file } from '#test/support/life';
import { ask, define, end, person, step } from '#test/support/small-workflow';
import { defaultCalendar } from '#workflows/default-calendar';

const monday = at('2026-11-23', '09:00');
const head = person('engineering-head');

describe('a click and the timer at the same instant', () => {
  const due = at('2026-11-23', '14:30');

  it('click first: nobody above hears of it', () => {
    const life = file(monday);
    life.act('repairer-a', 'acknowledge', {}, due);
    expect(life.mails()).toEqual(['nextStep repairer-a 0 -']);
    expect(life.happen({ type: 'timer' }, due)).toEqual([]);
    expect(life.last.changed).toBe(false);
    expect(life.item).toMatchObject({ level: 0, step: 'handle', owner: 'repairer-a' });
  });

  it('timer first: the head is asked, and the click is taken all the same', () => {
    const life = file(monday);
    expect(life.happen({ type: 'timer' }, due)).toEqual(['raised engineering-head 1 11-24 09:30']);
    expect(life.act('repairer-a', 'acknowledge', {}, due)).toEqual(['nextStep repairer-a 0 -']);
    expect(life.item).toMatchObject({ level: 1, step: 'handle', owner: 'repairer-a' });
  });

  it('twice the same click: the second is refused and changes nothing', () => {
    const life = file(monday);
    life.act('repairer-a', 'acknowledge', {});
    const before = life.item;
    life.act('repairer-a', 'acknowledge', {});
    expect(life.refusal()).toBe('notOffered');
    expect(life.item).toEqual({ ...before, seq: before.seq + 1 });
  });

  it('twice the same timer: the second finds nothing due', () => {
    const life = file(monday);
    life.next();
    expect(life.happen({ type: 'timer' })).toEqual([]);
    expect(life.last.changed).toBe(false);
  });
});

describe('an outage', () => {
  it('of three hours climbs one level, not three, and counts from the end of it', () => {
    const life = file(monday, { category: 'lift-trapped' });
    expect(life.happen({ type: 'timer' }, monday + 3 * HOUR)).toEqual(['raised engineering-head 1 11-23 12:05']);
    expect(life.item).toMatchObject({ level: 1 });
    expect(life.happened()).toEqual(['raised', 'asked', 'missed']);
  });

  it('past both deadlines of the resident asks one superior', () => {
    const life = file(monday, { category: 'lift-trapped' });
    life.act('repairer-a', 'acknowledge', {});
    expect(life.happen({ type: 'timer' }, monday + 5 * HOUR)).toEqual([
      'raised engineering-head 1 11-23 14:05',
      'overdue repairer-a 0 -',
    ]);
    expect(life.happened()).toEqual(['missed', 'raised', 'asked', 'missed']);
    expect(life.item.clocks.resolve?.missedAt).toBe(monday + 5 * HOUR);
  });

  it('over several reminders reminds once', () => {
    const life = file(monday);
    while (life.item.level < 3) life.next();
    expect(life.happen({ type: 'timer' }, at('2026-11-27', '16:00'))).toEqual([
      'reminder quality-manager 3 -',
      'reminder general-manager 3 -',
    ]);
    expect(life.item.ask?.reminder).toMatchObject({ left: 4, next: at('2026-11-30', '09:00') });
  });
});

describe('a definition that was never checked', () => {
  it('that loops is stuck, says where, and never hangs', () => {
    const definition = define([
      step({ id: 'a', type: 'set', next: 'b' }),
      step({ id: 'b', type: 'set', next: 'a' }),
      end('done'),
    ]);
    const life = file(monday, { definition });
    expect(life.item.stuck).toMatch(/^loops at [ab]$/);
    expect(life.happened()).toEqual(['filed', 'stuck']);
    expect(nextDue(life.item)).toBeNull();
    expect(life.happen({ type: 'timer' }, monday + DAY)).toEqual([]);
    // People can still take it out.
    life.act('customer-centre-clerk-a', 'withdraw', { reason: '撤回' });
    expect(life.item).toMatchObject({ status: 'closed', stuck: null });
  });

  it('that leads nowhere is stuck', () => {
    const life = file(monday, {
      definition: define([step({ id: 'a', type: 'set', next: 'nowhere' }), end('done')]),
    });
    expect(life.item.stuck).toBe('no step nowhere');
  });

  it('whose time stands still is stuck, and people can act in its step', () => {
    const level = { to: [head], within: elapsed(0), repeat: 10 };
    const definition = define([
      ask('a', [level], { exhausted: 'b' }),
      ask('b', [level], { exhausted: 'a', actions: [{ action: 'acknowledge' }] }),
      end('done'),
    ]);
    const life = file(monday, { definition });
    life.happen({ type: 'timer' });
    expect(life.item.stuck).toMatch(/loops|time stands still/);
    expect(life.last.effects.length).toBeLessThan(250);
  });

  it('pinned to a step that is no longer there does not throw', () => {
    const life = file(monday);
    const item = { ...life.item, step: 'gone', wait: { since: monday, limit: null, until: monday } };
    const result = advance(life.definition, item, { type: 'timer' }, monday + DAY, facts);
    expect(result.item.stuck).toBe('no step gone');
    expect(nextDue(result.item)).toBeNull();
  });
});

describe('a calendar that never opens', () => {
  const shut = { ...defaultCalendar, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, exceptions: [] };
  const closed = { ...facts, calendar: compileCalendar(shut, 'cn-office@2') };

  it('does not stop a complaint: limits count on the wall clock until a better one is published', () => {
    const life = file(monday, { facts: closed });
    expect(life.mails()).toContain('asked repairer-a 0 11-23 13:00');
    expect(life.item.clocks.resolve?.deadline).toBe(monday + 2 * DAY);
    life.facts = facts;
    life.happen({ type: 'recomputed' }, monday + HOUR);
    expect(life.item.ask?.due).toBe(at('2026-11-23', '14:30'));
    expect(life.item.clocks.resolve).toMatchObject({ deadline: at('2026-11-25', '18:00'), calendar: 'cn-office@1' });
  });
});

describe('recomputed', () => {
  const noTuesday = compileCalendar(
    {
      ...defaultCalendar,
      exceptions: [
        ...defaultCalendar.exceptions,
        { date: '2026-11-24', open: [], reason: { 'zh-CN': '停业', en: 'Closed' } },
      ],
    },
    'cn-office@2',
  );

  it('moves deadlines not yet reached, reminders and calls; leaves what has passed, promises and the wall clock', () => {
    const life = file(monday);
    life.wait(at('2026-11-23', '17:00'));
    const before = life.item;
    life.facts = { ...facts, calendar: noTuesday };
    life.happen({ type: 'recomputed' });
    expect(life.item.ask).toMatchObject({ due: at('2026-11-25', '09:30') });
    expect(life.item.clocks).toMatchObject({
      reply: { deadline: at('2026-11-25', '18:00'), calendar: 'cn-office@2' },
      resolve: { deadline: at('2026-11-26', '18:00') },
    });
    expect(life.last.entries).toMatchObject([
      { type: 'recomputed', moved: [{ what: 'reply' }, { what: 'resolve' }, { what: 'level' }] },
    ]);
    expect(before.ask?.due).toBe(at('2026-11-24', '09:30'));
    life.happen({ type: 'recomputed' });
    expect(life.last.changed).toBe(false);
  });

  it('moves a reminder without a word', () => {
    const level = { to: [head], reminders: { after: workingHours(8), times: 3 } };
    const life = file(monday, {
      definition: define([ask('a', [level], { exhausted: 'done' }), end('done')]),
      category: 'lift-trapped',
    });
    expect(life.item.ask?.reminder?.next).toBe(at('2026-11-24', '09:30'));
    life.facts = { ...facts, calendar: noTuesday };
    life.happen({ type: 'recomputed' });
    expect(life.last).toMatchObject({ changed: true, entries: [] });
    expect(life.item.ask?.reminder?.next).toBe(at('2026-11-25', '09:30'));
  });

  it('does not move a wait by a date, nor anything once ended', () => {
    const definition = define([step({ id: 'a', type: 'wait', for: workingDays(1), next: 'done' }), end('done')]);
    const life = file(monday, { definition });
    life.facts = { ...facts, calendar: noTuesday };
    life.happen({ type: 'recomputed' });
    expect(life.item.wait?.until).toBe(at('2026-11-25', '18:00'));
    life.wait(at('2026-11-25', '18:00'));
    expect(life.item.endedAt).toBe(at('2026-11-25', '18:00'));
    life.happen({ type: 'recomputed' });
    expect(life.last.changed).toBe(false);
  });
});

it('filed twice is filed once', () => {
  const life = file(monday);
  expect(life.happen({ type: 'filed' })).toEqual([]);
  expect(life.last.changed).toBe(false);
});
