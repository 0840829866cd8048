import { z } from 'zod';
import { Slug } from '../organisation.ts';
import { Recipient } from '../recipients.ts';
import { Text } from '../text.ts';
import { pointCode } from './code.ts';

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const mostPoints = 60;

/**
 * A point of the walk, proved by the label of a facility or by one of its own. `from` and `to` are wall times of the night:
 * what is earlier than the patrol's own time lies after midnight, and `to` after `from`.
 */
export const PatrolPoint = z.object({
  id: Slug,
  name: Text,
  /** The facility whose label stands there; null: the point has a label of its own. */
  asset: z.string().min(1).max(60).nullable(),
  code: z.string().regex(pointCode).nullable(),
  from: WallTime,
  to: WallTime,
  /** 亮灯 to be counted here; `total` null: asked on the spot. */
  lamps: z.object({ total: z.int().min(1).max(100_000).nullable() }).nullable(),
  /** Missed, it alarms at once. */
  required: z.boolean(),
});
export type PatrolPoint = z.infer<typeof PatrolPoint>;

const People = z.array(Recipient).min(1).max(10);

/** 夜间巡查: what makes a maintenance plan the plan of a walk. */
export const PatrolRoute = z.object({
  /** Kind of facility it counts as: whose work it is, and how soon. */
  kind: Slug,
  /** Whose area's people walk; null: of the whole site. */
  building: Slug.nullable(),
  /** Who walks; each is mailed the same walk, the first leads it. */
  people: People,
  /** Who hears of a missed point at once, beside the next level of the workflow. */
  alarm: People,
  points: z.array(PatrolPoint).min(1).max(mostPoints),
});
export type PatrolRoute = z.infer<typeof PatrolRoute>;
