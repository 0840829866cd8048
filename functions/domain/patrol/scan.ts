import type { PersonId } from '../item.ts';
import type { Instant } from '../time.ts';
import { provedBy } from './code.ts';
import type { Lamps, PatrolState, PointState } from './patrol.ts';

/** What somebody says at a point: the code that proves it, and the lamps counted there. */
export interface ScanInput {
  point: string;
  code: string;
  lit?: number | undefined;
  total?: number | undefined;
}
/** Why a point cannot be recorded so. */
export type ScanRefusal = 'unknownChoice' | 'wrongCode' | 'tooEarly' | 'scannedAlready' | 'lampsWanted' | 'lampsWrong';

export type Scanned = { refused: ScanRefusal } | { point: PointState };

/**
 * The point as it stands after somebody was there. One whose window has passed is recorded as late; one before its
 * window, or recorded already, is not.
 */
export function scanPoint(patrol: PatrolState, input: ScanInput, by: PersonId, now: Instant): Scanned {
  const point = patrol.points.find(({ id }) => id === input.point);
  if (!point || patrol.over) return { refused: 'unknownChoice' };
  const how = provedBy(point.code, input.code);
  if (how === null) return { refused: 'wrongCode' };
  if (point.scanned) return { refused: 'scannedAlready' };
  if (now < point.from) return { refused: 'tooEarly' };
  const lamps = lampsOf(point, input);
  if (typeof lamps === 'string') return { refused: lamps };
  const late = now >= point.to || point.missedAt !== null;
  // Before the timer came by nobody need hear of it; it was missed all the same.
  const missedAt = late ? (point.missedAt ?? now) : null;
  return { point: { ...point, scanned: { by, at: now, how, late }, lamps, missedAt } };
}

function lampsOf(point: PointState, { lit, total }: ScanInput): Lamps | null | ScanRefusal {
  if (!point.countsLamps) return null;
  const all = point.lampsTotal ?? total;
  if (lit === undefined || all === undefined) return 'lampsWanted';
  return all >= 1 && lit <= all ? { lit, total: all } : 'lampsWrong';
}
