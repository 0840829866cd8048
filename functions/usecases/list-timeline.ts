import { may } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { TimelineRow } from '#http/schemas/complaint';
import type { PageRequest, Ports } from '#ports';
import type { ListOf } from './list-work.ts';
import type { LoadFacts } from './load-facts.ts';
import { openItem } from './open-item.ts';
import { entryView } from './view-entry.ts';

/** What happened, oldest first. Readers without the right to phone numbers find none in it. Throws NotFound | NotAllowed. */
export const createListTimeline =
  (ports: Pick<Ports, 'items'> & { loadFacts: LoadFacts }) =>
  async (caller: Caller, id: string, page: PageRequest): Promise<ListOf<TimelineRow>> => {
    const { item, facts } = await openItem(ports, caller, id, 'item.read');
    const contacts = may(caller.person, 'phone.read', { item }, facts.directory);
    const { rows, next } = await ports.items.timeline(caller.company, id, page);
    return { data: rows.map((entry) => entryView(entry, contacts)), next };
  };
