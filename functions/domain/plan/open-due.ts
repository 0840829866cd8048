import { goesByDates } from '../maintenance-plan.ts';
import { DAY, type Instant } from '../time.ts';
import { type Absorbed, absorbedBy } from './absorption.ts';
import { type AssetFact, type AssetFacts, retiredSince, type Subject, subjectsOf } from './asset-fact.ts';
import type { CompiledPlan, PlanOccurrence } from './compiled-plan.ts';
import { meterNext } from './meter-next.ts';
import { dueBetween, floatingNext, nextDue } from './occurrences.ts';
import { freshSubject, orderKey, type PlanHistory, type PlanState, type SubjectState } from './plan-state.ts';

/** An occurrence dealt with for an asset or a round. `at`: the instant it was due to be opened. */
export interface Outcome {
  kind: 'opened' | 'missed' | 'absorbed';
  /** The order's business key: whoever opens orders does so once for each. */
  key: string;
  plan: string;
  asset: Subject;
  at: Instant;
  occurrence: PlanOccurrence;
  because: 'date' | 'completion' | 'meter';
  /** Of a missed one: the occurrence whose order was still open. */
  behind: string | null;
  absorbed: Absorbed | null;
}

export interface Settlement {
  state: PlanState;
  outcomes: Outcome[];
}

/** How long a date that was dealt with is remembered after it opened. */
const REMEMBERED = 62 * DAY;

/**
 * Deals with all that opened up to `now`, in order. Depends on `now` only: called late, twice, earlier or never in
 * between, the outcomes together are the same.
 */
export function openDue(history: PlanHistory, assets: AssetFacts, state: PlanState, now: Instant): Settlement {
  let settled: Settlement = { state, outcomes: [] };
  history.forEach(({ since, plan }, index) => {
    const next = history[index + 1]?.since ?? Number.POSITIVE_INFINITY;
    const until = Math.min(now, next);
    // A meter may have been read at the very instant that was dealt with last.
    const again = settled.state.upTo === now && (since <= now || index === 0) && next > now && plan?.plan.meter != null;
    if (until <= settled.state.upTo && !again) return;
    const { state, outcomes } = settleVersion(plan, assets, settled.state, until);
    if (again && outcomes.length === 0) return;
    settled = { state, outcomes: [...settled.outcomes, ...outcomes] };
  });
  return settled;
}

/** The order of this occurrence is done, or ended otherwise. Told twice, or of an order that is not open, it changes nothing. */
export function completeOrder(
  history: PlanHistory,
  assets: AssetFacts,
  state: PlanState,
  order: { asset: Subject; occurrence: string; at: Instant },
): Settlement {
  const settled = openDue(history, assets, state, order.at);
  const subjects = settled.state.subjects.map((one) =>
    one.asset === order.asset && one.open === order.occurrence ? { ...one, open: null, done: order.at } : one,
  );
  return { ...settled, state: { ...settled.state, subjects } };
}

/** When the trigger of a plan should fire next, and for which occurrence; null: nothing to wait for but a meter or a completion. */
export function nextOpening(one: CompiledPlan, state: PlanState): { occurrence: string; at: Instant } | null {
  if (one.plan.status !== 'active' || !goesByDates(one.plan)) return null;
  if (one.plan.mode === 'fixed') {
    const next = nextDue(unsettled(one, state), state.upTo);
    return next && { occurrence: next.planned, at: Math.max(next.opens, state.upTo + 1) };
  }
  const known = new Map(state.subjects.map((subject) => [subject.asset, subject]));
  const waiting = subjectsOf(one.plan).flatMap((asset) => {
    const { open, done, last } = known.get(asset) ?? freshSubject(asset);
    const next = open === null ? floatingNext(one, { done, last, since: state.since }) : null;
    return next === null ? [] : [{ occurrence: next.planned, at: Math.max(next.opens, state.upTo + 1) }];
  });
  return waiting.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Without what was dragged after it had been dealt with. */
function unsettled(one: CompiledPlan, { settled }: PlanState): CompiledPlan {
  if (one.dragged.size === 0) return one;
  const past = new Set(settled.map(({ occurrence }) => occurrence));
  const far = Number.NEGATIVE_INFINITY;
  const dragged = [...one.dragged].map(
    ([planned, { occurrence, wouldOpen }]): [string, { occurrence: PlanOccurrence; wouldOpen: Instant }] => [
      planned,
      past.has(planned) ? { occurrence: { ...occurrence, opens: far }, wouldOpen: far } : { occurrence, wouldOpen },
    ],
  );
  return { ...one, dragged: new Map(dragged) };
}

/** Up to `now`, which is after `state.upTo`, under one version. */
function settleVersion(one: CompiledPlan | null, assets: AssetFacts, state: PlanState, now: Instant): Settlement {
  if (one === null || one.plan.status !== 'active') return { state: dealtWith(state, now, []), outcomes: [] };
  const { plan } = one;
  const past = new Set(state.settled.map(({ occurrence }) => occurrence));
  const byDate = plan.mode === 'fixed' && goesByDates(plan);
  const dates = byDate ? dueBetween(one, state.upTo, now).filter(({ planned }) => !past.has(planned)) : [];
  const known = new Map(state.subjects.map((subject) => [subject.asset, subject]));
  const outcomes: Outcome[] = [];
  for (const asset of subjectsOf(plan)) {
    const before = known.get(asset) ?? freshSubject(asset);
    const retired = retiredSince(plan, asset, assets) ?? Number.POSITIVE_INFINITY;
    const pending = before.open === null ? pendingOf(one, asset, before, state, assets, now) : null;
    const lines = inOrder(pending, dates, state.upTo).filter(({ at }) => at < retired);
    known.set(asset, settleSubject(one, before, lines, outcomes));
  }
  outcomes.sort((a, b) => a.at - b.at); // stable: of one instant, in the order of the plan's assets
  const fresh = dates.map(({ planned, opens }) => ({
    occurrence: planned,
    until: Math.max(opens, one.dragged.get(planned)?.wouldOpen ?? opens) + REMEMBERED,
  }));
  return { state: { ...dealtWith(state, now, fresh), subjects: [...known.values()] }, outcomes };
}

interface Line {
  at: Instant;
  occurrence: PlanOccurrence;
  because: Outcome['because'];
}

/** What completion or meter brings comes before the dates of the same instant. */
const inOrder = (pending: Line | null, dates: readonly PlanOccurrence[], from: Instant): Line[] => {
  const lines = dates.map(
    (occurrence): Line => ({ at: Math.max(occurrence.opens, from), occurrence, because: 'date' }),
  );
  if (pending === null) return lines;
  const behind = lines.findIndex(({ at }) => at >= pending.at);
  return lines.toSpliced(behind < 0 ? lines.length : behind, 0, pending);
};

function settleSubject(
  one: CompiledPlan,
  before: SubjectState,
  lines: readonly Line[],
  outcomes: Outcome[],
): SubjectState {
  const subject = { ...before };
  for (const { at, occurrence, because } of lines) {
    const { asset } = subject;
    if (because !== 'meter' && occurrence.planned === subject.last) continue; // opened while the plan was floating
    const key = orderKey(one, occurrence.planned, asset);
    const outcome = { key, plan: one.plan.id, asset, at, occurrence, because, behind: null, absorbed: null };
    const absorbed = because === 'date' ? absorbedBy(one, asset, occurrence.planned) : null;
    if (absorbed !== null) outcomes.push({ ...outcome, kind: 'absorbed', absorbed });
    else if (subject.open === null) {
      outcomes.push({ ...outcome, kind: 'opened' });
      subject.open = occurrence.planned;
      if (because !== 'meter') subject.last = occurrence.planned;
      subject.opened += 1;
    } else if (because === 'date') {
      outcomes.push({ ...outcome, kind: 'missed', behind: subject.open });
      subject.missed += 1;
    }
  }
  return subject;
}

/** What completion or meter brings by `now`, whichever comes first. */
function pendingOf(
  one: CompiledPlan,
  asset: Subject,
  { done, last }: SubjectState,
  state: PlanState,
  assets: AssetFacts,
  now: Instant,
): Line | null {
  const { plan } = one;
  const floats = plan.mode === 'floating' && goesByDates(plan);
  const next = floats ? floatingNext(one, { done, last, since: state.since }) : null;
  const fact: AssetFact | undefined = asset === null ? undefined : assets.get(asset);
  const meter = fact && meterNext(one, fact, done ?? state.since, now);
  const lines: Line[] = [];
  if (next !== null)
    lines.push({
      at: Math.max(next.opens, state.upTo),
      occurrence: next,
      because: done === null ? 'date' : 'completion',
    });
  if (meter) lines.push({ at: Math.max(meter.opens, state.upTo), occurrence: meter, because: 'meter' });
  return lines.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)[0] ?? null;
}

const dealtWith = (state: PlanState, now: Instant, fresh: PlanState['settled']): PlanState => ({
  ...state,
  upTo: now,
  settled: [...state.settled, ...fresh].filter(({ until }) => until > now),
});
