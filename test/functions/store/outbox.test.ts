import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import type { OutboxRow } from '#ports';
import { newOutboxRow, outboxRowFromImage } from '#store/outbox-row';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { firstCommit, minutes, nine, someItem, wakeEffect } from '#test/support/items';

describe.each(engines)('outbox on %s', (engine) => {
  const test = withStore(engine);
  const outbox = () => test.store.outbox;
  const pending = async (company: string, seqs: readonly number[]): Promise<OutboxRow[]> => {
    const effects = seqs.map((seq) => wakeEffect('a', seq));
    await test.store.items.commit(firstCommit(someItem(company, 'a'), { effects }));
    return outbox().pendingOf(company, 'a');
  };
  const stuckOf = async (company: string, until: number) => {
    const rows: OutboxRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await outbox().stuck(until, { limit: 2, cursor });
      rows.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return rows.filter((row) => row.company === company);
  };

  it('gives the pending effects of an item in order, not in the order of their text', async () => {
    const rows = await pending(freshCompany(), [9, 10, 2, 100]);
    expect(rows.map((row) => row.effect.id)).toEqual(['a/2', 'a/9', 'a/10', 'a/100']);
    expect(rows[0]).toMatchObject({
      item: 'a',
      kind: 'complaint',
      state: 'pending',
      attempts: 0,
      at: nine,
      error: null,
    });
  });

  it('takes ids that are no number, before the others', async () => {
    const company = freshCompany();
    const start = { type: 'start', id: 'a/start-1', epoch: 1 } as const;
    await test.store.items.commit(firstCommit(someItem(company, 'a'), { effects: [wakeEffect('a', 1), start] }));
    expect((await outbox().pendingOf(company, 'a')).map((row) => row.effect.id)).toEqual(['a/start-1', 'a/1']);
    expect(await outbox().get(company, 'a', 'a/start-1')).toMatchObject({ effect: start });
    expect(await stuckOf(company, nine + 1)).toHaveLength(2);
  });

  it('lists the mails of a site, newest first and by state, and tries a failed one again once', async () => {
    const company = freshCompany();
    const mailOf = (item: string, seq: number) =>
      ({ type: 'mailResident', id: `${item}/${seq}`, template: 'received', told: null, cause: 1 }) as const;
    for (const [index, id] of ['a', 'b'].entries()) {
      const item = { ...someItem(company, id), number: `N-${id}`, updatedAt: nine + index };
      await test.store.items.commit(firstCommit(item, { effects: [mailOf(id, 1), wakeEffect(id, 2), mailOf(id, 10)] }));
    }
    const { site } = someItem(company, 'a');
    const listed = async (state?: OutboxRow['state']) => {
      const first = await outbox().mails(company, site, state, { limit: 3 });
      const rest = first.next ? await outbox().mails(company, site, state, { limit: 3, cursor: first.next }) : null;
      return [...first.rows, ...(rest?.rows ?? [])];
    };
    expect((await listed()).map(({ effect }) => effect.id)).toEqual(['b/10', 'b/1', 'a/10', 'a/1']);
    const [row] = await listed();
    if (!row) throw new Error('no mail');
    await outbox().finish(row, 'failed', nine, { error: '550' });
    expect(await listed('failed')).toMatchObject([{ number: 'N-b', error: '550', finishedAt: nine, providerId: null }]);
    const both = await Promise.all([outbox().retry(row, nine + 5), outbox().retry(row, nine + 5)]);
    expect([...both].sort()).toEqual([false, true]);
    expect(await outbox().get(company, 'b', 'b/10')).toMatchObject({
      state: 'pending',
      attempts: 0,
      retries: 1,
      error: null,
    });
    expect((await stuckOf(company, nine + 6)).map(({ effect }) => effect.id)).toContain('b/10');
    expect(await outbox().mails(freshCompany(), site, undefined, {})).toEqual({ rows: [], next: null });
  });

  it('finishes once', async () => {
    const company = freshCompany();
    const [row] = await pending(company, [1]);
    if (!row) throw new Error('no row');
    const both = await Promise.all([
      outbox().finish(row, 'done', nine, { providerId: 'p1' }),
      outbox().finish(row, 'failed', nine, { error: 'no' }),
    ]);
    expect([...both].sort()).toEqual([false, true]);
    expect(await outbox().pendingOf(company, 'a')).toEqual([]);
    expect(await outbox().attempt(row, nine)).toBeNull();
    expect((await outbox().get(company, 'a', 'a/1'))?.state).toBe(both[0] ? 'done' : 'failed');
  });

  it('finishes with an entry on the timeline, both or neither', async () => {
    const company = freshCompany();
    const [row] = await pending(company, [1]);
    if (!row) throw new Error('no row');
    const place = { at: nine, by: 'system', step: 'handle', level: 0 } as const;
    const entry = (to: string) =>
      ({ ...place, type: 'sent', effect: 'x', to, reason: 'asked', template: 'asked' }) as const;
    await test.store.items.append(company, 'a', [entry('wang')]);
    const both = await Promise.all(
      ['zhao', 'qian'].map((person) => outbox().finish(row, 'done', nine, { providerId: person }, entry(person))),
    );
    expect([...both].sort()).toEqual([false, true]);
    const { rows } = await test.store.items.timeline(company, 'a', {});
    const sent = rows.flatMap((one) => (one.type === 'sent' ? [{ to: one.to, seq: one.seq }] : []));
    expect(sent).toEqual([
      { to: 'wang', seq: nine * 1000 },
      { to: both[0] ? 'zhao' : 'qian', seq: nine * 1000 + 1 },
    ]);
    expect((await outbox().get(company, 'a', 'a/1'))?.state).toBe('done');
  });

  it('postpones what was tried without a claim, and leaves a later try alone', async () => {
    const company = freshCompany();
    const [row] = await pending(company, [1]);
    if (!row) throw new Error('no row');
    await outbox().postpone({ ...row, attempts: 1 }, nine + minutes(1), 'connection lost');
    const failed = await outbox().get(company, 'a', 'a/1');
    expect(failed).toMatchObject({ attempts: 1, notBefore: nine + minutes(1) });
    if (!failed) throw new Error('gone');
    const claimed = await outbox().attempt(failed, nine + minutes(1));
    await outbox().postpone(failed, nine + minutes(9), 'of the try before');
    expect(await outbox().get(company, 'a', 'a/1')).toEqual(claimed);
  });

  it('lets one of many claim an attempt', async () => {
    const [row] = await pending(freshCompany(), [1]);
    if (!row) throw new Error('no row');
    const claims = await Promise.all(Array.from({ length: 10 }, () => outbox().attempt(row, nine)));
    const won = claims.filter((claim) => claim !== null);
    expect(won).toHaveLength(1);
    expect(won[0]).toEqual({ ...row, attempts: 1 });
  });

  it('tells a try that never reported back from one that failed', async () => {
    const company = freshCompany();
    const [row] = await pending(company, [1]);
    if (!row) throw new Error('no row');
    const first = await outbox().attempt(row, nine);
    if (!first) throw new Error('not claimed');
    await outbox().postpone(first, nine + minutes(1), 'connection lost');
    const failed = await outbox().get(company, 'a', 'a/1');
    expect(failed).toMatchObject({ attempts: 1, error: 'connection lost', notBefore: nine + minutes(1) });
    if (!failed) throw new Error('gone');
    expect(await outbox().attempt(failed, nine)).toMatchObject({ attempts: 2, error: null });
  });

  it('leaves a try that may still be under way to whoever began it, for as long as the lease', async () => {
    const company = freshCompany();
    const [row] = await pending(company, [1]);
    if (!row) throw new Error('no row');
    const lease = minutes(1);
    const first = await outbox().attempt(row, nine, lease);
    if (!first) throw new Error('not claimed');
    expect(await outbox().attempt(first, nine + lease - 1, lease)).toBeNull();
    const second = await outbox().attempt(first, nine + lease, lease);
    if (!second) throw new Error('not claimed after the lease');
    expect(second).toMatchObject({ attempts: 2 });
    await outbox().postpone(second, nine + lease, 'connection lost');
    // One that reported back is free at once.
    expect(await outbox().attempt(second, nine + lease + 1, lease)).toMatchObject({ attempts: 3, error: null });
  });

  it('lists the stuck ones of all shards by the time of their next try', async () => {
    const company = freshCompany();
    const rows = await pending(company, [1, 2, 3, 4, 5]);
    const [first, second] = rows;
    if (!first || !second) throw new Error('no rows');
    await outbox().postpone(first, nine + minutes(10), 'later');
    await outbox().finish(second, 'done', nine, {});
    expect((await stuckOf(company, nine + minutes(5))).map((row) => row.effect.id)).toEqual(['a/3', 'a/4', 'a/5']);
    expect((await stuckOf(company, nine + minutes(11))).map((row) => row.effect.id)).toContain('a/1');
    expect(await stuckOf(company, nine)).toEqual([]);
  });

  it('does not bring a finished effect back by postponing it', async () => {
    const company = freshCompany();
    const [row] = await pending(company, [1]);
    if (!row) throw new Error('no row');
    await outbox().finish(row, 'failed', nine, { error: 'refused' });
    await outbox().postpone(row, nine, 'late');
    expect(await outbox().get(company, 'a', 'a/1')).toMatchObject({ state: 'failed', error: 'refused' });
    expect(await stuckOf(company, nine + minutes(60))).toEqual([]);
  });
});

describe('an image of the stream', () => {
  const item = someItem('c', 'a');
  it('gives everything dispatch needs', () => {
    expect(outboxRowFromImage(marshall(newOutboxRow(item, wakeEffect('a', 4))))).toEqual({
      company: 'c',
      item: 'a',
      kind: 'complaint',
      effect: { type: 'wake', id: 'a/4' },
      state: 'pending',
      attempts: 0,
      notBefore: nine,
      at: nine,
      error: null,
    });
  });

  it('gives null for other rows', () => {
    expect(outboxRowFromImage(marshall({ pk: 'x', type: 'item' }))).toBeNull();
    expect(outboxRowFromImage({})).toBeNull();
  });
});
