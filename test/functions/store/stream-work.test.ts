import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Item } from '#domain/item';
import { itemAttributes } from '#store/commit';
import { streamWork } from '#store/stream-work';
import { asset } from '#test/support/assets';
import { someItem } from '#test/support/items';
import { someOrder } from '#test/support/orders';

type Row = Record<string, unknown> | undefined;
const record = (before: Row, after: Row): DynamoDBRecord => {
  const image = (row: Row) => row && (marshall(row, { removeUndefinedValues: true }) as never);
  const eventName = before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT';
  return { eventName, dynamodb: { OldImage: image(before), NewImage: image(after) } };
};
const order = (changes: Partial<Item> = {}) =>
  itemAttributes(someItem('demo', 'w1', { kind: 'workOrder', order: someOrder(), ...changes }), null);
const rates = { what: 'rates', company: 'demo', type: 'item', id: 'w1' };

describe('what the stream brings to the rates', () => {
  it.each<[string, Row, Row, object | null]>([
    ['an order that was opened', undefined, order(), rates],
    ['another owner', order(), order({ owner: 'li' }), rates],
    ['its end', order(), order({ status: 'closed', endedAt: 5 }), rates],
    ['an answer', order(), order({ order: someOrder({ declined: 1 }) }), rates],
    ['nothing that is counted', order(), order({ version: 2, seq: 9, level: 1, updatedAt: 7 }), null],
    ['a complaint', undefined, itemAttributes(someItem('demo', 'c1'), null), null],
    ['an order that is gone', order(), undefined, null],
    ['an asset', undefined, { type: 'asset', asset: asset() }, { ...rates, type: 'asset', id: 'a1' }],
  ])('%s', (_, before, after, work) => {
    expect(streamWork(record(before, after))).toEqual(work ? [work] : []);
  });
});
