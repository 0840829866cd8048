import { canonical } from '#domain/canonical';
import { type Said, searchableIn } from '#domain/learned/said';
import type { Learned, SaidRow, Subject } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { page, type Row } from './page.ts';
import type { Action } from './transact.ts';

/** A row each visit in which something was said, beside a site's others; it comes and goes with the visit's mark. */
export const createLearned = (context: Context): Learned => ({
  said: (company, site, span, { words, low, reason }, request) => {
    const tests = [
      ...words.map((_, i) => `contains(#wwords, :wwords${i})`),
      ...(low ? ['#wlow = :wlow'] : []),
      ...(reason === null ? [] : ['#wsaid.#wreason = :wreason']),
    ];
    const names = {
      ...(words.length > 0 && { '#wwords': 'words' }),
      ...(low && { '#wlow': 'low' }),
      ...(reason !== null && { '#wsaid': 'said', '#wreason': 'reason' }),
    };
    const values: Row = {
      ...Object.fromEntries(words.map((word, i) => [`:wwords${i}`, word])),
      ...(low && { ':wlow': true }),
      ...(reason !== null && { ':wreason': reason }),
    };
    return page(
      context,
      {
        list: 'said in visits',
        scope: [company, site, span, words, low, reason],
        partition: ['pk', keys.saidPartition(company, site)],
        sort: ['sk', 'between', keys.sortable(span.from), keys.sortable(span.to)],
        newestFirst: true,
        ...(tests.length > 0 && { where: { test: tests.join(' AND '), names, values } }),
        position: keys.itemSortPattern,
        keyAt: () => ({}),
        read: (row) => ({ ...(row.said as Said), item: String(row.item) }) satisfies SaidRow,
      },
      request,
    );
  },
});

/** The list follows what a visit was last counted as. */
export function saidActions(
  TableName: string,
  company: string,
  { id, site }: Subject,
  before: Said | null,
  after: Said | null,
): Action[] {
  if (canonical(before) === canonical(after)) return [];
  const keyOf = ({ at }: Said): keys.Key => ({ pk: keys.saidPartition(company, site), sk: keys.itemSort(at, id) });
  const gone = before !== null && before.at !== after?.at;
  return [
    ...(gone ? [{ write: { Delete: { TableName, Key: { ...keyOf(before) } } } }] : []),
    ...(after === null
      ? []
      : [
          {
            write: {
              Put: {
                TableName,
                Item: {
                  ...keyOf(after),
                  type: 'said',
                  item: id,
                  said: after,
                  words: searchableIn(after),
                  low: after.low,
                },
              },
            },
          },
        ]),
  ];
}
