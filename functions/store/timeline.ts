import type { Entry } from '#domain/workflow/entry';
import type { Items, NewEntry } from '#ports';
import type { Append } from './append.ts';
import { secondsAfter } from './commit.ts';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { page } from './page.ts';
import type { Action } from './transact.ts';

class KeyTaken extends Error {}

/** Oldest first. A page counts rows; a decision's row holds all its entries. */
export function createTimeline(context: Context, append: Append): Pick<Items, 'timeline' | 'append'> {
  return {
    async timeline(company, id, request) {
      const found = await page(
        context,
        {
          list: 'timeline',
          scope: [company, id],
          partition: ['pk', keys.itemPartition(company, id)],
          sort: ['sk', 'startsWith', keys.timelinePrefix],
          position: keys.timelineSortPattern,
          keyAt: () => ({}),
          read: (row) => row.entries as Entry[],
        },
        request,
      );
      return { rows: found.rows.flat(), next: found.next };
    },

    async append(company, id, entries, key) {
      if (entries.length === 0) return;
      try {
        await append(company, id, entries, keyAction(context, company, id, entries, key));
      } catch (error) {
        if (!(error instanceof KeyTaken)) throw error;
      }
    },
  };
}

function keyAction(
  context: Context,
  company: string,
  id: string,
  entries: readonly NewEntry[],
  key: string | undefined,
): Action[] {
  if (key === undefined) return [];
  const row = {
    pk: keys.itemPartition(company, id),
    sk: keys.appendKeySort(key),
    type: 'key',
    ttl: secondsAfter(entries[0]?.at ?? 0),
  };
  return [
    {
      write: { Put: { TableName: context.table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
      refused: () => new KeyTaken(),
    },
  ];
}
