import { describe, expect, test } from 'vitest';
import { HOUR } from '#domain/time';
import type { Home } from '#http/schemas/home';
import { type Answer, createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';
import { someItem } from '#test/support/items';
import { MOST_COUNTED } from '#usecases/read-home';

const query = { site: 'east-lake' };
/** The numbers alone; "+" where there are more. */
const plain = ({ body }: Answer<Home>) =>
  Object.fromEntries(Object.entries(body).map(([name, { count, more }]) => [name, `${count}${more ? '+' : ''}`]));

/** Monday 2026-11-23, 10:00 at the site. */
async function withItems() {
  const { ports, call } = await createDemoApi();
  const put = (id: string, changes: Parameters<typeof someItem>[2]) =>
    ports.items.put(someItem('demo', id, { ask: null, clocks: {}, owner: null, ...changes }));
  const promise = (deadline: number, metAt: number | null = null) => ({
    clocks: {
      reply: {
        startedAt: 0,
        limit: { kind: 'elapsed' as const, minutes: 60 },
        deadline,
        calendar: null,
        promised: deadline,
        metAt,
        missedAt: null,
        pauses: [],
      },
    },
  });
  return { ports, call, put, promise };
}

describe('the numbers of a home page', () => {
  test('are the lengths of the lists they lead to', async () => {
    const { call, put, promise } = await withItems();
    put('quiet', { owner: 'customer-centre-clerk-a' });
    put('late', promise(at('2026-11-23', '09:00')));
    put('later today', promise(at('2026-11-23', '23:59')));
    put('tomorrow', promise(at('2026-11-24', '00:00')));
    put('given', promise(at('2026-11-23', '12:00'), at('2026-11-23', '09:30')));
    put('reopened', { reopened: 1, reopenedAt: at('2026-11-23', '00:00') });
    put('reopened and ended', { reopened: 1, reopenedAt: at('2026-11-23', '09:00'), endedAt: 1, status: 'closed' });
    put('reopened last week', { reopened: 1, reopenedAt: at('2026-11-22', '23:59') });
    put('elsewhere', { site: 'west-hill', owner: 'customer-centre-clerk-a' });
    const numbers = plain(await call<Home>('GET', '/api/home', { query }));
    expect(numbers).toEqual({ open: '7', overdue: '1', waiting: '2', promised: '2', reopened: '2' });
    const length = async (list: string) =>
      (await call<{ data: unknown[] }>('GET', '/api/complaints', { query: { ...query, list } })).body.data.length;
    expect(await Promise.all(['open', 'overdue', 'promised', 'reopened'].map(length))).toEqual([7, 1, 2, 2]);
  });

  test('are of the reader’s day: at midnight of the site another begins', async () => {
    const { ports, call, put, promise } = await withItems();
    put('tomorrow', promise(at('2026-11-24', '09:00')));
    put('reopened', { reopened: 1, reopenedAt: at('2026-11-23', '09:00') });
    ports.setNow(at('2026-11-24', '00:00'));
    expect(plain(await call<Home>('GET', '/api/home', { query }))).toMatchObject({ promised: '1', reopened: '1' });
    ports.setNow(at('2026-11-30', '00:00'));
    expect(plain(await call<Home>('GET', '/api/home', { query }))).toMatchObject({ promised: '0', reopened: '0' });
  });

  test('say "more" instead of counting on', async () => {
    const { call, put } = await withItems();
    for (let n = 0; n < MOST_COUNTED; n++) put(`i${n}`, {});
    expect(plain(await call<Home>('GET', '/api/home', { query })).open).toBe(`${MOST_COUNTED}`);
    put('one more', {});
    expect(plain(await call<Home>('GET', '/api/home', { query })).open).toBe(`${MOST_COUNTED}+`);
  });

  test('are for those who may list the site', async () => {
    const { call } = await withItems();
    const status = async (as: string, site: string) => (await call('GET', '/api/home', { as, query: { site } })).status;
    expect(await status('auditor', 'east-lake')).toBe(200);
    expect(await status('repairer-a', 'east-lake')).toBe(403);
    expect(await status('site-director', 'west-hill')).toBe(403);
    expect(await status('administrator', 'nowhere')).toBe(404);
  });
});

test('reopened items come latest first, whatever day they were filed', async () => {
  const { ports, call, put } = await withItems();
  const now = ports.clock.now();
  put('a', { number: 'A', createdAt: now, reopened: 1, reopenedAt: now - 2 * HOUR });
  put('b', { number: 'B', createdAt: now - 1, reopened: 1, reopenedAt: now - HOUR });
  const { body } = await call<{ data: { number: string }[] }>('GET', '/api/complaints', {
    query: { ...query, list: 'reopened' },
  });
  expect(body.data.map(({ number }) => number)).toEqual(['B', 'A']);
});
