import type { PersonId } from '../item.ts';
import type { Recipient } from '../recipients.ts';
import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';
import type { PatrolRoute } from './route.ts';
import { windowOf } from './windows.ts';

export interface Lamps {
  lit: number;
  total: number;
}
export interface Scan {
  by: PersonId;
  at: Instant;
  how: 'label' | 'code';
  /** Its window had passed, and the alarm been given. */
  late: boolean;
}

/** A point of one night. Instants are epoch ms, `to` exclusive. */
export interface PointState {
  id: string;
  name: Text;
  asset: string | null;
  /** Of the label that proves it. */
  code: string;
  from: Instant;
  to: Instant;
  required: boolean;
  countsLamps: boolean;
  /** Known beforehand; null: counted on the spot. */
  lampsTotal: number | null;
  scanned: Scan | null;
  lamps: Lamps | null;
  /** Its window passed and nobody had been there. */
  missedAt: Instant | null;
}

/** One walk. Plain data, kept with its work order. */
export interface PatrolState {
  /** The first window begins, the last one ends. */
  starts: Instant;
  ends: Instant;
  people: Recipient[];
  alarm: Recipient[];
  points: PointState[];
  /** Nothing is walked any more. */
  over: boolean;
}

/** What a point needs to know of the facility that stands there. */
export interface PointAsset {
  code: string;
  retired: boolean;
}

/**
 * The walk of one night, in the order of the route. Points at facilities that are gone or retired are left out: no label
 * could prove them. Null: none is left.
 */
export function patrolAt(
  route: PatrolRoute,
  night: { date: string; begins: string; zone: string },
  assets: ReadonlyMap<string, PointAsset>,
): PatrolState | null {
  const points = route.points.flatMap((point): PointState[] => {
    const asset = point.asset === null ? null : (assets.get(point.asset) ?? null);
    const code = point.asset === null ? point.code : asset?.retired === false ? asset.code : null;
    if (code === null) return [];
    const { id, name, required, lamps } = point;
    return [
      {
        ...{ id, name, asset: point.asset, code, ...windowOf(point, night), required },
        ...{
          countsLamps: lamps !== null,
          lampsTotal: lamps?.total ?? null,
          scanned: null,
          lamps: null,
          missedAt: null,
        },
      },
    ];
  });
  if (points.length === 0) return null;
  return {
    starts: Math.min(...points.map(({ from }) => from)),
    ends: Math.max(...points.map(({ to }) => to)),
    people: route.people,
    alarm: route.alarm,
    points,
    over: false,
  };
}

export const copyPatrol = (patrol: PatrolState): PatrolState => ({
  starts: patrol.starts,
  ends: patrol.ends,
  people: patrol.people,
  alarm: patrol.alarm,
  // A scan and a count are replaced, never changed.
  points: patrol.points.map((point) => ({ ...point })),
  over: patrol.over,
});

const waits = ({ scanned, missedAt }: PointState): boolean => scanned === null && missedAt === null;

/** When the patrol must be looked at by itself: the next window that ends unproved, at last its own end; null: it is over. */
export function nextWindowEnd({ points, ends, over }: PatrolState): Instant | null {
  if (over) return null;
  return Math.min(ends, ...points.filter(waits).map(({ to }) => to));
}

/** Points whose window has passed unproved, in the order of the walk. */
export const passedBy = ({ points }: PatrolState, now: Instant): PointState[] =>
  points.filter((point) => waits(point) && point.to <= now);

/** Everywhere somebody was, or the last window has passed. */
export const isWalked = ({ points, ends }: PatrolState, now: Instant): boolean =>
  now >= ends || points.every(({ scanned }) => scanned !== null);

/** What of a point is to be shown. `late`: proved after the alarm; `skipped`: missed, and nobody minds. */
export type PointStanding = 'done' | 'late' | 'open' | 'coming' | 'missed' | 'skipped';

export function standingOf(point: PointState, now: Instant): PointStanding {
  if (point.scanned) return point.scanned.late ? 'late' : 'done';
  if (point.missedAt !== null || now >= point.to) return point.required ? 'missed' : 'skipped';
  return now >= point.from ? 'open' : 'coming';
}

/** The point to go to: of those still to be proved in time, the one whose window ends first. */
export const nextPoint = ({ points }: PatrolState, now: Instant): PointState | null =>
  points.filter((point) => waits(point) && now < point.to).sort((a, b) => a.to - b.to || a.from - b.from)[0] ?? null;

export interface PatrolFigures {
  points: number;
  /** Somebody was there, in time or not. */
  walked: number;
  late: number;
  /** Required, and their window passed: those proved late are among them. */
  missed: number;
  /** 亮灯率: of all points where lamps were counted; null: none were. */
  lamps: Lamps | null;
}

export function patrolFigures({ points }: Pick<PatrolState, 'points'>): PatrolFigures {
  const counted = points.flatMap(({ lamps }) => (lamps === null ? [] : [lamps]));
  const sum = (of: (lamps: Lamps) => number) => counted.reduce((all, lamps) => all + of(lamps), 0);
  return {
    points: points.length,
    walked: points.filter(({ scanned }) => scanned !== null).length,
    late: points.filter(({ scanned }) => scanned?.late).length,
    missed: points.filter(({ required, missedAt }) => required && missedAt !== null).length,
    lamps: counted.length === 0 ? null : { lit: sum(({ lit }) => lit), total: sum(({ total }) => total) },
  };
}
