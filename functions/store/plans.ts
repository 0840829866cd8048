import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { PlanMoved } from '#domain/errors';
import type { DocumentKind, PlanName, PlanRow, Plans } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { type Listing, page, type Row } from './page.ts';
import { type Action, isRefused, transact } from './transact.ts';

const keyOf = ({ company, site, plan }: PlanName): keys.Key => keys.planKey(company, site, plan);

/** The row as it is to stand, over the version before; part of the transaction that opens its order. */
export function planAction({ table: TableName }: Context, row: PlanRow): Action {
  const { company, site, plan, version, state, armed, look, madeUp } = row;
  const wakeAt = Math.min(armed?.at ?? Number.POSITIVE_INFINITY, look ?? Number.POSITIVE_INFINITY);
  const Item = {
    ...keyOf(row),
    ...{ type: 'plan', company, site, plan, version, state, armed, look, madeUp },
    ...(Number.isFinite(wakeAt) && {
      wakePk: keys.armedPartition,
      wakeSk: keys.armedSort(wakeAt, company, site, plan),
    }),
  };
  const known =
    version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :known',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':known': version - 1 },
        };
  return {
    write: { Put: { TableName, Item, ...known } },
    refused: (_, cause) => new PlanMoved(`${site}/${plan}`, version - 1, { cause }),
  };
}

/** A pointer to published plans is in the index of wake-ups until somebody looked through them. */
export const unseenAttributes = (company: string, kind: DocumentKind, site: string, at: number): Row =>
  kind === 'plans' ? { wakePk: keys.unseenPartition, wakeSk: keys.wakeSort(at, company, site) } : {};

/** One row a plan, all of a site in one partition. */
export function createPlans(context: Context): Plans {
  const { client, table: TableName } = context;
  /** What is due at `until`, earliest first. */
  const waking = <T>(
    of: Pick<Listing<T>, 'list' | 'keyAt' | 'read'>,
    until: number,
    partition: string,
  ): Listing<T> => ({
    ...of,
    scope: [until],
    index: 'wake',
    partition: ['wakePk', partition],
    sort: ['wakeSk', 'before', keys.sortable(until + 1)],
    position: keys.wakeSortPattern,
  });

  return {
    async get(name) {
      const found = await client.send(new GetCommand({ TableName, Key: { ...keyOf(name) }, ConsistentRead: true }));
      return found.Item ? planRowOf(found.Item) : null;
    },

    list: (company, site, request) =>
      page(
        context,
        {
          list: 'plans of a site',
          scope: [company, site],
          partition: ['pk', keys.plansPartition(company, site)],
          sort: ['sk', 'startsWith', keys.planPrefix],
          position: keys.planSortPattern,
          keyAt: () => ({}),
          read: planRowOf,
        },
        request,
      ),

    put: (row) => transact(context, [planAction(context, row)]),

    due: (until, request) =>
      page(
        context,
        waking<PlanName>(
          {
            list: 'due plans',
            keyAt: (position) => ({ ...keyOf(nameAt(position)) }),
            read: ({ wakeSk }) => nameAt(String(wakeSk)),
          },
          until,
          keys.armedPartition,
        ),
        request,
      ),

    unseen: (until, request) =>
      page(
        context,
        waking(
          {
            list: 'published plans',
            keyAt: (position) => {
              const [, company = '', site = ''] = keys.split(position);
              return { ...keys.pointerKey(company, 'plans', site) };
            },
            read: ({ wakeSk }) => {
              const [, company = '', site = ''] = keys.split(String(wakeSk));
              return { company, site };
            },
          },
          until,
          keys.unseenPartition,
        ),
        request,
      ),

    async seen(company, site, version) {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: { ...keys.pointerKey(company, 'plans', site) },
            UpdateExpression: 'REMOVE wakePk, wakeSk',
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': version },
          }),
        );
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },
  };
}

function nameAt(position: string): PlanName {
  const [, company = '', name = ''] = keys.split(position);
  const [site = '', plan = ''] = name.split('/');
  return { company, site, plan };
}

/** Rows are written here only, so their shape is known. */
export function planRowOf(row: Row): PlanRow {
  const { company, site, plan, version, state, armed, look, madeUp } = row as unknown as PlanRow;
  // Rows from before meters were swept have none.
  return { company, site, plan, version, state, armed, look: look ?? null, madeUp };
}
