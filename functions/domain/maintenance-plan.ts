import { z } from 'zod';
import { LocalDate } from './calendar-document.ts';
import { Slug } from './organisation.ts';
import { PatrolRoute } from './patrol/route.ts';
import { Recurrence } from './recurrence/rule.ts';
import { Text } from './text.ts';

/** Assets are rows with ids of the system; a slash would end the id within an order's key. */
const AssetId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/);
const Days = z.int().min(0).max(60);

/**
 * Work after so much use (250 running hours), counted from the reading at the last completion. `alone`: the rule's dates
 * say nothing but when it may come at all; otherwise whichever comes first.
 */
export const PlanMeter = z.object({
  every: z.number().positive().max(1_000_000_000),
  unit: z.string().min(1).max(20),
  alone: z.boolean(),
});
export type PlanMeter = z.infer<typeof PlanMeter>;

/**
 * One plan of preventive maintenance. An order is opened `leadDays` before its date and counts as in time to the end of
 * the day `graceDays` after it.
 * - `per`: an order for each asset, or one for the round of all.
 * - `mode`: by the rule's dates, or so long after the completion of the one before.
 * - `absorbs`: plans whose occurrence in the same period is part of this one's work: the yearly job does the month's.
 * - `moves`: single occurrences dragged elsewhere, each named by the date its rule alone gives.
 */
export const MaintenancePlan = z.object({
  id: Slug,
  name: Text,
  /** What is to be done, in the words of the order. */
  work: Text,
  assets: z.array(AssetId).max(500),
  per: z.enum(['asset', 'round']),
  /** Null: the one of the asset's kind. */
  checklist: Slug.nullable(),
  recurrence: Recurrence,
  mode: z.enum(['fixed', 'floating']),
  leadDays: Days,
  graceDays: Days,
  absorbs: z.array(Slug).max(50),
  meter: PlanMeter.nullable(),
  status: z.enum(['active', 'paused', 'ended']),
  moves: z.array(z.object({ from: LocalDate, to: LocalDate })).max(400),
  /** The walk of a night patrol (夜间巡查), an order a night for no asset; plans written before there were any lack it. */
  route: PatrolRoute.nullable().default(null),
});
export type MaintenancePlan = z.infer<typeof MaintenancePlan>;

/** All plans of a site, one document. */
export const MaintenancePlans = z.object({ plans: z.array(MaintenancePlan).max(1_000) });
export type MaintenancePlans = z.infer<typeof MaintenancePlans>;

/** Whether the rule's dates bring orders; a meter alone does not ask them. */
export const goesByDates = ({ meter }: Pick<MaintenancePlan, 'meter'>): boolean => !meter?.alone;
