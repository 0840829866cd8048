import type { Ask, Item, ItemClock } from '../item.ts';
import { copyOrder } from '../order.ts';
import { copyVisit } from '../visit.ts';

/**
 * Deep enough that a run never touches the caller's item. Field by field: three times as fast as spreading an object of
 * this size, and this is a quarter of what an event costs. An optional field must be added here by hand.
 */
export function copyItem(item: Item): Item {
  return {
    id: item.id,
    company: item.company,
    kind: item.kind,
    number: item.number,
    site: item.site,
    building: item.building,
    unit: item.unit,
    place: item.place,
    category: item.category,
    department: item.department,
    severity: item.severity,
    major: item.major,
    repeatOf: item.repeatOf,
    intake: item.intake,
    workflow: item.workflow,
    // Rows stored before there were any lack both.
    templates: item.templates ?? null,
    forms: item.forms ?? null,
    // And before there were orders and visits.
    order: item.order ? copyOrder(item.order) : null,
    visit: item.visit ? copyVisit(item.visit) : null,
    origin: item.origin ?? null,
    limits: item.limits,
    createdAt: item.createdAt,
    version: item.version,
    epoch: item.epoch,
    status: item.status,
    step: item.step,
    owner: item.owner,
    level: item.level,
    raised: item.raised,
    ask: item.ask && copyAsk(item.ask),
    wait: item.wait && { since: item.wait.since, limit: item.wait.limit, until: item.wait.until },
    clocks: { reply: copyClock(item.clocks.reply), resolve: copyClock(item.clocks.resolve) },
    pause: item.pause,
    calls: item.calls.map((call) => ({ ...call })),
    attempts: item.attempts,
    verdict: item.verdict,
    // Rows stored before there were any lack both.
    joined: (item.joined ?? []).map((report) => ({ ...report })),
    nudgedAt: item.nudgedAt ?? null,
    reopened: item.reopened,
    reopenedAt: item.reopenedAt,
    promises: { kept: item.promises.kept, broken: item.promises.broken },
    recovered: item.recovered ?? 0,
    involved: item.involved.slice(),
    wereAsked: item.wereAsked?.slice() ?? [],
    fields: { ...item.fields },
    seq: item.seq,
    entered: item.entered,
    updatedAt: item.updatedAt,
    endedAt: item.endedAt,
    stuck: item.stuck,
  };
}

function copyAsk(ask: Ask): Ask {
  return {
    id: ask.id,
    level: ask.level,
    timer: ask.timer,
    since: ask.since,
    asked: ask.asked.map(({ person, level, at, reached, confirmed }) => ({ person, level, at, reached, confirmed })),
    due: ask.due,
    dueLimit: ask.dueLimit,
    repeated: ask.repeated,
    reminder: ask.reminder && { since: ask.reminder.since, next: ask.reminder.next, left: ask.reminder.left },
  };
}

function copyClock(clock: ItemClock | undefined): ItemClock | undefined {
  return (
    clock && {
      startedAt: clock.startedAt,
      limit: clock.limit,
      deadline: clock.deadline,
      calendar: clock.calendar,
      promised: clock.promised,
      metAt: clock.metAt,
      missedAt: clock.missedAt,
      pauses: clock.pauses.slice(),
    }
  );
}
