import { CommitTooLarge, ItemChanged, KeyUsed } from '#domain/errors';
import type { Item } from '#domain/item';
import { patrolSummary } from '#domain/patrol/summary';
import { dueOf, isCorrective, promiseDueOf, summaryOf } from '#domain/summary';
import type { Instant } from '#domain/time';
import type { Entry } from '#domain/workflow/entry';
import type { Commit } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { newOutboxRow } from './outbox-row.ts';
import type { Row } from './page.ts';
import { planAction } from './plans.ts';
import { recoveryActions } from './recoveries.ts';
import { keepSeconds } from './table.ts';
import { type Action, maxActions, transact } from './transact.ts';
import { peopleOf } from './work.ts';

export const secondsAfter = (at: Instant) => Math.floor(at / 1000) + keepSeconds;

/**
 * One decision in one transaction: business key, number, item row, work rows, outbox rows, timeline rows.
 * The item row is updated, not replaced: `sleep`, the token of the sleeping execution, stays. It stays when the item
 * ends, too - `dispatch` needs it for the last wake - and a stale token is harmless ("already woken").
 * @throws KeyUsed | PlanMoved | AllowanceSpent | ItemChanged | CommitTooLarge | StoreBusy
 */
export async function commitItem(context: Context, commit: Commit): Promise<void> {
  const { before, after } = commit;
  if (after.version !== (before?.version ?? 0) + 1)
    throw new RangeError(`Item ${after.id}: version ${after.version} does not follow ${before?.version ?? 0}.`);
  const actions: Action[] = [
    ...keyAction(context, commit),
    ...(commit.plan ? [planAction(context, commit.plan)] : []),
    ...(commit.recovery ? recoveryActions(context, commit.recovery, after.version) : []),
    ...(before ? [] : [numberAction(context, after)]),
    itemAction(context, commit),
    ...(before
      ? []
      : assetRows(after)
          .slice(0, MOST_ASSET_ROWS)
          .map((row) => rowAction(context, row))),
    ...workActions(context, before, after),
    ...commit.effects.map((effect): Action => {
      const row = newOutboxRow(after, effect);
      return {
        write: { Put: { TableName: context.table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
        refused: (_, cause) => new Error(`Effect ${effect.id} was committed before.`, { cause }),
      };
    }),
  ];
  if (!before) await putRest(context, assetRows(after).slice(MOST_ASSET_ROWS));
  const room = maxActions - actions.length;
  if (room < Math.min(commit.entries.length, 1))
    throw new CommitTooLarge(after.id, actions.length + commit.entries.length);
  await transact(context, [...actions, ...timelineActions(context, after, commit.entries, room)]);
}

/** Of a round of more facilities the other rows are put first: one without its order is passed over by whoever reads it. */
const MOST_ASSET_ROWS = 40;

/** The order in the history of each of its facilities. */
const assetRows = ({ company, id, createdAt, order }: Item): Row[] =>
  (order?.assets ?? []).map((asset) => ({
    pk: keys.assetOrders(company, asset.id),
    sk: keys.assetOrderSort(createdAt, id),
    type: 'assetOrder',
    item: id,
  }));

const rowAction = ({ table: TableName }: Context, row: Row): Action => ({ write: { Put: { TableName, Item: row } } });

async function putRest(context: Context, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += maxActions)
    await transact(
      context,
      rows.slice(from, from + maxActions).map((row) => rowAction(context, row)),
    );
}

function keyAction(context: Context, { after, key }: Commit): Action[] {
  if (key === undefined) return [];
  const row = {
    ...keys.commitKey(after.company, key),
    type: 'key',
    item: after.id,
    ttl: secondsAfter(after.updatedAt),
  };
  return [
    {
      write: {
        Put: {
          TableName: context.table,
          Item: row,
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      refused: (old, cause) => new KeyUsed(key, typeof old?.item === 'string' ? old.item : null, { cause }),
    },
  ];
}

function numberAction(context: Context, item: Item): Action {
  const row = { ...keys.numberKey(item.company, item.number), type: 'number', item: item.id };
  return {
    write: { Put: { TableName: context.table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
    refused: (_, cause) => new Error(`Number ${item.number} belongs to another item.`, { cause }),
  };
}

/** Attributes of the item's row besides its key; undefined = not there (any more). */
export function itemAttributes(item: Item, wakeAt: Instant | null): Record<string, unknown> {
  return {
    type: 'item',
    company: item.company,
    id: item.id,
    kind: item.kind,
    version: item.version,
    epoch: item.epoch,
    item,
    summary: summaryOf(item),
    ...indexAttributes(item, wakeAt),
  };
}

function itemAction(context: Context, { before, after, wakeAt }: Commit): Action {
  const attributes = itemAttributes(after, wakeAt);
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const sets: string[] = [];
  const removes: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    names[`#${name}`] = name;
    if (value === undefined) removes.push(`#${name}`);
    else {
      values[`:${name}`] = value;
      sets.push(`#${name} = :${name}`);
    }
  }
  if (before) values[':before'] = before.version;
  return {
    write: {
      Update: {
        TableName: context.table,
        Key: keys.itemKey(after.company, after.id),
        UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
        ConditionExpression: before ? '#version = :before' : 'attribute_not_exists(pk)',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      },
    },
    refused: (_, cause) => new ItemChanged(after.id, { cause }),
  };
}

/** Key attributes of the indexes; undefined = not in that index (any more). */
function indexAttributes(item: Item, wakeAt: Instant | null): Record<string, string | undefined> {
  const { company, site, id, kind } = item;
  const household = item.intake.reporter.household;
  const created = keys.itemSort(item.createdAt, id);
  const open = item.endedAt === null;
  const { reopenedAt } = item;
  return {
    sitePk: keys.sitePartition(company, site, kind),
    siteSk: created,
    openPk: open ? keys.openPartition(company, site, kind) : keys.endedPartition(company, site, kind),
    openSk: keys.itemSort(open ? dueOf(item) : item.endedAt, id),
    ...promiseAttributes(item),
    reopenedPk: reopenedAt === null ? undefined : keys.reopenedPartition(company, site, kind),
    reopenedSk: reopenedAt === null ? undefined : keys.itemSort(reopenedAt, id),
    householdPk: household === null ? undefined : keys.householdItems(company, household),
    householdSk: household === null ? undefined : created,
    ...causeAttributes(item, created),
    wakePk: wakeAt === null ? undefined : keys.wakePartition(keys.shardOf(id)),
    wakeSk: wakeAt === null ? undefined : keys.wakeSort(wakeAt, company, id),
  };
}

function promiseAttributes(item: Item): Record<'promisePk' | 'promiseSk', string | undefined> {
  const { company, site, id } = item;
  if (isCorrective(item))
    return { promisePk: keys.correctivePartition(company, site), promiseSk: keys.itemSort(dueOf(item), id) };
  const promise = promiseDueOf(item);
  return {
    promisePk: promise === null ? undefined : keys.promisePartition(company, site),
    promiseSk: promise === null ? undefined : keys.itemSort(promise, id),
  };
}

/** Items of one cause together; the walks of a site by their beginning, in a partition of their own. */
function causeAttributes(item: Item, created: string): { causePk: string | undefined; causeSk: string | undefined } {
  const { company, site, building, order, unit, place, category, kind, id } = item;
  const patrol = patrolSummary(item);
  if (patrol) return { causePk: keys.patrolsPartition(company, site), causeSk: keys.itemSort(patrol.starts, id) };
  // Work on facilities is found by the facility.
  const where = order && order.assets.length > 0 ? null : (unit ?? place);
  if (where === null) return { causePk: undefined, causeSk: undefined };
  return { causePk: keys.causePartition(company, site, building, where, category, kind), causeSk: created };
}

/** Work rows are moved, not recomputed: those of `before` that no longer hold go in the same transaction. */
function workActions(context: Context, before: Item | null, after: Item): Action[] {
  const wanted = workKeys(after);
  const kept = new Set(wanted.map((key) => `${key.pk} ${key.sk}`));
  const gone = before ? workKeys(before).filter((key) => !kept.has(`${key.pk} ${key.sk}`)) : [];
  const summary = summaryOf(after);
  return [
    ...gone.map((key): Action => ({ write: { Delete: { TableName: context.table, Key: { ...key } } } })),
    ...wanted.map(
      (key): Action => ({ write: { Put: { TableName: context.table, Item: { ...key, type: 'work', summary } } } }),
    ),
  ];
}
const workKeys = (item: Item): keys.Key[] => {
  const { company, site, status, endedAt, kind } = item;
  const sk = keys.itemSort(dueOf(item), item.id);
  const lists = peopleOf(item).map((person) => keys.workPartition(company, person));
  if (status === 'nobodyActed' && endedAt === null) lists.push(keys.nobodyActedPartition(company, site, kind));
  return lists.map((pk) => ({ pk, sk }));
};

/**
 * One row for what happened at one instant, as a decision's entries do: they are written, and read, together. Where the
 * transaction lacks room, neighbours share a row.
 */
function timelineActions(context: Context, item: Item, entries: readonly Entry[], room: number): Action[] {
  const instants = new Map<Instant, Entry[]>();
  for (const entry of entries) instants.set(entry.at, [...(instants.get(entry.at) ?? []), entry]);
  const apart = [...instants.values()];
  const size = Math.ceil(apart.length / Math.max(room, 1));
  const actions: Action[] = [];
  for (let from = 0; from < apart.length; from += size) {
    const together = apart.slice(from, from + size).flat();
    const [first] = together;
    if (!first) break;
    const row = {
      pk: keys.itemPartition(item.company, item.id),
      sk: keys.decidedSort(first.at, first.seq),
      type: 'entries',
      entries: together,
    };
    actions.push({ write: { Put: { TableName: context.table, Item: row } } });
  }
  return actions;
}
