import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue as LambdaValue } from 'aws-lambda';
import type { Item } from '#domain/item';
import { MINUTE } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { MailRow, OutboxRow } from '#ports';
import * as keys from './keys.ts';

/** A mail about orders that are opened one after the other waits for the last of them. */
const dueAfter = (effect: Effect): number => (effect.type === 'mail' && effect.together ? MINUTE : 0);

/** A fresh effect: due at once but for mails about several items, in the pending index until it is finished. */
export function newOutboxRow(item: Item, effect: Effect): Record<string, unknown> {
  const row: OutboxRow = {
    company: item.company,
    item: item.id,
    kind: item.kind,
    effect,
    state: 'pending',
    attempts: 0,
    notBefore: item.updatedAt + dueAfter(effect),
    at: item.updatedAt,
    error: null,
  };
  return {
    ...outboxKey(item.company, item.id, effect.id),
    type: 'outbox',
    ...row,
    ...pendingIndex(row, row.notBefore),
    ...mailIndex(item, effect),
  };
}

/** One that belongs to no item. */
export const noticeRow = (row: OutboxRow): Record<string, unknown> => ({
  ...outboxKey(row.company, row.item, row.effect.id),
  type: 'outbox',
  ...row,
  ...pendingIndex(row, row.notBefore),
});

/** Mails are listed by site; the complaint's number spares the list a read of each. */
const mailIndex = ({ company, site, id, number, updatedAt }: Item, effect: Effect) =>
  effect.type === 'mail' || effect.type === 'mailResident'
    ? { mailPk: keys.mailPartition(company, site), mailSk: keys.mailSort(updatedAt, id, effect.id), number }
    : {};

export const outboxKey = (company: string, item: string, effect: string): keys.Key => ({
  pk: keys.itemPartition(company, item),
  sk: keys.outboxSort(effect),
});

export const pendingIndex = (row: OutboxRow, notBefore: number) => ({
  outboxPk: keys.outboxPartition(keys.shardOf(row.item)),
  outboxSk: keys.outboxIndexSort(notBefore, row.company, row.item, row.effect.id),
});

/** Rows are written here only, so their shape is known. */
export function outboxRowOf(row: Record<string, unknown>): OutboxRow {
  const { company, item, kind, effect, state, attempts, notBefore, at, error, retries } = row as unknown as OutboxRow;
  return { company, item, kind, effect, state, attempts, notBefore, at, error, ...(retries && { retries }) };
}

export function mailRowOf(row: Record<string, unknown>): MailRow {
  const { number, finishedAt = null, providerId = null } = row as unknown as Partial<MailRow> & { number: string };
  return { ...outboxRowOf(row), number, finishedAt, providerId };
}

/** An image as the SDK or as Lambda types it. */
type Image = Record<string, AttributeValue> | Record<string, LambdaValue>;

/** The outbox row in an image of the table's stream; null for every other kind of row. */
export function outboxRowFromImage(image: Image): OutboxRow | null {
  // The two shapes differ in binary values only, and an outbox row has none.
  return image.type?.S === 'outbox' ? outboxRowOf(unmarshall(image as Record<string, AttributeValue>)) : null;
}
