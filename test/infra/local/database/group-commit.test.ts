import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localCredentials, localRegion } from '#local/database/engine';
import { createGroupCommit } from '#local/database/group-commit';
import { createLeanClient } from '#local/database/lean-client';
import { engines, freshCompany, withStore } from '#test/support/engine';

const put = (sk: string) => ({ TableName: 't', Item: { pk: { S: 'p' }, sk: { S: sk } } });
const refused = new TransactionCanceledException({ message: 'no', $metadata: { httpStatusCode: 400 } });

/** Calls are answered when told to; each is told as its operation and the number of its actions. */
function setUp(answer: (operation: string, actions: number) => Error | null = () => null) {
  const calls: string[] = [];
  const open: (() => void)[] = [];
  const perform = createGroupCommit(async (operation, { TransactItems }) => {
    const actions = Array.isArray(TransactItems) ? TransactItems.length : 1;
    calls.push(`${operation} ${actions}`);
    await new Promise<void>((resolve) => open.push(resolve));
    const error = answer(operation, actions);
    if (error) throw error;
    return operation;
  });
  const finish = async (all: readonly Promise<unknown>[]) => {
    const settled = Promise.allSettled(all);
    for (let done = false; !done; ) {
      for (const go of open.splice(0)) go();
      done = await Promise.race([
        settled.then(() => true),
        new Promise<false>((resume) => setImmediate(resume, false)),
      ]);
    }
    return (await settled).map((one) => one.status);
  };
  return { calls, perform, finish };
}

it('writes that come while others are under way go together, as many as a transaction holds', async () => {
  const { calls, perform, finish } = setUp();
  const all = Array.from({ length: 150 }, (_, n) => perform('PutItem', put(`${n}`)));
  expect(new Set(await finish(all))).toEqual(new Set(['fulfilled']));
  expect(calls).toEqual(['PutItem 1', 'PutItem 1', 'TransactWriteItems 100', 'TransactWriteItems 48']);
});

it('no row is written twice in one transaction, and none is overtaken', async () => {
  const { calls, perform, finish } = setUp();
  const all = ['a', 'b', 'c', 'c', 'd', 'c', 'd'].map((sk) => perform('PutItem', put(sk)));
  await finish(all);
  expect(calls).toEqual(['PutItem 1', 'PutItem 1', 'TransactWriteItems 2', 'TransactWriteItems 2', 'PutItem 1']);
});

it('reads and writes that answer with values go by themselves at once', async () => {
  const { calls, perform, finish } = setUp();
  await finish([
    perform('PutItem', put('a')),
    perform('PutItem', put('b')),
    perform('UpdateItem', { ...put('c'), ReturnValues: 'UPDATED_NEW' }),
    perform('GetItem', {}),
    perform('Query', {}),
  ]);
  expect(calls).toEqual(['PutItem 1', 'PutItem 1', 'UpdateItem 1', 'GetItem 1', 'Query 1']);
});

it('what was refused together is tried alone; what nobody knows of is not', async () => {
  const answered = setUp((operation) => (operation === 'TransactWriteItems' ? refused : null));
  const four = ['a', 'b', 'c', 'd'];
  expect(await answered.finish(four.map((sk) => answered.perform('PutItem', put(sk))))).toEqual(
    four.map(() => 'fulfilled'),
  );
  expect(answered.calls.at(-1)).toBe('PutItem 1');
  const lost = setUp((operation) => (operation === 'TransactWriteItems' ? new Error('ECONNRESET') : null));
  expect(await lost.finish(four.map((sk) => lost.perform('PutItem', put(sk))))).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  expect(lost.calls).toHaveLength(3);
});

describe.each(engines)('on %s', (engine) => {
  const test = withStore(engine);

  it('everybody gets the answer they would have had alone', async () => {
    const client = createLeanClient({
      endpoint: test.engine.endpoint,
      region: localRegion,
      credentials: localCredentials,
      group: true,
    });
    onTestFinished(() => client.destroy());
    const [TableName, pk] = [test.tableName, freshCompany()];
    const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
    const row = (sk: string, n: number) => ({ TableName, Item: { pk, sk, n } });
    await client.send(new PutCommand(row('there', 1)));
    const add = { UpdateExpression: 'SET n = n + :one', ExpressionAttributeValues: { ':one': 1 } };
    const answers = await Promise.allSettled([
      ...Array.from({ length: 30 }, (_, n) => client.send(new PutCommand(row(`row-${n}`, n)))),
      client.send(new PutCommand({ ...row('there', 2), ...isNew })),
      client.send(
        new TransactWriteCommand({
          TransactItems: [{ Put: row('half', 1) }, { Put: { ...row('there', 3), ...isNew } }],
        }),
      ),
      client.send(new PutCommand({ ...row('', 1) })),
      ...Array.from({ length: 5 }, () =>
        client.send(new UpdateCommand({ TableName, Key: { pk, sk: 'there' }, ...add })),
      ),
    ]);
    const failed = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed.map((error) => error.name)).toEqual([
      ConditionalCheckFailedException.name,
      TransactionCanceledException.name,
      'ValidationException',
    ]);
    expect(failed[1].CancellationReasons.map(({ Code }: { Code: string }) => Code)).toEqual([
      'None',
      'ConditionalCheckFailed',
    ]);
    const read = async (sk: string) => (await client.send(new GetCommand({ TableName, Key: { pk, sk } }))).Item?.n;
    expect(await Promise.all(['there', 'half', 'row-0', 'row-29'].map(read))).toEqual([6, undefined, 0, 29]);
  });
});
