import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ItemChanged } from '#domain/errors';
import { type Item, noPromises } from '#domain/item';
import type { Items, Sleeping } from '#ports';
import type { Append } from './append.ts';
import { commitItem } from './commit.ts';
import type { Context } from './context.ts';
import { createItemLists } from './item-lists.ts';
import * as keys from './keys.ts';
import { rewriteItem } from './rewrite.ts';
import { createTimeline } from './timeline.ts';
import { isRefused } from './transact.ts';

export function createItems(context: Context, append: Append): Items {
  const { client, table: TableName } = context;
  /** One attribute of the item row, strongly consistent. */
  const attribute = async (company: string, id: string, name: string): Promise<unknown> => {
    const found = await client.send(
      new GetCommand({
        TableName,
        Key: keys.itemKey(company, id),
        ConsistentRead: true,
        ProjectionExpression: '#name',
        ExpressionAttributeNames: { '#name': name },
      }),
    );
    return found.Item?.[name] ?? null;
  };

  return {
    ...createItemLists(context),
    ...createTimeline(context, append),
    commit: (commit) => commitItem(context, commit),
    rewrite: (company, id, change) => rewriteItem(context, company, id, change),
    async committed(company, key) {
      const found = await client.send(
        new GetCommand({ TableName, Key: keys.commitKey(company, key), ConsistentRead: true }),
      );
      return typeof found.Item?.item === 'string' ? found.Item.item : null;
    },
    async get(company, id) {
      const item = (await attribute(company, id, 'item')) as Item | null;
      // Rows written before these were kept have none.
      return item && { ...item, promises: item.promises ?? noPromises, reopenedAt: item.reopenedAt ?? null };
    },

    async byNumber(company, number) {
      const found = await client.send(
        new GetCommand({ TableName, Key: keys.numberKey(company, number), ConsistentRead: true }),
      );
      return typeof found.Item?.item === 'string' ? found.Item.item : null;
    },

    async nextNumber(company, site, date) {
      const answer = await client.send(
        new UpdateCommand({
          TableName,
          Key: keys.counterKey(company, site, date),
          UpdateExpression: 'ADD #n :one SET #type = :type',
          ExpressionAttributeNames: { '#n': 'n', '#type': 'type' },
          ExpressionAttributeValues: { ':one': 1, ':type': 'count' },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      const n: unknown = answer.Attributes?.n;
      if (typeof n !== 'number') throw new TypeError(`The counter of ${site} on ${date} is not a number.`);
      return n;
    },

    /** Beside the item's body on the same row: a commit does not touch it, and the version does not grow. */
    async sleep(company, id, version, epoch, sleeping) {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: keys.itemKey(company, id),
            UpdateExpression: 'SET #sleep = :sleep',
            ConditionExpression: '#version = :version AND #epoch = :epoch',
            ExpressionAttributeNames: { '#sleep': 'sleep', '#version': 'version', '#epoch': 'epoch' },
            ExpressionAttributeValues: { ':sleep': sleeping, ':version': version, ':epoch': epoch },
          }),
        );
      } catch (error) {
        throw isRefused(error) ? new ItemChanged(id, { cause: error }) : error;
      }
    },

    sleeping: async (company, id) => (await attribute(company, id, 'sleep')) as Sleeping | null,
  };
}
