import { describe, expect, it } from 'vitest';
import { correctiveWork } from '#domain/corrective-words';
import { elapsed, workingDays, workingHours } from '#domain/limit';
import type { ChecklistItem, ChecklistSection } from '#domain/maintenance';
import { newOrder } from '#domain/new-order';
import { findRework } from '#domain/rework';
import { at } from '#test/support/estate';
import { filing, orderItem } from '#test/support/orders';
import { defaultMaintenance } from '#workflows/default-maintenance';

const monday = at('2026-11-23', '09:00');
const name = { 'zh-CN': '月检', en: 'Monthly' };
const plan = { id: 'p', occurrence: '2026-11-23', name, date: '2026-11-23', until: monday };

describe('a new order', () => {
  it.each([
    ['lift', 'engineering', 'urgent', elapsed(30), elapsed(480), 'building', true],
    ['lighting', 'engineering', 'high', workingHours(2), workingDays(1), 'floor', false],
    ['greening', 'environment', 'low', workingDays(1), workingDays(5), 'none', false],
  ] as const)(
    'of a %s has what the time-limit table says',
    (kind, department, severity, acknowledge, resolve, impact, inspected) => {
      expect(orderItem(monday, { kind })).toMatchObject({
        ...{ kind: 'workOrder', category: kind, department, severity, major: false, version: 0 },
        limits: { acknowledge, reply: resolve, resolve },
        order: { impact, inspected, answers: {}, declined: 0 },
      });
    },
  );

  it.each([
    ['lift', 'normal', workingHours(4), elapsed(480)],
    ['lighting', 'normal', workingHours(2), workingDays(1)],
    ['greening', 'low', workingDays(1), workingDays(5)],
  ] as const)(
    'of a plan for a %s is no emergency, and is accepted in working time',
    (kind, severity, acknowledge, resolve) => {
      expect(orderItem(monday, { kind, plan })).toMatchObject({ severity, limits: { acknowledge, resolve } });
    },
  );

  it('of no kind of facility is like what it comes from, or is none', () => {
    const limits = { acknowledge: elapsed(1), reply: elapsed(2), resolve: elapsed(3) };
    const like = { department: 'security', severity: 'high', limits } as const;
    expect(
      newOrder(filing({ kind: 'noise', like, assets: [] }), { maintenance: defaultMaintenance }, monday),
    ).toMatchObject({
      ...{ category: 'noise', department: 'security', severity: 'high' },
      limits: { acknowledge: elapsed(1), reply: elapsed(3), resolve: elapsed(3) },
      order: { impact: null, inspected: false },
    });
    expect(newOrder(filing({ kind: 'noise' }), { maintenance: defaultMaintenance }, monday)).toBeNull();
  });
});

describe('rework', () => {
  const origin = (detail: string) =>
    ({ item: 'o0', number: 'n', kind: 'workOrder', why: 'failedCheck', detail }) as const;
  const closed = { ...orderItem(monday), status: 'closed' } as const;
  const of = { of: 'o1', number: 'ELW-261123-001', times: 1 };
  const second = { ...closed, order: orderItem(monday, { rework: { of: 'o0', number: 'n', times: 1 } }).order };

  it.each([
    ['of a repair that was done', closed, null, of],
    ['of a repair that was rework itself', second, null, { ...of, times: 2 }],
    ['not of planned work', { ...closed, order: orderItem(monday, { plan }).order }, null, null],
    ['not of one that was cancelled', { ...closed, status: 'withdrawn' } as const, null, null],
    ['not of one still open', orderItem(monday), null, null],
    ['of the same point', { ...closed, origin: origin('brake') }, 'brake', of],
    ['not of another point', { ...closed, origin: origin('brake') }, 'doors', null],
    ['where one of them names no point', { ...closed, origin: origin('brake') }, null, of],
  ])('%s', (_, earlier, point, expected) => {
    expect(findRework(earlier, point)).toEqual(expected);
  });
});

describe('what a corrective order asks for', () => {
  const section: ChecklistSection = { id: 's', name: { 'zh-CN': '泵房', en: 'Pump room' }, items: [] };
  const base = { id: 'i', photo: 'none', required: true } as const;
  const points: Record<string, ChecklistItem> = {
    check: { ...base, label: { 'zh-CN': '无渗漏', en: 'No leak' }, type: 'check' },
    reading: { ...base, label: { 'zh-CN': '压力', en: 'Pressure' }, type: 'reading', unit: 'MPa', min: 0.4, max: 0.6 },
    count: { ...base, label: { 'zh-CN': '亮灯', en: 'Lamps' }, type: 'count', total: null },
  };
  it.each([
    [
      'check',
      'fail',
      '接头滴水',
      '整改检查不合格项：泵房：无渗漏。接头滴水',
      'Put right what failed its check: Pump room: No leak. 接头滴水',
    ],
    [
      'reading',
      0.3,
      null,
      '整改检查不合格项：泵房：压力（0.3 MPa）',
      'Put right what failed its check: Pump room: Pressure (0.3 MPa)',
    ],
    [
      'count',
      { count: 4, total: 6 },
      null,
      '整改检查不合格项：泵房：亮灯（4 / 6）',
      'Put right what failed its check: Pump room: Lamps (4 / 6)',
    ],
  ] as const)('for a %s', (type, value, note, zh, en) => {
    const item = points[type] as ChecklistItem;
    expect(correctiveWork(item, section, { value, note }, 'zh-CN')).toBe(zh);
    expect(correctiveWork(item, section, { value, note }, 'en')).toBe(en);
  });
});
