import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { StoreBusy } from '#domain/errors';

/** Capacity units of one call, as the database metered it. */
export interface Consumed {
  read: number;
  write: number;
}
export interface ClientOptions {
  region: string;
  /** @default the region's own */
  endpoint?: string;
  /** @default the SDK's chain (a Lambda's role) */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** Asked for only when given: the answer costs a little. `operation` is the API's name, as 'TransactWriteItems'. */
  onConsumed?: (operation: string, units: Consumed) => void;
}

/** What the SDK has already retried and may still pass: throttling, a lost connection, a server's fault. */
const passing = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return passing.has(error.name) || ('code' in error && typeof error.code === 'string' && passing.has(error.code));
}

/** StoreBusy for what may pass; everything else as it is. */
export const storeError = (operation: string, error: unknown): unknown =>
  isPassing(error) ? new StoreBusy(operation, { cause: error }) : error;

/** More calls at once wait for a free socket. */
const sockets = { maxSockets: 256 };

const reads = new Set(['GetItem', 'Query', 'BatchGetItem', 'TransactGetItems']);

/** @throws (from every call) StoreBusy when the database does not answer after the SDK's own retries */
export function createClient(options: ClientOptions): DynamoDBDocumentClient {
  const config: DynamoDBClientConfig = {
    region: options.region,
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, httpAgent: sockets, httpsAgent: sockets },
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
  };
  const base = new DynamoDBClient(config);
  const { onConsumed } = options;
  base.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = (context.commandName ?? 'unknown').replace(/Command$/, '');
      try {
        const input = onConsumed ? { ...args.input, ReturnConsumedCapacity: 'TOTAL' } : args.input;
        const result = await next({ ...args, input: input as typeof args.input });
        if (onConsumed) onConsumed(operation, consumedBy(operation, result.output));
        return result;
      } catch (error) {
        throw storeError(operation, error);
      }
    },
    { step: 'initialize', name: 'meterAndName' },
  );
  return DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
}

/** One call answers with one capacity, or with one for each table. */
export function consumedBy(operation: string, output: object): Consumed {
  const found = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined;
  const all: readonly { CapacityUnits?: number }[] = Array.isArray(found) ? found : found ? [found] : [];
  const units = all.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
  return reads.has(operation) ? { read: units, write: 0 } : { read: 0, write: units };
}
