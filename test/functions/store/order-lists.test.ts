import { describe, expect, it } from 'vitest';
import type { Item } from '#domain/item';
import type { ItemFilter, ItemSummary } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { askOf, firstCommit, minutes, nine, someItem } from '#test/support/items';

const ids = (rows: readonly ItemSummary[]) => rows.map((row) => row.id);

describe.each(engines)('lists of work orders on %s', (engine) => {
  const test = withStore(engine);
  const items = () => test.store.items;
  const file = (company: string, id: string, changes: Partial<Item> = {}) =>
    items().commit(firstCommit(someItem(company, id, changes)));

  it('filters by owner, and by any of several buildings', async () => {
    const company = freshCompany();
    for (const [n, building] of ['b1', 'b2', 'b3'].entries())
      await file(company, `i${n}`, { building, owner: n === 0 ? 'li' : 'wang' });
    const open = async (filter: ItemFilter) => ids((await items().open(company, 'east-lake', filter, {})).rows).sort();
    expect(await open({ building: ['b1', 'b3'] })).toEqual(['i0', 'i2']);
    expect(await open({ building: ['b1', 'b3'], owner: 'wang' })).toEqual(['i2']);
  });

  it('has orders due within a span, and open ones that put right a failed check', async () => {
    const company = freshCompany();
    const origin = { item: 'i', number: 'EL-W-1', kind: 'workOrder', why: 'failedCheck', detail: null } as const;
    const order = (id: string, due: number, changes: Partial<Item> = {}) =>
      file(company, id, { kind: 'workOrder', ask: askOf(due, []), clocks: {}, ...changes });
    await order('w1', nine + minutes(10), { origin });
    await order('w2', nine + minutes(20), { origin: { ...origin, why: 'complaint' } });
    await order('w3', nine + minutes(5), { origin, owner: 'li' });
    await order('w4', nine + minutes(90), { origin, endedAt: nine });
    await order('w5', nine + minutes(40), {});
    await file(company, 'c1', { ask: askOf(nine + minutes(10), []), clocks: {} });
    const span = { from: nine, to: nine + minutes(40) };
    const which = { list: 'due', site: 'east-lake', span } as const;
    const due = (cursor?: string) => items().within(company, which, { kind: 'workOrder' }, { limit: 2, cursor });
    const first = await due();
    expect(ids(first.rows)).toEqual(['w3', 'w1']);
    expect(ids((await due(first.next ?? undefined)).rows)).toEqual(['w2']);
    expect(ids((await items().corrective(company, 'east-lake', {}, {})).rows)).toEqual(['w3', 'w1']);
    expect(ids((await items().corrective(company, 'east-lake', { owner: 'li' }, {})).rows)).toEqual(['w3']);
    expect(await items().count(company, { ...which, kind: 'workOrder' }, 9)).toEqual({ count: 3, more: false });
    expect(await items().count(company, { list: 'corrective', site: 'east-lake' }, 1)).toEqual({
      count: 1,
      more: true,
    });
  });
});
