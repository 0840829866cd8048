import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import type { Row } from './page.ts';
import { isRefused } from './transact.ts';

/** Entries of the timeline and effects, row by row; a row that went meanwhile needs none. */
export async function rewriteItem(
  { client, table: TableName }: Context,
  company: string,
  id: string,
  change: <T>(value: T) => T,
): Promise<void> {
  for (const [prefix, attribute] of [
    [keys.timelinePrefix, 'entries'],
    [keys.outboxPrefix, 'effect'],
  ] as const) {
    let start: Row | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': keys.itemPartition(company, id), ':prefix': prefix },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      for (const row of answer.Items ?? []) {
        const changed = change(row[attribute]);
        if (JSON.stringify(changed) !== JSON.stringify(row[attribute]))
          await put({ pk: String(row.pk), sk: String(row.sk) }, attribute, changed);
      }
      start = answer.LastEvaluatedKey;
    } while (start);
  }

  async function put(Key: keys.Key, attribute: string, value: unknown): Promise<void> {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { ...Key },
          UpdateExpression: 'SET #attribute = :value',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':value': value },
        }),
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
}
