import type { CheckAnswer } from './checklist-answers.ts';
import type { PersonId } from './item.ts';
import type { Impact } from './maintenance.ts';
import { copyPatrol, type PatrolState } from './patrol/patrol.ts';
import type { Text } from './text.ts';
import type { Instant } from './time.ts';
import type { ItemKind } from './workflow/definition.ts';

/** A facility as it was called when the order was opened: for mails and lists, without a read each. */
export interface OrderAsset {
  id: string;
  number: string;
  name: string;
  place: string;
}

/** What a work order (工单) is more than any item. */
export interface Order {
  /** The occurrence it was opened for; null: corrective, reported, by hand. `date` local to the site, `until` the end of grace. */
  plan: { id: string; occurrence: string; name: Text; date: string; until: Instant } | null;
  assets: OrderAsset[];
  /** Kind of its assets (the item's category); of a repair without one that of the complaint. */
  kind: string;
  /** How far a failure of the kind is felt; null: of no kind of asset. */
  impact: Impact | null;
  /** Pinned settings, which have the checklist. */
  maintenance: { id: string; version: number };
  /** In the settings; null: the work is done without one. */
  checklist: string | null;
  per: 'asset' | 'round';
  /** 夜间巡查: the walk it is; null: it is none. Absent on rows older than this field. */
  patrol: PatrolState | null;
  /** 验收: somebody else looks at the work before it is closed. */
  inspected: boolean;
  /** Of the asset, when the order was opened. */
  responsible: PersonId | null;
  deputy: PersonId | null;
  /** 返修: of an earlier repair within the warranty window, the how manieth. */
  rework: { of: string; number: string; times: number } | null;
  /** By `answerKey`. */
  answers: Record<string, CheckAnswer>;
  /** Keys of answers for which a corrective order was opened: one a point, however often it is corrected. */
  corrected: string[];
  /** How often the acceptance check was not passed. */
  declined: number;
}

/** Points of one order at most, its list once for each facility: all answers stand on one row. */
export const MOST_POINTS = 800;

/** Why an item was opened by another one. */
export const originReasons = ['failedCheck', 'complaint', 'report', 'rule', 'care'] as const;
export type OriginReason = (typeof originReasons)[number];

/** The item that opened this one. */
export interface Origin {
  item: string;
  number: string;
  kind: ItemKind;
  why: OriginReason;
  /** What it was about, in few words: the point that failed. */
  detail: string | null;
}

/** Never shares anything a run may change with the order it copies. */
export const copyOrder = (order: Order): Order => ({
  plan: order.plan,
  assets: order.assets,
  kind: order.kind,
  impact: order.impact,
  maintenance: order.maintenance,
  checklist: order.checklist,
  per: order.per,
  patrol: order.patrol ? copyPatrol(order.patrol) : null,
  inspected: order.inspected,
  responsible: order.responsible,
  deputy: order.deputy,
  rework: order.rework,
  answers: { ...order.answers },
  corrected: order.corrected.slice(),
  declined: order.declined,
});
