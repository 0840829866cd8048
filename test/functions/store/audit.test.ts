import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { bySystem, firstBreak } from '#domain/audit/link';
import { moveEntry } from '#domain/audit/publication';
import { canonical } from '#domain/canonical';
import { BadCursor, DocumentChanged } from '#domain/errors';
import { chainPartition, linkSort } from '#store/keys';
import { sha256 } from '#store/record';
import { createStore } from '#store/store';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { nine } from '#test/support/items';

const panel = { channel: 'panel', client: '203.0.113.0/24' } as const;
const chain = { kind: 'rosters', id: 'main' };
const rosters = (note: string, at = nine) => ({
  ...chain,
  kind: 'rosters' as const,
  body: { rosters: [] },
  author: 'li',
  at,
  note,
  from: panel,
});
const calendar = (id: string, note: string) =>
  ({
    ...{ kind: 'calendar', id, author: 'li', at: nine, note },
    body: { name: { 'zh-CN': '', en: '' }, zone: 'UTC', week: {}, exceptions: [], horizon: '2026-12-31' },
  }) as never;

describe.each(engines)('the log of changes on %s', (engine) => {
  const test = withStore(engine);

  it('tells of a publication in the same transaction, linked to the one before', async () => {
    const company = freshCompany();
    const { documents, audit } = test.store;
    const first = await documents.publish(company, rosters('first'), 0, ['lake']);
    await documents.publish(company, rosters('second', nine + 1), 1);
    await expect(documents.publish(company, rosters('late'), 1)).rejects.toThrow(DocumentChanged);
    const links = await audit.links(company, chain);
    const seal = await audit.seal(company);
    expect(links).toMatchObject([
      { company, ...chain, seq: 1, what: 'published', at: nine, by: 'li', from: panel, version: 1, sites: ['lake'] },
      { seq: 2, version: 2, sites: null, before: seal(canonical(first)), prev: links[0]?.hash },
    ]);
    // Who is named in a note of a roster stays out of what can never be erased.
    expect(links.map(({ note }) => note)).toEqual([null, null]);
    expect(firstBreak(company, chain, links, sha256)).toBeNull();
    expect(await audit.chains(company)).toEqual([chain]);
  });

  it('keeps the note of what is not about people, and says when nobody asked', async () => {
    const company = freshCompany();
    await test.store.documents.publish(company, calendar('cn', 'National Day'), 0);
    const [link] = await test.store.audit.links(company, { kind: 'calendar', id: 'cn' });
    expect(link).toMatchObject({ note: 'National Day', from: bySystem });
  });

  it('tells of a move of many items before the first, in chain and list alike', async () => {
    const company = freshCompany();
    const { audit } = test.store;
    const move = moveEntry(
      { id: 'complaint', to: 3, site: 'lake', items: 12 },
      { by: 'li', at: nine + 1, from: panel },
    );
    await audit.add(company, move);
    await audit.add(company, move);
    const links = await audit.links(company, { kind: 'workflow', id: 'complaint' });
    const told = { what: 'moved', version: null, note: null, sites: ['lake'], moved: { items: 12, to: 3 } };
    expect(links).toMatchObject([told, told]);
    expect(firstBreak(company, { kind: 'workflow', id: 'complaint' }, links, sha256)).toBeNull();
    expect((await audit.changes(company, { sites: ['lake'], kind: 'workflow' }, {})).rows).toEqual(links.toReversed());
    expect((await audit.changes(company, { sites: ['east'], kind: 'workflow' }, {})).rows).toEqual([]);
  });

  it('loses no link when many write to one chain at once', async () => {
    const company = freshCompany();
    const { suppressions, audit } = test.store;
    const emails = Array.from({ length: 4 }, (_, n) => `r${n}@x.example`);
    for (const email of emails) await suppressions.suppress(company, email, '550', nine, 'lake');
    const by = { by: 'li', at: nine, from: panel };
    expect(await Promise.all(emails.map((email) => suppressions.lift(company, 'lake', email, by)))).toEqual(
      emails.map(() => true),
    );
    const links = await audit.links(company, { kind: 'suppression', id: 'lake' });
    const seal = await audit.seal(company);
    expect(links.map(({ subject }) => subject).sort()).toEqual(emails.map(seal).sort());
    expect(JSON.stringify(links)).not.toContain('@x.example');
    expect(firstBreak(company, { kind: 'suppression', id: 'lake' }, links, sha256)).toBeNull();
  });

  it('writes nothing at all when it cannot be written', async () => {
    const company = freshCompany();
    const { client, tableName } = test;
    const nowhere = createStore({ client, tableName, auditTableName: 'no-such-table', pause: async () => {} });
    await expect(nowhere.documents.publish(company, rosters('untold'), 0)).rejects.toThrow();
    expect(await test.store.documents.current(company, 'rosters', 'main')).toBeNull();
  });

  it('has a salt of its own for each company, the same for every process', async () => {
    const [company, other] = [freshCompany(), freshCompany()];
    const again = createStore({ client: test.client, tableName: test.tableName });
    const sealed = async (store: Pick<typeof again, 'audit'>, of: string) =>
      (await store.audit.seal(of))('13900001201');
    const all = await Promise.all([sealed(test.store, company), sealed(again, company)]);
    expect(all[0]).toBe(all[1]);
    expect(await sealed(again, other)).not.toBe(all[0]);
  });

  it('lists all chains by time, for everybody or for some sites', async () => {
    const company = freshCompany();
    const { documents, suppressions, audit } = test.store;
    await documents.publish(company, calendar('cn', 'company'), 0);
    await documents.publish(company, rosters('east', nine + 1), 0, ['east']);
    await documents.publish(company, rosters('west', nine + 2), 1, ['west']);
    await suppressions.suppress(company, 'a@x.example', '550', nine, 'east');
    await suppressions.lift(company, 'east', 'a@x.example', { by: 'li', at: nine + 3, from: panel });
    const list = async (sites: string[] | null, kind?: string) =>
      (await audit.changes(company, { sites, kind }, { limit: 10 })).rows.map((one) => `${one.kind} ${one.seq}`);
    expect(await list(null)).toEqual(['suppression 1', 'rosters 2', 'rosters 1', 'calendar 1']);
    expect(await list(['east'])).toEqual(['suppression 1', 'rosters 1', 'calendar 1']);
    expect(await list([])).toEqual(['calendar 1']);
    expect(await list(null, 'rosters')).toEqual(['rosters 2', 'rosters 1']);
    const first = await audit.changes(company, { sites: null }, { limit: 2 });
    const rest = await audit.changes(company, { sites: null }, { limit: 2, cursor: first.next ?? '' });
    expect(rest.rows.map(({ kind }) => kind)).toEqual(['rosters', 'calendar']);
    expect(rest.next).toBeNull();
    const foreign = audit.changes(company, { sites: ['east'] }, { limit: 2, cursor: first.next ?? '' });
    await expect(foreign).rejects.toThrow(BadCursor);
    expect((await audit.changes(freshCompany(), { sites: null }, {})).rows).toEqual([]);
  });

  describe('a row changed behind its back', () => {
    const three = async () => {
      const company = freshCompany();
      for (let n = 0; n < 3; n++) await test.store.documents.publish(company, rosters(`n${n}`, nine + n), n);
      const keyOf = (seq: number) => ({ pk: chainPartition(company, 'rosters', 'main'), sk: linkSort(seq) });
      const broken = async () => firstBreak(company, chain, await test.store.audit.links(company, chain), sha256);
      expect(await broken()).toBeNull();
      return { keyOf, broken, TableName: `${test.tableName}-audit` };
    };
    it('in a field', async () => {
      const { keyOf, broken, TableName } = await three();
      const change = { UpdateExpression: 'SET #by = :by', ExpressionAttributeNames: { '#by': 'by' } };
      await test.client.send(
        new UpdateCommand({ TableName, Key: keyOf(2), ...change, ExpressionAttributeValues: { ':by': 'wang' } }),
      );
      expect(await broken()).toEqual({ seq: 2, why: 'changed' });
    });
    it('taken out of the list', async () => {
      const { keyOf, broken, TableName } = await three();
      await test.client.send(new UpdateCommand({ TableName, Key: keyOf(3), UpdateExpression: 'REMOVE timePk' }));
      expect(await broken()).toEqual({ seq: 3, why: 'changed' });
    });
    it('deleted', async () => {
      const { keyOf, broken, TableName } = await three();
      await test.client.send(new DeleteCommand({ TableName, Key: keyOf(1) }));
      expect(await broken()).toEqual({ seq: 1, why: 'missing' });
    });
    it('put in another place', async () => {
      const { keyOf, broken, TableName } = await three();
      const { Item } = await test.client.send(new GetCommand({ TableName, Key: keyOf(2) }));
      await test.client.send(new PutCommand({ TableName, Item: { ...Item, ...keyOf(3) } }));
      expect(await broken()).toEqual({ seq: 3, why: 'missing' });
    });
  });
});
