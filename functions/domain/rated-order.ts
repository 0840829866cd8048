import { pointsOf } from './checklist-answers.ts';
import type { Item } from './item.ts';
import type { Checklist } from './maintenance.ts';
import type { Order } from './order.ts';
import type { PatrolState } from './patrol/patrol.ts';
import type { RatedOrder } from './rate-facts.ts';
import type { Instant } from './time.ts';

/** What the rates need of a work order; `checklist`: the one it is pinned to. */
export function ratedOrder(item: Item, order: Order, checklist: Checklist | null): RatedOrder {
  const { resolve } = item.clocks;
  // Rows from before there were patrols have none.
  const patrol = order.patrol ?? null;
  return {
    openedAt: item.createdAt,
    ended: item.endedAt === null ? null : { at: item.endedAt, status: item.status },
    clock: resolve ? { metAt: resolve.metAt, missedAt: resolve.missedAt } : null,
    planned: order.plan !== null || patrol !== null,
    rework: order.rework !== null,
    inspected: order.inspected,
    declined: order.declined,
    lamps: summed([...lampsCounted(order, checklist), ...lampsWalked(patrol)]),
  };
}

interface LampCount {
  lit: number;
  total: number;
  at: Instant;
}

/** Answers to the points of its checklist that count lamps. */
function lampsCounted({ answers, assets }: Order, checklist: Checklist | null): LampCount[] {
  return pointsOf(checklist, assets).flatMap(({ key, item }): LampCount[] => {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (item.type !== 'count' || !item.lamps || typeof answer?.value !== 'object') return [];
    // Each count by itself: one lamp too many here makes up for none there.
    return [{ lit: Math.min(answer.value.count, answer.value.total), total: answer.value.total, at: answer.at }];
  });
}

/** Lamps counted at the points of a night patrol. */
const lampsWalked = (patrol: PatrolState | null): LampCount[] =>
  (patrol?.points ?? []).flatMap(({ lamps, scanned }) =>
    lamps && scanned ? [{ lit: Math.min(lamps.lit, lamps.total), total: lamps.total, at: scanned.at }] : [],
  );

const summed = (counts: readonly LampCount[]): RatedOrder['lamps'] =>
  counts.length === 0
    ? null
    : {
        lit: counts.reduce((sum, { lit }) => sum + lit, 0),
        total: counts.reduce((sum, { total }) => sum + total, 0),
        at: Math.max(...counts.map(({ at }) => at)),
      };
