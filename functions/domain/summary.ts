import type { ClockName, Item, PersonId } from './item.ts';
import type { OrderAsset, OriginReason } from './order.ts';
import { failedIn } from './order-fields.ts';
import { type PatrolSummary, patrolSummary } from './patrol/summary.ts';
import type { Severity } from './routing.ts';
import type { Text } from './text.ts';
import type { Instant } from './time.ts';
import { clockNames, isStopped } from './workflow/clocks.ts';
import type { ItemKind, Status } from './workflow/definition.ts';

/** What a list row shows of a work order beside the rest. */
export interface OrderSummary {
  plan: Text | null;
  /** The first few. */
  assets: Pick<OrderAsset, 'id' | 'number' | 'name'>[];
  /** How many there are beside those. */
  more: number;
  /** Points that failed their check. */
  failed: number;
  /** The how manieth rework; null: none. */
  rework: number | null;
  cause: OriginReason | null;
  /** The point that failed its check, of what puts it right. Absent on rows older than this field. */
  about?: string | null;
}

/** What a list row shows of a visit beside the rest. `at`: when it is made at the earliest; `about`: what it asks about. */
export interface VisitSummary {
  visitor: PersonId;
  at: Instant;
  about: Text | null;
}

/** What a list row shows: no personal data of residents. */
export interface ItemSummary {
  id: string;
  kind: ItemKind;
  number: string;
  site: string;
  building: string | null;
  unit: string | null;
  place: string | null;
  category: string;
  department: string;
  severity: Severity;
  major: boolean;
  status: Status;
  step: string;
  level: number;
  owner: PersonId | null;
  createdAt: Instant;
  updatedAt: Instant;
  endedAt: Instant | null;
  /** Nearest unmet reply / resolve deadline, or that of the asking: what a person must look at. */
  due: Instant | null;
  missed: ClockName[];
  repeatOf: string | null;
  promises: Item['promises'];
  /** Absent on rows older than this field: then the item itself says it. */
  workflow?: Item['workflow'];
  /** Of a work order only. */
  order?: OrderSummary;
  /** Of a night patrol only. */
  patrol?: PatrolSummary;
  /** Of a visit only. */
  visit?: VisitSummary;
}

/**
 * Nearest instant a person must look at: an unmet reply or resolve deadline, or that of the asking. The resolve clock
 * stands still during a pause: the pause's end takes its place. A visit that waits to be made: when that is. Null once the
 * item has ended.
 */
export function dueOf(item: Item): Instant | null {
  if (item.endedAt !== null) return null;
  const instants = clockNames.flatMap((name) => {
    const clock = item.clocks[name];
    return clock && clock.metAt === null && !isStopped(item, name) ? [clock.deadline] : [];
  });
  if (item.ask?.due != null) instants.push(item.ask.due);
  if (item.pause) instants.push(item.pause.until);
  if (instants.length > 0) return Math.min(...instants);
  return item.visit && !item.clocks.resolve ? item.visit.due : null;
}

/** When the reply promised to the resident is due; null: nothing is promised, it was given, or the item has ended. */
export function promiseDueOf({ endedAt, clocks }: Item): Instant | null {
  const { reply } = clocks;
  return endedAt === null && reply && reply.promised !== null && reply.metAt === null ? reply.deadline : null;
}

/** Whether it puts right a failed check, and still has to. */
export const isCorrective = ({ endedAt, kind, origin }: Item): boolean =>
  endedAt === null && kind === 'workOrder' && origin?.why === 'failedCheck';

const missedOf = (item: Item): ClockName[] => clockNames.filter((name) => item.clocks[name]?.missedAt != null);

const NAMED = 3;
function orderSummary({ order, origin }: Item): { order?: OrderSummary } {
  if (!order) return {};
  const { assets, plan, rework } = order;
  const named = assets.slice(0, NAMED).map(({ id, number, name }) => ({ id, number, name }));
  return {
    order: {
      plan: plan?.name ?? null,
      assets: named,
      more: assets.length - named.length,
      failed: failedIn(order),
      rework: rework?.times ?? null,
      cause: origin?.why ?? null,
      about: origin?.why === 'failedCheck' ? origin.detail : null,
    },
  };
}

function patrolRow(item: Item): { patrol?: PatrolSummary } {
  const patrol = patrolSummary(item);
  return patrol ? { patrol } : {};
}

const visitRow = ({ visit }: Item): { visit?: VisitSummary } =>
  visit ? { visit: { visitor: visit.visitor, at: visit.due, about: visit.of?.name ?? null } } : {};

/** The list row of an item. */
export function summaryOf(item: Item): ItemSummary {
  const { id, kind, number, site, building, unit, place, category, department, severity, major, status } = item;
  const { step, level, owner, createdAt, updatedAt, endedAt, repeatOf, promises, workflow } = item;
  const where = { site, building, unit, place };
  const routed = { category, department, severity, major };
  const standing = { status, step, level, owner, createdAt, updatedAt, endedAt, repeatOf, promises, workflow };
  return {
    id,
    kind,
    number,
    ...where,
    ...routed,
    ...standing,
    due: dueOf(item),
    missed: missedOf(item),
    ...orderSummary(item),
    ...patrolRow(item),
    ...visitRow(item),
  };
}
