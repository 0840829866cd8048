import { describe, expect, it } from 'vitest';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { minutes, nine } from '#test/support/items';

const HOUR = minutes(60);

describe.each(engines)('limits on %s', (engine) => {
  const test = withStore(engine);

  it('counts in fixed windows and says when the next begins; who is refused is not counted', async () => {
    const company = freshCompany();
    const take = (now: number, most = 2) => test.store.limits.take(company, 'unit/b1#1201', most, HOUR, now);
    expect(await take(nine)).toBeNull();
    expect(await take(nine + minutes(59))).toBeNull();
    expect(await take(nine + minutes(59))).toBe(nine + HOUR);
    expect(await take(nine + minutes(59), 3)).toBeNull();
    expect(await take(nine + HOUR)).toBeNull();
    expect(await test.store.limits.take(company, 'unit/b1', 1, HOUR, nine)).toBeNull();
    expect(await test.store.limits.take(freshCompany(), 'unit/b1#1201', 1, HOUR, nine)).toBeNull();
  });

  it('lets exactly as many of a crowd pass', async () => {
    const company = freshCompany();
    const crowd = Array.from({ length: 40 }, () => test.store.limits.take(company, 'address/x', 7, HOUR, nine));
    expect((await Promise.all(crowd)).filter((again) => again === null)).toHaveLength(7);
  });
});
