import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { dimensions, Figure, Target, type VisitMeasure, visitMeasures } from '#domain/learned/figure';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { heldAnswers } from '#domain/visit';
import { ComplaintSummary } from './complaint.ts';
import { PageQuery, WireInstant } from './wire.ts';

const Id = z.string().max(127);
/** Of an area, a wave of age, a category, who did the work, a rule; empty: of none. */
const filters = {
  area: Id.optional(),
  age: Id.optional(),
  category: Id.optional(),
  worker: Id.optional(),
  rule: Id.optional(),
};
/** Dates are the site's own, both included. */
const period = { from: LocalDate.optional(), to: LocalDate.optional() };
const isForwards = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => !from || !to || from <= to;
const backwards = { path: ['to'], message: 'ends_before_it_starts' };

/** Left out: the last 30 days. `by`: the figures of each part as well. */
export const LearnedQuery = z
  .object({ site: Slug, ...period, ...filters, by: z.enum(['site', ...dimensions]).optional() })
  .refine(isForwards, backwards);
export type LearnedQuery = z.infer<typeof LearnedQuery>;

/** What they mean: `functions/domain/learned/figure.ts`. */
const Figures = z.object(
  Object.fromEntries(visitMeasures.map((measure) => [measure, Figure])) as Record<VisitMeasure, typeof Figure>,
);
export type Figures = z.infer<typeof Figures>;
const Named = z.object({ id: z.string(), name: Text });
export const LearnedView = z.object({
  from: LocalDate,
  to: LocalDate,
  figures: Figures,
  /** The period of the same length right before. */
  before: Figures,
  /** By id of the part; "" for what has none. Null: none were asked for. */
  groups: z.array(z.object({ id: z.string(), figures: Figures })).nullable(),
  /** Why visits came out low, most frequent first; "" where nobody said. */
  why: z.array(z.object({ reason: z.string(), count: z.number() })),
  /** What the settings of the site say now. */
  targets: z.array(Target),
  reasons: z.array(Named.extend({ active: z.boolean() })),
  rules: z.array(Named),
});
export type LearnedView = z.infer<typeof LearnedView>;

export const LearnedPath = z.object({ measure: z.enum(visitMeasures) });
/** `all`: also those that do not pull the figure from its target; `reason`: of those that came out low. */
export const LearnedListQuery = PageQuery.extend({
  site: Slug,
  ...period,
  ...filters,
  reason: Id.optional(),
  all: z.enum(['true', 'false']).default('false'),
}).refine(isForwards, backwards);
export type LearnedListQuery = z.infer<typeof LearnedListQuery>;

const answers = { score: z.number(), held: z.enum(heldAnswers).nullable(), reason: z.string().nullable() };
/** A visit with what was answered, and when it was counted; `answers` null: nobody was reached. */
export const LearnedVisit = ComplaintSummary.extend({
  counted: WireInstant,
  answers: z.object({ ...answers, onTime: z.boolean().nullable() }).nullable(),
});
export type LearnedVisit = z.infer<typeof LearnedVisit>;

/** `words`: each must stand in what was said. Left out: the last year. */
export const SaidQuery = PageQuery.extend({
  site: Slug,
  ...period,
  words: z.string().trim().max(100).default(''),
  low: z.enum(['true', 'false']).default('false'),
  reason: Id.optional(),
}).refine(isForwards, backwards);
export type SaidQuery = z.infer<typeof SaidQuery>;
/** What was said in a visit (原话). `question` null: the remarks. */
export const SaidView = z.object({
  item: z.string(),
  number: z.string(),
  at: WireInstant,
  building: Slug.nullable(),
  unit: z.string().nullable(),
  category: z.string(),
  rule: Text.nullable(),
  ...answers,
  low: z.boolean(),
  texts: z.array(z.object({ question: Text.nullable(), text: z.string() })),
});
export type SaidView = z.infer<typeof SaidView>;
