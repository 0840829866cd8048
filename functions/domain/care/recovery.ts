import { z } from 'zod';
import type { Item, PersonId } from '../item.ts';
import { fenOf, Yuan } from '../money.ts';
import { type Organisation, Slug } from '../organisation.ts';
import { isOnDesk } from '../permission.ts';
import { Text } from '../text.ts';
import type { Instant } from '../time.ts';
import type { ItemKind } from '../workflow/definition.ts';

/** 楼栋管家, 客户服务中心, 部门经办人, 部门负责人, 管理处主任, 公司岗位 */
export const recoveryPosts = ['steward', 'desk', 'handler', 'head', 'director', 'company'] as const;
export type RecoveryPost = (typeof recoveryPosts)[number];

const Gesture = z.object({ id: Slug, name: Text });
export type Gesture = z.infer<typeof Gesture>;

/** What a post may decide on the spot to put things right (服务补救), without asking anybody. */
export const Allowance = z.object({
  post: z.enum(recoveryPosts),
  /** Yuan that a case may have cost in all once they have added theirs; 0: gestures only. */
  upTo: Yuan,
  /** Yuan a person gives in a month of the site. */
  perMonth: Yuan,
  gestures: z.array(Gesture).max(30),
});
export type Allowance = z.infer<typeof Allowance>;

/** What a person may decide at an item, by all of their posts there. Amounts in fen. */
export interface Standing {
  upTo: number;
  perMonth: number;
  gestures: Gesture[];
}

/** One recovery: what, by whom, for which item. Nothing of the resident. */
export interface Recovery {
  company: string;
  site: string;
  /** "2026-11", of the site. */
  month: string;
  person: PersonId;
  at: Instant;
  fen: number;
  gesture: Text | null;
  item: string;
  number: string;
  kind: ItemKind;
}

/** What somebody gave in a month. */
export interface Given {
  person: PersonId;
  fen: number;
  count: number;
}

export function postsOf(
  person: PersonId,
  { site, building }: Pick<Item, 'site' | 'building'>,
  organisation: Organisation,
): RecoveryPost[] {
  const { buildings, sites, posts, people } = organisation;
  const at = sites.find(({ id }) => id === site);
  const departments = at?.departments ?? [];
  const whole = people.find(({ id }) => id === person);
  const holds: Record<RecoveryPost, boolean> = {
    steward: buildings.some((one) => one.site === site && one.id === building && one.steward === person),
    desk: whole !== undefined && isOnDesk(whole, site, organisation),
    handler: departments.some(({ handlers }) => handlers.includes(person)),
    head: departments.some(({ head }) => head === person),
    director: at?.director === person,
    company: posts.some(({ holders }) => holders.includes(person)),
  };
  return recoveryPosts.filter((post) => holds[post]);
}

/** The more generous of each where somebody holds several posts; null: nothing is for them to decide. */
export function standingOf(allowances: readonly Allowance[], posts: readonly RecoveryPost[]): Standing | null {
  const own = allowances.filter(({ post }) => posts.includes(post));
  if (own.length === 0) return null;
  const gestures = new Map(own.flatMap((one) => one.gestures.map((gesture) => [gesture.id, gesture] as const)));
  return {
    upTo: fenOf(Math.max(...own.map(({ upTo }) => upTo))),
    perMonth: fenOf(Math.max(...own.map(({ perMonth }) => perMonth))),
    gestures: [...gestures.values()],
  };
}

export interface Wanted {
  gesture?: string | undefined;
  /** Yuan. */
  amount?: number | undefined;
}
/** `left`: fen. */
export type RecoveryProblem =
  | { field: 'amount'; code: 'amount_or_gesture' }
  | { field: 'gesture'; code: 'unknown_gesture' }
  | { field: 'amount'; code: 'above_case' | 'above_month'; left: number };

/**
 * What stands in the way of a recovery. `spent`: fen that the case has cost so far, whoever gave it; `given`: fen the
 * person gave this month.
 */
export function recoveryProblem(
  { gesture, amount = 0 }: Wanted,
  { upTo, perMonth, gestures }: Standing,
  { spent, given }: { spent: number; given: number },
): RecoveryProblem | null {
  if (gesture !== undefined && !gestures.some(({ id }) => id === gesture))
    return { field: 'gesture', code: 'unknown_gesture' };
  const fen = fenOf(amount);
  if (fen === 0) return gesture === undefined ? { field: 'amount', code: 'amount_or_gesture' } : null;
  const [ofCase, ofMonth] = [Math.max(0, upTo - spent), Math.max(0, perMonth - given)];
  if (fen > ofCase) return { field: 'amount', code: 'above_case', left: ofCase };
  return fen > ofMonth ? { field: 'amount', code: 'above_month', left: ofMonth } : null;
}
