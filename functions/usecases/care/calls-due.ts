import type { PlannedEvent } from '#domain/care/event';
import { concerns } from '#domain/care/event';
import { callReason } from '#domain/care/reach';
import type { Household } from '#domain/household';
import type { Instant } from '#domain/time';
import type { CareHome } from '#http/schemas/care';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { everyRow } from '../every-row.ts';
import { callee } from './care-events.ts';

/** Events ahead that are looked through, and households that are looked up at once. */
const MOST_EVENTS = 20;
const TOGETHER = 100;

/**
 * Whom a building's steward is to call: households an announced event was not mailed to, or whose mails did not arrive, and
 * whom nobody told yet. The first event first, by unit; `phones`: whether the reader may have their numbers.
 */
export async function callsDue(
  { care, households }: Pick<Ports, 'care' | 'households'>,
  {
    company,
    site,
    building,
    phones,
    now,
  }: { company: string; site: string; building: string; phones: boolean; now: Instant },
  most: number,
): Promise<{ calls: CareHome['calls']; more: boolean }> {
  const ahead = await care.events(company, site, true, now, { limit: MOST_EVENTS });
  const events = ahead.rows
    .filter((event) => event.announcedAt !== null && event.cancelledAt === null && event.from > now)
    .filter((event) => concerns(event, building))
    .toSorted((a, b) => a.from - b.from);
  const calls: CareHome['calls'] = [];
  if (events.length === 0) return { calls, more: false };
  const living: Household[] = [];
  for await (const one of everyRow((page) => households.bySite(company, site, building, page))) living.push(one);
  for (const event of events)
    for (let from = 0; from < living.length; from += TOGETHER) {
      calls.push(...(await untold(care, company, event, living.slice(from, from + TOGETHER), phones)));
      if (calls.length > most) return { calls: calls.slice(0, most), more: true };
    }
  return { calls, more: false };
}

async function untold(
  care: Ports['care'],
  company: string,
  { id, kind, from }: PlannedEvent,
  living: readonly Household[],
  phones: boolean,
): Promise<CareHome['calls']> {
  const ids = living.map((one) => one.id);
  const [told, missed] = await Promise.all([care.toldOf(company, id, ids), care.notReachedOf(company, id, ids)]);
  return living.flatMap((household) => {
    const why = callReason(household, missed.get(household.id) ?? []);
    if (why === null || told.has(household.id)) return [];
    const { building, unit, members } = household;
    return [
      {
        ...{ event: { id, kind, from: wireInstant(from) }, household: household.id, building, unit, why },
        members: members.map((one) => callee(one, phones)),
      },
    ];
  });
}
