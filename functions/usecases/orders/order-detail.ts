import type { Item } from '#domain/item';
import type { Checklist } from '#domain/maintenance';
import { patrolFigures } from '#domain/patrol/patrol';
import type { OrderDetail } from '#http/schemas/order';
import { wireInstant } from '#http/schemas/wire';

/** A work order beyond any item, with the checklist it is pinned to; null: it is none. */
export function orderDetail({ order }: Item, checklist: Checklist | null): OrderDetail | null {
  if (!order) return null;
  const { plan, assets, impact, answers, inspected, declined, responsible, deputy, rework, patrol } = order;
  return {
    plan: plan && { ...plan, until: wireInstant(plan.until) },
    assets,
    impact,
    checklist,
    answers: Object.fromEntries(
      Object.entries(answers).map(([key, answer]) => [key, { ...answer, at: wireInstant(answer.at) }]),
    ),
    inspected,
    declined,
    responsible,
    deputy,
    rework,
    patrol: patrol ? { walked: patrolFigures(patrol).walked, points: patrol.points.length } : null,
  };
}
