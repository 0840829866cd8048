import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { localCredentials, localRegion } from './engine.ts';
import { createLeanHttp } from './lean-http.ts';
import type { StreamOptions } from './stream.ts';
import type { Checkpoint, Checkpoints } from './stream-checkpoints.ts';
import { getRecords, IteratorStale } from './stream-record.ts';

export interface ShardReader {
  /** The next records, none when there are none yet. */
  next(limit: number): Promise<DynamoDBRecord[]>;
  /** All records up to this one are handled. */
  handled(record: DynamoDBRecord): void;
}
interface Open {
  id: string;
  parent: string | null;
  checkpoint: Checkpoint;
  /** The checkpoint is further than the stored one. */
  ahead: boolean;
  iterator: string | null;
}

/** How far the stored position may be behind, ms: what is delivered again after a crash is found done. */
const KEEP_EVERY = 1_000;

/** Shards of the table's present stream. A shard is read when its parent has been read to the end. */
export function createShards(options: StreamOptions, checkpoints: Checkpoints) {
  const streams = new DynamoDBStreamsClient({
    endpoint: options.endpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const http = createLeanHttp(options.endpoint);
  let arn: string | null = null;
  let open: Open[] = [];
  /** Passes until the list of shards is looked at again. */
  let fresh = 0;
  let kept = 0;

  const refresh = async (): Promise<string> => {
    const stream = arn ?? (await streamOf(options));
    const known = new Map(open.map((shard) => [shard.id, shard]));
    const all: Open[] = [];
    for (const shard of await listShards(streams, stream)) {
      const id = shard.ShardId ?? '';
      const checkpoint = known.get(id)?.checkpoint ?? (await checkpoints.read(stream, id));
      all.push(known.get(id) ?? { id, parent: shard.ParentShardId ?? null, checkpoint, ahead: false, iterator: null });
    }
    open = all;
    arn = stream;
    return stream;
  };

  const iteratorOf = async (stream: string, shard: Open): Promise<string | null> => {
    const { after } = shard.checkpoint;
    const at = { StreamArn: stream, ShardId: shard.id };
    const from = { ...at, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after ?? undefined };
    const oldest = { ...at, ShardIteratorType: 'TRIM_HORIZON' as const };
    try {
      const answer = await streams.send(new GetShardIteratorCommand(after === null ? oldest : from));
      return answer.ShardIterator ?? null;
    } catch (error) {
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      return (await streams.send(new GetShardIteratorCommand(oldest))).ShardIterator ?? null;
    }
  };

  const readerOf = (stream: string, shard: Open): ShardReader => ({
    async next(limit) {
      shard.iterator ??= await iteratorOf(stream, shard);
      if (shard.iterator === null) return [];
      try {
        const { records, next } = await getRecords(http, stream, shard.iterator, limit);
        shard.iterator = next;
        if (shard.iterator === null && records.length === 0) {
          shard.checkpoint = { ...shard.checkpoint, closed: true };
          await checkpoints.write(stream, shard.id, shard.checkpoint);
          shard.ahead = false;
          fresh = 0;
        }
        return records;
      } catch (error) {
        if (!(error instanceof IteratorStale)) throw error;
        shard.iterator = null;
        return [];
      }
    },
    handled(record) {
      shard.checkpoint = { after: record.dynamodb?.SequenceNumber ?? shard.checkpoint.after, closed: false };
      shard.ahead = true;
    },
  });

  return {
    async readable(): Promise<ShardReader[]> {
      const stream = fresh > 0 && arn !== null ? arn : await refresh();
      fresh = fresh > 0 ? fresh - 1 : passesBetweenLooks;
      const unread = new Set(open.filter((shard) => !shard.checkpoint.closed).map((shard) => shard.id));
      return open
        .filter((shard) => unread.has(shard.id) && (shard.parent === null || !unread.has(shard.parent)))
        .map((shard) => readerOf(stream, shard));
    },
    /** Stores the positions that moved: at most once in a while, unless it is the last time. */
    async keep(last = false) {
      if (arn === null || !(last || performance.now() - kept >= KEEP_EVERY)) return;
      kept = performance.now();
      for (const shard of open.filter(({ ahead }) => ahead)) {
        shard.ahead = false;
        await checkpoints.write(arn, shard.id, shard.checkpoint);
      }
    },
    close() {
      http.destroy();
      streams.destroy();
    },
    /** After an error: iterators are asked for anew, from what has been handled. */
    forget() {
      for (const shard of open) shard.iterator = null;
      fresh = 0;
    },
  };
}

const passesBetweenLooks = 200;

async function streamOf({ client, tableName }: StreamOptions): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  if (!Table?.LatestStreamArn) throw new Error(`Table ${tableName} has no stream.`);
  return Table.LatestStreamArn;
}

async function listShards(streams: DynamoDBStreamsClient, stream: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription } = await streams.send(
      new DescribeStreamCommand({ StreamArn: stream, ExclusiveStartShardId: after }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return shards;
}
