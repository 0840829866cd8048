import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createCheckpoints } from './stream-checkpoints.ts';
import { createDelivery } from './stream-delivery.ts';
import { createShards } from './stream-shards.ts';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;

export interface StreamOptions {
  endpoint: string;
  client: DynamoDBDocumentClient & Pick<DynamoDBClient, 'send'>;
  tableName: string;
  /** Where the position is kept, under `pk` "STREAM#...". */
  localTableName: string;
  /** Names the reader: each has a position of its own. */
  name: string;
  handler: StreamHandler;
  /** Records handed over at once. @default 100 */
  batchSize?: number;
  /** How often to look when nobody pokes, ms. @default 250 */
  idle?: number;
  /** Tries for a record before it is given up, as with the function's dead-letter queue. @default 6 */
  attempts?: number;
  /** Wait before the second try, doubling, ms. @default 100 */
  backOff?: number;
  /** A record given up on. */
  onGivenUp: (record: DynamoDBRecord, error: unknown) => void;
  /** The stream cannot be read now; it is tried again. */
  onError: (error: unknown) => void;
}

export interface StreamReader {
  /** Something was written: look at once. */
  poke(): void;
  /** Settles when all that was written before the call has been handled or given up. */
  drained(): Promise<void>;
  /** Settles when the batch in hand is done and its position kept. */
  stop(): Promise<void>;
}

/**
 * What Lambda's event source mapping does in AWS, on one machine: records in order, the position moving on only past
 * what was handled, from the oldest record when there is no position yet. A record may be delivered again after a
 * crash, never left out.
 */
export function readStream(options: StreamOptions): StreamReader {
  const { idle = 250, batchSize = 100 } = options;
  const shards = createShards(options, createCheckpoints(options));
  const deliver = createDelivery(options);
  const bell = createBell();
  let stopping = false;
  let waiting: (() => void)[] = [];

  const pass = async (): Promise<number> => {
    let seen = 0;
    for (const shard of await shards.readable()) {
      const records = await shard.next(batchSize);
      seen += records.length;
      for (let from = 0; from < records.length && !stopping; ) {
        from += await deliver(records.slice(from), bell.sleep, () => stopping);
        const last = records[from - 1];
        if (last) shard.handled(last);
      }
    }
    return seen;
  };

  const run = async () => {
    while (!stopping) {
      const served = waiting;
      bell.clear();
      try {
        const seen = await pass();
        await shards.keep();
        if (seen > 0 || stopping) continue;
        waiting = waiting.filter((resolve) => !served.includes(resolve));
        for (const resolve of served) resolve();
        await bell.wait(idle);
      } catch (error) {
        options.onError(error);
        shards.forget();
        await bell.sleep(1_000);
      }
    }
    await shards.keep(true).catch(options.onError);
    shards.close();
    for (const resolve of waiting) resolve();
  };
  const running = run();

  return {
    poke: bell.ring,
    drained: () =>
      new Promise((resolve) => {
        if (stopping) return resolve();
        waiting = [...waiting, resolve];
        bell.ring();
      }),
    async stop() {
      stopping = true;
      bell.close();
      await running;
    },
  };
}

/** `wait` ends at a ring (also one since `clear`); `sleep` only at its time or at `close`. */
function createBell() {
  let rung = false;
  let closed = false;
  let wakeWaiting = () => {};
  let wakeSleeping = () => {};
  const nap = (ms: number, keep: (wake: () => void) => void) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      keep(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  return {
    ring() {
      rung = true;
      wakeWaiting();
    },
    clear() {
      rung = false;
    },
    async wait(ms: number) {
      if (!rung && !closed) await nap(ms, (wake) => (wakeWaiting = wake));
    },
    async sleep(ms: number) {
      if (!closed) await nap(ms, (wake) => (wakeSleeping = wake));
    },
    close() {
      closed = true;
      wakeWaiting();
      wakeSleeping();
    },
  };
}
