import { nextOpen } from '#domain/calendar';
import { deputyChain } from '#domain/deputies';
import { CalendarNeverOpens } from '#domain/errors';
import type { Improvement } from '#domain/improvement/improvement';
import type { ImprovementNews } from '#domain/improvement/news';
import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { OutboxRow } from '#ports';
import type { Facts } from '../load-facts.ts';

/** A mail about an improvement, once for the same `once`; it waits until the site's office is open. */
export function noticeOf(
  { company, id }: Pick<Improvement, 'company' | 'id'>,
  { why, to, once }: { why: ImprovementNews; to: PersonId; once: string },
  { calendar, directory }: Pick<Facts, 'calendar' | 'directory'>,
  now: Instant,
): OutboxRow {
  const present = deputyChain(to, directory, now).present ?? to;
  const about = { what: 'improvement', improvement: id, why, to: present } as const;
  return {
    ...{ company, item: id, kind: 'visit', effect: { type: 'notice', id: `${id}/${once}`, about } },
    ...{ state: 'pending', attempts: 0, notBefore: opening(calendar, now), at: now, error: null },
  };
}

/** A calendar that never opens any more must not keep a mail for ever. */
function opening(calendar: Facts['calendar'], now: Instant): Instant {
  try {
    return nextOpen(calendar, now);
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return now;
    throw error;
  }
}
