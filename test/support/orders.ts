import type { Order } from '#domain/order';

/** Work on one lift, nothing answered yet. */
export const someOrder = (changes: Partial<Order> = {}): Order => ({
  plan: null,
  assets: [{ id: 'a1', number: 'DT-01', name: '1 号电梯', place: '1 栋机房' }],
  kind: 'lift',
  impact: 'building',
  maintenance: { id: 'main', version: 1 },
  checklist: null,
  per: 'asset',
  inspected: false,
  responsible: null,
  deputy: null,
  rework: null,
  answers: {},
  corrected: [],
  declined: 0,
  ...changes,
});
