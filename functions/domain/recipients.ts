import { z } from 'zod';
import type { Calendar } from './calendar.ts';
import { absencesAt, chainFrom, isActive } from './deputies.ts';
import { type DirectoryIndex, indexOf } from './directory-index.ts';
import type { Item, PersonId } from './item.ts';
import { onDuty } from './on-duty.ts';
import type { Order } from './order.ts';
import { type Directory, isContractor, type Person, Slug } from './organisation.ts';
import type { Instant } from './time.ts';
import type { Visit } from './visit.ts';

/** Posts, resolved to people when the step fires; `department: 'item'` means the item's own. */
export const Recipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner') }),
  /** Of a work order: who answers for the facility (责任人), else that person's deputy for it. */
  z.object({ kind: z.literal('responsible') }),
  /** Who walks the night patrol: whomever its route names. */
  z.object({ kind: z.literal('patrol') }),
  /** Of a visit: who is to make it, and whoever did the work it asks about. */
  z.object({ kind: z.literal('visitor') }),
  z.object({ kind: z.literal('worker') }),
  z.object({ kind: z.literal('steward') }),
  z.object({ kind: z.literal('areaRepairer') }),
  z.object({ kind: z.literal('areaKeeper') }),
  z.object({ kind: z.literal('areaCustomerService') }),
  /** First handler of the department who is not absent. */
  z.object({ kind: z.literal('handler'), department: Slug }),
  z.object({ kind: z.literal('head'), department: Slug }),
  z.object({ kind: z.literal('onDuty'), roster: Slug }),
  z.object({ kind: z.literal('siteDirector') }),
  z.object({ kind: z.literal('companyPost'), post: Slug }),
  z.object({ kind: z.literal('person'), person: Slug }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** What of an item decides who its recipients are. */
export type Asker = Pick<Item, 'site' | 'building' | 'department' | 'owner'> & {
  order?: (Pick<Order, 'responsible' | 'deputy'> & Partial<Pick<Order, 'patrol'>>) | null;
  visit?: Pick<Visit, 'visitor' | 'workers'> | null;
};

/** `substituted`: who stood in for whom, also when the deputy is among `people` in their own right. */
export interface Resolved {
  people: PersonId[];
  substituted: { absent: PersonId; deputy: PersonId }[];
}

/**
 * The people behind posts at `now`: in order, each once, only active ones who are there. An absent person is replaced
 * by the deputy (and an absent deputy by theirs), and left out when nobody stands in; so is a contractor, but for an order
 * of theirs. Ids that name nobody give nobody;
 * nothing throws.
 */
export function resolveRecipients(
  recipients: readonly Recipient[],
  item: Asker,
  directory: Directory,
  calendar: Calendar,
  now: Instant,
): Resolved {
  const index = indexOf(directory);
  const people = new Set<PersonId>();
  const substituted: Resolved['substituted'] = [];

  for (const recipient of recipients) {
    for (const person of candidates(recipient, item, index, calendar, now)) {
      const present = presentFor(recipient, person, item, index, now);
      if (present === null || isOwnWork(recipient, present, item) || isOutside(recipient, present, item, index))
        continue;
      people.add(present);
      const isKnown = substituted.some(({ absent, deputy }) => absent === person && deputy === present);
      if (present !== person && !isKnown) substituted.push({ absent: person, deputy: present });
    }
  }
  return { people: [...people], substituted };
}

/** Who acts for a holder: for a facility its own deputy comes before whoever the absent person named. */
function presentFor(
  { kind }: Recipient,
  person: PersonId,
  { order }: Asker,
  index: DirectoryIndex,
  now: Instant,
): PersonId | null {
  const deputy = kind === 'responsible' ? order?.deputy : null;
  const isThere = (id: PersonId) => isActive(id, index) && absencesAt(id, index, now).length === 0;
  if (!deputy || isThere(person)) return chainFrom(person, index, now, new Set()).present;
  if (isThere(deputy)) return deputy;
  return chainFrom(person, index, now, new Set()).present ?? chainFrom(deputy, index, now, new Set()).present;
}

/** Nobody asks a resident about work of their own. */
const isOwnWork = ({ kind }: Recipient, person: PersonId, { visit }: Asker): boolean =>
  kind !== 'worker' && visit != null && visit.workers.includes(person);

/** A contractor is reached for a work order that is theirs, and by no post of ours. */
const isOutside = ({ kind }: Recipient, person: PersonId, { order }: Asker, index: DirectoryIndex): boolean =>
  isContractor(index.people.get(person)) && !(order && (kind === 'owner' || kind === 'responsible'));

/** Away at `now`, whether or not somebody stands in. */
export function isAbsent(person: PersonId, directory: Directory, now: Instant): boolean {
  return absencesAt(person, indexOf(directory), now).length > 0;
}

/** Removed members too: the timeline names them. */
export function personById(directory: Directory, id: PersonId): Person | undefined {
  return indexOf(directory).people.get(id);
}

/** Everybody a post names at `now`, whether there or not; of a department's handlers all, not only who is asked. */
export function holdersOf(
  recipient: Recipient,
  item: Asker,
  directory: Directory,
  calendar: Calendar,
  now: Instant,
): readonly PersonId[] {
  const index = indexOf(directory);
  if (recipient.kind === 'handler') return departmentOf(recipient.department, item, index)?.handlers ?? [];
  return candidates(recipient, item, index, calendar, now);
}

/** Names somebody without asking the item who deals with it. */
export const isOfItself = ({ kind }: Recipient): boolean =>
  kind !== 'patrol' && kind !== 'owner' && kind !== 'responsible';

/** The holders of a post, absent and removed ones included. */
function candidates(
  recipient: Recipient,
  item: Asker,
  index: DirectoryIndex,
  calendar: Calendar,
  now: Instant,
): readonly PersonId[] {
  switch (recipient.kind) {
    case 'owner':
      return some(item.owner);
    case 'responsible':
      return some(item.order?.responsible ?? item.order?.deputy);
    case 'patrol':
      // A route names posts and people; whoever meant the item itself would go round in a circle.
      return (item.order?.patrol?.people ?? [])
        .filter(isOfItself)
        .flatMap((one) => candidates(one, item, index, calendar, now));
    case 'visitor':
      return some(item.visit?.visitor);
    case 'worker':
      return item.visit?.workers ?? [];
    case 'person':
      return [recipient.person];
    case 'steward':
      return some(buildingOf(item, index)?.steward);
    case 'areaRepairer':
      return some(areaOf(item, index)?.repairer);
    case 'areaKeeper':
      return some(areaOf(item, index)?.keeper);
    case 'areaCustomerService':
      return some(areaOf(item, index)?.customerService);
    case 'head':
      return some(departmentOf(recipient.department, item, index)?.head);
    case 'handler':
      return some(chooseHandler(departmentOf(recipient.department, item, index)?.handlers ?? [], index, now));
    case 'siteDirector':
      return some(index.sites.get(item.site)?.director);
    case 'companyPost':
      return index.posts.get(recipient.post)?.holders ?? [];
    case 'onDuty': {
      const roster = index.rosters.get(`${item.site}/${recipient.roster}`);
      const zone = index.sites.get(item.site)?.zone ?? calendar.zone;
      return roster === undefined ? [] : onDuty(roster, zone, now);
    }
  }
}

/** The first handler who is there; when all are away, the first one for whom somebody stands in. */
function chooseHandler(handlers: readonly PersonId[], index: DirectoryIndex, now: Instant): PersonId | undefined {
  return (
    handlers.find((id) => isActive(id, index) && absencesAt(id, index, now).length === 0) ??
    handlers.find((id) => chainFrom(id, index, now, new Set()).present !== null)
  );
}

function buildingOf(item: Asker, index: DirectoryIndex) {
  return item.building === null ? undefined : index.buildings.get(item.building);
}

function areaOf(item: Asker, index: DirectoryIndex) {
  const area = buildingOf(item, index)?.area ?? null;
  return area === null ? undefined : index.areas.get(area);
}

function departmentOf(department: string, item: Asker, index: DirectoryIndex) {
  return index.departments.get(`${item.site}/${department === 'item' ? item.department : department}`);
}

function some(person: PersonId | null | undefined): PersonId[] {
  return person === null || person === undefined ? [] : [person];
}
