import { naturalOrder } from '#domain/asset';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import { dueOf } from '#domain/summary';
import { DAY, type Instant } from '#domain/time';
import type { Caller } from '#http/caller';
import type { Round, RoundVisit } from '#http/schemas/visit';
import { wireInstantOrNull } from '#http/schemas/wire';
import type { ItemSummary, Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';

/** What one person can visit in a few days; who has more sees the most urgent. */
const MOST = 60;
/** How far ahead one sees what is planned. */
const AHEAD = 7 * DAY;
const MOST_AHEAD = 20;
/** Visits of a site read for it, in pages of 100. */
const PAGES = 3;

/**
 * The caller's visits that are due: building by building, floor by floor, as one walks; then those of the next days, as they
 * come. Needs no permission: they are theirs by being asked, or planned for them.
 */
export const createReadRound =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async ({ company, person }: Caller): Promise<Round> => {
    /** Nobody has been asked yet: they are on nobody's list of work. */
    const comingAt = async (at: string, site: string, visitor: string, now: Instant): Promise<ItemSummary[]> => {
      const planned: ItemSummary[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const { rows, next } = await items.within(
          at,
          { list: 'due', site, span: { from: now, to: now + AHEAD } },
          { kind: 'visit' },
          { limit: 100, cursor },
        );
        planned.push(...rows.filter(({ owner, visit }) => owner === null && visit?.visitor === visitor));
        if (next === null) break;
        cursor = next;
      }
      return planned;
    };
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
    const coming: ItemSummary[] = [];
    for (const site of person.sites) coming.push(...(await comingAt(company, site, person.id, now)));
    coming.sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
    const ahead = await Promise.all(coming.slice(0, MOST_AHEAD).map(({ id }) => items.get(company, id)));
    const viewed = (all: readonly (Item | null)[]) =>
      all.flatMap((item): RoundVisit[] => {
        if (!item?.visit || item.endedAt !== null) return [];
        return [
          roundVisit(item, item.visit, may(person, 'phone.read', { item, building: item.building }, directory), now),
        ];
      });
    const visits = viewed(found);
    const place = ({ site, building, unit }: RoundVisit) => `${site} ${building ?? ''} ${unit ?? ''}`;
    visits.sort((a, b) => naturalOrder(place(a)).localeCompare(naturalOrder(place(b))));
    return { visits, more: mine.length > MOST, coming: viewed(ahead) };
  };

function roundVisit(item: Item, visit: NonNullable<Item['visit']>, contacts: boolean, now: number): RoundVisit {
  const { id, number, site, building, unit, category } = item;
  const { name, phone, preferredTime } = item.intake.reporter;
  const due = dueOf(item);
  return {
    ...{ id, number, site, building, unit, category },
    rule: visit.rule?.name ?? visit.why,
    of: visit.of?.number ?? null,
    about: visit.of?.name ?? null,
    channel: visit.channel,
    attempts: visit.attempts,
    due: wireInstantOrNull(due),
    overdue: due !== null && due <= now,
    resident: { name, phone: contacts ? phone : null, preferredTime: contacts ? preferredTime : null },
  };
}
