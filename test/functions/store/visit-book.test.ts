import { describe, expect, it } from 'vitest';
import { BookChanged } from '#domain/errors';
import type { Booking, VisitBook } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { createMemoryVisitBook } from '#test/support/memory-visit-book';

const booking = (key: string, change: Partial<Booking> = {}): Booking => ({
  ...{ key, household: 'east-lake-b1-1201', visitor: 'steward-b1', date: '2026-11-25' },
  ...{ due: 1_000, channel: 'phone', of: 'c1', ...change },
});
const fresh = { version: 0, onDay: 0 };

/** What use cases count on, whoever keeps the book. */
function contract(book: () => VisitBook) {
  it('remembers a booking by its key, its household and the day of its visitor', async () => {
    const company = freshCompany();
    expect(await book().booked(company, 'k1')).toBeNull();
    expect(await book().household(company, 'east-lake-b1-1201')).toEqual({ askings: [], version: 0 });
    await book().book(company, booking('k1'), fresh);
    expect(await book().booked(company, 'k1')).toEqual(booking('k1'));
    expect(await book().household(company, 'east-lake-b1-1201')).toEqual({
      askings: [{ at: 1_000, of: 'c1' }],
      version: 1,
    });
    expect(await book().days(company, 'steward-b1', '2026-11-25')).toEqual(new Map([['2026-11-25', 1]]));
    expect(await book().booked(freshCompany(), 'k1')).toBeNull();
  });

  it('tells the days of one visitor from a date on', async () => {
    const company = freshCompany();
    const at = (key: string, date: string, visitor = 'steward-b1') =>
      book().book(company, booking(key, { household: key, date, visitor }), fresh);
    await at('a', '2026-11-24');
    await at('b', '2026-11-26');
    await at('c', '2026-12-01');
    await at('d', '2026-11-26', 'steward-b10');
    expect(await book().days(company, 'steward-b1', '2026-11-25')).toEqual(
      new Map([
        ['2026-11-26', 1],
        ['2026-12-01', 1],
      ]),
    );
  });

  it('refuses what was decided on an older page or day, or is booked already, and then changes nothing', async () => {
    const company = freshCompany();
    await book().book(company, booking('k1'), fresh);
    const refused = [
      [booking('k1', { household: 'h2', date: '2026-11-26' }), fresh],
      [booking('k2', { date: '2026-11-26' }), fresh],
      [booking('k3', { household: 'h2' }), fresh],
      [booking('k4'), { version: 2, onDay: 1 }],
    ] as const;
    for (const [one, before] of refused)
      await expect(book().book(company, one, before), one.key).rejects.toThrow(BookChanged);
    for (const key of ['k2', 'k3', 'k4']) expect(await book().booked(company, key)).toBeNull();
    expect((await book().household(company, 'h2')).version).toBe(0);
    expect(await book().days(company, 'steward-b1', '2026-01-01')).toEqual(new Map([['2026-11-25', 1]]));
    await book().book(company, booking('k4', { due: 2_000, of: null }), { version: 1, onDay: 1 });
    expect(await book().household(company, 'east-lake-b1-1201')).toEqual({
      askings: [
        { at: 1_000, of: 'c1' },
        { at: 2_000, of: null },
      ],
      version: 2,
    });
    expect(await book().days(company, 'steward-b1', '2026-01-01')).toEqual(new Map([['2026-11-25', 2]]));
  });

  it('of two that book at once on the same page one is refused', async () => {
    const company = freshCompany();
    const both = await Promise.allSettled(['k1', 'k2'].map((key) => book().book(company, booking(key), fresh)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await book().household(company, 'east-lake-b1-1201')).askings).toHaveLength(1);
  });

  it('keeps the last day that was gone through, a site by itself', async () => {
    const company = freshCompany();
    expect(await book().lastDay(company, 'east-lake')).toBeNull();
    await book().dayDone(company, 'east-lake', '2026-11-24');
    await book().dayDone(company, 'east-lake', '2026-11-25');
    expect(await book().lastDay(company, 'east-lake')).toBe('2026-11-25');
    expect(await book().lastDay(company, 'west-hill')).toBeNull();
  });
}

describe.each(engines)('the book of visits on %s', (engine) => {
  const test = withStore(engine);
  contract(() => test.store.visitBook);

  it('keeps the latest askings of a household only', async () => {
    const company = freshCompany();
    const { visitBook } = test.store;
    for (let n = 0; n < 45; n += 1)
      await visitBook.book(company, booking(`k${n}`, { due: n }), { version: n, onDay: n });
    const { askings, version } = await visitBook.household(company, 'east-lake-b1-1201');
    expect([askings.length, askings[0]?.at, askings.at(-1)?.at, version]).toEqual([40, 5, 44, 45]);
  });
});

describe('the book of visits in memory', () => {
  const memory = createMemoryVisitBook();
  contract(() => memory);
});
