import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Limits } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { isRefused } from './transact.ts';

/** A window's row goes this long after its end. */
const KEPT_MS = 24 * 3600 * 1000;

/** One atomic add under a condition: rivals at the limit are counted one by one, and the refused are not counted. */
export function createLimits({ client, table: TableName }: Context): Limits {
  return {
    async take(company, name, most, length, now) {
      const window = Math.floor(now / length) * length;
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: keys.limitKey(company, name, window),
            UpdateExpression: 'ADD #n :one SET #ttl = :ttl, #type = :type',
            ConditionExpression: 'attribute_not_exists(#n) OR #n < :most',
            ExpressionAttributeNames: { '#n': 'n', '#ttl': 'ttl', '#type': 'type' },
            ExpressionAttributeValues: {
              ':one': 1,
              ':most': most,
              ':ttl': Math.floor((window + length + KEPT_MS) / 1000),
              ':type': 'limit',
            },
          }),
        );
        return null;
      } catch (error) {
        if (isRefused(error)) return window + length;
        throw error;
      }
    },
  };
}
