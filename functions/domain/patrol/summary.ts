import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';
import { type PatrolFigures, type PatrolState, patrolFigures } from './patrol.ts';

/** A night in a list: what was walked, and which points were missed or reached late. No person is named. */
export interface PatrolSummary {
  /** Id of the route among the plans of the site. */
  plan: string;
  name: Text;
  /** Local date the night began on. */
  date: string;
  starts: Instant;
  ends: Instant;
  over: boolean;
  figures: PatrolFigures;
  missed: { id: string; name: Text; late: boolean }[];
}

/** What of an item makes it a night's walk. */
interface Night {
  order: { plan: { id: string; name: Text; date: string } | null; patrol: PatrolState | null } | null;
  endedAt: Instant | null;
}

/** Null: it is no patrol. */
export function patrolSummary({ order, endedAt }: Night): PatrolSummary | null {
  if (!order?.patrol || !order.plan) return null;
  const { plan, patrol } = order;
  return {
    plan: plan.id,
    name: plan.name,
    date: plan.date,
    starts: patrol.starts,
    ends: patrol.ends,
    over: patrol.over || endedAt !== null,
    figures: patrolFigures(patrol),
    missed: patrol.points.flatMap(({ id, name, required, missedAt, scanned }) =>
      required && missedAt !== null ? [{ id, name, late: scanned !== null }] : [],
    ),
  };
}
