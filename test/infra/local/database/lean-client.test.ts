import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
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

const TableName = 'steward-local';
type Step = (client: DynamoDBDocumentClient, pk: string, before: unknown) => Promise<unknown>;

async function converse(client: DynamoDBDocumentClient, steps: readonly Step[]): Promise<unknown[]> {
  const pk = freshCompany();
  const told: unknown[] = [];
  let before: unknown = {};
  for (const step of steps) {
    before = await step(client, pk, before).catch(errorWords);
    told.push(plain(before, pk));
  }
  return told;
}
const errorWords = (error: Error) => ({
  name: error.name,
  known: error instanceof ConditionalCheckFailedException || error instanceof TransactionCanceledException,
  codes:
    error instanceof TransactionCanceledException
      ? error.CancellationReasons?.map(({ Code, Item }) => [Code ?? 'None', Item])
      : null,
});

describe.each(engines)('the lean client on %s', (engine) => {
  const test = withStore(engine);
  /** The same conversation with the SDK and with the lean client: answers and errors, metadata left out. */
  const both = async (...steps: Step[]) => {
    const lean = createLeanClient({ ...connection, endpoint: test.engine.endpoint });
    const sdk = localClient(test.engine.endpoint);
    onTestFinished(() => {
      lean.destroy();
      sdk.destroy();
    });
    const answers = await converse(lean, steps);
    expect(answers).toEqual(await converse(sdk, steps));
    return answers;
  };

  it('writes and reads every kind of value', async () => {
    const answers = await both(
      (client, pk) => client.send(new PutCommand({ TableName, Item: { pk, sk: 'a', ...row } })),
      (client, pk) => client.send(new GetCommand({ TableName, Key: { pk, sk: 'a' }, ConsistentRead: true })),
    );
    const { absent: _, ...kept } = row;
    expect(answers[1]).toEqual({ Item: { pk: 'PK', sk: 'a', ...kept } });
  });

  it('updates, queries page by page, deletes and finds nothing', async () => {
    const query: Step = (client, pk, before) =>
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          Limit: 2,
          ExclusiveStartKey: (before as { LastEvaluatedKey?: Record<string, unknown> }).LastEvaluatedKey,
        }),
      );
    const answers = await both(
      (client, pk) => {
        const rows = ['a', 'b', 'c'].map((sk) => ({ PutRequest: { Item: { pk, sk } } }));
        return client.send(new BatchWriteCommand({ RequestItems: { [TableName]: rows } }));
      },
      query,
      query,
      (client, pk) =>
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
      (client, pk) => client.send(new DeleteCommand({ TableName, Key: { pk, sk: 'a' } })),
      (client, pk) => client.send(new GetCommand({ TableName, Key: { pk, sk: 'a' } })),
    );
    expect(answers).toMatchObject([{}, { Count: 2 }, { Count: 1 }, { Attributes: { n: { deep: [1] } } }, {}, {}]);
  });

  it('fails with the same errors: conditions, cancelled transactions with the row in the way, nonsense', async () => {
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    const put: Step = (client, pk) =>
      client.send(new PutCommand({ TableName, Item: { pk, sk: 'a', n: 1 }, ...condition }));
    const all = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
    const answers = await both(
      put,
      put,
      (client, pk) =>
        client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName, Item: { pk, sk: 'b' } } },
              { Put: { TableName, Item: { pk, sk: 'a' }, ...condition, ...all } },
            ],
          }),
        ),
      (client, pk) => client.send(new GetCommand({ TableName: 'nowhere', Key: { pk, sk: 'a' } })),
    );
    expect(answers.slice(1)).toMatchObject([
      { name: 'ConditionalCheckFailedException', known: true },
      {
        known: true,
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
