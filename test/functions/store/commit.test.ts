import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { CommitTooLarge, ItemChanged, KeyUsed, StoreBusy } from '#domain/errors';
import { createStore } from '#store/store';
import { engines, freshCompany, localClient, withStore } from '#test/support/engine';
import { firstCommit, minutes, nextCommit, nine, someEntry, someItem, wakeEffect } from '#test/support/items';

describe.each(engines)('commit on %s', (engine) => {
  const test = withStore(engine);
  const items = () => test.store.items;

  it('keeps the item as it was given', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    expect(await items().get(item.company, 'a1')).toEqual(item);
  });

  it('answers null for an item of another company', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    expect(await items().get(freshCompany(), 'a1')).toBeNull();
  });

  it('refuses a decision on a version that has passed', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    await items().commit(nextCommit(item));
    await expect(items().commit(nextCommit(item))).rejects.toThrow(ItemChanged);
  });

  it('refuses to file the same item twice', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    const again = firstCommit({ ...item, number: 'EL-261123-900' });
    await expect(items().commit(again)).rejects.toThrow(ItemChanged);
    expect(await items().byNumber(item.company, 'EL-261123-900')).toBeNull();
  });

  it('refuses a number that belongs to another item', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    const other = someItem(item.company, 'a2', { number: item.number });
    await expect(items().commit(firstCommit(other))).rejects.toThrow('belongs to another item');
    expect(await items().byNumber(item.company, item.number)).toBe('a1');
  });

  it('tells a used key, and whose it was, even when the item has changed as well', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item, { key: 'form#1' }));
    const other = someItem(item.company, 'a2');
    const refused = await items()
      .commit(firstCommit(other, { key: 'form#1' }))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(KeyUsed);
    expect(refused).toMatchObject({ key: 'form#1', item: 'a1' });
    expect(await items().committed(item.company, 'form#1')).toBe('a1');
    expect(await items().committed(item.company, 'form#2')).toBeNull();
    const both = { ...nextCommit(item), before: { ...item, version: 7 }, after: { ...item, version: 8 } };
    await expect(items().commit({ ...both, key: 'form#1' })).rejects.toThrow(KeyUsed);
  });

  it('writes nothing of a refused decision', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item, { key: 'k' }));
    const refused = nextCommit(item, {}, { key: 'k', entries: [someEntry(1)], effects: [wakeEffect('a1', 2)] });
    await expect(items().commit(refused)).rejects.toThrow(KeyUsed);
    expect((await items().timeline(item.company, 'a1', {})).rows).toEqual([]);
    expect(await test.store.outbox.pendingOf(item.company, 'a1')).toEqual([]);
  });

  it('lets exactly one of a hundred decisions on one version win', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        items().commit(nextCommit(item, { fields: { n } }, { entries: [someEntry(n + 1)] })),
      ),
    );
    const won = results.flatMap((result, n) => (result.status === 'fulfilled' ? [n] : []));
    expect(won).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ItemChanged);
    expect((await items().get(item.company, 'a1'))?.fields).toEqual({ n: won[0] });
    expect((await items().timeline(item.company, 'a1', {})).rows).toHaveLength(1);
  });

  it('fits a very long decision into one transaction and keeps the order of its entries', async () => {
    const item = someItem(freshCompany(), 'a1');
    const entries = Array.from({ length: 250 }, (_, n) => someEntry(n + 1, nine + n));
    const effects = Array.from({ length: 60 }, (_, n) => wakeEffect('a1', 1000 + n));
    await items().commit(firstCommit(item, { entries, effects }));
    const { rows, next } = await items().timeline(item.company, 'a1', { limit: 100 });
    expect(rows.map((entry) => entry.seq)).toEqual(entries.map((entry) => entry.seq));
    expect(next).toBeNull();
    expect(await test.store.outbox.pendingOf(item.company, 'a1')).toHaveLength(60);
  });

  it('refuses more effects than one transaction holds', async () => {
    const effects = Array.from({ length: 99 }, (_, n) => wakeEffect('a1', n + 1));
    const commit = firstCommit(someItem(freshCompany(), 'a1'), { effects, entries: [someEntry(200)] });
    await expect(items().commit(commit)).rejects.toThrow(CommitTooLarge);
  });

  it('keeps the token of the sleeping execution through commits, to the end and beyond', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    expect(await items().sleeping(item.company, 'a1')).toBeNull();
    const sleeping = { token: 't1', wakeAt: nine + minutes(15) };
    await items().sleep(item.company, 'a1', 1, 1, sleeping);
    const ended = nextCommit(item, { endedAt: nine, status: 'closed' });
    await items().commit(ended);
    expect(await items().sleeping(item.company, 'a1')).toEqual(sleeping);
    expect((await items().get(item.company, 'a1'))?.version).toBe(2);
  });

  it('refuses to sleep on another version, another epoch, or nothing', async () => {
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item));
    const sleeping = { token: 't', wakeAt: nine };
    await expect(items().sleep(item.company, 'a1', 2, 1, sleeping)).rejects.toThrow(ItemChanged);
    await expect(items().sleep(item.company, 'a1', 1, 2, sleeping)).rejects.toThrow(ItemChanged);
    await expect(items().sleep(item.company, 'none', 1, 1, sleeping)).rejects.toThrow(ItemChanged);
    expect(await items().sleeping(item.company, 'a1')).toBeNull();
  });

  it('counts numbers without giving one twice', async () => {
    const company = freshCompany();
    const given = await Promise.all(
      Array.from({ length: 20 }, () => items().nextNumber(company, 'east-lake', '2026-11-23')),
    );
    expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await items().nextNumber(company, 'east-lake', '2026-11-24')).toBe(1);
  });

  describe('when transactions conflict', () => {
    /** Cancels the first `times` transactions as a busy table does. */
    const contended = (times: number) => {
      const client = localClient(test.engine.endpoint);
      let left = times;
      client.middlewareStack.add(
        (next, context) => async (args) => {
          if (context.commandName !== 'TransactWriteItemsCommand' || left-- <= 0) return next(args);
          throw new TransactionCanceledException({
            $metadata: {},
            message: 'Transaction cancelled',
            CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
          });
        },
        { step: 'build' },
      );
      const pauses: number[] = [];
      const pause = async (ms: number) => void pauses.push(ms);
      return { items: createStore({ client, tableName: test.tableName, pause }).items, pauses };
    };

    it('tries again with growing pauses', async () => {
      const item = someItem(freshCompany(), 'a1');
      const { items: busy, pauses } = contended(3);
      await busy.commit(firstCommit(item));
      expect(pauses).toHaveLength(3);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(40);
      expect(await items().get(item.company, 'a1')).toEqual(item);
    });

    it('gives up with an error that may be tried again', async () => {
      const { items: busy, pauses } = contended(100);
      await expect(busy.commit(firstCommit(someItem(freshCompany(), 'a1')))).rejects.toThrow(StoreBusy);
      expect(pauses).toHaveLength(5);
    });
  });

  it('says that the database is out of reach, never "not found"', async () => {
    const client = localClient('http://127.0.0.1:1');
    const away = createStore({ client, tableName: test.tableName });
    await expect(away.items.get('c', 'a1')).rejects.toThrow(StoreBusy);
  });

  it('is metered', async () => {
    test.consumed.clear();
    const item = someItem(freshCompany(), 'a1');
    await items().commit(firstCommit(item, { entries: [someEntry(1)] }));
    await items().get(item.company, 'a1');
    expect(test.consumed.get('TransactWriteItems')?.write).toBeGreaterThan(10);
    expect(test.consumed.get('GetItem')).toEqual({ read: expect.any(Number), write: 0 });
  });
});
