import { expect, it } from 'vitest';
import { rememberEffects } from '#local/remembered-effects';
import type { Improvements, Items, Outbox, OutboxRow } from '#ports';
import { freshCompany, withStore } from '#test/support/engine';
import { improvement, notice } from '#test/support/improvements';
import { firstCommit, nextCommit, nine, someItem, wakeEffect } from '#test/support/items';

const test = withStore('dynoxide');
const effectsOf = (rows: readonly OutboxRow[]) => rows.map(({ effect }) => effect.id);

/** On the database; `reads` counts looks at the pending rows, `hold` keeps the answer of the next write back. */
function setUp() {
  let reads = 0;
  let held: Promise<void> = Promise.resolve();
  const { items, outbox, improvements } = test.store;
  const inner: { items: Items; outbox: Outbox; improvements: Improvements } = {
    improvements,
    items: {
      ...items,
      async commit(commit) {
        await items.commit(commit);
        await held;
      },
    },
    outbox: {
      ...outbox,
      pendingOf: (...args) => {
        reads += 1;
        return outbox.pendingOf(...args);
      },
    },
  };
  const item = someItem(freshCompany(), 'a');
  const remembered = rememberEffects(inner);
  return {
    item,
    ...remembered,
    pending: async () => effectsOf(await remembered.outbox.pendingOf(item.company, 'a')),
    stored: async () => effectsOf(await outbox.pendingOf(item.company, 'a')),
    reads: () => reads,
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

it('knows what decisions made and what was finished, without a look', async () => {
  const { item, items, outbox, pending, stored, reads } = setUp();
  await items.commit(firstCommit(item, { effects: [wakeEffect('a', 10), wakeEffect('a', 9)] }));
  expect(await pending()).toEqual(['a/9', 'a/10']);
  await items.commit(nextCommit(item, {}, { effects: [wakeEffect('a', 11)] }));
  const [first] = await outbox.pendingOf(item.company, 'a');
  if (!first) throw new Error('no row');
  expect(await outbox.finish(first, 'done', nine, {})).toBe(true);
  expect(await pending()).toEqual(['a/10', 'a/11']);
  expect(await pending()).toEqual(await stored());
  expect(reads()).toBe(0);
});

it('gives rows as the database has them', async () => {
  const { item, items, outbox } = setUp();
  await items.commit(firstCommit(item, { effects: [wakeEffect('a', 1)] }));
  expect(await outbox.pendingOf(item.company, 'a')).toEqual(await test.store.outbox.pendingOf(item.company, 'a'));
});

it('looks again after a write that did not do what was expected', async () => {
  const { item, items, outbox, pending, stored, reads } = setUp();
  await items.commit(firstCommit(item, { effects: [wakeEffect('a', 1), wakeEffect('a', 2)] }));
  const [first, second] = await outbox.pendingOf(item.company, 'a');
  if (!first || !second) throw new Error('no rows');
  await test.store.outbox.finish(first, 'done', nine, {});
  expect(await outbox.finish(first, 'done', nine, {})).toBe(false);
  expect(await pending()).toEqual(['a/2']);
  await outbox.postpone(second, nine + 1, 'later');
  expect((await outbox.pendingOf(item.company, 'a'))[0]).toMatchObject({ error: 'later' });
  await expect(items.commit(firstCommit(item))).rejects.toThrow();
  expect(await pending()).toEqual(await stored());
  expect(reads()).toBe(3);
});

it('knows what is tried again', async () => {
  const { item, items, outbox, pending } = setUp();
  await items.commit(firstCommit(item, { effects: [wakeEffect('a', 1)] }));
  const [row] = await outbox.pendingOf(item.company, 'a');
  if (!row) throw new Error('no row');
  await outbox.finish(row, 'failed', nine, { error: 'refused' });
  expect(await pending()).toEqual([]);
  expect(await outbox.retry(row, nine + 1)).toBe(true);
  expect(await pending()).toEqual(['a/1']);
});

it('a row that is stored before the answer is there is not overlooked', async () => {
  const { item, items, pending, hold } = setUp();
  await items.commit(firstCommit(item, { effects: [] }));
  expect(await pending()).toEqual([]);
  const release = hold();
  const committed = items.commit(nextCommit(item, {}, { effects: [wakeEffect('a', 3)] }));
  await expect.poll(pending).toEqual(['a/3']);
  release();
  await committed;
  expect(await pending()).toEqual(['a/3']);
});

it('writes that meet are looked up afterwards', async () => {
  const { item, items, outbox, pending, stored } = setUp();
  await items.commit(firstCommit(item, { effects: [wakeEffect('a', 1)] }));
  const [row] = await outbox.pendingOf(item.company, 'a');
  if (!row) throw new Error('no row');
  await Promise.all([
    items.commit(nextCommit(item, {}, { effects: [wakeEffect('a', 2)] })),
    outbox.finish(row, 'done', nine, {}),
  ]);
  expect(await pending()).toEqual(['a/2']);
  expect(await pending()).toEqual(await stored());
});

it('finds the mails of an improvement, whatever was sent about it before', async () => {
  const { item, improvements, outbox, pending } = setUp();
  const { company } = item;
  const first = improvement(company, 'a');
  await improvements.put(first, []);
  expect(await pending()).toEqual([]);
  await improvements.put({ ...first, version: 2, state: 'do' }, [notice(company, 'a')]);
  expect(await pending()).toEqual(['a/opened']);
  expect(await outbox.pendingOf(company, 'a')).toEqual([notice(company, 'a')]);
});
