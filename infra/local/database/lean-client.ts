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
import { type ClientOptions, consumedBy, createClient, storeError } from '#store/client';
import { createGroupCommit, type Input } from './group-commit.ts';
import { createLeanHttp, type LeanHttp } from './lean-http.ts';
import { fromWire, toWire, type WireMap } from './wire.ts';

const operations = [
  [GetCommand, 'GetItem'],
  [QueryCommand, 'Query'],
  [UpdateCommand, 'UpdateItem'],
  [TransactWriteCommand, 'TransactWriteItems'],
  [PutCommand, 'PutItem'],
  [DeleteCommand, 'DeleteItem'],
  [BatchWriteCommand, 'BatchWriteItem'],
] as const;

interface Answer {
  Item?: WireMap;
  Items?: WireMap[];
  Attributes?: WireMap;
  LastEvaluatedKey?: WireMap;
  __type?: string;
  message?: string;
  Message?: string;
  CancellationReasons?: [];
}
type Call = (operation: string, input: Input) => Promise<Answer>;

export interface LeanOptions extends ClientOptions {
  endpoint: string;
  /** After every command that may have changed something, whether it succeeded or not. */
  onWrite?: () => void;
  /** Writes at the same time go together; for an engine that nobody else writes to. @default false */
  group?: boolean;
}

const reads = new Set(['GetItem', 'Query']);

/**
 * The store's client for an engine on this machine: the same commands and answers on the same wire, without signing,
 * middleware and schemas, which take most of the SDK's time and which such an engine does not look at. Other commands
 * go through the SDK.
 */
export function createLeanClient(options: LeanOptions): DynamoDBDocumentClient {
  const client = createClient(options);
  const http = createLeanHttp(options.endpoint);
  const call = caller(http);
  const { onConsumed, onWrite } = options;
  const sdk = client.send.bind(client) as (...args: unknown[]) => Promise<unknown>;
  const destroy = client.destroy.bind(client);

  const perform = async (operation: string, input: Input) => {
    try {
      const answer = await call(operation, input);
      onConsumed?.(operation, consumedBy(operation, answer));
      return wireOutput(answer);
    } catch (error) {
      throw storeError(operation, error);
    }
  };
  // What is metered is metered call by call.
  const carryOut = options.group && !onConsumed ? createGroupCommit(perform) : perform;
  const lean = (operation: string, asked: Input): Promise<unknown> => {
    const input = wireInput(operation, asked);
    return carryOut(operation, onConsumed ? { ...input, ReturnConsumedCapacity: 'TOTAL' } : input);
  };
  const send = async (command: { input: unknown }, ...rest: unknown[]): Promise<unknown> => {
    const operation = operations.find(([kind]) => command instanceof kind)?.[1];
    try {
      return await (operation ? lean(operation, command.input as Input) : sdk(command, ...rest));
    } finally {
      if (!operation || !reads.has(operation)) onWrite?.();
    }
  };
  return Object.assign(client, {
    send: send as typeof client.send,
    destroy: () => {
      destroy();
      http.destroy();
    },
  });
}

const maps = ['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey'] as const;

/** Values of one write or read as the wire has them. */
function withMaps(input: Input): Input {
  const wire: Input = { ...input };
  for (const name of maps) if (input[name]) wire[name] = toWire(input[name] as Input);
  return wire;
}

function wireInput(operation: string, input: Input): Input {
  if (operation === 'TransactWriteItems')
    // No token: dynoxide keeps each for ten minutes and looks through all of them at every transaction. One repeated
    // after a lost connection fails at its own condition, and the caller decides anew.
    return {
      ...input,
      TransactItems: (input.TransactItems as Record<string, Input>[]).map(eachIn(withMaps)),
    };
  if (operation === 'BatchWriteItem') {
    const requests = (all: unknown) => (all as Record<string, Input>[]).map(eachIn(withMaps));
    return { ...input, RequestItems: eachIn(requests)(input.RequestItems as Record<string, never>) };
  }
  return withMaps(input);
}
const eachIn =
  <T, R>(change: (value: T) => R) =>
  (values: Record<string, T>): Record<string, R> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

function wireOutput({ Item, Items, Attributes, LastEvaluatedKey, ...rest }: Answer) {
  return {
    $metadata: {},
    ...rest,
    ...(Item && { Item: fromWire(Item) }),
    ...(Items && { Items: Items.map(fromWire) }),
    ...(Attributes && { Attributes: fromWire(Attributes) }),
    ...(LastEvaluatedKey && { LastEvaluatedKey: fromWire(LastEvaluatedKey) }),
  };
}

/** Connections lost are tried again as the SDK does. */
const TRIES = 4;
const lost = new Set(['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT']);

const caller =
  (http: LeanHttp): Call =>
  async (operation, input) => {
    const body = JSON.stringify(input);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { status, text } = await http.post(`DynamoDB_20120810.${operation}`, body);
        const answer = JSON.parse(text) as Answer;
        if (status >= 300) throw errorOf(status, answer);
        return answer;
      } catch (error) {
        const passing = error instanceof Error && 'code' in error && lost.has(String(error.code));
        if (!passing || attempt === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));
      }
    }
  };

/** The SDK's own classes where the store asks for them, else an Error with the name the database gave. */
function errorOf(status: number, answer: Answer): Error {
  const name = (answer.__type ?? '').replace(/^.*#/, '');
  const about = { message: answer.message ?? answer.Message ?? name, $metadata: { httpStatusCode: status } };
  if (name === 'ConditionalCheckFailedException')
    return new ConditionalCheckFailedException({ ...about, ...(answer.Item && { Item: answer.Item as never }) });
  if (name === 'TransactionCanceledException')
    return new TransactionCanceledException({ ...about, CancellationReasons: answer.CancellationReasons ?? [] });
  return Object.assign(new Error(about.message), { name: name || `Status${status}`, $metadata: about.$metadata });
}
