import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { StreamOptions } from './stream.ts';

type Deliver = (
  records: readonly DynamoDBRecord[],
  sleep: (ms: number) => Promise<void>,
  stopping: () => boolean,
) => Promise<number>;

const longestWait = 5_000;

/**
 * Hands a batch over and tells how many of its records, from the first on, are done with. As in AWS the position
 * stops before the first failed record and the batch begins there the next time; a record that has failed `attempts`
 * times is given up. A handler that throws has failed the whole batch: what follows is tried one record at a time, so
 * that only the guilty one is given up.
 */
export function createDelivery(options: StreamOptions): Deliver {
  const { handler, attempts = 6, backOff = 100, onGivenUp } = options;
  let failing: { at: string; times: number } | null = null;

  return async (records, sleep, stopping) => {
    const [first] = records;
    if (!first) return 0;
    const suspect = failing !== null && failing.at === sequenceOf(first);
    const batch = suspect ? [first] : records;
    const { done, error } = await hand(handler, batch);
    if (done === batch.length) {
      if (done > 0) failing = null;
      return done;
    }
    const culprit = batch[done];
    if (!culprit) return done;
    const at = sequenceOf(culprit);
    const times = failing?.at === at ? failing.times + 1 : 1;
    failing = { at, times };
    if (times >= attempts) {
      failing = null;
      onGivenUp(culprit, error);
      return done + 1;
    }
    if (!stopping()) await sleep(Math.min(backOff * 2 ** (times - 1), longestWait));
    return done;
  };
}

const sequenceOf = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber ?? '';

/** How many records before the first failed one. */
async function hand(handler: StreamOptions['handler'], batch: readonly DynamoDBRecord[]) {
  let response: DynamoDBBatchResponse | undefined;
  try {
    response = await handler({ Records: [...batch] });
  } catch (error) {
    return { done: 0, error };
  }
  const failed = new Set((response?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier));
  if (failed.size === 0) return { done: batch.length, error: null };
  const first = batch.findIndex((record) => failed.has(sequenceOf(record)));
  return { done: Math.max(first, 0), error: new Error('The handler named the record as failed.') };
}
