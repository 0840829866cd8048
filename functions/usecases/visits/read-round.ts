import { naturalOrder } from '#domain/asset';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import { dueOf } from '#domain/summary';
import type { Caller } from '#http/caller';
import type { Round, RoundVisit } from '#http/schemas/visit';
import { wireInstantOrNull } from '#http/schemas/wire';
import type { ItemSummary, Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';

/** What one person can visit in a few days; who has more sees the most urgent. */
const MOST = 60;

/**
 * The caller's visits that are due: building by building, floor by floor, as one walks. Needs no permission: they are theirs
 * by being asked.
 */
export const createReadRound =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async ({ company, person }: Caller): Promise<Round> => {
    const { directory } = await loadDirectory(company);
    const mine: ItemSummary[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await items.work(company, person.id, { limit: 100, cursor });
      mine.push(...rows.filter(({ kind }) => kind === 'visit'));
      cursor = next ?? undefined;
    } while (cursor && mine.length <= MOST);
    const found = await Promise.all(mine.slice(0, MOST).map(({ id }) => items.get(company, id)));
    const now = clock.now();
    const visits = found.flatMap((item): RoundVisit[] => {
      if (!item?.visit || item.endedAt !== null) return [];
      return [roundVisit(item, item.visit, may(person, 'phone.read', { item }, directory), now)];
    });
    const place = ({ site, building, unit }: RoundVisit) => `${site} ${building ?? ''} ${unit ?? ''}`;
    visits.sort((a, b) => naturalOrder(place(a)).localeCompare(naturalOrder(place(b))));
    return { visits, more: mine.length > MOST };
  };

function roundVisit(item: Item, visit: NonNullable<Item['visit']>, contacts: boolean, now: number): RoundVisit {
  const { id, number, site, building, unit, category } = item;
  const { name, phone, preferredTime } = item.intake.reporter;
  const due = dueOf(item);
  return {
    ...{ id, number, site, building, unit, category },
    rule: visit.rule?.name ?? visit.why,
    of: visit.of?.number ?? null,
    channel: visit.channel,
    attempts: visit.attempts,
    due: wireInstantOrNull(due),
    overdue: due !== null && due <= now,
    resident: { name, phone: contacts ? phone : null, preferredTime: contacts ? preferredTime : null },
  };
}
