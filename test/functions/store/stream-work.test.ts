import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Item } from '#domain/item';
import type { Visit } from '#domain/visit';
import { itemAttributes } from '#store/commit';
import { streamWork } from '#store/stream-work';
import { asset } from '#test/support/assets';
import { someItem } from '#test/support/items';
import { someOrder } from '#test/support/orders';
import { answers, visitItem } from '#test/support/visits';

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

describe('what the stream brings to the figures of visits', () => {
  const visit = (of: Partial<Visit> = {}, changes: Partial<Item> = {}) =>
    itemAttributes(visitItem('v1', of, { company: 'demo', ...changes }), null);
  const counted = { what: 'rates', company: 'demo', type: 'visit', id: 'v1' };
  it.each<[string, Row, Row, object | null]>([
    ['a visit that was opened', undefined, visit(), null],
    ['an attempt in vain', visit(), visit({ attempts: 1 }), null],
    ['an answer', visit(), visit({ answers }), counted],
    ['another reason', visit({ answers }), visit({ answers: { ...answers, reason: 'manner' } }), counted],
    ['nobody reached', visit(), visit({ gaveUp: true }, { status: 'invalid', endedAt: 5 }), counted],
    ['one taken up again', visit({}, { status: 'invalid', endedAt: 5 }), visit({}, { endedAt: null }), counted],
    ['nothing that is counted', visit({ answers }), visit({ answers }, { version: 7, updatedAt: 9 }), null],
  ])('%s', (_, before, after, work) => {
    expect(streamWork(record(before, after))).toEqual(work ? [work] : []);
  });
});
