import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { GoodCase } from '#domain/improvement/good-case';
import type { GoodCases } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { page, type Row } from './page.ts';

/** Good cases lie beside the item they are about. */
export function createGoodCases(context: Context): GoodCases {
  const { client, table: TableName } = context;
  return {
    async get(company, item) {
      const Key = { ...keys.goodCaseKey(company, item) };
      const found = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return found.Item ? caseOf(found.Item) : null;
    },

    async put(marked) {
      const { company, site, item, at } = marked;
      const listed = { sitePk: keys.goodCasesPartition(company, site), siteSk: keys.itemSort(at, item) };
      const Item = { ...keys.goodCaseKey(company, item), type: 'goodCase', ...listed, summary: marked };
      await client.send(new PutCommand({ TableName, Item }));
    },

    async remove(company, item) {
      await client.send(new DeleteCommand({ TableName, Key: { ...keys.goodCaseKey(company, item) } }));
    },

    list: (company, site, { from, to }, request) =>
      page(
        context,
        {
          ...{ list: 'good cases', scope: [company, site, from, to], index: 'bySite', newestFirst: true },
          partition: ['sitePk', keys.goodCasesPartition(company, site)],
          sort: ['siteSk', 'between', keys.sortable(from), keys.sortable(to)],
          position: keys.itemSortPattern,
          keyAt: (position) => ({ ...keys.goodCaseKey(company, keys.split(position)[1] ?? '') }),
          read: caseOf,
        },
        request,
      ),
  };
}
const caseOf = (row: Row): GoodCase => row.summary as GoodCase;
