import { createRequire } from 'node:module';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase, templateVersion } from '#local/database/dynoxide-template';
import { readStream, type StreamHandler, type StreamOptions, type StreamReader } from '#local/database/stream';
import { outboxRowFromImage } from '#store/outbox-row';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { firstCommit, nextCommit, someEntry, someItem, wakeEffect } from '#test/support/items';

const readers: StreamReader[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
});

const sequence = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber ?? '';
const keyOf = (record: DynamoDBRecord) => `${record.dynamodb?.Keys?.pk?.S}/${record.dynamodb?.Keys?.sk?.S}`;

describe.each(engines)('the stream of %s', (engine) => {
  const test = withStore(engine);
  const read = (handler: StreamHandler, more: Partial<StreamOptions> = {}) => {
    const reader = readStream({
      endpoint: test.engine.endpoint,
      client: test.client,
      tableName: test.tableName,
      localTableName: test.localTableName,
      name: freshCompany(),
      handler,
      idle: 60_000,
      backOff: 1,
      onGivenUp: () => {},
      onError: (error) => {
        throw error;
      },
      ...more,
    });
    readers.push(reader);
    return reader;
  };
  const put = (pk: string, sk: string, n = 0) =>
    test.client.send(new PutCommand({ TableName: test.tableName, Item: { pk, sk, n } }));
  /** Those of one test: the table is shared by the tests of this file. */
  const collector = (prefix: string) => {
    const seen: DynamoDBRecord[] = [];
    const handler: StreamHandler = async ({ Records }) => {
      seen.push(...Records.filter((record) => keyOf(record).startsWith(prefix)));
      return undefined;
    };
    return { seen, handler };
  };

  it('hands over every change in order, in the shape of Lambda', async () => {
    const pk = freshCompany();
    const { seen, handler } = collector(pk);
    const reader = read(handler);
    for (let n = 0; n < 25; n++) await put(pk, 'row', n);
    await reader.drained();
    expect(seen.map((record) => record.dynamodb?.NewImage?.n?.N)).toEqual(Array.from({ length: 25 }, (_, n) => `${n}`));
    expect(seen[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: { NewImage: { n: { N: '0' } } },
    });
    expect(seen[1]).toMatchObject({ eventName: 'MODIFY', dynamodb: { OldImage: { n: { N: '0' } } } });
    expect(typeof seen[0]?.dynamodb?.ApproximateCreationDateTime).toBe('number');
  });

  it('carries outbox rows whole', async () => {
    const company = freshCompany();
    const { seen, handler } = collector(`C#${company}#`);
    const reader = read(handler);
    const item = someItem(company, 'a');
    await test.store.items.commit(
      firstCommit(item, { effects: [wakeEffect('a', 1), wakeEffect('a', 2)], entries: [someEntry(3)] }),
    );
    await reader.drained();
    const rows = seen.flatMap((record) => outboxRowFromImage(record.dynamodb?.NewImage ?? {}) ?? []);
    const pending = await test.store.outbox.pendingOf(company, 'a');
    expect([...rows].sort((a, b) => a.effect.id.localeCompare(b.effect.id))).toEqual(pending);
  });

  it('goes on where it stood, missing nothing', async () => {
    const pk = freshCompany();
    const name = freshCompany();
    const first = collector(pk);
    const reader = read(first.handler, { name });
    await put(pk, '1');
    await reader.drained();
    await reader.stop();
    await put(pk, '2');
    await put(pk, '3');
    const second = collector(pk);
    await read(second.handler, { name }).drained();
    expect(first.seen.map(keyOf)).toEqual([`${pk}/1`]);
    expect(second.seen.map(keyOf)).toEqual([`${pk}/2`, `${pk}/3`]);
  });

  it('delivers again from the first failed record', async () => {
    const pk = freshCompany();
    const calls: string[][] = [];
    let failures = 2;
    const reader = read(async ({ Records }) => {
      const mine = Records.filter((record) => keyOf(record).startsWith(pk));
      if (mine.length > 0) calls.push(mine.map((record) => record.dynamodb?.Keys?.sk?.S ?? ''));
      const guilty = mine.find((record) => record.dynamodb?.Keys?.sk?.S === '2');
      if (!guilty || failures-- <= 0) return undefined;
      return { batchItemFailures: [{ itemIdentifier: sequence(guilty) }] };
    });
    await reader.drained();
    const rows = ['1', '2', '3'].map((sk) => ({ PutRequest: { Item: { pk, sk } } }));
    await test.client.send(new BatchWriteCommand({ RequestItems: { [test.tableName]: rows } }));
    await reader.drained();
    const [first = [], ...rest] = calls;
    const after = first.slice(first.indexOf('2') + 1);
    expect(rest.flat()).toEqual(['2', '2', ...after]);
  });

  it('gives up a record that always fails and goes on with the next', async () => {
    const pk = freshCompany();
    const given: string[] = [];
    const done: string[] = [];
    const reader = read(
      async ({ Records }) => {
        for (const record of Records) {
          if (keyOf(record) === `${pk}/bad`) throw new Error('cannot');
          if (keyOf(record).startsWith(pk)) done.push(keyOf(record));
        }
        return undefined;
      },
      { attempts: 3, onGivenUp: (record) => given.push(keyOf(record)) },
    );
    for (const sk of ['a', 'bad', 'b']) await put(pk, sk);
    await reader.drained();
    expect(given).toEqual([`${pk}/bad`]);
    expect(new Set(done)).toEqual(new Set([`${pk}/a`, `${pk}/b`]));
  });

  it('is quick when poked', async () => {
    const pk = freshCompany();
    let arrived = (_at: number) => {};
    const reader = read(async ({ Records }) => {
      if (Records.some((record) => keyOf(record).startsWith(pk))) arrived(performance.now());
      return undefined;
    });
    await reader.drained();
    const latencies: number[] = [];
    for (let n = 0; n < 21; n++) {
      const arrival = new Promise<number>((resolve) => {
        arrived = resolve;
      });
      await put(pk, String(n));
      const written = performance.now();
      reader.poke();
      latencies.push((await arrival) - written);
    }
    const median = latencies.sort((a, b) => a - b)[10] ?? 0;
    expect(median).toBeLessThan(150);
  });

  it('ends in the middle of a backlog without losing the rest', async () => {
    const company = freshCompany();
    let item = someItem(company, 'a');
    await test.store.items.commit(firstCommit(item));
    for (let n = 0; n < 10; n++) {
      const commit = nextCommit(item, {}, { effects: [wakeEffect('a', n + 1)] });
      await test.store.items.commit(commit);
      item = commit.after;
    }
    const name = freshCompany();
    const seen = new Set<string>();
    const handler: StreamHandler = async ({ Records }) => {
      for (const record of Records) {
        const row = outboxRowFromImage(record.dynamodb?.NewImage ?? {});
        if (row?.company === company) seen.add(row.effect.id);
      }
      return undefined;
    };
    const first = read(
      async (event) => {
        void first.stop();
        return handler(event);
      },
      { name, batchSize: 7 },
    );
    await first.drained();
    expect(seen.size).toBeLessThan(10);
    await read(handler, { name }).drained();
    expect(seen.size).toBe(10);
  });
});

describe.runIf(engines.includes('dynoxide'))('the stream of a new dynoxide folder', () => {
  it('is indexed and trimmed by the database file it starts from', () => {
    for (const part of ['CREATE INDEX steward_stream_order', 'CREATE TRIGGER steward_stream_trim'])
      expect(emptyDatabase().includes(part)).toBe(true);
    const { version }: { version: string } = createRequire(import.meta.url)('@dynoxide/linux-x64/package.json');
    expect(version).toBe(templateVersion);
  });
});
