import { type PatrolOrder, patrolOrder } from '#domain/patrol/patrol-order';
import { responsibleFor } from '#domain/plan/asset-fact';
import type { CompiledPlan } from '#domain/plan/compiled-plan';
import type { Outcome } from '#domain/plan/open-due';
import type { PlanHistory } from '#domain/plan/plan-state';
import type { OrderRequest } from '../orders/open-order.ts';
import type { GatheredPlan, GatheredSite } from './gather-plans.ts';

/** The version an occurrence was opened by: the last of that time that has the plan. */
function versionAt(history: PlanHistory, { at, plan }: Outcome): CompiledPlan {
  const one = history.findLast(({ since, plan }) => plan !== null && since <= at) ?? history.find((each) => each.plan);
  if (!one?.plan) throw new Error(`No version of the plan ${plan} holds.`);
  return one.plan;
}

/** What is in use when it opens; who answers for a round is asked about its first facility, so theirs come first. */
function assetsOf({ plan }: CompiledPlan, { asset, at }: Outcome, { assets }: GatheredPlan): string[] {
  if (asset !== null) return [asset];
  const there = plan.assets.filter((id) => (assets.get(id)?.retiredAt ?? Number.POSITIVE_INFINITY) > at);
  const person = responsibleFor(plan, null, assets);
  const first = there.find((id) => person !== null && assets.get(id)?.responsible === person);
  return first === undefined ? there : [first, ...there.filter((id) => id !== first)];
}

/** The order of an occurrence, as it is asked for. */
export function requestFor(
  gathered: GatheredPlan,
  outcome: Outcome,
  { register, language }: GatheredSite,
): OrderRequest {
  const { company, site } = gathered.row;
  const one = versionAt(gathered.history, outcome);
  const { plan } = one;
  const { planned, date, inTimeUntil } = outcome.occurrence;
  const { until = inTimeUntil, ...walk } = walkOf(one, outcome, register);
  return {
    ...{ company, site, key: outcome.key, takenBy: null, per: plan.per },
    work: plan.work[language],
    assets: assetsOf(one, outcome, gathered).filter((id) => register.has(id)),
    plan: { id: plan.id, occurrence: planned, name: plan.name, date, until },
    ...(plan.checklist !== null && { checklist: plan.checklist }),
    ...walk,
  };
}

/**
 * What is different where the plan is a night's walk. With no label left that could prove any of its points it is work like
 * any other of its kind: somebody has to see to the labels.
 */
function walkOf(
  { plan, compiled }: CompiledPlan,
  { occurrence }: Outcome,
  register: GatheredSite['register'],
): Partial<PatrolOrder> {
  if (!plan.route) return {};
  const { kind, building } = plan.route;
  return patrolOrder(plan, occurrence.date, compiled.zone, register) ?? { kind, building, checklist: null };
}
