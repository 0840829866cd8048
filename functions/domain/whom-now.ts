import type { Calendar } from './calendar.ts';
import type { PersonId } from './item.ts';
import type { Directory } from './organisation.ts';
import { type Asker, type Recipient, type Resolved, resolveRecipients } from './recipients.ts';
import type { Instant } from './time.ts';

/** What the answer to "whom would that be?" hangs on: the item's building, its department, or who owns it. */
export type Hinge = 'building' | 'department' | 'owner';

/** A kind of item for which nobody would be there; null: whatever its building, or department. */
export interface Gap {
  building: string | null;
  department: string | null;
}

/** People each once, those of the first buildings and departments first. */
export interface WhomNow extends Resolved {
  hinges: Hinge[];
  /** Empty: somebody is there whatever the item. Items that have an owner are taken to have one who is there. */
  gaps: Gap[];
}

const BUILDING: readonly Recipient['kind'][] = ['steward', 'areaRepairer', 'areaKeeper', 'areaCustomerService'];

/** Whom the recipients would be at `now` for items of a site: all of its buildings and departments tried. Total. */
export function whomNow(
  recipients: readonly Recipient[],
  site: string,
  directory: Directory,
  calendar: Calendar,
  now: Instant,
): WhomNow {
  const { sites, buildings } = directory.organisation;
  const hinges: Hinge[] = [
    ...(recipients.some(({ kind }) => BUILDING.includes(kind)) ? ['building' as const] : []),
    ...(recipients.some((one) => 'department' in one && one.department === 'item') ? ['department' as const] : []),
    ...(recipients.some(({ kind }) => kind === 'owner' || kind === 'responsible' || kind === 'patrol')
      ? ['owner' as const]
      : []),
  ];
  const own = buildings.filter((one) => one.site === site).map(({ id }) => id);
  const departments = sites.find(({ id }) => id === site)?.departments.map(({ id }) => id) ?? [];
  const whole = (ids: string[], hinge: Hinge): (string | null)[] =>
    hinges.includes(hinge) && ids.length > 0 ? ids : [null];

  const people = new Set<PersonId>();
  const substituted = new Map<string, Resolved['substituted'][number]>();
  const gaps: Gap[] = [];
  for (const building of whole(own, 'building'))
    for (const department of whole(departments, 'department')) {
      const item: Asker = { site, building, department: department ?? '', owner: null };
      const found = resolveRecipients(recipients, item, directory, calendar, now);
      for (const person of found.people) people.add(person);
      for (const one of found.substituted) substituted.set(`${one.absent}/${one.deputy}`, one);
      if (found.people.length === 0 && !hinges.includes('owner')) gaps.push({ building, department });
    }
  return { people: [...people], substituted: [...substituted.values()], hinges, gaps };
}
