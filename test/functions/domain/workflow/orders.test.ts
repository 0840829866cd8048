import { describe, expect, it } from 'vitest';
import { messageTemplates } from '#domain/mail/view';
import type { OrderFiling } from '#domain/new-order';
import { DAY, HOUR, MINUTE } from '#domain/time';
import { check } from '#domain/workflow/check';
import { Definition } from '#domain/workflow/definition';
import { offeredActions } from '#domain/workflow/offered';
import { at, directory, facts } from '#test/support/estate';
import { file, type Life } from '#test/support/life';
import { openOrder } from '#test/support/orders';
import { defaultChecklists } from '#workflows/default-checklists';
import { defaultWorkOrder } from '#workflows/default-work-order';

const monday = at('2026-11-23', '09:00');
const plan = {
  id: 'lift-monthly',
  occurrence: '2026-11-25',
  name: { 'zh-CN': '电梯月检', en: 'Lift, monthly' },
  date: '2026-11-25',
  until: at('2026-11-26', '24:00'),
} satisfies OrderFiling['plan'];
const done = { done: '已更换并试运行' };

const accepted = (changes: Partial<OrderFiling> = {}, now = monday + 10 * MINUTE): Life => {
  const life = openOrder(monday, changes);
  life.act('repairer-a', 'acknowledge', {}, now);
  return life;
};
const resolve = (life: Life) => life.item.clocks.resolve;

describe('the work order that ships', () => {
  it('has no problem and is what the schema takes', () => {
    expect(check(defaultWorkOrder, { directory, routing: facts.routing, templates: messageTemplates })).toEqual([]);
    expect(Definition.parse(defaultWorkOrder)).toEqual(defaultWorkOrder);
  });

  it('is asked of who answers for the facility, and climbs to head, director and company when nobody accepts', () => {
    const life = openOrder(monday);
    expect(life.mails()).toEqual(['asked repairer-a 0 11-23 09:30']);
    expect(life.item).toMatchObject({ owner: 'repairer-a', status: 'assigned', clocks: {} });
    expect(life.wait(monday + 2 * HOUR)).toEqual([
      '11-23 09:30 raised engineering-head 1 11-23 10:00',
      '11-23 10:00 raised site-director 2 11-23 10:30',
      '11-23 10:30 raised quality-manager 3 -',
      '11-23 10:30 raised general-manager 3 -',
    ]);
  });

  it('offers what its step has and the desk’s note and cancelling, nothing of complaints', () => {
    const life = openOrder(monday);
    expect(offeredActions(life.item, defaultWorkOrder)).toEqual([
      ...['acknowledge', 'handOver', 'notMine', 'bringIn', 'escalate', 'withdraw', 'note'],
    ]);
    life.act('repairer-a', 'acknowledge', {});
    expect(offeredActions(life.item, defaultWorkOrder)).toEqual([
      ...['complete', 'handOver', 'notMine', 'check', 'acknowledge', 'pause', 'noAnswer', 'bringIn'],
      ...['askSuperior', 'escalate', 'withdraw', 'note'],
    ]);
    // In a flat there is a resident to put things right for.
    expect(offeredActions({ ...life.item, unit: '1201' }, defaultWorkOrder)).toContain('recover');
  });
});

describe('who is asked first', () => {
  it.each<[string, Partial<OrderFiling>, string[], string]>([
    ['who answers for it', {}, [], 'repairer-a'],
    ['the deputy, when that one is away', {}, ['repairer-a'], 'repairer-b'],
    ['the head, when both are away', {}, ['repairer-a', 'repairer-b'], 'engineering-head'],
    ['the deputy, where nobody else answers for it', { responsible: null }, [], 'repairer-b'],
    ['the head, where nobody answers for it', { responsible: null, deputy: null }, [], 'engineering-head'],
    ['the head, where nobody knows who does', { responsible: 'gone', deputy: null }, [], 'engineering-head'],
  ])('%s', (_, changes, away, person) => {
    const absent = away.map((who) => ({ person: who, from: monday - DAY, to: monday + DAY, deputy: null }));
    const life = openOrder(monday, changes, defaultWorkOrder, { ...directory, absences: { absences: absent } });
    expect(life.mails()).toEqual([`asked ${person} 0 11-23 09:30`]);
    expect(life.item.owner).toBe(person);
    if (away.length === 1)
      expect(life.timeline).toContainEqual(
        expect.objectContaining({ type: 'substituted', absent: 'repairer-a', deputy: 'repairer-b' }),
      );
  });
});

describe('an order somebody cannot do', () => {
  it('goes to the head, who gives it to somebody else; its clock goes on where it had begun', () => {
    const life = accepted();
    const { resolve: clock } = life.item.clocks;
    expect(life.act('repairer-a', 'notMine', { reason: '需要持证人员' }, monday + HOUR)).toEqual([
      'asked engineering-head 0 11-23 10:30',
    ]);
    expect(life.item).toMatchObject({ step: 'dispatch', owner: null, status: 'assigned' });
    life.act('engineering-head', 'handOver', { to: 'repairer-b' }, monday + HOUR + MINUTE);
    expect(life.item).toMatchObject({ step: 'accept', owner: 'repairer-b', clocks: { resolve: clock } });
  });

  it('moves to another version of its workflow as it stands', () => {
    const life = accepted({ checklist: 'lift' });
    life.act('repairer-a', 'check', { asset: 'a1', section: 'car', answers: [{ item: 'doors', value: 'pass' }] });
    const to = { id: 'work-order', version: 2 };
    life.happen({ type: 'moved', by: 'site-director', from: defaultWorkOrder, to, step: null }, monday + HOUR);
    expect(life.item).toMatchObject({ workflow: to, step: 'do', owner: 'repairer-a' });
    expect(Object.keys(life.item.order?.answers ?? {})).toEqual(['a1/car/doors']);
  });
});

describe('the clock of the work', () => {
  it('starts when somebody accepts it, once, and hand-over does not start it again', () => {
    const life = accepted();
    const begun = { startedAt: monday + 10 * MINUTE, deadline: monday + 10 * MINUTE + 8 * HOUR };
    expect(resolve(life)).toMatchObject(begun);
    expect(life.item.clocks.reply).toBeUndefined();
    life.act('repairer-a', 'handOver', { to: 'repairer-b' }, monday + HOUR);
    life.act('repairer-b', 'acknowledge', {}, monday + 2 * HOUR);
    expect(resolve(life)).toMatchObject(begun);
  });

  it('of planned work accepted early starts at the opening of its day, and ends with the grace at the earliest', () => {
    expect(resolve(accepted({ plan }))).toMatchObject({ startedAt: at('2026-11-25', '09:00'), deadline: plan.until });
  });

  it.each([
    ['accepted on the day', at('2026-11-25', '10:00'), plan.until],
    ['accepted so late that its limit ends after the grace', at('2026-11-26', '20:00'), at('2026-11-27', '04:00')],
  ])('of planned work %s', (_, now, deadline) => {
    expect(resolve(accepted({ plan }, now))).toMatchObject({ startedAt: now, deadline });
  });

  it('missed, it climbs like a complaint, and whoever is late hears it', () => {
    const life = accepted();
    expect(life.wait(monday + 9 * HOUR)).toEqual([
      '11-23 17:10 raised engineering-head 1 11-23 17:40',
      '11-23 17:10 overdue repairer-a 0 -',
      '11-23 17:40 raised site-director 2 11-23 18:10',
    ]);
  });

  it('stands still in a pause; one that is over before it starts takes nothing', () => {
    const life = accepted();
    life.act('repairer-a', 'pause', { reason: '等配件', until: monday + DAY }, monday + HOUR);
    life.act('repairer-a', 'resume', {}, monday + 5 * HOUR);
    expect(resolve(life)).toMatchObject({ deadline: monday + 10 * MINUTE + 12 * HOUR });
    const early = accepted({ plan });
    early.act('repairer-a', 'pause', { reason: '等配件', until: monday + DAY }, monday + HOUR);
    early.act('repairer-a', 'resume', {}, monday + 5 * HOUR);
    expect(resolve(early)).toMatchObject({ deadline: plan.until, pauses: [] });
  });

  it('is met by completing, also when nobody accepted it before', () => {
    const life = openOrder(
      monday,
      {},
      {
        ...defaultWorkOrder,
        steps: defaultWorkOrder.steps.map((step) =>
          step.id === 'accept' && step.type === 'ask'
            ? { ...step, actions: [...step.actions, { action: 'complete' as const, next: 'closed' }] }
            : step,
        ),
      },
    );
    life.act('repairer-a', 'complete', done, monday + HOUR);
    expect(resolve(life)).toMatchObject({ startedAt: monday + HOUR, metAt: monday + HOUR, missedAt: null });
    expect(life.item.endedAt).toBe(monday + HOUR);
  });
});

describe('the checklist', () => {
  const lift = { checklist: 'lift' };
  const car = (answers: object[], asset: string | null = 'a1') => ({ asset, section: 'car', answers }) as never;
  const good = ['doors', 'alarm', 'levelling'].map((item) => ({ item, value: 'pass' }));

  it('is saved a section at a time, and the same again is nothing', () => {
    const life = accepted(lift);
    life.act('repairer-a', 'check', car([...good, { item: 'lamps', value: { count: 6, total: 6 } }]));
    expect(life.last.entries).toMatchObject([
      {
        type: 'acted',
        found: { asset: '1 号电梯 (DT-01)', section: { en: 'Car' }, answered: 4, flagged: 0, failed: [] },
      },
    ]);
    expect(life.item.order?.answers['a1/car/doors']).toMatchObject({ value: 'pass', by: 'repairer-a', failed: false });
    life.act('repairer-a', 'check', car(good));
    expect(life.last).toMatchObject({ changed: false, entries: [] });
  });

  it.each([
    ['of a section there is not', { asset: 'a1', section: 'cellar', answers: [] }],
    ['of another facility', car([], 'a2')],
    ['of no facility', car([], null)],
  ])('takes no answers %s', (_, input) => {
    const life = accepted(lift);
    life.act('repairer-a', 'check', input);
    expect(life.refusal()).toBe('unknownChoice');
  });

  it('must be complete before the work is', () => {
    const life = accepted(lift);
    life.act('repairer-a', 'complete', done);
    expect(life.refusal()).toBe('unfinished');
    for (const section of defaultChecklists.find(({ id }) => id === 'lift')?.sections ?? [])
      life.act('repairer-a', 'check', {
        asset: 'a1',
        section: section.id,
        answers: section.items.map((item) => ({
          item: item.id,
          value:
            item.type === 'check'
              ? 'pass'
              : item.type === 'count'
                ? { count: 1, total: 1 }
                : item.type === 'reading'
                  ? 20
                  : 'x',
          ...(item.photo === 'required' && { photos: ['p1'] }),
        })),
      });
    life.act('repairer-a', 'complete', done);
    expect(life.refusal()).toBeNull();
  });

  it('opens a corrective order for a point that failed, once, however often it is answered', () => {
    const life = accepted(lift);
    const fail = { item: 'alarm', value: 'fail', note: '无人应答' };
    life.act('repairer-a', 'check', car([fail]));
    expect(life.happened()).toEqual(['acted', 'opened']);
    expect(life.last.effects).toMatchObject([
      {
        type: 'open',
        kind: 'workOrder',
        what: {
          why: 'failedCheck',
          by: 'repairer-a',
          asset: 'a1',
          work: '整改检查不合格项：轿厢：五方对讲畅通。无人应答',
          detail: '五方对讲畅通',
        },
      },
    ]);
    life.act('repairer-a', 'check', car([{ item: 'alarm', value: 'pass' }]));
    expect(life.last.effects).toEqual([]);
    life.act('repairer-a', 'check', car([fail]));
    expect(life.last.effects).toEqual([]);
    expect(life.item.order?.corrected).toEqual(['a1/car/alarm']);
  });
});

describe('the acceptance check', () => {
  const completed = (by = 'repairer-a'): Life => {
    const life = openOrder(monday, { kind: 'lift' });
    life.act(by, 'acknowledge', {});
    life.act(by, 'complete', done, monday + HOUR);
    return life;
  };

  it('is made by the head, and ends it', () => {
    const life = completed();
    expect(life.item).toMatchObject({ status: 'resolved', step: 'inspect' });
    expect(life.mails()).toEqual(['asked engineering-head 0 11-23 10:30']);
    life.act('engineering-head', 'approve', {}, monday + 2 * HOUR);
    expect(life.item).toMatchObject({ status: 'closed', endedAt: monday + 2 * HOUR });
    expect(life.mails()).toEqual(['ended repairer-a 0 -']);
  });

  it('is asked of the next one when the head did the work, and nobody passes their own', () => {
    const life = completed('engineering-head');
    expect(life.mails()).toEqual(['raised site-director 1 11-23 10:30']);
    life.act('engineering-head', 'approve', {});
    expect(life.refusal()).toBe('ownWork');
    life.act('site-director', 'approve', {});
    expect(life.item.status).toBe('closed');
  });

  it('not passed: it is counted, and done again in a time of its own', () => {
    const life = completed();
    life.act('engineering-head', 'decline', { reason: '皮带松' }, monday + 2 * HOUR);
    expect(life.item).toMatchObject({ step: 'do', status: 'inProgress', order: { declined: 1 } });
    expect(resolve(life)).toMatchObject({ startedAt: monday + 2 * HOUR, metAt: null, missedAt: null });
    expect(life.mails()).toEqual(['asked repairer-a 0 -']);
    life.act('repairer-a', 'complete', done, monday + 3 * HOUR);
    expect(life.item.step).toBe('inspect');
  });

  it('that nobody makes stays on the list of the quality department', () => {
    const life = completed();
    life.wait(monday + 30 * DAY);
    expect(life.item).toMatchObject({ step: 'nobody-inspected', status: 'nobodyActed', endedAt: null });
    life.act('quality-manager', 'approve', {});
    expect(life.item.status).toBe('closed');
  });

  it('is left out where the kind asks for none', () => {
    const life = openOrder(monday, { kind: 'lighting' });
    life.act('repairer-a', 'acknowledge', {});
    life.act('repairer-a', 'complete', done);
    expect(life.item.status).toBe('closed');
  });
});

describe('rework and linked items', () => {
  const rework = (times: number) => ({ of: 'o0', number: 'ELW-261101-001', times });

  it('starts one level higher the second time, not the first', () => {
    expect(openOrder(monday, { rework: rework(1) }).item.level).toBe(0);
    const second = openOrder(monday, { rework: rework(2) });
    expect(second.item.level).toBe(1);
    expect(second.mails()).toEqual(['asked repairer-a 0 11-23 09:30', 'raised engineering-head 1 11-23 09:30']);
    expect(second.timeline).toContainEqual(expect.objectContaining({ type: 'raised', to: 1, why: 'rework' }));
  });

  const origin = { item: 'c9', number: 'EL-261120-001', kind: 'complaint', why: 'complaint', detail: null } as const;
  it('tells the item that opened it how it ended', () => {
    const life = openOrder(monday, { kind: 'lighting', origin });
    life.act('repairer-a', 'acknowledge', {});
    life.act('repairer-a', 'complete', done);
    expect(life.last.effects).toMatchObject([{ type: 'tellOrigin', origin: 'c9', status: 'closed' }]);
    const cancelled = openOrder(monday, { origin });
    cancelled.act('customer-centre-clerk-a', 'withdraw', { reason: '重复' });
    expect(cancelled.last.effects).toContainEqual(expect.objectContaining({ type: 'tellOrigin', status: 'withdrawn' }));
  });

  it('which goes on with a pause over, its owner told', () => {
    const life = accepted();
    life.act('repairer-a', 'pause', { reason: '等整改', until: monday + DAY }, monday + HOUR);
    const ended = {
      type: 'linkedEnded',
      item: 'o2',
      number: 'ELW-261123-002',
      kind: 'workOrder',
      status: 'closed',
    } as const;
    life.happen(ended, monday + 2 * HOUR);
    expect(life.mails()).toEqual(['linkedEnded repairer-a 0 -']);
    expect(life.item).toMatchObject({ pause: null, status: 'inProgress' });
    life.act('repairer-a', 'complete', done);
    life.act('engineering-head', 'approve', {});
    life.happen(ended, monday + 3 * HOUR);
    expect(life.last).toMatchObject({ changed: false, entries: [], effects: [] });
  });

  it('a complaint has one opened, and stays where it is', () => {
    const life = file(monday);
    life.act('repairer-a', 'acknowledge', {});
    const { step } = life.item;
    life.act('repairer-a', 'openOrder', { work: '更换灯管', asset: '' });
    expect(life.last.effects).toMatchObject([
      { type: 'open', kind: 'workOrder', what: { why: 'complaint', by: 'repairer-a', asset: null, work: '更换灯管' } },
    ]);
    expect(life.item.step).toBe(step);
  });
});
