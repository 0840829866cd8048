import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { History } from '#domain/backtest/history';
import { historyOf } from '#domain/backtest/history-of';
import { relive } from '#domain/backtest/relive';
import type { Forms } from '#domain/forms/forms';
import { elapsed, workingDays } from '#domain/limit';
import { DAY, HOUR } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { at, facts } from '#test/support/estate';
import { deepFreeze, Life } from '#test/support/life';
import { liveItem } from '#test/support/lived-items';
import { openOrder } from '#test/support/orders';
import { decided } from '#test/support/same-line';
import { ask, define, end, person, step } from '#test/support/small-workflow';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultWorkOrder } from '#workflows/default-work-order';

const start = at('2026-09-28', '16:00');
const until = start + 30 * DAY;

/** A ladder on which everybody must confirm, a pause before the verdict, and a branch over what was filed. */
const other: Definition = define([
  step({ id: 'who', type: 'assign', to: [{ kind: 'handler', department: 'item' }], next: 'which' }),
  step({
    id: 'which',
    type: 'branch',
    cases: [{ when: { field: 'verified', is: 'eq', value: true }, next: 'do' }],
    otherwise: 'mark',
  }),
  step({ id: 'mark', type: 'set', severity: 'high', fields: { verified: true }, next: 'do' }),
  ask(
    'do',
    [
      { to: [{ kind: 'owner' }, person('engineering-head')], all: true, within: elapsed(45), repeat: 1 },
      { to: [{ kind: 'siteDirector' }], within: 'acknowledge', reminders: { after: elapsed(20), times: 3 } },
    ],
    {
      watch: ['reply', 'resolve'],
      exhausted: 'rest',
      actions: [
        { action: 'acknowledge', next: 'rest' },
        { action: 'resolve', next: 'rest' },
        ...(['promise', 'reply', 'pause', 'resume', 'handOver', 'noAnswer'] as const).map((action) => ({ action })),
      ],
    },
  ),
  step({ id: 'rest', type: 'wait', for: workingDays(1), next: 'verdict' }),
  ask('verdict', [{ to: [person('customer-centre-clerk-a')], within: workingDays(2) }], {
    actions: [{ action: 'verdict', next: 'done' }],
    exhausted: 'done',
  }),
  end('done'),
]);

describe.each([
  ['the default workflow', defaultComplaint],
  ['another one', other],
])('the past under %s', (_, definition) => {
  test('is lived again exactly: entries, mails, ids and times', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seed) => {
        const real = liveItem(seed, { definition, facts, start, until });
        const history = deepFreeze(historyOf(real.item, real.timeline));
        const line = relive(history, definition, facts, until);
        expect(decided(line.entries)).toEqual(decided(real.timeline));
        const sent = real.mails.filter(({ type }) => type === 'mail' || type === 'mailResident');
        expect(line.mails.map(({ mail }) => ({ ...mail, told: null }))).toEqual(
          sent.map((mail) => ({ ...mail, told: null })),
        );
        expect(line.unfit).toEqual([]);
        const { status, level, owner, seq, endedAt, promises, clocks, fields } = real.item;
        expect(line.item).toMatchObject({ status, level, owner, seq, endedAt, promises, clocks, fields });
      }),
      { numRuns: 300 },
    );
  });

  test('travels: what the schema lets through is the history, and nothing personal is in it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seed) => {
        const { item, timeline } = liveItem(seed, { definition, facts, start, until });
        const history = historyOf(item, timeline);
        expect(History.parse(JSON.parse(JSON.stringify(history)))).toEqual(history);
        expect(JSON.stringify(history)).not.toMatch(
          /13900001201|resident\.example|业主|楼道|好的|原因|修好|还好|还在漏/,
        );
      }),
      { numRuns: 50 },
    );
  });
});

test('whatever the draft: it ends, and twice it is the same', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), (seed) => {
      const real = liveItem(seed, { definition: defaultComplaint, facts, start, until });
      const history = historyOf(real.item, real.timeline);
      const line = relive(history, other, facts, until);
      expect(relive(history, other, facts, until)).toEqual(line);
      const times = line.entries.map((entry) => entry.at);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(Math.max(...times)).toBeLessThanOrEqual(until);
    }),
    { numRuns: 100 },
  );
});

test('answers of forms are lived again as values; what was typed freely stays where it is', () => {
  const text = { 'zh-CN': '字段', en: 'Field' };
  const forms: Forms = {
    intake: [],
    actions: [
      {
        id: 'acknowledge',
        fields: [
          { id: 'lamps', label: text, required: false, type: 'number', whole: true },
          { id: 'who', label: text, required: false, type: 'text', long: false },
        ],
      },
    ],
  };
  const life = new Life(start);
  const answers = ['lamps', 'who'].map((field) => ({ field, label: text, shown: text }));
  const form = { values: { lamps: 3, who: '李女士 13900001201' }, answers };
  life.happen({ type: 'action', by: 'repairer-a', action: { name: 'acknowledge', input: {} }, form }, start + HOUR);
  const history = historyOf(life.item, life.timeline, forms);
  expect(history.filed.fields).toEqual({ verified: true });
  expect(history.stands.fields).toEqual({ verified: true, lamps: 3, who: '' });
  expect(history.events).toMatchObject([{ action: 'acknowledge', answers: { lamps: 3, who: '' } }]);
  const line = relive(history, defaultComplaint, facts, start + HOUR);
  expect(line.item.fields).toEqual({ verified: true, lamps: 3, who: '' });
});

test('the past of a work order is lived again: its clock starts where it did, and its plan’s grace counts', () => {
  const monday = at('2026-11-23', '09:00');
  const plan = { id: 'p', occurrence: '2026-11-24', name: { 'zh-CN': '月检', en: 'Monthly' }, date: '2026-11-24' };
  const life = openOrder(monday, {
    plan: { ...plan, until: at('2026-11-24', '24:00') },
    rework: { of: 'o0', number: 'n', times: 2 },
    checklist: 'lift',
  });
  life.act('repairer-a', 'acknowledge', {}, monday + HOUR);
  life.wait(at('2026-11-26', '10:00'));
  life.act('engineering-head', 'handOver', { to: 'repairer-b' });
  life.act('repairer-b', 'acknowledge', {}, life.now + HOUR);
  life.act('repairer-b', 'pause', { reason: '等配件', until: life.now + 4 * HOUR });
  life.wait(life.now + DAY);
  const lived = historyOf(life.item, life.timeline);
  expect(History.parse(JSON.parse(JSON.stringify(lived)))).toEqual(lived);
  expect(JSON.stringify(lived)).not.toMatch(/电梯|月检/);
  const line = relive(lived, defaultWorkOrder, facts, life.now);
  expect(line.unfit).toEqual([]);
  const { clocks, status, level, owner, step } = life.item;
  expect(line.item).toMatchObject({ clocks, status, level, owner, step });
});
