import { expect, test } from 'vitest';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { byDay, monthOf, weeksOf } from '../../../../admin/src/features/orders/order-days.ts';

const row = (id: string, changes: Partial<ComplaintSummary>): ComplaintSummary => ({
  ...{ id, kind: 'workOrder', number: id, site: 'east-lake', building: null, unit: null, place: null },
  ...{ category: 'lift', department: 'engineering', severity: 'normal', major: false, status: 'assigned' },
  ...{ step: 'accept', level: 0, owner: null, createdAt: '2026-11-01T01:00:00Z', updatedAt: '2026-11-01T01:00:00Z' },
  ...{ endedAt: null, due: null, overdue: false, missed: [], repeatOf: null, promises: { kept: 0, broken: 0 } },
  order: null,
  ...changes,
});

test.each([
  ['2026-11', '2026-10-26', '2026-12-06', 6],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
  ['2024-02', '2024-01-29', '2024-03-03', 5],
])('%s lies in whole weeks', (month, first, last, count) => {
  const weeks = weeksOf(month);
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual([first, last, count]);
});

test('a month that is none is the present one', () => {
  expect(['2026-12', '2026-13', 'x', null].map((asked) => monthOf(asked, '2026-11-25'))).toEqual([
    '2026-12',
    '2026-11',
    '2026-11',
    '2026-11',
  ]);
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
