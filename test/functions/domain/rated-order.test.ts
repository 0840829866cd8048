import { expect, test } from 'vitest';
import type { CheckAnswer } from '#domain/checklist-answers';
import type { Checklist, ChecklistItem } from '#domain/maintenance';
import { ratedOrder } from '#domain/rated-order';
import { someItem } from '#test/support/items';
import { someOrder } from '#test/support/orders';

const name = { 'zh-CN': '名', en: 'Name' };
const count = (id: string, lamps: boolean): ChecklistItem => ({
  ...{ id, label: name, photo: 'none', required: true, type: 'count', total: null },
  ...(lamps && { lamps }),
});
const checklist: Checklist = {
  id: 'round',
  name,
  sections: [{ id: 's', name, items: [count('lit', true), count('signs', false), count('spare', true)] }],
};
const counted = (counts: number, total: number, at: number): CheckAnswer => ({
  ...{ value: { count: counts, total }, note: null, photos: [], by: 'li', at, failed: counts < total },
});
const assets = ['a1', 'a2'].map((id) => ({ id, number: id, name: id, place: '' }));
const lampsOf = (answers: Record<string, CheckAnswer>, list: Checklist | null = checklist) =>
  ratedOrder(someItem('demo', 'w', { kind: 'workOrder' }), someOrder({ assets, answers }), list).lamps;

test('lamps of all facilities together, other counts left out, dated by the last', () => {
  const answers = { 'a1/s/lit': counted(9, 10, 5), 'a1/s/signs': counted(1, 9, 99), 'a2/s/spare': counted(4, 4, 7) };
  expect(lampsOf(answers)).toEqual({ lit: 13, total: 14, at: 7 });
});

test('one too many here makes up for none there', () => {
  expect(lampsOf({ 'a1/s/lit': counted(12, 10, 5), 'a2/s/lit': counted(8, 10, 5) })).toMatchObject({
    lit: 18,
    total: 20,
  });
});

test('lamps counted on a night patrol, at the points that were walked', () => {
  const point = (id: string, lamps: { lit: number; total: number } | null, at: number | null) => ({
    ...{ id, name, asset: null, code: id, from: 0, to: 9, required: true, countsLamps: true, lampsTotal: null },
    ...{ scanned: at === null ? null : { by: 'li', at, how: 'code' as const, late: false }, lamps, missedAt: null },
  });
  const points = [point('p1', { lit: 9, total: 10 }, 3), point('p2', null, 4), point('p3', { lit: 5, total: 5 }, 6)];
  const patrol = { starts: 0, ends: 9, people: [], alarm: [], over: false, points };
  const rated = ratedOrder(someItem('demo', 'w', { kind: 'workOrder' }), someOrder({ patrol }), null);
  expect(rated).toMatchObject({ planned: true, lamps: { lit: 14, total: 15, at: 6 } });
});

test('nothing counted, or no checklist: no lamps', () => {
  expect(lampsOf({})).toBeNull();
  expect(lampsOf({ 'a1/s/lit': counted(9, 10, 5) }, null)).toBeNull();
});

test('what the clock, the plan and the end say', () => {
  const plan = { id: 'p', occurrence: 'o', name, date: '2026-11-23', until: 9 };
  const item = someItem('demo', 'w', { kind: 'workOrder', endedAt: 8, status: 'closed' });
  expect(ratedOrder(item, someOrder({ plan, declined: 2, inspected: true }), null)).toMatchObject({
    planned: true,
    ended: { at: 8, status: 'closed' },
    inspected: true,
    declined: 2,
    rework: false,
  });
  expect(ratedOrder({ ...item, clocks: {} }, someOrder(), null)).toMatchObject({ planned: false, clock: null });
});
