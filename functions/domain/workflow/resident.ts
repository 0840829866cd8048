import type { Call } from '../item.ts';
import { dueFrom, limitOf, mail, mailResident, peopleOf, type Run, record } from './run.ts';

/**
 * Tells the resident: by mail where there is an address, else by a "call the resident" task with its own limit;
 * an anonymous caller cannot be told, and the timeline says so.
 */
export function tellResident(run: Run, template: string, told: string | null): void {
  const { reporter } = run.item.intake;
  if (reporter.email) {
    const cause = record(run, { type: 'told', template, via: 'mail', told });
    mailResident(run, template, told, cause);
  } else callResident(run, template, told);
  tellJoined(run, template, told);
}

/** One decision holds a hundred rows; whoever joined later than these sees the news on the page of their receipt. */
const MOST_TOLD = 40;

/**
 * News for those whose reports joined, once each, by mail only. What was written to the first reporter about their own
 * unit is theirs; about a public place everybody may hear it.
 */
function tellJoined(run: Run, template: string, told: string | null): void {
  const { joined, unit, seq, intake } = run.item;
  const shared = unit === null ? told : null;
  const known = new Set([intake.reporter.email?.toLowerCase()]);
  const others = joined.filter(({ email }) => {
    const address = email?.toLowerCase();
    return address !== undefined && !known.has(address) && known.add(address);
  });
  const notice = template === 'withdrawn' ? 'closed' : template === 'replied' && shared === null ? 'news' : template;
  for (const { id } of others.slice(0, MOST_TOLD)) mailResident(run, notice, shared, seq, id);
}

/** A notice for somebody who is not reached by mail. Nobody there to call: those who hear of late calls make it. */
export function callResident(run: Run, template: string, told: string | null): void {
  const { item, definition } = run;
  if (!item.intake.reporter.phone) {
    record(run, { type: 'told', template, via: 'none', told });
    return;
  }
  const id = `call-${item.calls.length + 1}`;
  const due = dueFrom(run, run.now, limitOf(item, definition.calls.within));
  item.calls.push({ id, template, told, since: run.now, due, overdue: false, doneAt: null });
  const cause = record(run, { type: 'told', template, via: 'call', told, call: id });
  const callers = peopleOf(run, definition.calls.to);
  for (const person of callers.length > 0 ? callers : peopleOf(run, definition.calls.late))
    mail(run, person, { reason: 'call', template, acts: true, due, call: id }, cause);
}

/** Whoever was to call was not reached: those who hear of late calls are asked to call instead, once. */
export function callerNotReached(run: Run, id: string, caller: string): void {
  const call = openCall(run, id);
  if (!call || call.overdue) return;
  const others = peopleOf(run, run.definition.calls.late);
  if (others.includes(caller)) return;
  const details = { template: call.template, acts: true, due: call.due, call: id } as const;
  const cause = record(run, { type: 'informed', people: others }, 'system');
  for (const person of others) mail(run, person, { ...details, reason: 'call' }, cause);
}

const openCall = (run: Run, id: string): Call | undefined =>
  run.item.calls.find((call) => call.id === id && call.doneAt === null);

export function lateCall(run: Run, id: string): void {
  const call = openCall(run, id);
  if (!call) return;
  call.overdue = true;
  const cause = record(run, { type: 'callOverdue', call: id }, 'system');
  for (const person of peopleOf(run, run.definition.calls.late))
    mail(run, person, { reason: 'callOverdue', template: call.template, call: id, acts: true }, cause);
}
