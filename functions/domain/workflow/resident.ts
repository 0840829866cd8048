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
