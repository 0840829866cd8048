import { describe, expect, it } from 'vitest';
import { AllowanceSpent } from '#domain/errors';
import type { NewRecovery } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { firstCommit, minutes, nextCommit, nine, someItem } from '#test/support/items';

describe.each(engines)('recoveries on %s', (engine) => {
  const test = withStore(engine);
  const fruit = { 'zh-CN': '果篮', en: 'Fruit' };
  const recovery = (company: string, item: string, change: Partial<NewRecovery> = {}): NewRecovery => ({
    ...{ company, site: 'east-lake', month: '2026-11', person: 'steward-b1', at: nine, fen: 3_000, gesture: fruit },
    ...{ item, number: `EL-${item}`, kind: 'complaint', most: 10_000 },
    ...change,
  });
  /** A decision on an item of its own. */
  const give = async (company: string, id: string, change: Partial<NewRecovery> = {}) => {
    const item = someItem(company, id, { number: `EL-${id}` });
    await test.store.items.commit(firstCommit(item));
    await test.store.items.commit({ ...nextCommit(item), recovery: recovery(company, id, change) });
  };

  it('lists a month newest first with its sums by person, of no other month or site', async () => {
    const company = freshCompany();
    await give(company, 'a');
    await give(company, 'b', { at: nine + minutes(5), fen: 0 });
    await give(company, 'c', { person: 'desk', at: nine + minutes(1), fen: 9_000, gesture: null });
    await give(company, 'd', { month: '2026-12' });
    await give(company, 'e', { site: 'west-hill' });
    const { store } = test;
    const first = await store.recoveries.list(company, 'east-lake', '2026-11', { limit: 2 });
    expect(first.rows.map(({ item }) => item)).toEqual(['b', 'c']);
    const rest = await store.recoveries.list(company, 'east-lake', '2026-11', { limit: 2, cursor: first.next ?? '' });
    const { most: _, ...kept } = recovery(company, 'a');
    expect(rest).toEqual({ rows: [kept], next: null });
    expect(await store.recoveries.given(company, 'east-lake', '2026-11')).toEqual([
      { person: 'desk', fen: 9_000, count: 1 },
      { person: 'steward-b1', fen: 3_000, count: 2 },
    ]);
    expect(await store.recoveries.givenBy(company, 'east-lake', '2026-11', 'steward-b1')).toBe(3_000);
    expect(await store.recoveries.givenBy(company, 'east-lake', '2026-10', 'steward-b1')).toBe(0);
  });

  it('lets exactly as many of a crowd pass as the month allows; who is refused changes nothing', async () => {
    const company = freshCompany();
    const answers = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => give(company, id)));
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(3);
    for (const reason of refused) expect(reason).toBeInstanceOf(AllowanceSpent);
    expect(await test.store.recoveries.givenBy(company, 'east-lake', '2026-11', 'steward-b1')).toBe(9_000);
    expect((await test.store.recoveries.list(company, 'east-lake', '2026-11', {})).rows).toHaveLength(3);
    const versions = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(async (id) => (await test.store.items.get(company, id))?.version),
    );
    expect(versions.toSorted()).toEqual([1, 1, 1, 2, 2, 2]);
    await give(company, 'g', { fen: 0 });
    await give(company, 'h', { fen: 1_000 });
    await expect(give(company, 'i', { fen: 1 })).rejects.toThrow(AllowanceSpent);
  });
});
