import { expect, test } from 'vitest';
import type { History } from '#domain/backtest/history';
import { historyOf } from '#domain/backtest/history-of';
import { addDays, localDate } from '#domain/time';
import type { HistoryPage } from '#http/schemas/history';
import { at } from '#test/support/estate';
import { Life } from '#test/support/life';
import { loadHistories, type ReadPage, Stopped } from '../../../../admin/src/features/backtest/load-histories.ts';

const past = (id: string, day: string): History => {
  const life = new Life(at(day, '10:00'), { item: { id } });
  return historyOf(life.item, life.timeline);
};
const days = ['2026-11-23', '2026-11-20', '2026-11-02', '2026-09-15', '2026-08-28'];
const all = days.map((day, n) => past(`c${n}`, day));

/** Pages of two, newest first, as the API gives them; `asked` grows. */
function server(changed: readonly string[] = []) {
  const asked: Record<string, string>[] = [];
  const read: ReadPage = async (query) => {
    asked.push(query);
    const { from = '', to = '', since, cursor = '0' } = query;
    const found = all.filter(({ filed }) => {
      const day = localDate(filed.createdAt, 'Asia/Shanghai');
      return from <= day && day <= to;
    });
    const start = Number(cursor);
    const data: HistoryPage['data'] = found
      .slice(start, start + 2)
      .map((one) => (since && !changed.includes(one.id) ? { id: one.id, unchanged: true as const } : one));
    return { data, next: found.length > start + 2 ? String(start + 2) : null, readAt: '2026-11-24T02:00:00Z' };
  };
  return { read, asked };
}
const to = '2026-11-24';
const loading = (reader: string, read: ReadPage) => ({
  ...{ reader, site: 'east-lake', kind: 'complaint' as const, from: addDays(to, -90), to, read },
});

test('every day of the time is read once, and everything comes, newest first', async () => {
  const { read, asked } = server();
  const told: number[] = [];
  const found = await loadHistories({ ...loading('one', read), onRead: (items) => told.push(items) });
  expect(found.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
  expect(told.at(-1)).toBe(5);
  const spans = asked.filter(({ cursor }) => !cursor).map(({ from = '', to: end = '' }) => [from, end]);
  const sorted = spans.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  expect(sorted[0]?.[0]).toBe('2026-08-26');
  expect(sorted.at(-1)?.[1]).toBe(to);
  sorted.slice(1).forEach(([from = ''], index) => {
    expect(from).toBe(addDays(sorted[index]?.[1] ?? '', 1));
  });
});

test('the next reading asks for what changed and keeps the rest; another reader begins anew', async () => {
  const first = server();
  const before = await loadHistories(loading('two', first.read));
  const second = server(['c3']);
  expect(await loadHistories(loading('two', second.read))).toEqual(before);
  expect(second.asked.every(({ since }) => since === '2026-11-24T02:00:00Z')).toBe(true);
  const other = server();
  await loadHistories(loading('three', other.read));
  expect(other.asked.every(({ since }) => since === undefined)).toBe(true);
});

test('it stops when asked to, and what cannot be read is told', async () => {
  const { read, asked } = server();
  let stopped = false;
  const stopping = loadHistories({ ...loading('four', read), onRead: () => (stopped = true), stopped: () => stopped });
  await expect(stopping).rejects.toBeInstanceOf(Stopped);
  expect(asked.length).toBeLessThan(10);
  const broken = loadHistories(loading('five', () => Promise.reject(new Error('offline'))));
  await expect(broken).rejects.toThrow('offline');
});
