import { deadline } from '../add-limit.ts';
import { limitOf, mail, mailResident, peopleOf, type Run, record } from './run.ts';

/**
 * Tells the resident: by mail where there is an address, else by a "call the resident" task with its own limit;
 * an anonymous caller cannot be told, and the timeline says so.
 */
export function tellResident(run: Run, template: string, told: string | null): void {
  const { reporter } = run.item.intake;
  if (reporter.email) {
    const cause = record(run, { type: 'told', template, via: 'mail', told });
    mailResident(run, template, told, cause);
  } else if (reporter.phone) callResident(run, template, told);
  else record(run, { type: 'told', template, via: 'none', told });
}

export function callResident(run: Run, template: string, told: string | null): void {
  const { item, definition } = run;
  const id = `call-${item.calls.length + 1}`;
  const due = deadline(run.now, limitOf(item, definition.calls.within), run.facts.calendar);
  item.calls.push({ id, template, told, since: run.now, due, overdue: false, doneAt: null });
  const cause = record(run, { type: 'told', template, via: 'call', told, call: id });
  for (const person of peopleOf(run, definition.calls.to))
    mail(run, person, { reason: 'call', template, acts: true, due, call: id }, cause);
}

export function lateCall(run: Run, id: string): void {
  const call = run.item.calls.find((one) => one.id === id);
  if (!call) return;
  call.overdue = true;
  const cause = record(run, { type: 'callOverdue', call: id }, 'system');
  for (const person of peopleOf(run, run.definition.calls.late))
    mail(run, person, { reason: 'callOverdue', template: call.template, call: id, acts: true }, cause);
}
