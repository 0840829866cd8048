import type { Item } from '#domain/item';
import type { Maintenance } from '#domain/maintenance';
import { newOrder, type OrderFiling } from '#domain/new-order';
import type { Order } from '#domain/order';
import type { Instant } from '#domain/time';
import type { Ports } from '#ports';
import { facts } from '#test/support/estate';
import { file, type Life } from '#test/support/life';
import { defaultMaintenance } from '#workflows/default-maintenance';
import { defaultWorkOrder } from '#workflows/default-work-order';

/** Work on one lift, nothing answered yet. */
export const someOrder = (changes: Partial<Order> = {}): Order => ({
  plan: null,
  assets: [{ id: 'a1', number: 'DT-01', name: '1 号电梯', place: '1 栋机房' }],
  kind: 'lift',
  impact: 'building',
  maintenance: { id: 'main', version: 1 },
  checklist: null,
  per: 'asset',
  patrol: null,
  inspected: false,
  responsible: null,
  deputy: null,
  rework: null,
  answers: {},
  corrected: [],
  declined: 0,
  ...changes,
});

/** What a lift's order is opened with: repairer-a answers for it, repairer-b is the deputy. */
export const filing = (changes: Partial<OrderFiling> = {}): OrderFiling => ({
  id: 'o1',
  company: 'demo',
  number: 'ELW-261123-001',
  site: 'east-lake',
  building: 'b1',
  unit: null,
  place: '1 栋机房',
  kind: 'lift',
  assets: someOrder().assets,
  intake: {
    description: '更换门机皮带',
    since: null,
    alreadySaid: null,
    wants: null,
    channel: 'staff',
    takenBy: null,
    photos: [],
    reporter: { household: null, name: null, phone: null, email: null, language: 'zh-CN', preferredTime: null },
  },
  plan: null,
  maintenance: { id: 'main', version: 1 },
  checklist: null,
  per: 'asset',
  patrol: null,
  responsible: 'repairer-a',
  deputy: 'repairer-b',
  origin: null,
  rework: null,
  workflow: { id: 'work-order', version: 1 },
  templates: null,
  forms: null,
  like: null,
  ...changes,
});

/** An order as it is opened, before its first `advance`. */
export function orderItem(
  now: Instant,
  changes: Partial<OrderFiling> = {},
  maintenance: Maintenance = defaultMaintenance,
): Item {
  const item = newOrder(filing(changes), { maintenance }, now);
  if (!item) throw new Error('no such kind');
  return item;
}

/** Lived through on the workflow that ships, with its checklist. */
export function openOrder(
  now: Instant,
  changes: Partial<OrderFiling> = {},
  definition = defaultWorkOrder,
  directory = facts.directory,
): Life {
  const checklist = defaultMaintenance.checklists.find(({ id }) => id === changes.checklist) ?? null;
  return file(now, { definition, filed: orderItem(now, changes), facts: { ...facts, directory, checklist } });
}

/** The workflow that ships, where it is to be followed. */
export async function publishWorkOrder({ documents, clock }: Pick<Ports, 'documents' | 'clock'>): Promise<void> {
  const seed = { author: 'system', at: clock.now(), note: 'seed' } as const;
  await documents.publish('demo', { ...seed, kind: 'workflow', id: 'work-order', body: defaultWorkOrder }, 0);
}
