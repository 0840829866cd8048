import type { Item } from '#domain/item';
import type { PatrolState } from '#domain/patrol/patrol';
import { standingOf } from '#domain/patrol/patrol';
import { patrolSummary } from '#domain/patrol/summary';
import type { Instant } from '#domain/time';
import type { PatrolRowView, PatrolView } from '#http/schemas/patrol';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { PatrolRow } from '#ports';

export const patrolRowView = ({ starts, ends, ...row }: PatrolRow): PatrolRowView => ({
  ...row,
  starts: wireInstant(starts),
  ends: wireInstant(ends),
});

/** Null: the item is no patrol. */
export function patrolView(item: Item, now: Instant): PatrolView | null {
  const summary = patrolSummary(item);
  const patrol = item.order?.patrol;
  if (!summary || !patrol) return null;
  const { id, number, site, status } = item;
  return {
    ...patrolRowView({ id, number, site, status, ...summary }),
    points: pointsOf(patrol, now),
    walkers: [...new Set((item.ask?.asked ?? []).map(({ person }) => person).concat(item.wereAsked ?? []))],
  };
}

const pointsOf = ({ points }: PatrolState, now: Instant): PatrolView['points'] =>
  points.map((point) => {
    const { id, name, asset, from, to, required, countsLamps, lamps, scanned } = point;
    const window = { from: wireInstant(from), to: wireInstant(to), standing: standingOf(point, now) };
    const seen = { by: scanned?.by ?? null, at: wireInstantOrNull(scanned?.at ?? null), how: scanned?.how ?? null };
    return { id, name, asset, ...window, required, countsLamps, lamps, ...seen };
  });
