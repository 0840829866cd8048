import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Suppressions } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';

/** Addresses that bounced or complained; letter case does not matter. */
export function createSuppressions({ client, table: TableName }: Context): Suppressions {
  return {
    async isSuppressed(company, email) {
      const found = await client.send(
        new GetCommand({ TableName, Key: keys.suppressionKey(company, email), ConsistentRead: true }),
      );
      return found.Item !== undefined;
    },

    /** The first reason stays. */
    async suppress(company, email, why, at) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keys.suppressionKey(company, email),
          UpdateExpression: 'SET #why = if_not_exists(#why, :why), #at = if_not_exists(#at, :at), #type = :type',
          ExpressionAttributeNames: { '#why': 'why', '#at': 'at', '#type': 'type' },
          ExpressionAttributeValues: { ':why': why, ':at': at, ':type': 'suppression' },
        }),
      );
    },
  };
}
