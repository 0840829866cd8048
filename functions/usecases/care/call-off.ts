import type { PlannedEvent } from '#domain/care/event';
import { eventName, spanWords } from '#domain/care/event-words';
import type { Site } from '#domain/organisation';
import type { Instant } from '#domain/time';
import type { Ports } from '#ports';
import type { Decide } from '../decide.ts';
import { everyRow } from '../every-row.ts';

/**
 * Ends the care visits that were opened before an event was cancelled, or moved to where or when they no longer fit. Their
 * visitors hear why, once. Idempotent: what ended already is left alone.
 */
export const createCallOff =
  ({ care, items }: Pick<Ports, 'care' | 'items'>, decide: Decide) =>
  async (event: PlannedEvent, { zone, language }: Pick<Site, 'zone' | 'language'>, now: Instant): Promise<void> => {
    const { company, id, cancelledAt, retimed = 0 } = event;
    if (cancelledAt === null && retimed === 0) return;
    const name = eventName(event.kind, language);
    const when = spanWords(event, now, zone, language);
    const moved = language === 'en' ? `${name}: now planned for ${when}` : `${name}改到${when}`;
    const over = language === 'en' ? `${name} is cancelled` : `${name}已取消`;
    const reason = cancelledAt === null ? moved : over;
    const by = event.changedBy ?? event.createdBy;
    for await (const { item, round } of everyRow((page) => care.opened(company, id, page))) {
      if (cancelledAt === null && round === retimed) continue;
      // Noted before it is opened: there may be none.
      if ((await items.get(company, item))?.endedAt !== null) continue;
      await decide(company, item, ({ item: visit }) =>
        visit.endedAt === null ? { type: 'action', by, action: { name: 'withdraw', input: { reason } } } : null,
      );
    }
  };
export type CallOff = ReturnType<typeof createCallOff>;
