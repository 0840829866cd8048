import { startClock } from './clocks.ts';
import { goTo } from './enter.ts';
import type { Event } from './event.ts';
import { mail, peopleOf, type Run, record } from './run.ts';

type Reopened = Extract<Event, { type: 'visitReopened' }>;

/**
 * A visit found that it did not hold: an item that ended is taken up again, one level up, where its workflow takes up what
 * did not satisfy; a workflow without such a place begins as for a corrected item. One that is open already hears of it.
 */
export function reopen(run: Run, { type, ...told }: Reopened): void {
  const { item, definition } = run;
  const cause = record(run, { type, ...told });
  if (item.endedAt === null) {
    for (const person of peopleOf(run, [{ kind: 'owner' }]))
      mail(run, person, { reason: 'information', level: 0, acts: true }, cause);
    return;
  }
  item.endedAt = null;
  item.stuck = null;
  const step = definition.steps.find((one) => one.type === 'set' && one.raise?.why === 'reopened');
  if (step) return goTo(run, step.id);
  const top = Math.max(...definition.steps.map((one) => (one.type === 'ask' ? one.levels.length - 1 : 0)));
  const to = Math.min(item.level + 1, Math.max(top, item.level));
  record(run, { type: 'raised', from: item.level, to, why: 'reopened' }, 'system');
  item.level = to;
  item.raised = true;
  item.reopened += 1;
  item.reopenedAt = run.now;
  startClock(run, 'resolve', run.now);
  goTo(run, definition.rerouted);
}
