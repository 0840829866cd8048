import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#domain/time';
import type { ActionInput, ActionName } from '#domain/workflow/action';
import { offeredActions } from '#domain/workflow/offered';
import { at } from '#test/support/estate';
import { file, type Life } from '#test/support/life';
import { ask, define, end, person } from '#test/support/small-workflow';

const monday = at('2026-11-23', '09:00');
const clerk = 'customer-centre-clerk-a';

const verifying = () => file(monday, { verified: false });
const accepting = () => file(monday);
function handling(): Life {
  const life = file(monday);
  life.act('repairer-a', 'acknowledge', {}, monday + 10 * MINUTE);
  return life;
}
function resolved(): Life {
  const life = handling();
  life.act('repairer-a', 'resolve', { done: '更换灯管', told: '已修好' }, monday + HOUR);
  return life;
}

/** Every action with an input that is fine where it is offered at all. */
const inputs: { [N in ActionName]: ActionInput<N> } = {
  acknowledge: {},
  promise: { at: monday + DAY, told: '明天答复' },
  reply: { told: '已安排' },
  handOver: { to: 'repairer-b' },
  notMine: { reason: '不属工程' },
  bringIn: { department: 'security', note: '请协助' },
  escalate: { reason: '需要主管' },
  askSuperior: { question: '是否受理' },
  accept: {},
  reject: { reason: '非物业范围', told: '已说明' },
  pause: { reason: '等配件', until: monday + DAY },
  resume: {},
  noAnswer: {},
  resolve: { done: '更换灯管', told: '已修好' },
  verdict: { verdict: 'solved', score: 5 },
  withdraw: { reason: '业主撤回' },
  reopen: { reason: '再次损坏' },
  note: { text: '备注' },
  called: { call: 'call-1', reached: true },
  correct: { unit: '1202', reason: '房号有误' },
  check: { asset: null, section: 's', answers: [] },
  scan: { point: 'gate', code: '7KQ 2XM' },
  complete: { done: '完成' },
  visited: { score: 4 },
  giveReason: { reason: 'came-back' },
  openOrder: { work: '更换灯管' },
  recover: { amount: 50, words: '断水两天' },
  approve: {},
  decline: { reason: '不同意' },
};
const names = Object.keys(inputs) as ActionName[];

describe('what is offered in each step, and nothing else is taken', () => {
  const desk = ['correct', 'withdraw', 'recover', 'note'];
  it.each([
    ['verify', verifying, ['accept', 'reject', 'askSuperior', 'promise', 'escalate', ...desk]],
    [
      'accept',
      accepting,
      ['acknowledge', 'promise', 'reply', 'resolve', 'handOver', 'notMine', 'reject', 'bringIn', 'escalate', ...desk],
    ],
    [
      'handle',
      handling,
      [
        ...['resolve', 'handOver', 'notMine', 'reject', 'promise', 'reply', 'noAnswer', 'acknowledge', 'bringIn'],
        ...['openOrder', 'askSuperior', 'pause', 'escalate', ...desk],
      ],
    ],
    ['verdict', resolved, ['verdict', 'noAnswer', 'promise', ...desk]],
  ])('%s', (step, start, expected) => {
    const { item, definition } = start();
    expect(item.step).toBe(step);
    expect(offeredActions(item, definition)).toEqual(expected);
    for (const name of names) {
      const life = start();
      const before = life.item;
      life.act('site-director', name, inputs[name]);
      expect([name, life.refusal()]).toEqual([name, expected.includes(name) ? null : 'notOffered']);
      if (expected.includes(name)) continue;
      expect(life.mails()).toEqual([]);
      expect(life.item).toEqual({ ...before, seq: before.seq + 1, updatedAt: life.now });
    }
  });

  it('after the end only a note', () => {
    for (const name of names) {
      const life = resolved();
      life.act(clerk, 'verdict', { verdict: 'solved' });
      const before = life.item;
      life.act(clerk, name, inputs[name], life.now + DAY);
      expect([name, life.refusal()]).toEqual([name, name === 'note' ? null : 'ended']);
      expect(life.mails()).toEqual([]);
      expect({ ...life.item, seq: 0, updatedAt: 0 }).toEqual({ ...before, seq: 0, updatedAt: 0 });
    }
  });
});

describe('acknowledge', () => {
  it('makes whoever acknowledges the owner; the level stays', () => {
    const life = accepting();
    life.next();
    life.act('engineering-head', 'acknowledge', {});
    expect(life.item).toMatchObject({ owner: 'engineering-head', level: 1, status: 'inProgress' });
    expect(life.last.entries[0]).toMatchObject({ type: 'acted', owner: 'engineering-head' });
  });

  it('again, by the owner, says nothing new; a superior may take over', () => {
    const life = handling();
    life.act('repairer-a', 'acknowledge', {});
    expect(life.refusal()).toBe('notOffered');
    life.act('engineering-head', 'acknowledge', {});
    expect(life.item.owner).toBe('engineering-head');
  });

  it('stops reminders of the top, by the owner too', () => {
    const life = handling();
    life.act('repairer-a', 'promise', { at: monday + 2 * DAY, told: '后天' });
    for (let n = 0; n < 3; n += 1) life.act('repairer-a', 'escalate', { reason: '需要上级' });
    expect(life.item.ask?.reminder).not.toBeNull();
    life.act('repairer-a', 'acknowledge', {});
    expect(life.refusal()).toBeNull();
    expect(life.item.ask?.reminder).toBeNull();
  });
});

describe('who owns it', () => {
  it('a promise or reply in place of an acknowledgement makes the owner', () => {
    for (const name of ['promise', 'reply'] as const) {
      const life = accepting();
      life.act('repairer-b', name, inputs[name]);
      expect(life.item).toMatchObject({ owner: 'repairer-b', step: 'handle' });
    }
  });

  it('a reply of the desk, and a promise to call back for the verdict, leave it with whoever does the work', () => {
    const life = handling();
    life.act(clerk, 'reply', { told: '师傅已在路上' });
    expect(life.item.owner).toBe('repairer-a');
    const done = resolved();
    done.act(clerk, 'promise', { at: done.now + DAY, told: '明天再致电' });
    expect(done.item.owner).toBe('repairer-a');
    done.act(clerk, 'verdict', { verdict: 'notSolved' });
    expect(done.mails()).toContain('asked repairer-a 0 11-23 15:30');
  });

  it('resolved while nobody owned it: whoever resolved it', () => {
    const life = accepting();
    life.act('repairer-a', 'notMine', { reason: '不属工程' });
    life.wait(at('2026-12-31', '09:00'));
    expect(life.item).toMatchObject({ status: 'nobodyActed', owner: null });
    life.act('quality-manager', 'resolve', inputs.resolve);
    expect(life.item).toMatchObject({ owner: 'quality-manager', status: 'resolved' });
  });
});

describe('promise, reply, pause', () => {
  it('refuse a time that is not ahead', () => {
    const life = handling();
    life.act('repairer-a', 'promise', { at: life.now, told: '现在' });
    expect(life.refusal()).toBe('badTime');
    life.act('repairer-a', 'reply', { told: '好', nextReplyAt: life.now });
    expect(life.refusal()).toBe('badTime');
    life.act('repairer-a', 'pause', { reason: '等', until: life.now });
    expect(life.refusal()).toBe('badTime');
  });

  it('pause at most up to the cap: ten working days', () => {
    const life = handling();
    const cap = at('2026-12-07', '18:00');
    life.act('repairer-a', 'pause', { reason: '等配件', until: cap + 1 });
    expect(life.refusal()).toBe('badTime');
    life.act('repairer-a', 'pause', { reason: '等配件', until: cap });
    expect(life.item).toMatchObject({ status: 'paused', pause: { until: cap, reason: '等配件' } });
    expect(offeredActions(life.item, life.definition)).toContain('resume');
    life.act('repairer-a', 'pause', { reason: '等配件', until: cap });
    expect(life.refusal()).toBe('notOffered');
    life.act('repairer-a', 'resume', {});
    expect(life.item).toMatchObject({ status: 'inProgress', pause: null });
  });

  it('resolve out of a pause ends it', () => {
    const life = handling();
    life.act('repairer-a', 'pause', inputs.pause);
    life.act('repairer-a', 'resolve', inputs.resolve);
    expect(life.item).toMatchObject({ status: 'resolved', pause: null, step: 'verdict' });
  });
});

describe('escalate and ask the superior', () => {
  it('ask the next level now', () => {
    const life = accepting();
    expect(life.act('repairer-a', 'escalate', { reason: '需要主管' })).toEqual([
      'raised engineering-head 1 11-23 14:30',
    ]);
    expect(life.last.entries.map((entry) => entry.type)).toEqual(['acted', 'raised', 'asked']);
    expect(life.last.entries[1]).toMatchObject({ from: 0, to: 1, why: 'escalated' });
  });

  it('in verification: the desk cannot judge, its head has the limit, then the director', () => {
    const life = verifying();
    expect(life.act(clerk, 'askSuperior', { question: '是否受理' })).toEqual([
      'raised customer-centre-head 1 11-23 14:30',
    ]);
    expect(life.next()).toEqual(['raised site-director 2 11-24 09:30']);
    life.act('site-director', 'accept', {});
    expect(life.item).toMatchObject({ step: 'accept', owner: 'repairer-a', level: 2, fields: { verified: true } });
  });

  it('are not offered where the top is asked already, until it has answered', () => {
    const life = handling();
    for (let n = 0; n < 3; n += 1) life.act('repairer-a', 'escalate', { reason: '需要上级' });
    expect(life.item.level).toBe(3);
    life.act('repairer-a', 'escalate', { reason: '再次' });
    expect(life.refusal()).toBe('notOffered');
    life.act('general-manager', 'acknowledge', {});
    expect(life.act('repairer-a', 'escalate', { reason: '再次' })).toEqual([
      'raised quality-manager 3 -',
      'raised general-manager 3 -',
    ]);
  });
});

describe('hand over, not mine, bring in', () => {
  it('hand over only to somebody who is there', () => {
    const life = handling();
    life.act('repairer-a', 'handOver', { to: 'nobody' });
    expect(life.refusal()).toBe('unknownPerson');
    expect(life.act('repairer-a', 'handOver', { to: 'security-officer', note: '请处理' })).toEqual([
      'handedOver security-officer 0 11-23 14:40',
    ]);
  });

  it('not mine goes back to the dispatcher, who hands it over', () => {
    const life = accepting();
    expect(life.act('repairer-a', 'notMine', { reason: '不属工程' })).toEqual([`asked ${clerk} 0 11-23 14:30`]);
    expect(life.item).toMatchObject({ owner: null, step: 'dispatch', status: 'assigned' });
    expect(life.act(clerk, 'handOver', { to: 'security-officer' })).toEqual([
      'handedOver security-officer 0 11-23 14:30',
    ]);
    expect(life.item.clocks.resolve?.startedAt).toBe(monday);
  });

  it('bring in tells another department; owner, step and timers stay', () => {
    const life = accepting();
    const before = life.item;
    expect(life.act('repairer-a', 'bringIn', inputs.bringIn)).toEqual(['broughtIn security-head 0 -']);
    expect(life.item).toMatchObject({
      owner: before.owner,
      step: before.step,
      ask: before.ask,
      involved: ['security-head'],
    });
    life.act('repairer-a', 'bringIn', { department: 'nowhere', note: '?' });
    expect(life.refusal()).toBe('unknownChoice');
  });
});

describe('ends', () => {
  it('not valid: closed on the spot with the reason, the resident told politely', () => {
    const life = verifying();
    expect(life.act(clerk, 'reject', { reason: '非物业范围', told: '已说明' })).toEqual(['resident invalid']);
    expect(life.item).toMatchObject({ status: 'invalid', endedAt: monday });
  });

  it('withdrawn from anywhere; everybody it was escalated to, and its owner, hear the end, except who ended it', () => {
    const life = handling();
    life.wait(at('2026-11-25', '15:00'));
    expect(life.act('site-director', 'withdraw', { reason: '业主撤回' })).toEqual([
      'resident withdrawn',
      'ended engineering-head 2 -',
      'ended repairer-a 2 -',
    ]);
    expect(life.item.status).toBe('withdrawn');
  });

  it('the same by the resident', () => {
    const life = accepting();
    expect(
      life.happen({ type: 'action', by: 'resident', action: { name: 'withdraw', input: { reason: '不用了' } } }),
    ).toEqual(['resident withdrawn', 'ended repairer-a 0 -']);
    expect(life.last.entries.find(({ type }) => type === 'acted')?.by).toBe('resident');
  });
});

describe('nobody at home', () => {
  it('is an attempt; whoever was asked above still has to answer', () => {
    const life = handling();
    life.wait(at('2026-11-24', '18:00'));
    const due = life.item.ask?.due;
    life.act('repairer-a', 'noAnswer', {});
    expect(life.item).toMatchObject({ attempts: 1, ask: { due } });
  });

  it('does not keep a complaint open that silence would close', () => {
    const life = resolved();
    life.act(clerk, 'noAnswer', {}, at('2026-11-24', '10:00'));
    life.wait(at('2026-11-26', '18:00'));
    expect(life.item).toMatchObject({ status: 'closed', attempts: 1 });
  });
});

describe('a note', () => {
  it('changes nothing else and tells nobody', () => {
    const life = accepting();
    const before = life.item;
    expect(life.act(clerk, 'note', { text: '业主来电' }, monday + MINUTE)).toEqual([]);
    expect(life.item).toEqual({ ...before, seq: before.seq + 1, updatedAt: monday + MINUTE });
  });
});

it('an action without a target keeps the step waiting; acknowledged and forgotten, it climbs after the resolve limit', () => {
  const levels = [{ to: [person('repairer-a')], within: 'acknowledge' as const }, { to: [person('engineering-head')] }];
  const definition = define([
    ask('work', levels, {
      actions: [{ action: 'acknowledge' }, { action: 'resolve', next: 'done' }],
      exhausted: 'done',
    }),
    end('done'),
  ]);
  const life = file(monday, { definition });
  life.act('repairer-a', 'acknowledge', {}, monday + HOUR);
  expect(life.item.ask).toMatchObject({ due: at('2026-11-25', '18:00'), timer: 0 });
  expect(life.wait(at('2026-12-01', '09:00'))).toEqual(['11-25 18:00 raised engineering-head 1 -']);
});
