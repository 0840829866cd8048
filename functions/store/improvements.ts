import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { FigureTaken, ImprovementChanged } from '#domain/errors';
import { dueOn } from '#domain/improvement/course';
import { figureKey } from '#domain/improvement/figures';
import type { Improvement } from '#domain/improvement/improvement';
import { addDays } from '#domain/time';
import type { Improvements } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { noticeRow } from './outbox-row.ts';
import { type Listing, page, type Row } from './page.ts';
import { type Action, transact } from './transact.ts';

/** Below every local date. */
const EARLIEST = '0000-00-00';

/** Improvements: a row each, and a row for each figure that has or had one. */
export function createImprovements(context: Context): Improvements {
  const { client, table: TableName } = context;
  const read = async (Key: keys.Key) =>
    (await client.send(new GetCommand({ TableName, Key: { ...Key }, ConsistentRead: true }))).Item;
  const listing = (
    company: string,
    site: string,
    list: Pick<Listing<Improvement>, 'list' | 'partition' | 'sort' | 'index' | 'newestFirst'>,
    scope: readonly unknown[],
  ): Listing<Improvement> => ({
    ...list,
    scope: [company, site, ...scope],
    position: keys.improvementSortPattern,
    keyAt: (position) => ({ ...keys.improvementKey(company, keys.split(position)[1] ?? '') }),
    read: improvementOf,
  });

  return {
    async get(company, id) {
      const found = await read(keys.improvementKey(company, id));
      return found ? improvementOf(found) : null;
    },

    async put(improvement, notices) {
      const { company, id, version, state, ref } = improvement;
      const taken = state === 'plan' && version === 1;
      const moves = taken || state === 'closed';
      const put = (Item: Row, condition: object, refused: Action['refused']): Action => ({
        write: { Put: { TableName, Item, ...condition } },
        ...(refused && { refused }),
      });
      await transact(context, [
        put(rowOf(improvement), atVersion(version), (_, cause) => new ImprovementChanged(id, version - 1, { cause })),
        ...(moves
          ? [
              put(figureRowOf(improvement), taken ? isFree : isOf(id), (_, cause) => {
                return new FigureTaken(figureKey(ref), { cause });
              }),
            ]
          : []),
        ...notices.map((row) => put(noticeRow(row), {}, undefined)),
      ]);

      function figureRowOf({ closed }: Improvement): Row {
        const stands = closed === null ? { open: id } : { closedOn: closed.on };
        return { ...keys.figureRow(company, figureKey(ref)), type: 'figure', ...stands };
      }
    },

    async standing(company, ref) {
      const found = await read(keys.figureRow(company, figureKey(ref)));
      return {
        open: found?.open === undefined ? null : String(found.open),
        closedOn: (found?.closedOn ?? null) as string | null,
      };
    },

    open: (company, site, state, request) =>
      page(
        context,
        listing(
          company,
          site,
          {
            list: 'open improvements',
            ...(state === null
              ? {
                  index: 'open',
                  partition: ['openPk', keys.improvementsPartition(company, site, 'open')],
                  sort: ['openSk'],
                }
              : {
                  index: 'bySite',
                  partition: ['sitePk', keys.improvementsPartition(company, site, state)],
                  sort: ['siteSk'],
                }),
          },
          [state],
        ),
        request,
      ),

    due: (company, site, { from, to }, request) =>
      page(
        context,
        listing(
          company,
          site,
          {
            list: 'due improvements',
            index: 'open',
            partition: ['openPk', keys.improvementsPartition(company, site, 'open')],
            sort: ['openSk', 'between', from ?? EARLIEST, addDays(to, 1)],
          },
          [from, to],
        ),
        request,
      ),

    closed: (company, site, days, request) =>
      page(
        context,
        listing(
          company,
          site,
          {
            list: 'closed improvements',
            index: 'bySite',
            partition: ['sitePk', keys.improvementsPartition(company, site, 'closed')],
            sort: days ? ['siteSk', 'between', days.from, addDays(days.to, 1)] : ['siteSk'],
            newestFirst: true,
          },
          [days],
        ),
        request,
      ),

    async lastDay(company, site) {
      const found = await read(keys.improvementDayKey(company, site));
      return found ? String(found.date) : null;
    },

    async dayDone(company, site, date) {
      const Item = { ...keys.improvementDayKey(company, site), type: 'improvement day', date };
      await client.send(new PutCommand({ TableName, Item }));
    },
  };
}

const atVersion = (version: number) =>
  version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :known',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':known': version - 1 },
      };
const isFree = { ConditionExpression: 'attribute_not_exists(#open)', ExpressionAttributeNames: { '#open': 'open' } };
const isOf = (id: string) => ({
  ConditionExpression: '#open = :id',
  ExpressionAttributeNames: { '#open': 'open' },
  ExpressionAttributeValues: { ':id': id },
});

function rowOf(improvement: Improvement): Row {
  const { company, site, id, version, state, closed } = improvement;
  const due = dueOn(improvement);
  const sort = keys.improvementSort(due ?? closed?.on ?? improvement.opened.on, id);
  return {
    ...keys.improvementKey(company, id),
    ...{ type: 'improvement', version, summary: improvement },
    ...{ sitePk: keys.improvementsPartition(company, site, state), siteSk: sort },
    ...(due !== null && { openPk: keys.improvementsPartition(company, site, 'open'), openSk: sort }),
  };
}
const improvementOf = (row: Row): Improvement => row.summary as Improvement;
