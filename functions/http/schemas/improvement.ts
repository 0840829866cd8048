import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { effects, improvementStates, MOST_ROUNDS } from '#domain/improvement/improvement';
import { Figure, FigureRef } from '#domain/learned/figure';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { Quarter } from './sharing.ts';
import { PageQuery, WireInstant } from './wire.ts';

const Words = z.string().trim().max(2000);
const Written = Words.min(1);
const Expected = { expected: z.int().min(1) };
const State = z.enum(improvementStates);
const Effect = z.enum(effects);

export const ImprovementPath = z.object({ id: z.string().min(1).max(60) });
/** `open`: all that are not closed, longest due first. `quarter`: of those that are. */
export const ImprovementQuery = PageQuery.extend({
  site: Slug,
  list: z.enum(['open', ...improvementStates]).default('open'),
  quarter: Quarter.optional(),
});

const Measured = Figure.extend({ from: LocalDate, to: LocalDate });
const RoundView = z.object({
  cause: z.string(),
  action: z.string(),
  owner: Slug.nullable(),
  actionBy: LocalDate.nullable(),
  weeks: z.number(),
  checkOn: LocalDate.nullable(),
  done: z.object({ on: LocalDate, note: z.string(), by: z.string() }).nullable(),
  before: Measured,
  after: Measured.nullable(),
  seen: z.string(),
  effect: Effect.nullable(),
  conclusion: z.string(),
});
export const ImprovementRow = RoundView.extend({
  id: z.string(),
  site: Slug,
  number: z.string(),
  version: z.number(),
  ref: FigureRef,
  /** What the part is called now; null: the whole site, or a name that is gone. */
  part: Text.nullable(),
  target: z.number(),
  days: z.number(),
  state: State,
  /** Local date of what comes next; null: nothing any more. */
  due: LocalDate.nullable(),
  late: z.boolean(),
  opened: z.object({ at: WireInstant, on: LocalDate, by: z.string() }),
  closed: z.object({ at: WireInstant, on: LocalDate, by: z.string() }).nullable(),
});
export type ImprovementRow = z.infer<typeof ImprovementRow>;

export const ImprovementDetail = ImprovementRow.extend({
  /** Rounds that did not help enough, oldest first. */
  earlier: z.array(RoundView).max(MOST_ROUNDS),
  /** What the reader may do: say what is to be done and judge it; record it and read the figure. */
  may: z.object({ manage: z.boolean(), record: z.boolean() }),
  /** What both readings say by themselves. */
  compared: Effect.nullable(),
});
export type ImprovementDetail = z.infer<typeof ImprovementDetail>;
export type RoundView = z.infer<typeof RoundView>;

/** Of a figure that somebody looked at. */
export const NewImprovement = FigureRef.extend({ target: z.number(), days: z.int().min(7).max(366) });
export type NewImprovement = z.infer<typeof NewImprovement>;

export const PlannedImprovement = z.object({
  ...Expected,
  cause: Written,
  action: Written,
  owner: Slug,
  actionBy: LocalDate,
  /** From the doing to the check. */
  weeks: z.int().min(1).max(26),
});
export type PlannedImprovement = z.infer<typeof PlannedImprovement>;

export const DoneImprovement = z.object({ ...Expected, on: LocalDate, note: Words });
export type DoneImprovement = z.infer<typeof DoneImprovement>;
export const ImprovementStep = z.object(Expected);
export const JudgedImprovement = z.object({ ...Expected, seen: Words, effect: Effect.nullable(), conclusion: Words });
export type JudgedImprovement = z.infer<typeof JudgedImprovement>;
