import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { StreamOptions } from './stream.ts';

/** `after`: the last sequence number handled; `closed`: the shard was read to its end. */
export interface Checkpoint {
  after: string | null;
  closed: boolean;
}
export interface Checkpoints {
  read(stream: string, shard: string): Promise<Checkpoint>;
  write(stream: string, shard: string, checkpoint: Checkpoint): Promise<void>;
}

/** One small row a shard. The stream's own name is in the key: a table made anew is read from its beginning. */
export function createCheckpoints({ client, localTableName, name }: StreamOptions): Checkpoints {
  const keyOf = (stream: string, shard: string) => ({ pk: `STREAM#${name}#${stream}`, sk: shard });
  return {
    async read(stream, shard) {
      const found = await client.send(
        new GetCommand({ TableName: localTableName, Key: keyOf(stream, shard), ConsistentRead: true }),
      );
      const after: unknown = found.Item?.after;
      return { after: typeof after === 'string' ? after : null, closed: found.Item?.closed === true };
    },
    async write(stream, shard, checkpoint) {
      await client.send(
        new PutCommand({ TableName: localTableName, Item: { ...keyOf(stream, shard), ...checkpoint } }),
      );
    },
  };
}
