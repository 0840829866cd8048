import { describe, expect, it } from 'vitest';
import { DocumentChanged, StoreBusy } from '#domain/errors';
import type { Absences } from '#domain/organisation';
import { createStore } from '#store/store';
import { engines, freshCompany, localClient, withStore } from '#test/support/engine';
import { nine } from '#test/support/items';

const away = (person: string): Absences => ({ absences: [{ person, from: nine, to: nine + 1, deputy: null }] });
const document = (body: Absences, note = '') =>
  ({ kind: 'absences', id: 'main', body, author: 'li', at: nine, note }) as const;

describe.each(engines)('documents on %s', (engine) => {
  const test = withStore(engine);
  const documents = () => test.store.documents;

  it('publishes versions that never change, and points to the last', async () => {
    const company = freshCompany();
    expect(await documents().current(company, 'absences', 'main')).toBeNull();
    const first = await documents().publish(company, document(away('wang'), 'first'), 0);
    const second = await documents().publish(company, document(away('zhao')), 1);
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(await documents().current(company, 'absences', 'main')).toEqual(second);
    expect(await documents().version(company, 'absences', 'main', 1)).toEqual(first);
    expect(await documents().version(company, 'absences', 'main', 3)).toBeNull();
  });

  it('refuses to publish over what somebody else published', async () => {
    const company = freshCompany();
    const both = await Promise.allSettled([
      documents().publish(company, document(away('wang')), 0),
      documents().publish(company, document(away('zhao')), 0),
    ]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DocumentChanged);
    await expect(documents().publish(company, document(away('li')), 5)).rejects.toThrow(DocumentChanged);
  });

  it('reads all pointers at once, without bodies', async () => {
    const company = freshCompany();
    await documents().publish(company, document(away('wang'), 'why'), 0);
    const head = { id: 'main', author: 'system', at: nine, note: '' };
    await documents().publish(company, { ...head, kind: 'rosters', body: { rosters: [] } }, 0);
    expect(await documents().heads(company)).toEqual([
      { kind: 'absences', id: 'main', version: 1, author: 'li', at: nine, note: 'why' },
      { kind: 'rosters', id: 'main', version: 1, author: 'system', at: nine, note: '' },
    ]);
    expect(await documents().heads(freshCompany())).toEqual([]);
  });

  it("keeps that a site's own version was put away, wherever a version is read", async () => {
    const company = freshCompany();
    const own = { ...document(away('wang')), id: 'main@east-lake' };
    await documents().publish(company, own, 0, ['east-lake']);
    await documents().publish(company, { ...own, retired: true }, 1, ['east-lake']);
    const told = [
      ...(await documents().heads(company)),
      await documents().current(company, 'absences', own.id),
      await documents().version(company, 'absences', own.id, 2),
      (await documents().history(company, 'absences', own.id, {})).rows[0],
    ];
    expect(told.map((one) => one?.retired)).toEqual([true, true, true, true]);
    const [last] = (await test.store.audit.changes(company, { sites: ['east-lake'] }, {})).rows;
    expect(last?.what).toBe('retired');
    expect((await documents().version(company, 'absences', own.id, 1))?.retired).toBeUndefined();
  });

  it('lists the history newest first', async () => {
    const company = freshCompany();
    for (let version = 0; version < 3; version++)
      await documents().publish(company, document(away('wang'), `n${version + 1}`), version);
    const first = await documents().history(company, 'absences', 'main', { limit: 2 });
    expect(first.rows.map((head) => head.note)).toEqual(['n3', 'n2']);
    const rest = await documents().history(company, 'absences', 'main', { limit: 2, cursor: first.next ?? undefined });
    expect(rest.rows.map((head) => head.version)).toEqual([1]);
    expect(rest.next).toBeNull();
  });

  it('holds a document whose JSON is larger than a row', async () => {
    const company = freshCompany();
    const person = (n: number) => ({ person: `person-${n}`, from: nine + n, to: nine + n + 7_919 * n, deputy: null });
    const body = { absences: Array.from({ length: 8_000 }, (_, n) => person(n)) };
    expect(JSON.stringify(body).length).toBeGreaterThan(400_000);
    await documents().publish(company, document(body), 0);
    const fresh = createStore({ client: test.client, tableName: test.tableName });
    expect((await fresh.documents.current(company, 'absences', 'main'))?.body).toEqual(body);
  });

  it('reads a body once, shares it frozen, and still sees what others publish', async () => {
    const company = freshCompany();
    await documents().publish(company, document(away('wang')), 0);
    const first = await documents().current(company, 'absences', 'main');
    test.consumed.clear();
    expect(await documents().current(company, 'absences', 'main')).toBe(first);
    expect(test.consumed.get('GetItem')).toEqual({ read: 1, write: 0 });
    expect(() => first?.body.absences.pop()).toThrow(TypeError);

    const other = createStore({ client: test.client, tableName: test.tableName });
    await other.documents.publish(company, document(away('zhao')), 1);
    expect((await documents().current(company, 'absences', 'main'))?.body).toEqual(away('zhao'));
  });

  it('does not remember a failed read', async () => {
    const company = freshCompany();
    await documents().publish(company, document(away('wang')), 0);
    const client = localClient(test.engine.endpoint);
    let broken = true;
    client.middlewareStack.add(
      (next) => async (args) => {
        if (broken) throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
        return next(args);
      },
      { step: 'build' },
    );
    const store = createStore({ client, tableName: test.tableName });
    await expect(store.documents.version(company, 'absences', 'main', 1)).rejects.toThrow(StoreBusy);
    broken = false;
    expect((await store.documents.version(company, 'absences', 'main', 1))?.body).toEqual(away('wang'));
  });
});
