import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { StoreBusy } from '#domain/errors';
import type { ItemSummary } from '#ports';
import { backOff, type Context } from './context.ts';
import { summaryIn } from './item-listings.ts';
import * as keys from './keys.ts';
import type { Row } from './page.ts';

const tries = 6;

/** Of these items, at most 100, as they are now and in this order; one that is not there is left out. @throws StoreBusy */
export async function summariesOf(context: Context, company: string, ids: readonly string[]): Promise<ItemSummary[]> {
  const { client, table } = context;
  const found = new Map<string, ItemSummary>();
  let wanted: Row[] = ids.map((id) => ({ ...keys.itemKey(company, id) }));
  for (let attempt = 0; wanted.length > 0; attempt++) {
    if (attempt >= tries) throw new StoreBusy('BatchGetItem');
    if (attempt > 0) await context.pause(backOff(attempt));
    const answer = await client.send(
      new BatchGetCommand({
        RequestItems: {
          [table]: { Keys: wanted, ConsistentRead: true, ProjectionExpression: 'summary' },
        },
      }),
    );
    for (const row of answer.Responses?.[table] ?? []) {
      const summary = summaryIn(row);
      found.set(summary.id, summary);
    }
    wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
