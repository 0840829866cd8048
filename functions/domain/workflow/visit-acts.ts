import { nextChannel } from '../visit/candidate.ts';
import { isLow, TRIES, type Visit } from '../visit.ts';
import type { Action, ActionInput } from './action.ts';
import { meetClock } from './clocks.ts';
import { goTo, stop } from './enter.ts';
import type { FilledForm } from './event.ts';
import { findStep, type Run, record } from './run.ts';

/** What the resident said, kept on the visit; conditions read it as the verdict. */
export function keepAnswers(run: Run, { score, onTime, held, remarks, reason }: ActionInput<'visited'>): void {
  const { item, now, by } = run;
  const { visit } = item;
  if (!visit || by === 'system') return;
  visit.answers = {
    score,
    onTime: onTime === undefined ? null : onTime === 'yes',
    held: held ?? null,
    remarks: remarks || null,
    reason: reason ?? null,
    by,
    channel: by === 'resident' ? 'message' : visit.channel,
    at: now,
  };
  const good = isLow(visit, visit.answers) ? 'notSolved' : 'solved';
  item.verdict = { verdict: held === 'partly' ? 'partly' : good, score, opinion: remarks || null };
  meetClock(run, 'resolve');
}

/** Nobody was reached: after a while another way is tried, and in the end it is given up. */
export function inVain({ item }: Run): void {
  const { visit } = item;
  if (!visit) return;
  visit.attempts += 1;
  if (visit.attempts >= TRIES) otherWay(visit, item.intake.reporter);
}

/** A message asks by itself: whoever follows up on it uses another way. */
export function sentByMessage({ item }: Run): void {
  const { visit } = item;
  if (visit?.channel === 'message' && visit.answers === null) otherWay(visit, item.intake.reporter);
}

function otherWay(visit: Visit, { phone, email }: { phone: string | null; email: string | null }): void {
  visit.tried.push(visit.channel);
  visit.attempts = 0;
  const next = nextChannel(visit.tried, { phone: phone !== null, email: email !== null });
  // Nobody writes a second message to who did not answer the first.
  if (next === null || next === 'message') visit.gaveUp = true;
  else visit.channel = next;
}

/** The message did not arrive: nobody waits for an answer to it. */
export function messageLost(run: Run): void {
  const step = run.item.wait ? findStep(run.definition, run.item.step) : undefined;
  if (step?.type === 'wait' && run.item.visit?.answers === null) goTo(run, step.next);
}

/** A resident answers by themself, whatever the visit waits for just now. */
export function answeredByResident(run: Run, action: Extract<Action, { name: 'visited' }>, form?: FilledForm): void {
  const { definition, item } = run;
  const answers = form?.answers.length ? form.answers : undefined;
  record(run, { type: 'acted', action, ...(answers && { answers }) });
  Object.assign(item.fields, form?.values);
  keepAnswers(run, action.input);
  const next = definition.steps
    .flatMap((step) => (step.type === 'ask' ? step.actions : []))
    .find((rule) => rule.action === 'visited')?.next;
  if (next === undefined) return stop(run, 'no step takes the answers');
  goTo(run, next);
}
