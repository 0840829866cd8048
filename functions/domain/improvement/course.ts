import type { PersonId } from '../item.ts';
import type { FigureRef } from '../learned/figure.ts';
import { addDays, type Instant } from '../time.ts';
import {
  DAYS_TO_PLAN,
  DEFAULT_WEEKS,
  type Improvement,
  type ImprovementEffect,
  type ImprovementState,
  type Measured,
  MOST_ROUNDS,
  type Round,
} from './improvement.ts';

/** Who does something, and when; `today` is the site's local date. */
export interface Doing {
  by: PersonId;
  at: Instant;
  today: string;
}
/** Why a step is refused: the field it belongs to, and a code for the words. */
export interface Refusal {
  field: 'expected' | 'actionBy' | 'on' | 'seen' | 'effect' | 'conclusion';
  code:
    | 'not_in_this_state'
    | 'in_the_past'
    | 'too_far_ahead'
    | 'in_the_future'
    | 'before_it_was_opened'
    | 'too_early_to_check'
    | 'figure_not_read'
    | 'nothing_counted'
    | 'too_many_rounds'
    | 'say_what_was_seen'
    | 'say_the_effect'
    | 'say_what_follows';
}
export type Outcome = { ok: true; improvement: Improvement } | { ok: false; refusals: Refusal[] };

const refused = (...refusals: Refusal[]): Outcome => ({ ok: false, refusals });
const wrongState = refused({ field: 'expected', code: 'not_in_this_state' });
const went = (improvement: Improvement, change: Partial<Improvement>): Outcome => ({
  ok: true,
  improvement: { ...improvement, ...change, version: improvement.version + 1 },
});

const blank = (before: Measured): Round => ({
  ...{ cause: '', action: '', owner: null, actionBy: null, weeks: DEFAULT_WEEKS, checkOn: null, done: null },
  ...{ before, after: null, seen: '', effect: null, conclusion: '' },
});
const roundOf = (improvement: Improvement): Round => {
  const { cause, action, owner, actionBy, weeks, checkOn, done } = improvement;
  const { before, after, seen, effect, conclusion } = improvement;
  return { cause, action, owner, actionBy, weeks, checkOn, done, before, after, seen, effect, conclusion };
};

export interface Opening {
  id: string;
  company: string;
  number: string;
  ref: FigureRef;
  target: number;
  days: number;
  before: Measured;
}
/** A figure missed its target: the daily pass opens it, or a manager by hand. */
export const openImprovement = (
  { ref, before, ...opening }: Opening,
  { by, at, today }: Omit<Doing, 'by'> & { by: PersonId | 'system' },
): Improvement => ({
  ...{ ...opening, ref, site: ref.site, version: 1, state: 'plan', earlier: [] },
  ...{ opened: { at, on: today, by }, closed: null },
  ...blank(before),
});

export interface Planned {
  cause: string;
  action: string;
  owner: PersonId;
  actionBy: string;
  weeks: number;
}
/** Two years: a later date is a slip of the hand. */
const DAYS_AHEAD = 730;

/** Plan: cause, action, who, by when; changed until it is done. */
export function plan(improvement: Improvement, planned: Planned, { today }: Pick<Doing, 'today'>): Outcome {
  if (improvement.state !== 'plan' && improvement.state !== 'do') return wrongState;
  if (planned.actionBy < today && planned.actionBy !== improvement.actionBy)
    return refused({ field: 'actionBy', code: 'in_the_past' });
  if (planned.actionBy > addDays(today, DAYS_AHEAD)) return refused({ field: 'actionBy', code: 'too_far_ahead' });
  return went(improvement, { ...planned, state: 'do', checkOn: addDays(planned.actionBy, 7 * planned.weeks) });
}

/** Do: it was done; the check is counted from that day. */
export function recordDone(
  improvement: Improvement,
  { on, note }: { on: string; note: string },
  { by, today }: Pick<Doing, 'by' | 'today'>,
): Outcome {
  if (improvement.state !== 'do') return wrongState;
  if (on > today) return refused({ field: 'on', code: 'in_the_future' });
  if (on < startOf(improvement)) return refused({ field: 'on', code: 'before_it_was_opened' });
  const checkOn = addDays(on, 7 * improvement.weeks);
  return went(improvement, { state: 'check', done: { on, note, by }, checkOn });
}
/** The day the round began. */
const startOf = ({ opened, earlier }: Improvement): string => earlier.at(-1)?.after?.to ?? opened.on;

/** Why the figure may not be read yet; null: it may. */
export function whyNotRead({ state, checkOn }: Improvement, today: string): Refusal | null {
  if (state !== 'check') return { field: 'expected', code: 'not_in_this_state' };
  return checkOn === null || today < checkOn ? { field: 'expected', code: 'too_early_to_check' } : null;
}

/** Check: the same figure once more. What was seen in an earlier reading is not kept: it was about another figure. */
export function recordFigure(improvement: Improvement, after: Measured, { today }: Pick<Doing, 'today'>): Outcome {
  const why = whyNotRead(improvement, today);
  return why ? refused(why) : went(improvement, { after, seen: '', effect: null, conclusion: '' });
}

export interface Judged {
  seen: string;
  effect: ImprovementEffect | null;
  conclusion: string;
}
function judge(improvement: Improvement, { seen, effect, conclusion }: Judged, today: string): Refusal[] {
  const why = whyNotRead(improvement, today);
  if (why) return [why];
  if (improvement.after === null) return [{ field: 'expected', code: 'figure_not_read' }];
  return [
    ...(seen.trim() === '' ? [{ field: 'seen', code: 'say_what_was_seen' } as const] : []),
    ...(effect === null ? [{ field: 'effect', code: 'say_the_effect' } as const] : []),
    ...(conclusion.trim() === '' ? [{ field: 'conclusion', code: 'say_what_follows' } as const] : []),
  ];
}

/** Act: what was learned stands. Never without the effect looked at, nor where nothing was counted to look at. */
export function close(improvement: Improvement, judged: Judged, { by, at, today }: Doing): Outcome {
  const refusals = judge(improvement, judged, today);
  if (refusals.length > 0) return refused(...refusals);
  if (improvement.after?.value == null) return refused({ field: 'expected', code: 'nothing_counted' });
  return went(improvement, { ...judged, state: 'closed', closed: { by, at, on: today } });
}

/** Act: it did not help enough. The figure read last is what the next round begins with. */
export function startOver(improvement: Improvement, judged: Judged, { today }: Pick<Doing, 'today'>): Outcome {
  const refusals = judge(improvement, judged, today);
  if (refusals.length > 0) return refused(...refusals);
  if (improvement.earlier.length + 1 >= MOST_ROUNDS) return refused({ field: 'expected', code: 'too_many_rounds' });
  const over = roundOf({ ...improvement, ...judged });
  const next = blank(improvement.after ?? improvement.before);
  return went(improvement, { ...next, owner: over.owner, state: 'plan', earlier: [...improvement.earlier, over] });
}

/** The local date something is to be done by; null: nothing any more. */
export function dueOn(improvement: Improvement): string | null {
  const { state, actionBy, checkOn } = improvement;
  const dates: Record<ImprovementState, string | null> = {
    plan: addDays(startOf(improvement), DAYS_TO_PLAN),
    do: actionBy,
    check: checkOn,
    closed: null,
  };
  return dates[state];
}
export const isLate = (improvement: Improvement, today: string): boolean => {
  const due = dueOn(improvement);
  return due !== null && due < today;
};
