import type { Item } from '#domain/item';
import type { Instant } from '#domain/time';
import { clockNames, isStopped } from '#domain/workflow/clocks';
import type { ClockView } from '#http/schemas/complaint';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';

interface Running {
  what: ClockView['what'];
  startedAt: Instant;
  deadline: Instant;
  call?: string;
  promised?: boolean;
  paused?: boolean;
  metAt?: Instant | null;
  missedAt?: Instant | null;
}

const stateOf = ({ metAt, missedAt, paused, deadline }: Running, now: Instant): ClockView['state'] => {
  if (missedAt != null) return 'missed';
  if (metAt != null) return 'met';
  if (paused) return 'paused';
  return deadline < now ? 'missed' : 'running';
};

const view = (clock: Running, now: Instant): ClockView => ({
  what: clock.what,
  call: clock.call ?? null,
  startedAt: wireInstant(clock.startedAt),
  deadline: wireInstant(clock.deadline),
  promised: clock.promised ?? false,
  state: stateOf(clock, now),
  metAt: wireInstantOrNull(clock.metAt ?? null),
  missedAt: wireInstantOrNull(clock.missedAt ?? null),
});

/** Every deadline of the item: the asking's, the resident's two, a wait's or pause's end, and calls to make. */
export function clocksOf(item: Item, now: Instant): ClockView[] {
  const clocks: Running[] = [];
  if (item.ask?.due != null) clocks.push({ what: 'acknowledge', startedAt: item.ask.since, deadline: item.ask.due });
  for (const name of clockNames) {
    const clock = item.clocks[name];
    if (clock) clocks.push({ ...clock, what: name, promised: clock.promised !== null, paused: isStopped(item, name) });
  }
  if (item.wait) clocks.push({ what: 'wait', startedAt: item.wait.since, deadline: item.wait.until });
  if (item.pause) clocks.push({ what: 'pause', startedAt: item.pause.since, deadline: item.pause.until });
  for (const { id, since, due, overdue, doneAt } of item.calls)
    clocks.push({
      what: 'call',
      call: id,
      startedAt: since,
      deadline: due,
      metAt: doneAt,
      missedAt: overdue ? due : null,
    });
  return clocks.map((clock) => view(clock, now));
}
