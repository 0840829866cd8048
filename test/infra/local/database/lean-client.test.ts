import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreBusy } from '#domain/errors';
import { localCredentials, localRegion } from '#local/database/engine';
import { createLeanClient } from '#local/database/lean-client';
import { fromWire, toWire } from '#local/database/wire';
import type { Consumed } from '#store/client';
import { engines, freshCompany, localClient, withStore } from '#test/support/engine';

const connection = { region: localRegion, credentials: localCredentials };
const row = {
  text: '楼道灯 "12" \u{1F4A1}',
  number: 1.5,
  large: 1_798_000_000_000,
  negative: -0.001,
  yes: true,
  nothing: null,
  list: [1, 'a', { deep: [null] }],
  map: { B: 'not binary', S: { N: '7' } },
  empty: '',
  bytes: new Uint8Array([0, 255, 7]),
  absent: undefined,
};

describe.each(engines)('the lean client on %s', (engine) => {
  const test = withStore(engine);
  /** The same conversation with the SDK and with the lean client: answers and errors, metadata left out. */
  const both = async (talk: (client: DynamoDBDocumentClient, pk: string) => Promise<unknown>[]) => {
    const tell = async (client: DynamoDBDocumentClient) => {
      const pk = freshCompany();
      const told: unknown[] = [];
      for (const step of talk(client, pk)) {
        const answer = await step.catch(
          (error: Error & { CancellationReasons?: { Code?: string; Item?: unknown }[] }) => ({
            kind: error.constructor.name,
            name: error.name,
            codes: error.CancellationReasons?.map(({ Code, Item }) => [Code ?? 'None', Item]),
          }),
        );
        told.push(plain(answer, pk));
      }
      return told;
    };
    const lean = createLeanClient({ ...connection, endpoint: test.engine.endpoint });
    const sdk = localClient(test.engine.endpoint);
    onTestFinished(() => {
      lean.destroy();
      sdk.destroy();
    });
    const answers = await tell(lean);
    expect(answers).toEqual(await tell(sdk));
    return answers;
  };
  const TableName = 'steward-local';
  const condition = { ConditionExpression: 'attribute_not_exists(pk)' };

  it('writes and reads every kind of value', async () => {
    const answers = await both((client, pk) => {
      const put = client.send(new PutCommand({ TableName, Item: { pk, sk: 'a', ...row } }));
      return [
        put,
        put.then(() => client.send(new GetCommand({ TableName, Key: { pk, sk: 'a' }, ConsistentRead: true }))),
      ];
    });
    const { absent: _, ...kept } = row;
    expect(answers[1]).toEqual({ Item: { pk: 'PK', sk: 'a', ...kept } });
  });

  it('updates, queries page by page, deletes and finds nothing', async () => {
    await both((client, pk) => {
      const rows = ['a', 'b', 'c'].map((sk) => ({ PutRequest: { Item: { pk, sk } } }));
      const batch = client.send(new BatchWriteCommand({ RequestItems: { [TableName]: rows } }));
      const query = (ExclusiveStartKey?: Record<string, unknown>) =>
        client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            Limit: 2,
            ExclusiveStartKey,
          }),
        );
      const first = batch.then(() => query());
      const second = first.then(({ LastEvaluatedKey }) => query(LastEvaluatedKey));
      const update = second.then(() =>
        client.send(
          new UpdateCommand({
            TableName,
            Key: { pk, sk: 'a' },
            UpdateExpression: 'SET #n = :n',
            ExpressionAttributeNames: { '#n': 'n' },
            ExpressionAttributeValues: { ':n': { deep: [1] } },
            ReturnValues: 'ALL_NEW',
          }),
        ),
      );
      const remove = update.then(() => client.send(new DeleteCommand({ TableName, Key: { pk, sk: 'a' } })));
      const gone = remove.then(() => client.send(new GetCommand({ TableName, Key: { pk, sk: 'a' } })));
      return [batch, first, second, update, remove, gone];
    });
  });

  it('fails with the same errors: conditions, cancelled transactions with the row in the way, nonsense', async () => {
    const answers = await both((client, pk) => {
      const put = () => client.send(new PutCommand({ TableName, Item: { pk, sk: 'a', n: 1 }, ...condition }));
      const first = put();
      const second = first.then(put);
      const all = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
      const transaction = first.then(() =>
        client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName, Item: { pk, sk: 'b' } } },
              { Put: { TableName, Item: { pk, sk: 'a' }, ...condition, ...all } },
            ],
          }),
        ),
      );
      const nonsense = first.then(() => client.send(new GetCommand({ TableName: 'nowhere', Key: { pk, sk: 'a' } })));
      return [first, second, transaction, nonsense];
    });
    expect(answers.slice(1)).toMatchObject([
      { kind: 'ConditionalCheckFailedException' },
      {
        kind: 'TransactionCanceledException',
        codes: [
          ['None', undefined],
          ['ConditionalCheckFailed', { n: { N: '1' } }],
        ],
      },
      { name: 'ResourceNotFoundException' },
    ]);
  });

  it('tells what was consumed', async () => {
    const consumed: [string, Consumed][] = [];
    const onConsumed = (operation: string, units: Consumed) => void consumed.push([operation, units]);
    const lean = createLeanClient({ ...connection, endpoint: test.engine.endpoint, onConsumed });
    await lean.send(new PutCommand({ TableName, Item: { pk: freshCompany(), sk: 'a' } }));
    lean.destroy();
    expect(consumed).toEqual([['PutItem', { read: 0, write: 1 }]]);
  });
});

/** Fresh keys and metadata differ; everything else must not. */
function plain(answer: unknown, pk: string): unknown {
  if (typeof answer !== 'object' || answer === null || answer instanceof Uint8Array)
    return answer === pk ? 'PK' : answer;
  if (Array.isArray(answer)) return answer.map((one) => plain(one, pk));
  const kept = Object.entries(answer).filter(([name, value]) => name !== '$metadata' && value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, plain(value, pk)]));
}

it('tries again after a lost connection, and says that the database is busy when it stays away', async () => {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    if (calls <= 2) request.socket.destroy();
    else response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const lean = createLeanClient({ ...connection, endpoint: `http://127.0.0.1:${port}` });
  const get = () => lean.send(new GetCommand({ TableName: 't', Key: { pk: 'a', sk: 'b' } }));
  expect(await get()).toEqual({ $metadata: {} });
  expect(calls).toBe(3);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await expect(get()).rejects.toThrow(StoreBusy);
  lean.destroy();
});

it('refuses what the store never writes', () => {
  expect(() => toWire({ a: new Set([1]) })).toThrow(TypeError);
  expect(() => toWire({ a: Number.NaN })).toThrow(TypeError);
  expect(() => fromWire({ a: { SS: ['x'] } as never })).toThrow(TypeError);
});
