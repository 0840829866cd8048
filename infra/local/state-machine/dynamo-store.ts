import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#domain/time';
import type { Execution } from './execution.ts';
import type { Due, RunnerStore } from './store.ts';

/**
 * Rows in the local table (string keys `pk` and `sk`):
 * `execution#<name>` / `row`: revision, and the execution as JSON;
 * `runner-timer` / `<due>#<name>` and `runner-invoking` / `<name>`: the two lists, nothing but keys.
 */
const TIMERS = 'runner-timer';
const INVOKING = 'runner-invoking';
const DIGITS = 15;

interface Key {
  pk: string;
  sk: string;
}
type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const rowKey = (name: string): Key => ({ pk: `execution#${name}`, sk: 'row' });
const timerSort = ({ due, name }: Due): string => `${String(due).padStart(DIGITS, '0')}#${name}`;
const timerOf = (sk: string): Due => ({ due: Number(sk.slice(0, DIGITS)), name: sk.slice(DIGITS + 1) });

/** The list rows an execution has. */
const listed = (execution: Execution | null): Key[] => {
  if (!execution) return [];
  const { name, due, phase } = execution;
  return [
    ...(due === null ? [] : [{ pk: TIMERS, sk: timerSort({ due, name }) }]),
    ...(phase === 'invoking' ? [{ pk: INVOKING, sk: name }] : []),
  ];
};
const without = (keys: Key[], others: Key[]): Key[] =>
  keys.filter((key) => !others.some((other) => other.pk === key.pk && other.sk === key.sk));

const isConditionFailed = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some((reason) => reason.Code === 'ConditionalCheckFailed'));

export const createDynamoRunnerStore = (client: DynamoDBDocumentClient, table: string): RunnerStore => {
  const sortKeys = async (pk: string, limit: number, from: string, until: string): Promise<string[]> => {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':until': until },
        Limit: limit,
      }),
    );
    return (answer.Items ?? []).map((row) => String(row.sk));
  };
  /** `\u0001` is before, `\uffff` after everything a name or a number may begin with. */
  const after = (sk: string | undefined): string => (sk === undefined ? '\u0001' : `${sk}\u0001`);

  return {
    async get(name) {
      const answer = await client.send(new GetCommand({ TableName: table, Key: rowKey(name), ConsistentRead: true }));
      return answer.Item ? (JSON.parse(String(answer.Item.body)) as Execution) : null;
    },
    async save(execution, before) {
      const put = {
        TableName: table,
        Item: { ...rowKey(execution.name), revision: execution.revision, body: JSON.stringify(execution) },
        ...(before
          ? { ConditionExpression: 'revision = :before', ExpressionAttributeValues: { ':before': before.revision } }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      };
      const [old, now] = [listed(before), listed(execution)];
      const operations: Operation[] = [
        { Put: put },
        ...without(old, now).map((Key) => ({ Delete: { TableName: table, Key } })),
        ...without(now, old).map((Item) => ({ Put: { TableName: table, Item } })),
      ];
      try {
        if (operations.length === 1) await client.send(new PutCommand(put));
        else await client.send(new TransactWriteCommand({ TransactItems: operations }));
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
    async timers(until: Instant | null, limit, last) {
      const end = until === null ? '\uffff' : `${timerSort({ due: until, name: '' })}\uffff`;
      const from = after(last && timerSort(last));
      return from > end ? [] : (await sortKeys(TIMERS, limit, from, end)).map(timerOf);
    },
    invoking: (limit, last) => sortKeys(INVOKING, limit, after(last), '\uffff'),
  };
};
