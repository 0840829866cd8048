import { describe, expect, it } from 'vitest';
import type { NewEntry } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { firstCommit, nextCommit, nine, someEntry, someItem } from '#test/support/items';

const sent = (at: number, person = 'wang'): NewEntry => ({
  at,
  by: person,
  step: 'handle',
  level: 0,
  type: 'sent',
  effect: 'x',
  to: person,
  reason: 'asked',
  template: 'asked',
});

describe.each(engines)('timeline on %s', (engine) => {
  const test = withStore(engine);
  const items = () => test.store.items;

  it('is oldest first, page by page', async () => {
    const item = someItem(freshCompany(), 'a');
    const entries = Array.from({ length: 7 }, (_, n) => someEntry(n + 1, nine + n));
    await items().commit(firstCommit(item, { entries }));
    const first = await items().timeline(item.company, 'a', { limit: 4 });
    const second = await items().timeline(item.company, 'a', { limit: 4, cursor: first.next ?? undefined });
    expect(first.rows).toEqual(entries.slice(0, 4));
    expect(second).toEqual({ rows: entries.slice(4), next: null });
  });

  it('gives a decision whole, as one row of a page', async () => {
    const item = someItem(freshCompany(), 'a');
    const entries = Array.from({ length: 7 }, (_, n) => someEntry(n + 1));
    await items().commit(firstCommit(item, { entries }));
    await items().commit(nextCommit(item, {}, { entries: [someEntry(8, nine + 1)] }));
    const first = await items().timeline(item.company, 'a', { limit: 1 });
    expect(first.rows).toEqual(entries);
    const second = await items().timeline(item.company, 'a', { limit: 1, cursor: first.next ?? undefined });
    expect(second).toEqual({ rows: [someEntry(8, nine + 1)], next: null });
  });

  it('puts what was appended where it happened, after the decision of the same instant', async () => {
    const item = someItem(freshCompany(), 'a');
    await items().commit(firstCommit(item, { entries: [someEntry(1), someEntry(2)] }));
    await items().append(item.company, 'a', [sent(nine), sent(nine + 5)]);
    await items().commit(nextCommit(item, {}, { entries: [someEntry(3, nine + 3), someEntry(4, nine + 9)] }));
    await items().append(item.company, 'a', [sent(nine, 'zhao')]);
    const { rows } = await items().timeline(item.company, 'a', {});
    expect(rows.map((row) => (row.type === 'sent' ? `${row.to}@${row.at - nine}` : row.seq))).toEqual([
      1,
      2,
      'wang@0',
      'zhao@0',
      3,
      'wang@5',
      4,
    ]);
    expect(new Set(rows.map((row) => row.seq)).size).toBe(7);
    expect((await items().get(item.company, 'a'))?.version).toBe(2);
  });

  it('gives every entry a place when many are appended at one instant', async () => {
    const company = freshCompany();
    await Promise.all(Array.from({ length: 6 }, (_, n) => items().append(company, 'a', [sent(nine, `p${n}`)])));
    const { rows } = await items().timeline(company, 'a', {});
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 6 }, (_, n) => nine * 1000 + n));
  });

  it('appends nothing the second time for the same key', async () => {
    const company = freshCompany();
    await items().append(company, 'a', [sent(nine)], 'effect#1');
    await items().append(company, 'a', [sent(nine + 60_000)], 'effect#1');
    await items().append(company, 'b', [sent(nine)], 'effect#1');
    expect((await items().timeline(company, 'a', {})).rows).toHaveLength(1);
    expect((await items().timeline(company, 'b', {})).rows).toHaveLength(1);
  });
});
