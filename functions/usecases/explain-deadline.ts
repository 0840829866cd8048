import { addLimit } from '#domain/add-limit';
import type { Calendar } from '#domain/calendar';
import type { Item } from '#domain/item';
import type { Limit } from '#domain/limit';
import type { Instant } from '#domain/time';
import type { Caller } from '#http/caller';
import type { Why } from '#http/schemas/complaint';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { NotFound } from './errors.ts';
import { createCalendarLoader, type LoadFacts } from './load-facts.ts';
import { openItem } from './open-item.ts';

export type ExplainableClock = 'acknowledge' | 'reply' | 'resolve' | 'wait';

interface Deadline {
  start: Instant;
  at: Instant;
  /** Null: a date somebody or something named. */
  limit: Limit | null;
  /** 'id@version' it was computed with, null: the present one. */
  calendar: string | null;
  pauses: { from: Instant; to: Instant }[];
  promised: boolean;
  /** It is not before this. */
  notBefore: Instant | null;
}

function deadlineOf({ ask, wait, clocks, order }: Item, what: ExplainableClock): Deadline | null {
  const plain = { calendar: null, pauses: [], promised: false, notBefore: null };
  switch (what) {
    case 'acknowledge':
      return ask?.due == null ? null : { ...plain, start: ask.since, at: ask.due, limit: ask.dueLimit };
    case 'wait':
      return wait && { ...plain, start: wait.since, at: wait.until, limit: wait.limit };
    case 'reply':
    case 'resolve': {
      const clock = clocks[what];
      if (!clock) return null;
      const { startedAt, deadline, limit, calendar, pauses } = clock;
      const notBefore = (what === 'resolve' && order?.plan?.until) || null;
      return { start: startedAt, at: deadline, limit, calendar, pauses, promised: clock.promised !== null, notBefore };
    }
  }
}

/**
 * How a deadline came about: limit, intervals counted, days left out and why, pauses, and the calendar version it was
 * computed with. A promise counts nothing. Throws NotFound when the item has no such clock.
 */
export const createExplainDeadline = (ports: Pick<Ports, 'items' | 'documents'> & { loadFacts: LoadFacts }) => {
  const loadCalendar = createCalendarLoader(ports);

  const calendarOf = async (company: string, reference: string | null, present: Calendar): Promise<Calendar> => {
    const [id, version] = reference?.split('@') ?? [];
    return id && version ? loadCalendar(company, id, Number(version)) : present;
  };

  return async (caller: Caller, id: string, what: ExplainableClock): Promise<Why> => {
    const { item, facts } = await openItem(ports, caller, id, 'item.read');
    const deadline = deadlineOf(item, what);
    if (!deadline) throw new NotFound('clock');
    const { start, at, limit, pauses, promised, notBefore } = deadline;
    const calendar = await calendarOf(item.company, deadline.calendar, facts.calendar);
    const limited = limit && !promised ? addLimit(start, limit, calendar) : null;
    const explanation = limited?.explanation ?? null;
    const planUntil = limited && notBefore !== null && limited.at < notBefore ? notBefore : null;
    const words = (text: { 'zh-CN': string; en: string } | null) => text?.[caller.language] ?? null;
    return {
      what,
      limit,
      start: wireInstant(start),
      deadline: wireInstant(at),
      calendar: explanation?.calendar ?? null,
      rule: { workflow: item.workflow.id, version: item.workflow.version, severity: item.severity },
      counted: (explanation?.counted ?? []).map(({ from, to }) => ({ from: wireInstant(from), to: wireInstant(to) })),
      skipped: (explanation?.skipped ?? []).map(({ date, reason, text }) => ({ date, reason, text: words(text) })),
      opened: (explanation?.opened ?? []).map(({ date, text }) => ({ date, text: words(text) })),
      pauses: pauses.map(({ from, to }) => ({ from: wireInstant(from), to: wireInstant(to) })),
      planUntil: wireInstantOrNull(planUntil),
      promised,
      beyondHorizon: explanation?.beyondHorizon ?? false,
    };
  };
};
