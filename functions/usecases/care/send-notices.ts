import type { PlannedEvent } from '#domain/care/event';
import { reachOf } from '#domain/care/reach';
import type { Household } from '#domain/household';
import type { OutboxRow, Ports } from '#ports';

const ABREAST = 8;

/** Those of its buildings, or of the whole site, a page at a time. */
async function* householdsOf(
  { households }: Pick<Ports, 'households'>,
  event: PlannedEvent,
): AsyncGenerator<Household> {
  for (const building of event.buildings.length === 0 ? [null] : event.buildings) {
    let cursor: string | undefined;
    do {
      const page = await households.bySite(event.company, event.site, building, { cursor, limit: 100 });
      yield* page.rows;
      cursor = page.next ?? undefined;
    } while (cursor);
  }
}

/** A mail to everybody who is to get one about the event, or about its being cancelled; each once, however often this is done. */
export async function sendNotices(
  ports: Pick<Ports, 'households' | 'outbox' | 'clock'>,
  event: PlannedEvent,
): Promise<void> {
  const cancelled = event.cancelledAt !== null;
  const at = ports.clock.now();
  const rows: OutboxRow[] = [];
  for await (const household of householdsOf(ports, event))
    for (const member of reachOf(household).mails) {
      const id = `${event.id}/${household.id}-${member}${cancelled ? '-cancelled' : ''}`;
      const about = { what: 'event', event: event.id, cancelled, household: household.id, member } as const;
      rows.push({
        ...{ company: event.company, item: event.id, kind: 'visit', effect: { type: 'notice', id, about } },
        ...{ state: 'pending', attempts: 0, notBefore: at, at, error: null },
      });
    }
  const rest = rows.values();
  const worker = async () => {
    for (const row of rest) await ports.outbox.add(row);
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
}
