import { describe, expect, it } from 'vitest';
import { elapsed, workingHours } from '#domain/limit';
import { HOUR, type Instant } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import type { Definition, Level, Step } from '#domain/workflow/definition';
import { wakeAt } from '#domain/workflow/due';
import { moveOutlook, tryMove } from '#domain/workflow/move-outlook';
import { at } from '#test/support/estate';
import { file, type Life, mailLine, when } from '#test/support/life';
import { defaultComplaint } from '#workflows/default-complaint';

const monday = at('2026-11-23', '09:00');
const pin = { id: 'complaint', version: 2 };
const by = 'site-director';

const withStep = (id: string, change: (step: Extract<Step, { type: 'ask' }>) => Step): Definition => ({
  ...defaultComplaint,
  steps: defaultComplaint.steps.map((step) => (step.id === id && step.type === 'ask' ? change(step) : step)),
});
const withLevels = (id: string, change: (levels: Level[]) => Level[]): Definition =>
  withStep(id, (step) => ({ ...step, levels: change(step.levels) }));
const without = (id: string): Definition => ({
  ...defaultComplaint,
  steps: defaultComplaint.steps.filter((step) => step.id !== id),
});

const moved = (life: Life, to: Definition, step: string | null = null, now: Instant = life.now) => {
  const result = tryMove(life.item, { from: life.definition, to: pin, step, by }, to, now, life.facts);
  return 'refused' in result ? result.refused : result;
};
const done = (life: Life, to: Definition, step: string | null = null, now: Instant = life.now) => {
  const result = moved(life, to, step, now);
  if (typeof result === 'string') throw new Error(`refused: ${result}`);
  return result;
};
/** Level 0 asked Monday 09:00, until 14:30. */
const waiting = () => file(monday);

describe('an item that stays where it stands', () => {
  it('has the limit of its level counted anew from when it was asked; nobody gets a mail, nobody else owns it', () => {
    const life = waiting();
    const to = withLevels('accept', ([first, ...rest]) => [{ ...(first as Level), within: workingHours(2) }, ...rest]);
    const { item, effects, entries } = done(life, to, null, monday + HOUR);
    expect(when(item.ask?.due ?? null)).toBe('11-23 11:00');
    expect(wakeAt(item)).toBe(item.ask?.due);
    expect(effects).toEqual([]);
    expect(entries).toMatchObject([
      { type: 'moved', by, from: 1, to: 2, due: { from: at('2026-11-23', '14:30'), to: at('2026-11-23', '11:00') } },
    ]);
    expect(item).toMatchObject({ workflow: pin, owner: life.item.owner, step: 'accept', status: 'assigned' });
    expect(item.ask?.id).toBe(life.item.ask?.id);
    expect(item.clocks).toEqual(life.item.clocks);
  });

  it('whose time would be up by now is due at once, and climbs one level only', () => {
    const life = waiting();
    const to = withLevels('accept', (levels) => levels.map((level) => ({ ...level, within: elapsed(10) })));
    const now = monday + 5 * HOUR;
    const { item } = done(life, to, null, now);
    expect(item.ask?.due).toBe(now);
    const after = advance(to, item, { type: 'timer' }, now, life.facts);
    expect(after.item.ask?.level).toBe(1);
    expect(after.item.ask?.due).toBe(now + 10 * 60_000);
  });

  it('goes on from the level it climbed to where one was put in below: the next to hear is who comes after', () => {
    const life = waiting();
    life.wait(at('2026-11-23', '14:30'));
    expect(life.item.ask?.level).toBe(1);
    const extra: Level = { to: [{ kind: 'onDuty', roster: 'duty-manager' }], within: 'acknowledge' };
    const to = withLevels('accept', ([first, ...rest]) => [first as Level, extra, ...rest]);
    const { item } = done(life, to);
    expect(item).toMatchObject({ level: 2, ask: { level: 2, timer: 2 } });
    const due = wakeAt(item) ?? 0;
    const next = advance(to, item, { type: 'timer' }, due, life.facts);
    expect(next.effects.map(mailLine)).toEqual([expect.stringMatching(/^raised site-director 3 /)]);
  });

  it('keeps count of reminders sent, and those that would have been due are not sent after the event', () => {
    const reminded = (after: number, times: number) =>
      withLevels('accept', ([first, ...rest]) => [
        { ...(first as Level), within: elapsed(600), reminders: { after: elapsed(after), times } },
        ...rest,
      ]);
    const life = file(monday, { definition: reminded(60, 3) });
    life.wait(monday + HOUR);
    const fewer = done(life, reminded(60, 1));
    expect(fewer.item.ask?.reminder).toBeNull();
    const sooner = done(life, reminded(20, 3), null, monday + 1.75 * HOUR);
    expect(sooner.item.ask?.reminder).toEqual({
      since: monday + 1.75 * HOUR,
      next: monday + 1.75 * HOUR + 20 * 60_000,
      left: 2,
    });
    const none = done(waiting(), reminded(60, 3), null, monday + HOUR / 2);
    expect(none.item.ask?.reminder).toEqual({ since: monday, next: monday + HOUR, left: 3 });
  });

  it('that somebody acknowledged is not timed again by its level', () => {
    const life = waiting();
    life.act('repairer-a', 'acknowledge', {}, monday + HOUR);
    life.act('customer-centre-clerk-a', 'escalate', { reason: '急' });
    life.act('engineering-head', 'acknowledge', {});
    expect(life.item).toMatchObject({ step: 'handle', ask: { level: 1, due: null } });
    const to = withLevels('handle', (levels) => levels.map((level) => ({ ...level, within: elapsed(5) })));
    expect(done(life, to).item.ask?.due).toBeNull();
  });

  it('paused: stays paused to the same moment, and goes on with the status of its step', () => {
    const life = waiting();
    life.act('repairer-a', 'acknowledge', {}, monday + HOUR);
    life.act('repairer-a', 'pause', { reason: '等配件', until: monday + 30 * HOUR });
    const to = withStep('handle', (step) => ({ ...step, status: 'assigned' }));
    const { item, effects } = done(life, to);
    expect(item).toMatchObject({ status: 'paused', pause: { until: monday + 30 * HOUR, status: 'assigned' } });
    expect(effects).toEqual([]);
  });
});

describe('an item whose step is not there any more', () => {
  it('is refused with the reason, and nothing changes', () => {
    const life = waiting();
    expect(moved(life, without('accept'))).toBe('noStep');
    const raw = advance(
      without('accept'),
      life.item,
      { type: 'moved', by, from: life.definition, to: pin, step: null },
      life.now,
      life.facts,
    );
    expect(raw).toMatchObject({ changed: false, entries: [], effects: [] });
  });

  it('goes to the step chosen for it: only those asked there get a mail, and the timeline says where', () => {
    const life = waiting();
    const { item, effects, entries, path } = done(life, without('accept'), 'handle', monday + HOUR);
    expect(path).toEqual(['handle']);
    expect(item).toMatchObject({ step: 'handle', status: 'inProgress', owner: 'repairer-a' });
    expect(effects.map(mailLine)).toEqual(['asked repairer-a 0 -']);
    expect(entries[0]).toMatchObject({ type: 'moved', place: { en: 'Follow through' } });
    expect(item.clocks).toEqual(life.item.clocks);
  });

  it.each([
    ['a step that is not there', without('accept'), 'nowhere', 'badStep'],
    ['a step in which nothing waits', without('accept'), 'assign', 'badStep'],
    ['an end', without('accept'), 'archive', 'badStep'],
    [
      'another type under its name',
      {
        ...defaultComplaint,
        steps: defaultComplaint.steps.map(
          (step): Step =>
            step.id === 'accept'
              ? { id: 'accept', type: 'wait', label: step.label, for: 'resolve', next: 'handle' }
              : step,
        ),
      },
      null,
      'otherType',
    ],
    [
      'a step in which there is nobody to ask',
      {
        ...without('accept'),
        steps: without('accept').steps.map(
          (step): Step =>
            step.id === 'dispatch' && step.type === 'ask'
              ? { ...step, levels: [{ to: [{ kind: 'head', department: 'nowhere' }] }] }
              : step,
        ),
      },
      'dispatch',
      'leadsOn',
    ],
  ] satisfies [string, Definition, string | null, string][])('is refused %s', (_, to, step, why) => {
    expect(moved(waiting(), to, step)).toBe(why);
  });

  it('is refused a level that was taken away, a pause that would end, and anything once it ended', () => {
    const life = waiting();
    life.wait(at('2026-11-24', '09:30'));
    expect(life.item.ask?.level).toBe(2);
    expect(
      moved(
        life,
        withLevels('accept', (levels) => levels.slice(0, 2)),
      ),
    ).toBe('noLevel');
    // Entering the same step anew is a choice: whoever owns it is asked again.
    expect(
      done(
        life,
        withLevels('accept', (levels) => levels.slice(0, 2)),
        'accept',
      ).item.ask?.level,
    ).toBe(1);
    const paused = waiting();
    paused.act('repairer-a', 'acknowledge', {}, monday + HOUR);
    paused.act('repairer-a', 'pause', { reason: '等配件', until: monday + 30 * HOUR });
    expect(moved(paused, without('handle'), 'accept')).toBe('paused');
    const ended = waiting();
    ended.act('customer-centre-clerk-a', 'withdraw', { reason: '撤回' });
    expect(moved(ended, defaultComplaint)).toBe('ended');
  });
});

it('the outlook says old and new deadline and the next mails, and that the move itself sends none', () => {
  const life = waiting();
  const to = withLevels('accept', ([first, ...rest]) => [{ ...(first as Level), within: workingHours(2) }, ...rest]);
  expect(
    moveOutlook(life.item, { from: life.definition, to: pin, step: null, by }, to, monday + HOUR, life.facts),
  ).toEqual({
    before: {
      step: 'accept',
      due: at('2026-11-23', '14:30'),
      next: { at: at('2026-11-23', '14:30'), people: ['engineering-head'], resident: false },
    },
    after: {
      step: 'accept',
      due: at('2026-11-23', '11:00'),
      next: { at: at('2026-11-23', '11:00'), people: ['engineering-head'], resident: false },
    },
    now: null,
  });
});
