import type { Asset } from '../asset.ts';
import type { MaintenancePlan } from '../maintenance-plan.ts';
import type { Instant } from '../time.ts';
import { type PatrolState, patrolAt } from './patrol.ts';

/** What the order of a night's walk is beside that of any plan. */
export interface PatrolOrder {
  kind: string;
  building: string | null;
  patrol: PatrolState;
  per: 'round';
  checklist: null;
  responsible: null;
  workflow: 'night-patrol';
  /** The end of its last window. */
  until: Instant;
}

/**
 * The walk of the night that begins on `date`, with the labels that hang at its points today. Null: the plan is no walk, or
 * no label is left that could prove any of its points.
 */
export function patrolOrder(
  { route, recurrence }: MaintenancePlan,
  date: string,
  zone: string,
  register: ReadonlyMap<string, Pick<Asset, 'code' | 'condition'>>,
): PatrolOrder | null {
  // Plans published before there were routes lack the field.
  if (!route) return null;
  const assets = new Map(
    [...register].map(([id, { code, condition }]) => [id, { code, retired: condition === 'retired' }]),
  );
  const patrol = patrolAt(route, { date, begins: recurrence.time, zone }, assets);
  if (patrol === null) return null;
  const { kind, building } = route;
  const fixed = { per: 'round', checklist: null, responsible: null, workflow: 'night-patrol' } as const;
  return { kind, building, patrol, ...fixed, until: patrol.ends };
}
