import { describe, expect, it } from 'vitest';
import { elapsed, workingDays } from '#domain/limit';
import { HOUR, MINUTE } from '#domain/time';
import type { Step } from '#domain/workflow/definition';
import { at } from '#test/support/estate';
import { file } from '#test/support/life';
import { ask, define, end, person, step } from '#test/support/small-workflow';

const monday = at('2026-11-23', '09:00');
const work = ask('work', [{ to: [{ kind: 'owner' }] }]);
const live = (first: Step, ...others: Step[]) =>
  file(monday, { definition: define([first, ...others, work, end('done')]) });

describe('assign', () => {
  it('makes the first post that resolves the owner', () => {
    const to = [
      { kind: 'onDuty', roster: 'duty-manager' },
      { kind: 'head', department: 'item' },
    ] as const;
    const life = live(step({ id: 'a', type: 'assign', to: [...to], next: 'work' }));
    expect(life.item.owner).toBe('engineering-head');
    expect(life.last.entries).toContainEqual(expect.objectContaining({ type: 'assigned', person: 'engineering-head' }));
  });

  it('goes on without an owner when none does', () => {
    const to = [{ kind: 'onDuty', roster: 'duty-manager' }] as const;
    const life = live(step({ id: 'a', type: 'assign', to: [...to], next: 'work' }));
    expect(life.item).toMatchObject({ owner: null, step: 'work' });
    expect(life.happened()).toEqual(['filed', 'assigned', 'status', 'skipped', 'exhausted']);
  });
});

describe('notify', () => {
  it('tells people, who then hear the end too', () => {
    const to = [person('auditor'), person('leasing-head')];
    const life = live(step({ id: 'a', type: 'notify', to, template: 'major', next: 'done' }));
    expect(life.mails()).toEqual([
      'informed auditor 0 -',
      'informed leasing-head 0 -',
      'ended auditor 0 -',
      'ended leasing-head 0 -',
    ]);
    expect(life.last.effects[0]).toMatchObject({ template: 'major', ask: null });
  });
});

describe('branch', () => {
  const branch = step({
    id: 'a',
    type: 'branch',
    cases: [
      { when: { field: 'severity', is: 'eq', value: 'critical' }, next: 'done' },
      { when: { field: 'buildingAgeYears', is: 'gte', value: 8 }, next: 'old' },
    ],
    otherwise: 'work',
  });
  const old = end('old', 'invalid');

  it('takes the first condition that holds, else the other way', () => {
    expect(live(branch, old).item.status).toBe('invalid');
    const young = file(monday, { definition: define([branch, old, work, end('done')]), item: { building: 'b3' } });
    expect(young.item.step).toBe('work');
    const lift = file(monday, { definition: define([branch, old, work, end('done')]), category: 'lift-trapped' });
    expect(lift.item.status).toBe('closed');
  });
});

describe('wait', () => {
  it('waits for a limit, then goes on, also into another wait', () => {
    const life = live(
      step({ id: 'a', type: 'wait', for: elapsed(60), next: 'b' }),
      step({ id: 'b', type: 'wait', for: workingDays(0), next: 'done' }),
    );
    expect(life.item.wait).toEqual({ since: monday, limit: elapsed(60), until: monday + HOUR });
    life.next();
    // Nothing for the timeline, and yet it must be stored.
    expect(life.last).toMatchObject({ changed: true, entries: [] });
    expect(life.item).toMatchObject({
      step: 'b',
      updatedAt: monday + HOUR,
      wait: { until: at('2026-11-23', '18:00') },
    });
    life.next();
    expect(life.item.status).toBe('closed');
  });

  it('waits until a date of the item, whichever instant field it is; a past or missing one is over at once', () => {
    const until = (field: string, fields = {}) =>
      file(monday, {
        definition: define([step({ id: 'a', type: 'wait', until: field, next: 'done' }), end('done')]),
        item: { fields },
      });
    expect(until('resolveDeadline').item.wait?.until).toBe(at('2026-11-25', '18:00'));
    expect(until('fields.visitAt', { visitAt: monday + MINUTE }).item.wait?.until).toBe(monday + MINUTE);
    expect(until('createdAt').item.status).toBe('closed');
    expect(until('fields.visitAt').item.status).toBe('closed');
    expect(until('promisedAt').item.status).toBe('closed');
  });
});

describe('set', () => {
  it('sets status, severity and fields, raises the level and starts clocks afresh', () => {
    const set = step({
      id: 'a',
      type: 'set',
      status: 'assigned',
      severity: 'urgent',
      fields: { team: 'night', round: 2 },
      raise: { levels: 2, why: 'rule' },
      restart: ['reply'],
      next: 'work',
    });
    const life = live(step({ id: 'w', type: 'wait', for: elapsed(60), next: 'a' }), set);
    life.next();
    expect(life.item).toMatchObject({ severity: 'urgent', level: 2, fields: { team: 'night', round: 2 }, reopened: 0 });
    expect(life.item.clocks.reply?.startedAt).toBe(monday + HOUR);
    expect(life.item.clocks.resolve?.startedAt).toBe(monday);
    expect(life.last.entries).toMatchObject([
      { type: 'severity', from: 'normal', to: 'urgent' },
      { type: 'status', from: 'verifying', to: 'assigned' },
      { type: 'raised', from: 0, to: 2, why: 'rule' },
      { type: 'status' },
      { type: 'skipped' },
      { type: 'exhausted' },
    ]);
  });

  it('a care rule has a complaint start one level higher: who stands there is asked as well, and nobody is told why', () => {
    const life = file(monday, { care: true });
    expect(life.item).toMatchObject({ step: 'accept', level: 1 });
    expect(life.mails()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^asked repairer-a 0 /),
        expect.stringMatching(/^raised engineering-head 1 /),
      ]),
    );
    expect(life.timeline.filter(({ type }) => type === 'raised')).toMatchObject([
      { from: 0, to: 1, why: 'care', by: 'system' },
    ]);
  });

  it('raises no higher than the longest ladder reaches', () => {
    const levels = ['repairer-a', 'engineering-head'].map((id) => ({ to: [person(id)], within: elapsed(10) }));
    const raise = step({ id: 'a', type: 'set', raise: { levels: 5, why: 'repeat' }, next: 'b' });
    const life = file(monday, { definition: define([raise, ask('b', levels, { exhausted: 'done' }), end('done')]) });
    expect(life.item.level).toBe(1);
    expect(life.last.entries).toContainEqual(expect.objectContaining({ type: 'raised', from: 0, to: 1 }));
  });

  it('a raised level asks its people beside the lowest, once', () => {
    const levels = ['repairer-a', 'engineering-head', 'site-director', 'general-manager'].map((id) => ({
      to: [person(id)],
      within: elapsed(10),
    }));
    const raise = step({ id: 'a', type: 'set', raise: { levels: 2, why: 'repeat' }, next: 'b' });
    const life = file(monday, {
      definition: define([
        raise,
        ask('b', levels, { actions: [{ action: 'acknowledge', next: 'c' }], exhausted: 'done' }),
        ask('c', levels, { exhausted: 'done' }),
        end('done'),
      ]),
    });
    expect(life.mails()).toEqual(['asked repairer-a 0 11-23 09:10', 'raised site-director 2 11-23 09:10']);
    life.act('repairer-a', 'acknowledge', {});
    expect(life.mails()).toEqual(['nextStep repairer-a 0 11-23 09:10']);
    expect(life.wait(monday + 10 * MINUTE)).toEqual(['11-23 09:10 raised general-manager 3 11-23 09:20']);
  });
});

it('open starts a linked item', () => {
  const life = live(step({ id: 'a', type: 'open', kind: 'visit', next: 'done' }));
  expect(life.last.effects).toMatchObject([{ type: 'open', kind: 'visit', step: 'a' }]);
  expect(life.happened()).toEqual(['filed', 'opened', 'status', 'ended']);
});

it('end stops the clocks and tells those it was escalated to with its own words', () => {
  const done: Step = {
    id: 'done',
    label: { 'zh-CN': '完', en: 'Done' },
    type: 'end',
    status: 'closed',
    template: 'major',
  };
  const levels = [{ to: [person('repairer-a')], within: elapsed(10) }, { to: [person('auditor')] }];
  const life = file(monday, { definition: define([ask('a', levels, { exhausted: 'done' }), done]) });
  life.next();
  expect(life.act('repairer-a', 'resolve', { done: '修', told: '好' })).toEqual([
    'resident resolved',
    'ended auditor 1 -',
  ]);
  expect(life.last.effects[1]).toMatchObject({ template: 'major', ask: null });
  expect(life.item).toMatchObject({
    endedAt: life.now,
    clocks: { reply: { metAt: life.now }, resolve: { metAt: life.now } },
  });
});
