import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#domain/time';
import type { MailRow, Outbox, OutboxRow } from '#ports';
import type { Append } from './append.ts';
import { secondsAfter } from './commit.ts';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { mailRowOf, noticeRow, outboxKey, outboxRowOf, pendingIndex } from './outbox-row.ts';
import { type Listing, page } from './page.ts';
import { pageOverShards } from './sharded.ts';
import { isRefused } from './transact.ts';

/** Every change is conditional on the row still being pending: whoever comes second learns so. */
export function createOutbox(context: Context, append: Append): Outbox {
  return {
    async add(row) {
      const Item = noticeRow(row);
      try {
        await context.client.send(
          new PutCommand({ TableName: context.table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
        );
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },

    async get(company, item, effect) {
      const key = outboxKey(company, item, effect);
      const found = await context.client.send(
        new GetCommand({ TableName: context.table, Key: key, ConsistentRead: true }),
      );
      return found.Item ? outboxRowOf(found.Item) : null;
    },

    all: (company, item) => rowsOf(context, company, item),
    pendingOf: (company, item) => rowsOf(context, company, item, 'pending'),

    /** The row leaves the pending index; it goes for good 30 days later. */
    async finish(row, state, at, detail, entry) {
      const finished: Change = {
        set: {
          state,
          finishedAt: at,
          ttl: secondsAfter(at),
          error: detail.error ?? null,
          providerId: detail.providerId ?? null,
        },
        remove: ['outboxPk', 'outboxSk'],
      };
      if (!entry) return change(context, row, finished);
      const update = { write: { Update: updateOf(context, row, finished) }, refused: () => new NotPending() };
      try {
        await append(row.company, row.item, [entry], [update]);
        return true;
      } catch (error) {
        if (error instanceof NotPending) return false;
        throw error;
      }
    },

    /**
     * Claims the next try: null when it is no longer pending or somebody else claimed it. Clears `error`, so a pending
     * row with `attempts > 0` and no error is one whose last try never reported back: it may still be under way, and
     * is left alone for as long as `lease`.
     */
    async attempt(row, at, lease = 0) {
      const attempts = row.attempts + 1;
      const claimed = await change(context, row, {
        set: { attempts, attemptedAt: at, error: null },
        attempts: ['=', row.attempts],
        ...(lease > 0 && { begunUntil: at - lease }),
      });
      return claimed ? { ...row, attempts, error: null } : null;
    },

    async postpone(row, notBefore, error) {
      const { outboxSk } = pendingIndex(row, notBefore);
      const { attempts } = row;
      await change(context, row, { set: { notBefore, outboxSk, error, attempts }, attempts: ['<=', attempts] });
    },

    mails: (company, site, state, request) => page(context, mailsOf(company, site, state), request),

    async retry(row, at) {
      const again = pendingIndex(row, at);
      const sets = [
        '#state = :pending, attempts = :zero, notBefore = :at, #error = :null',
        'retries = if_not_exists(retries, :zero) + :one, outboxPk = :outboxPk, outboxSk = :outboxSk',
      ];
      const update = {
        TableName: context.table,
        Key: outboxKey(row.company, row.item, row.effect.id),
        UpdateExpression: `SET ${sets.join(', ')} REMOVE finishedAt, #ttl, providerId, attemptedAt`,
        ConditionExpression: '#state = :failed',
        ExpressionAttributeNames: { '#state': 'state', '#error': 'error', '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':pending': 'pending',
          ':failed': 'failed',
          ':zero': 0,
          ':one': 1,
          ':at': at,
          ':null': null,
          ':outboxPk': again.outboxPk,
          ':outboxSk': again.outboxSk,
        },
      };
      try {
        await context.client.send(new UpdateCommand(update));
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },

    stuck: (until, request) => pageOverShards(context, (shard) => stuckIn(shard, until), request),
  };
}

async function rowsOf(context: Context, company: string, item: string, state?: OutboxRow['state']) {
  const rows: OutboxRow[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await context.client.send(
      new QueryCommand({
        TableName: context.table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ...(state && { FilterExpression: '#state = :state', ExpressionAttributeNames: { '#state': 'state' } }),
        ExpressionAttributeValues: {
          ':pk': keys.itemPartition(company, item),
          ':prefix': keys.outboxPrefix,
          ...(state && { ':state': state }),
        },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    rows.push(...(answer.Items ?? []).map(outboxRowOf));
    start = answer.LastEvaluatedKey;
  } while (start);
  return rows;
}

class NotPending extends Error {}

interface Change {
  set: Record<string, unknown>;
  remove?: readonly string[];
  /** Also conditional on this number of attempts. */
  attempts?: readonly ['=' | '<=', number];
  /** Also conditional on no try having begun after this instant, except one that reported a failure. */
  begunUntil?: Instant;
}

function updateOf(context: Context, row: OutboxRow, { set, remove = [], attempts, begunUntil }: Change) {
  const names: Record<string, string> = { '#state': 'state' };
  const values: Record<string, unknown> = { ':pending': 'pending' };
  const sets: string[] = [];
  for (const [name, value] of Object.entries(set)) {
    names[`#${name}`] = name;
    values[`:${name}`] = value;
    sets.push(`#${name} = :${name}`);
  }
  const conditions = ['#state = :pending'];
  if (attempts) {
    names['#attempts'] = 'attempts';
    values[':counted'] = attempts[1];
    conditions.push(`#attempts ${attempts[0]} :counted`);
  }
  if (begunUntil !== undefined) {
    values[':begunUntil'] = begunUntil;
    values[':text'] = 'S';
    conditions.push(
      '(attribute_not_exists(#attemptedAt) OR #attemptedAt <= :begunUntil OR attribute_type(#error, :text))',
    );
  }
  return {
    TableName: context.table,
    Key: outboxKey(row.company, row.item, row.effect.id),
    UpdateExpression: `SET ${sets.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
}

/** False: it was no longer as it should be. */
async function change(context: Context, row: OutboxRow, wanted: Change): Promise<boolean> {
  try {
    await context.client.send(new UpdateCommand(updateOf(context, row, wanted)));
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

const mailsOf = (company: string, site: string, state: OutboxRow['state'] | undefined): Listing<MailRow> => ({
  list: 'mails of a site',
  scope: [company, site, state],
  index: 'mails',
  partition: ['mailPk', keys.mailPartition(company, site)],
  sort: ['mailSk'],
  newestFirst: true,
  ...(state && { where: { test: '#wState = :wState', names: { '#wState': 'state' }, values: { ':wState': state } } }),
  position: keys.mailSortPattern,
  keyAt: (position) => {
    const [, item = '', effect = ''] = keys.split(position);
    return { ...outboxKey(company, item, `/${effect.replace(/^\./, '')}`) };
  },
  read: mailRowOf,
});

const stuckIn = (shard: number, until: Instant): Listing<OutboxRow> => ({
  list: 'stuck effects',
  scope: [],
  index: 'outbox',
  partition: ['outboxPk', keys.outboxPartition(shard)],
  sort: ['outboxSk', 'before', keys.sortable(until)],
  position: keys.outboxIndexPattern,
  keyAt: (position) => {
    const [, company = '', item = '', effect = ''] = keys.split(position);
    return { ...outboxKey(company, item, `/${effect.replace(/^\./, '')}`) };
  },
  read: outboxRowOf,
});
