import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Given, Recovery } from '#domain/care/recovery';
import { AllowanceSpent } from '#domain/errors';
import type { NewRecovery, Recoveries } from '#ports';
import type { Context } from './context.ts';
import { page, type Row } from './page.ts';
import * as keys from './recovery-keys.ts';
import type { Action } from './transact.ts';

/**
 * In the decision's own transaction: the person's sum of the month grows under a condition, so that it holds however many
 * act at once, and the recovery stands in the month's list. `n`: of the item's decision, told apart by it.
 */
export function recoveryActions({ table: TableName }: Context, recovery: NewRecovery, version: number): Action[] {
  const { most, ...row } = recovery;
  const { company, site, month, person, fen, at, item } = row;
  return [
    {
      write: {
        Update: {
          TableName,
          Key: { ...keys.givenKey(company, site, month, person) },
          UpdateExpression: 'ADD fen :fen, #n :one SET #type = :type, person = :person',
          ...(fen > 0 && { ConditionExpression: 'attribute_not_exists(fen) OR fen <= :room' }),
          ExpressionAttributeNames: { '#n': 'n', '#type': 'type' },
          ExpressionAttributeValues: {
            ':fen': fen,
            ':one': 1,
            ':type': 'given',
            ':person': person,
            ...(fen > 0 && { ':room': most - fen }),
          },
        },
      },
      refused: (_, cause) => new AllowanceSpent(person, month, { cause }),
    },
    {
      write: {
        Put: {
          TableName,
          Item: {
            pk: keys.recoveriesPartition(company, site, month),
            sk: keys.recoverySort(at, item, version),
            ...{ type: 'recovery', summary: row },
          },
        },
      },
    },
  ];
}

export function createRecoveries(context: Context): Recoveries {
  const { client, table: TableName } = context;
  return {
    list: (company, site, month, request) =>
      page(
        context,
        {
          ...{ list: 'recoveries', scope: [company, site, month], newestFirst: true },
          partition: ['pk', keys.recoveriesPartition(company, site, month)],
          sort: ['sk', 'startsWith', keys.recoveryPrefix],
          position: keys.recoveryPattern,
          keyAt: () => ({}),
          read: (row: Row) => row.summary as Recovery,
        },
        request,
      ),

    async given(company, site, month) {
      const sums: Given[] = [];
      let from: Row | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
            ExpressionAttributeValues: {
              ':pk': keys.recoveriesPartition(company, site, month),
              ':prefix': keys.givenPrefix,
            },
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        for (const row of answer.Items ?? [])
          sums.push({ person: String(row.person), fen: Number(row.fen), count: Number(row.n) });
        from = answer.LastEvaluatedKey;
      } while (from);
      return sums.toSorted((a, b) => b.fen - a.fen || b.count - a.count || (a.person < b.person ? -1 : 1));
    },

    async givenBy(company, site, month, person) {
      const Key = { ...keys.givenKey(company, site, month, person) };
      const found = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Number(found.Item?.fen ?? 0);
    },
  };
}
