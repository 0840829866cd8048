import { expect, test } from 'vitest';
import { isSensible } from '#domain/order-offers';
import { someOrder } from '#test/support/orders';
import { itemWith } from './item-fixture.ts';

const order = itemWith({ kind: 'workOrder', order: someOrder(), unit: null, owner: 'li', status: 'inProgress' });

test('whoever accepted an order is not asked to accept it; somebody above them is', () => {
  expect(isSensible(order, 'li', 'acknowledge')).toBe(false);
  expect(isSensible(order, 'zhao', 'acknowledge')).toBe(true);
  expect(isSensible({ ...order, status: 'assigned' }, 'li', 'acknowledge')).toBe(true);
});

test('nobody is met at a facility, and a checklist is filled in where there is one', () => {
  expect(isSensible(order, 'li', 'noAnswer')).toBe(false);
  expect(isSensible({ ...order, unit: '1201' }, 'li', 'noAnswer')).toBe(true);
  expect(isSensible(order, 'li', 'check')).toBe(false);
  expect(isSensible({ ...order, order: someOrder({ checklist: 'lift' }) }, 'li', 'check')).toBe(true);
});

test('complaints are left as they are', () => {
  const complaint = itemWith({ owner: 'li', status: 'inProgress', unit: null });
  for (const action of ['acknowledge', 'noAnswer', 'check'] as const)
    expect(isSensible(complaint, 'li', action)).toBe(true);
});
