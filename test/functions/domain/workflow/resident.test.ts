import { describe, expect, it } from 'vitest';
import type { Intake } from '#domain/item';
import { HOUR, MINUTE } from '#domain/time';
import { offeredActions } from '#domain/workflow/offered';
import { at, complaint, directory, facts } from '#test/support/estate';
import { file } from '#test/support/life';

const monday = at('2026-11-23', '09:00');
const clerk = 'customer-centre-clerk-a';
const reached = (change: Partial<Intake['reporter']>) => {
  const { intake } = complaint(monday);
  return { item: { intake: { ...intake, reporter: { ...intake.reporter, ...change } } } };
};
const byPhone = () => file(monday, reached({ email: null }));

describe('a resident without e-mail', () => {
  it('is called for every notice, each a task with its own limit, late ones told to the head of the desk', () => {
    const life = byPhone();
    expect(life.mails()).toEqual([`call ${clerk} 0 11-23 14:30`, 'asked repairer-a 0 11-23 14:30']);
    expect(life.item.calls).toEqual([
      expect.objectContaining({ id: 'call-1', template: 'received', due: at('2026-11-23', '14:30'), doneAt: null }),
    ]);
    life.act('repairer-a', 'promise', { at: monday + 26 * HOUR, told: '明天答复' }, monday + HOUR);
    expect(life.mails()).toEqual([`call ${clerk} 0 11-23 15:30`, 'nextStep repairer-a 0 -']);
    expect(life.item.calls[1]).toMatchObject({ id: 'call-2', template: 'promised', told: '明天答复' });
    expect(life.wait(monday + 8 * HOUR)).toEqual([
      '11-23 14:30 callOverdue customer-centre-head 0 -',
      '11-23 15:30 callOverdue customer-centre-head 0 -',
    ]);
    expect(life.item.level).toBe(0);
  });

  it('once called is called; not at home is an attempt and the task stays', () => {
    const life = byPhone();
    life.act(clerk, 'called', { call: 'call-1', reached: false });
    expect(life.item).toMatchObject({ attempts: 1, calls: [{ doneAt: null }] });
    life.act(clerk, 'called', { call: 'call-1', reached: true }, monday + HOUR);
    expect(life.item.calls[0]?.doneAt).toBe(monday + HOUR);
    expect(offeredActions(life.item, life.definition)).not.toContain('called');
    life.act(clerk, 'called', { call: 'call-1', reached: true });
    expect(life.refusal()).toBe('notOffered');
    life.act('repairer-a', 'reply', { told: '已修' });
    life.act(clerk, 'called', { call: 'call-1', reached: true });
    expect(life.refusal()).toBe('unknownCall');
  });

  it('may be called after the end, which sends nothing any more', () => {
    const life = byPhone();
    life.act(clerk, 'called', { call: 'call-1', reached: true });
    life.act('repairer-a', 'reject', { reason: '非物业范围', told: '已说明' });
    expect(life.item.status).toBe('invalid');
    expect(life.happen({ type: 'timer' }, monday + 100 * HOUR)).toEqual([]);
    expect(offeredActions(life.item, life.definition)).toEqual(['called', 'note']);
    expect(life.act(clerk, 'called', { call: 'call-2', reached: true })).toEqual([]);
    expect(offeredActions(life.item, life.definition)).toEqual(['note']);
  });

  it('is called by the head of the desk when nobody else is there or is reached', () => {
    const { organisation } = directory;
    const people = organisation.people.map((one) =>
      one.id.startsWith('customer-centre-clerk') ? { ...one, active: false } : one,
    );
    const life = file(monday, {
      ...reached({ email: null }),
      facts: { ...facts, directory: { ...directory, organisation: { ...organisation, people } } },
    });
    expect(life.mails()).toContain('call customer-centre-head 0 11-23 14:30');

    const bounced = byPhone();
    const lost = { type: 'undeliverable', person: clerk, ask: null, call: 'call-1' } as const;
    expect(bounced.happen(lost, monday + MINUTE)).toEqual(['call customer-centre-head 0 11-23 14:30']);
    expect(bounced.happen({ ...lost, person: 'customer-centre-head' })).toEqual([]);
    expect(bounced.item.level).toBe(0);
  });
});

it('a notice that could not be delivered becomes a call', () => {
  const life = file(monday);
  const lost = { type: 'residentUndeliverable', template: 'received', told: null } as const;
  expect(life.happen(lost, monday + MINUTE)).toEqual([`call ${clerk} 0 11-23 14:31`]);
});

it('nobody to tell: the timeline says so and nothing is sent', () => {
  const life = file(monday, reached({ email: null, phone: null }));
  expect(life.mails()).toEqual(['asked repairer-a 0 11-23 14:30']);
  expect(life.last.entries).toContainEqual(
    expect.objectContaining({ type: 'told', template: 'received', via: 'none' }),
  );
  expect(life.item.calls).toEqual([]);
});
