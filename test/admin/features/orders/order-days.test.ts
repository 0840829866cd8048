import { expect, test } from 'vitest';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { byDay, inUnit, spanOf, turnedBy } from '../../../../admin/src/features/orders/order-days.ts';

const row = (id: string, changes: Partial<ComplaintSummary>): ComplaintSummary => ({
  ...{ id, kind: 'workOrder', number: id, site: 'east-lake', building: null, unit: null, place: null },
  ...{ category: 'lift', department: 'engineering', severity: 'normal', major: false, status: 'assigned' },
  ...{ step: 'accept', level: 0, owner: null, createdAt: '2026-11-01T01:00:00Z', updatedAt: '2026-11-01T01:00:00Z' },
  ...{ endedAt: null, due: null, overdue: false, missed: [], repeatOf: null, promises: { kept: 0, broken: 0 } },
  order: null,
  ...changes,
});

const TODAY = '2026-11-25';
const asked = (week: string | null, month: string | null) => spanOf({ week, month }, TODAY, 'month');

test.each([
  ['2026-11', '2026-10-26', '2026-12-06', 6],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
  ['2024-02', '2024-01-29', '2024-03-03', 5],
])('%s lies in whole weeks', (month, first, last, count) => {
  const { from, to, weeks } = asked(null, month);
  expect([from, to, weeks.length]).toEqual([first, last, count]);
});

test('a week is named by its Monday, whichever of its days is asked for', () => {
  expect(asked('2027-01-03', '2026-11')).toMatchObject({ unit: 'week', name: '2026-12-28', to: '2027-01-03' });
});

test('what is no week and no month is the present one', () => {
  expect(['2026-12', '2026-13', 'x', null].map((month) => asked('2026-13-01', month).name)).toEqual([
    '2026-12',
    '2026-11',
    '2026-11',
    '2026-11',
  ]);
  expect(spanOf({ week: null, month: null }, TODAY, 'week').name).toBe('2026-11-23');
});

test('both turn over the year', () => {
  expect(turnedBy({ unit: 'month', name: '2026-12' }, 1).name).toBe('2027-01');
  expect(turnedBy({ unit: 'month', name: '2026-01' }, -1).name).toBe('2025-12');
  expect(turnedBy({ unit: 'week', name: '2026-12-28' }, 1).name).toBe('2027-01-04');
});

test.each([
  ['the month of today', null, '2026-11', 'week', '2026-11-23'],
  ['another month', null, '2026-12', 'week', '2026-11-30'],
  ['the week of today', '2026-11-25', null, 'month', '2026-11'],
  ['another week', '2026-12-30', null, 'month', '2026-12'],
] as const)('%s is told as the other kind', (_, week, month, unit, name) => {
  expect(inUnit(asked(week, month), unit, TODAY)).toEqual({ unit, name });
});

test('orders stand on the site’s day they are due or ended, late ones first, each once', () => {
  const rows = [
    row('due', { due: '2026-11-24T17:00:00Z' }),
    row('late', { due: '2026-11-24T16:30:00Z', overdue: true }),
    row('done', { due: null, endedAt: '2026-11-25T01:00:00Z' }),
    row('moved', { due: '2026-11-20T01:00:00Z' }),
    row('moved', { due: null, endedAt: '2026-11-26T01:00:00Z' }),
    row('timeless', { due: null }),
  ];
  const days = byDay(rows, 'Asia/Shanghai');
  expect([...days].map(([day, entries]) => [day, ...entries.map((one) => `${one.row.id} ${one.state}`)])).toEqual([
    ['2026-11-25', 'late late', 'due open', 'done done'],
    ['2026-11-26', 'moved done'],
  ]);
});
