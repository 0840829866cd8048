import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Feed } from '#domain/plan/feed';
import type { Feeds } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { page } from './page.ts';
import { transact } from './transact.ts';

/** Secrets are long and random: nobody finds one by trying, so a plain digest keeps them. */
const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Two rows each: by the digest of its secret, for whoever reads it, and by its owner, who may revoke it. */
export function createFeeds(context: Context): Feeds {
  const { client, table: TableName } = context;
  const read = async (Key: keys.Key) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  return {
    async create(company, feed, secret) {
      const digest = digestOf(secret);
      const ownKey = keys.feedOfKey(company, feed.owner, feed.id);
      await transact(context, [
        { write: { Put: { TableName, Item: { ...keys.feedKey(company, digest), type: 'feed', feed } } } },
        { write: { Put: { TableName, Item: { ...ownKey, type: 'feedOf', feed, digest } } } },
      ]);
    },

    async find(company, secret) {
      const row = await read(keys.feedKey(company, digestOf(secret)));
      return row ? (row.feed as Feed) : null;
    },

    of: (company, owner, request) =>
      page(
        context,
        {
          list: 'calendar feeds',
          scope: [company, owner],
          partition: ['pk', keys.feedsPartition(company, owner)],
          sort: ['sk'],
          position: keys.feedSortPattern,
          keyAt: () => ({}),
          read: ({ feed }) => feed as Feed,
        },
        request,
      ),

    async revoke(company, owner, id) {
      const Key = keys.feedOfKey(company, owner, id);
      const row = await read(Key);
      if (!row) return false;
      await transact(context, [
        { write: { Delete: { TableName, Key } } },
        { write: { Delete: { TableName, Key: keys.feedKey(company, String(row.digest)) } } },
      ]);
      return true;
    },
  };
}
