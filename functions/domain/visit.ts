import type { PersonId } from './item.ts';
import type { Severity } from './routing.ts';
import type { Text } from './text.ts';
import type { Instant } from './time.ts';
import type { VisitChannel } from './visit-rules.ts';
import type { ItemKind } from './workflow/definition.ts';

export const heldAnswers = ['yes', 'partly', 'no'] as const;
export type Held = (typeof heldAnswers)[number];

/** What a resident said of it. Own fields of the questionnaire are among the item's `fields`. */
export interface VisitAnswers {
  /** Satisfaction, 1 to 5. */
  score: number;
  onTime: boolean | null;
  held: Held | null;
  remarks: string | null;
  /** Id of a reason (原因) for a low score, in the settings of visits. */
  reason: string | null;
  by: PersonId | 'resident';
  channel: VisitChannel;
  at: Instant;
}

/** The item a visit follows, as it was when the visit was opened. */
export interface VisitOf {
  item: string;
  number: string;
  kind: ItemKind;
  category: string;
  /** What it was called: by its category, its plan or its kind of facility. Absent on visits older than this field. */
  name?: Text;
  severity: Severity;
  endedAt: Instant;
}

/** What makes an item a follow-up visit (回访). No personal data: that is the intake's. */
export interface Visit {
  /** Null: opened by hand, or for a planned event. */
  rule: { id: string; name: Text } | null;
  of: VisitOf | null;
  /** Why this household is visited, in the opener's words, where no rule says so. */
  why: Text | null;
  household: string;
  /** Pinned settings: the questionnaire, what is low, the list of reasons. */
  settings: { id: string; version: number };
  questionnaire: string;
  visitor: PersonId;
  /** Whoever did what is asked about: never asks, hears of praise. */
  workers: PersonId[];
  channel: VisitChannel;
  /** Ways that were tried in vain before this one. */
  tried: VisitChannel[];
  /** In vain by the present way. */
  attempts: number;
  /** No way is left to try. */
  gaveUp: boolean;
  due: Instant;
  answers: VisitAnswers | null;
  /** What the settings called low when it was opened. */
  low: number;
}

/** Attempts in vain after which another way is tried. */
export const TRIES = 2;

/** Not fixed, or not content: what was done is looked at again. */
export const isLow = ({ low }: Pick<Visit, 'low'>, { score, held }: Pick<VisitAnswers, 'score' | 'held'>): boolean =>
  score <= low || held === 'partly' || held === 'no';

export const MOST_PRAISED = 5;
/** Full marks: whoever did the work hears of it. */
export const isPraise = (visit: Pick<Visit, 'low'>, answers: Pick<VisitAnswers, 'score' | 'held'>): boolean =>
  answers.score === MOST_PRAISED && !isLow(visit, answers);

/** What a visit came to, for the steps that follow; null: nobody was asked yet. */
export type VisitOutcome = 'low' | 'praise' | 'fine';
export const outcomeOf = (visit: Visit): VisitOutcome | null =>
  visit.answers === null
    ? null
    : isLow(visit, visit.answers)
      ? 'low'
      : isPraise(visit, visit.answers)
        ? 'praise'
        : 'fine';

/** Somebody of the household was spoken to on it; null: nobody was, or they answered a message by themselves. */
export const contactOf = ({
  answers,
}: Visit): { at: Instant; by: PersonId; how: 'phone' | 'message' | 'visit' } | null =>
  answers === null || answers.by === 'resident'
    ? null
    : { at: answers.at, by: answers.by, how: answers.channel === 'inPerson' ? 'visit' : answers.channel };

/** Never shares anything a run may change with the visit it copies. */
export const copyVisit = (visit: Visit): Visit => ({
  rule: visit.rule,
  of: visit.of,
  why: visit.why,
  household: visit.household,
  settings: visit.settings,
  questionnaire: visit.questionnaire,
  visitor: visit.visitor,
  workers: visit.workers,
  channel: visit.channel,
  tried: visit.tried.slice(),
  attempts: visit.attempts,
  gaveUp: visit.gaveUp,
  due: visit.due,
  answers: visit.answers,
  low: visit.low,
});
