import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { type RateName, rateNames } from '#domain/order-rates';
import { Slug } from '#domain/organisation';
import { ComplaintSummary } from './complaint.ts';
import { PageQuery, WireInstant } from './wire.ts';

const Dimension = z.string().max(63);
/** Of an area, a person, a kind of facility; empty: of none. */
const filters = { area: Dimension.optional(), person: Dimension.optional(), kind: Dimension.optional() };
/** Dates are the site's own, both included. */
const period = { from: LocalDate.optional(), to: LocalDate.optional() };
const isForwards = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => !from || !to || from <= to;
const backwards = { path: ['to'], message: 'ends_before_it_starts' };

/** Left out: the last 30 days. `by`: the figures of each part as well. */
export const RatesQuery = z
  .object({ site: Slug, ...period, ...filters, by: z.enum(['site', 'area', 'person', 'kind']).optional() })
  .refine(isForwards, backwards);
export type RatesQuery = z.infer<typeof RatesQuery>;

/** So many of so many; what it means and should be: `functions/domain/order-rates.ts`. */
const Tally = z.object({ hit: z.number(), of: z.number() });
const Tallies = z.object(Object.fromEntries(rateNames.map((rate) => [rate, Tally])) as Record<RateName, typeof Tally>);
const PeriodTallies = z.object({ from: LocalDate, to: LocalDate, rates: Tallies });
export type PeriodTallies = z.infer<typeof PeriodTallies>;

export const RatesView = PeriodTallies.extend({
  /** The period of the same length right before. */
  before: PeriodTallies,
  /** Twelve weeks or, of periods beyond a quarter, months; the last ends with the period. */
  trend: z.array(PeriodTallies),
  /** By id of area, person, kind or site; "" for what has none. Null: none were asked for. */
  groups: z.array(z.object({ id: z.string(), rates: Tallies })).nullable(),
});
export type RatesView = z.infer<typeof RatesView>;

/** How facilities stand is on the register, not in these lists. */
export const RatePath = z.object({ rate: z.enum(rateNames.filter((rate) => rate !== 'condition')) });
/** `all`: also those that do not pull the figure from its target. */
export const RateListQuery = PageQuery.extend({
  site: Slug,
  ...period,
  ...filters,
  all: z.enum(['true', 'false']).default('false'),
}).refine(isForwards, backwards);
export type RateListQuery = z.infer<typeof RateListQuery>;

/** An order with what was counted of it, and when that happened. */
export const CountedOrder = ComplaintSummary.extend({
  counted: z.object({ at: WireInstant, hit: z.number(), of: z.number() }),
});
export type CountedOrder = z.infer<typeof CountedOrder>;
