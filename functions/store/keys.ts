import { type Asset, naturalOrder } from '#domain/asset';
import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { ItemKind } from '#domain/workflow/definition';
import type { DocumentKind } from '#ports';
import { shards } from './table.ts';

/**
 * All keys of the table. The company stands in every partition key except those of the two sharded indexes, which the
 * sweeper reads across companies and which carry it in the sort key. Parts are joined by `#`; a `#` in free text is escaped.
 */
export interface Key {
  pk: string;
  sk: string;
}

type AssetPlace = Pick<Asset, 'site' | 'building' | 'kind' | 'number' | 'id'>;

const guarded = (text: string) => text.replace(/[%#]/g, (c) => (c === '%' ? '%25' : '%23'));
const restored = (text: string) => text.replace(/%25|%23/g, (c) => (c === '%25' ? '%' : '#'));
export const join = (...parts: readonly string[]) => parts.map(guarded).join('#');
export const split = (key: string): string[] => key.split('#').map(restored);

/** Epoch ms so that text order is time order. @throws RangeError on anything but whole milliseconds since 1970. */
export function sortable(at: Instant): string {
  if (!Number.isSafeInteger(at) || at < 0) throw new RangeError(`${at} is not an instant in whole milliseconds.`);
  return String(at).padStart(15, '0');
}
/** Sorts after every instant: "no deadline". */
export const never = '9'.repeat(15);
export const digits = (n: number, width: number) => String(n).padStart(width, '0');

/** FNV-1a, 32 bits: spreads ids over shards; not for security. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

// ------------------------------------------------------------ an item and what belongs to it: one partition
export const itemPartition = (company: string, id: string) => join('C', company, 'I', id);
export const itemKey = (company: string, id: string): Key => ({ pk: itemPartition(company, id), sk: 'ITEM' });

/**
 * Timeline rows sort by time first. At one millisecond a decision's entries (`0`, by their seq) come before those
 * appended outside a decision (`1`, by their order), so both interleave as they happened and never collide.
 */
export const decidedSort = (at: Instant, seq: number) => `T#${sortable(at)}#0#${digits(seq, 8)}`;
export const appendedPrefix = (at: Instant) => `T#${sortable(at)}#1#`;
export const appendedSort = (at: Instant, n: number) => appendedPrefix(at) + digits(n, 3);
export const timelinePrefix = 'T#';
export const timelineSortPattern = /^T#\d{15}#[01]#\d{3,8}$/;

/** The part of an effect id after the item's: `<item>/<seq>`. Ids that are no number sort before those that are. */
const effectPart = (effect: string) => {
  const last = effect.slice(effect.indexOf('/') + 1);
  return /^\d{1,8}$/.test(last) ? digits(Number(last), 8) : `.${last}`;
};
export const outboxSort = (effect: string) => join('O', effectPart(effect));
export const outboxPrefix = 'O#';
export const appendKeySort = (key: string) => join('K', key);

// ------------------------------------------------------------ look-ups beside it
export const commitKey = (company: string, key: string): Key => ({ pk: join('C', company, 'K', key), sk: 'KEY' });
export const numberKey = (company: string, number: string): Key => ({
  pk: join('C', company, 'N', number),
  sk: 'NUMBER',
});
export const counterKey = (company: string, site: string, date: string): Key => ({
  pk: join('C', company, 'S', site),
  sk: join('COUNT', date),
});
/** Items of one kind are not listed among those of another: complaints came first, and have the plain names. */
const ofKind = { complaint: [], workOrder: ['ORDERS'], visit: ['VISITS'] } as const satisfies Record<
  ItemKind,
  string[]
>;
/** What nobody acted on: the quality department's list, a row an item beside the work of people. */
export const nobodyActedPartition = (company: string, site: string, kind: ItemKind) =>
  join('C', company, 'S', site, ...ofKind[kind], 'NOBODY');
export const workPartition = (company: string, person: PersonId) => join('C', company, 'W', person);

// ------------------------------------------------------------ index partitions
export const sitePartition = (company: string, site: string, kind: ItemKind) =>
  join('C', company, 'S', site, ...ofKind[kind], 'ITEMS');
export const openPartition = (company: string, site: string, kind: ItemKind) =>
  join('C', company, 'S', site, ...ofKind[kind], 'OPEN');
/** In the index of the open ones, beside them: an item is in one of the two at any time. */
export const endedPartition = (company: string, site: string, kind: ItemKind) =>
  join('C', company, 'S', site, ...ofKind[kind], 'ENDED');
export const promisePartition = (company: string, site: string) => join('C', company, 'S', site, 'PROMISES');
/** Open orders of failed checks, in the index of promises: an order promises nobody a reply. */
export const correctivePartition = (company: string, site: string) =>
  join('C', company, 'S', site, ...ofKind.workOrder, 'CORRECTIVE');
export const reopenedPartition = (company: string, site: string, kind: ItemKind) =>
  join('C', company, 'S', site, ...ofKind[kind], 'REOPENED');
export const householdItems = (company: string, household: string) => join('C', company, 'H', household);
export const causePartition = (
  company: string,
  site: string,
  building: string | null,
  unit: string,
  category: string,
  kind: ItemKind,
) => join('C', company, 'S', site, ...ofKind[kind], 'CAUSE', building ?? '', unit, category);
/** Night patrols among the orders, in the index of what has one cause: a walk has none. */
export const patrolsPartition = (company: string, site: string) => join('C', company, 'S', site, 'PATROLS');
export const shardOf = (item: string) => hash(item) % shards;
export const wakePartition = (shard: number) => join('WAKE', String(shard));
export const outboxPartition = (shard: number) => join('OUTBOX', String(shard));

export const mailPartition = (company: string, site: string) => join('C', company, 'S', site, 'MAIL');
export const mailSort = (at: Instant, item: string, effect: string) => join(sortable(at), item, effectPart(effect));
export const mailSortPattern = /^\d{15}#[^#]+#[^#]+$/;

/** `<instant>#<item>`: the sort key of every list of items; the item is its tail. */
export const itemSort = (at: Instant | null, id: string) => `${at === null ? never : sortable(at)}#${guarded(id)}`;
export const itemSortPattern = /^\d{15}#[^#]+$/;
export const wakeSort = (at: Instant, company: string, id: string) => join(sortable(at), company, id);
export const outboxIndexSort = (notBefore: Instant, company: string, item: string, effect: string) =>
  join(sortable(notBefore), company, item, effectPart(effect));
export const wakeSortPattern = /^\d{15}#[^#]+#[^#]+$/;
export const outboxIndexPattern = /^\d{15}#[^#]+#[^#]+#[^#]+$/;

// ------------------------------------------------------------ documents
export const pointerPartition = (company: string) => join('C', company, 'D');
export const pointerKey = (company: string, kind: DocumentKind, id: string): Key => ({
  pk: pointerPartition(company),
  sk: join(kind, id),
});
export const documentPartition = (company: string, kind: DocumentKind, id: string) => join('C', company, 'D', kind, id);
/** Heads apart from bodies: the history costs the same whatever the bodies weigh. */
export const headSort = (version: number) => join('H', digits(version, 8));
export const headPrefix = 'H#';
export const headSortPattern = /^H#\d{8}$/;
export const bodySort = (version: number) => join('V', digits(version, 8));
export const draftSort = (scope: string) => join('DRAFT', scope);
/** Drafts that have not ended, in the index of what is open. */
export const draftsPartition = (company: string, kind: DocumentKind, scope: string) =>
  join('C', company, 'DRAFTS', kind, scope);
export const draftsSort = (id: string) => guarded(id);
export const draftsSortPattern = /^[^#]+$/;
/** Heads of planned publications together, as they are listed; the frozen body beside its document's versions. */
export const plannedPartition = (company: string) => join('C', company, 'PLANNED');
export const plannedSort = (kind: DocumentKind, id: string) => join(kind, id);
export const plannedSortPattern = /^[^#]+#[^#]+$/;
export const plannedBodySort = 'PLANNED';
/** In the index of wake-ups, in a partition of their own: they are few, and every sweep asks. */
export const dueWakePartition = join('WAKE', 'PLANNED');

// ------------------------------------------------------------ incidents
export const incidentPartition = (company: string, id: string) => join('C', company, 'INC', id);
export const incidentKey = (company: string, id: string): Key => ({
  pk: incidentPartition(company, id),
  sk: 'INCIDENT',
});
export const memberPrefix = 'M#';
export const memberSort = (number: string) => join('M', number);
export const memberSortPattern = /^M#[^#]+$/;
/** Beside the complaint: it belongs to one incident at most. */
export const linkKey = (company: string, item: string): Key => ({ pk: itemPartition(company, item), sk: 'INCIDENT' });
export const incidentsPartition = (company: string, site: string) => join('C', company, 'S', site, 'INCIDENTS');
export const openIncidents = (company: string, site: string) => join('C', company, 'S', site, 'INCIDENTS', 'OPEN');

// ------------------------------------------------------------ the log of changes, in a table of its own
export const chainPartition = (company: string, kind: string, id: string) => join('C', company, 'AUDIT', kind, id);
export const linkSort = (seq: number) => digits(seq, 8);
export const auditPartition = (company: string) => join('C', company, 'AUDIT');
export const auditSort = (at: Instant, kind: string, id: string, seq: number) =>
  join(sortable(at), kind, id, digits(seq, 8));
export const auditSortPattern = /^\d{15}#[^#]+#[^#]+#\d{8}$/;
/** Of its salted hashes; in the other table, so that who has only the log cannot try values. */
export const saltKey = (company: string): Key => ({ pk: join('C', company, 'SALT'), sk: 'SALT' });

// ------------------------------------------------------------ people outside the organisation
export const householdKey = (company: string, id: string): Key => ({
  pk: join('C', company, 'HH', id),
  sk: 'HOUSEHOLD',
});
export const householdsPartition = (company: string, site: string) => join('C', company, 'S', site, 'HOUSEHOLDS');
/** Runs of digits are filled up, so that unit 302 comes before 1201. */
export const householdSort = ({ building, unit, id }: { building: string; unit: string; id: string }) =>
  join(
    building,
    unit.replace(/\d+/g, (run) => run.padStart(6, '0')),
    id,
  );
export const householdsOf = (building: string) => `${guarded(building)}#`;
export const householdSortPattern = /^[^#]+#[^#]+#[^#]+$/;
// ------------------------------------------------------------ personalised care: beside the household's file
export const careFlagKey = (company: string, household: string, flag: string): Key => ({
  pk: join('C', company, 'HH', household),
  sk: join('F', flag),
});
export const careFlagPrefix = 'F#';
/** Not the ended ones. */
export const carePartition = (company: string, site: string) => join('C', company, 'S', site, 'CARE');
/** In the household's order, and by flag within it. */
export const careSort = (flag: { building: string; unit: string; household: string; id: string }) =>
  `${householdSort({ ...flag, id: flag.household })}#${guarded(flag.id)}`;
export const careSortPattern = /^[^#]+#[^#]+#[^#]+#[^#]+$/;
/** What comes by the calendar, in the index of wake-ups: a few rows a household, so one partition is plenty. */
export const careWakePartition = join('WAKE', 'CARE');
export const careLookKey = (company: string, household: string, at: Instant, id: string): Key => ({
  pk: join('C', company, 'HH', household),
  sk: join('LOOK', sortable(at), id),
});
export const careLookPrefix = 'LOOK#';
export const careLookPattern = /^LOOK#\d{15}#[^#]+$/;
export const careLooksPartition = (company: string, site: string) => join('C', company, 'S', site, 'LOOKS');
export const careLooksSort = (at: Instant, household: string, id: string) => join(sortable(at), household, id);
export const careLooksPattern = /^\d{15}#[^#]+#[^#]+$/;
export const careContactKey = (company: string, household: string): Key => ({
  pk: join('C', company, 'HH', household),
  sk: 'CONTACT',
});
export const careEventKey = (company: string, id: string): Key => ({ pk: join('C', company, 'EV', id), sk: 'EVENT' });
export const careToldKey = (company: string, event: string, household: string): Key => ({
  pk: join('C', company, 'EV', event),
  sk: join('TOLD', household),
});
export const careOpenedKey = (company: string, event: string, item: string): Key => ({
  pk: join('C', company, 'EV', event),
  sk: join('VISIT', item),
});
export const careOpenedPrefix = 'VISIT#';
export const careOpenedPattern = /^VISIT#[^#]+$/;
export const careMissedKey = (company: string, event: string, household: string): Key => ({
  pk: join('C', company, 'EV', event),
  sk: join('MISSED', household),
});
export const careEventsPartition = (company: string, site: string) => join('C', company, 'S', site, 'EVENTS');
// ------------------------------------------------------------ rates of maintenance
/** Beside the order or asset: what it was last counted as. */
export const rateMark = 'RATED';
/** A row a day, and one of what stands now; visits have days of their own. */
export const ratesPartition = (company: string, site: string, of: 'maintenance' | 'visits') =>
  join('C', company, 'S', site, of === 'visits' ? 'LEARNED' : 'RATES');
export const rateDay = (day: string) => join('D', day);
export const dayOfRates = (sort: string) => split(sort)[1] ?? '';
export const ratesStanding = 'NOW';
export const rateFacts = (company: string, site: string, rate: string) => join('C', company, 'S', site, 'RATES', rate);
/** An attribute of such a row: `h` so many, `o` of so many. */
export const rateCell = (side: 'h' | 'o', { rate, area, person, kind, age, rule, reason }: RateCell) =>
  join(side, rate, area, person, kind, ...(age === undefined ? [] : [age, rule ?? '', reason ?? '']));
type RateCell = Record<'rate' | 'area' | 'person' | 'kind', string> &
  Partial<Record<'age' | 'rule' | 'reason', string>>;
/** Null: another attribute. */
export function rateCellIn(name: string): (RateCell & { side: 'h' | 'o' }) | null {
  const [side, rate, area, person, kind, ...ofVisits] = split(name);
  if (side !== 'h' && side !== 'o') return null;
  if (rate === undefined || area === undefined || person === undefined || kind === undefined) return null;
  const cell = { side, rate, area, person, kind } as const;
  if (ofVisits.length === 0) return cell;
  const [age, rule, reason, ...rest] = ofVisits;
  return reason === undefined || rest.length > 0 ? null : { ...cell, age, rule, reason };
}
/** What was said in visits, newest first. */
export const saidPartition = (company: string, site: string) => join('C', company, 'S', site, 'SAID');

// ------------------------------------------------------------ what is maintained
export const assetKey = (company: string, id: string): Key => ({ pk: join('C', company, 'AS', id), sk: 'ASSET' });
export const assetCodeKey = (company: string, code: string): Key => ({
  pk: join('C', company, 'LABEL', code),
  sk: 'LABEL',
});
/** Letter case does not tell two numbers apart. */
export const assetNumberKey = (company: string, site: string, number: string): Key => ({
  pk: join('C', company, 'S', site, 'ASSETNUMBERS'),
  sk: guarded(number.normalize('NFKC').toLowerCase()),
});
export const assetsPartition = (company: string, site: string) => join('C', company, 'S', site, 'ASSETS');
export const assetKindPartition = (company: string, site: string, kind: string) =>
  join('C', company, 'S', site, 'ASSETS', kind);
/** By building (those of the whole site first), kind and number. */
export const assetSort = ({ building, kind, number, id }: AssetPlace) =>
  join(building ?? '', `${kind} ${naturalOrder(number)}`, id);
export const assetsIn = (building: string) => `${guarded(building)}#`;
export const assetSortPattern = /^[^#]*#[^#]+#[^#]+$/;
export const assetPersonPartition = (company: string, person: PersonId) => join('C', company, 'ANSWERS', person);
export const assetPersonKey = (company: string, person: PersonId, { site, number, id }: AssetPlace): Key => ({
  pk: assetPersonPartition(company, person),
  sk: join(site, naturalOrder(number), id),
});
export const assetsAt = (site: string) => `${guarded(site)}#`;
export const assetPersonPattern = /^[^#]+#[^#]+#[^#]+$/;

// ------------------------------------------------------------ calendar feeds
export const feedKey = (company: string, digest: string): Key => ({
  pk: join('C', company, 'FEED', digest),
  sk: 'FEED',
});
export const feedsPartition = (company: string, owner: PersonId) => join('C', company, 'FEEDS', owner);
export const feedOfKey = (company: string, owner: PersonId, id: string): Key => ({
  pk: feedsPartition(company, owner),
  sk: guarded(id),
});
export const feedSortPattern = /^[^#]+$/;

/** Work on a facility, a row an order; its name has no part of a key of the facility itself. */
export const assetOrders = (company: string, asset: string) => join('C', company, 'A', asset);
export const assetOrderSort = (createdAt: Instant, order: string) => join('O', sortable(createdAt), order);
export const assetOrderPrefix = 'O#';
export const assetOrderPattern = /^O#\d{15}#[^#]+$/;

// ------------------------------------------------------------ plans of maintenance
export const plansPartition = (company: string, site: string) => join('C', company, 'PLANS', site);
export const planKey = (company: string, site: string, plan: string): Key => ({
  pk: plansPartition(company, site),
  sk: join('P', plan),
});
export const planPrefix = 'P#';
export const planSortPattern = /^P#[^#]+$/;
/**
 * In the index of wake-ups, one partition each: plans that are armed, certificates to renew, sites whose plans nobody looked
 * through. Written once an occurrence, a certificate, a publication: far from what needs shards, which every sweep would read.
 */
export const armedPartition = join('WAKE', 'PLANS');
export const renewalPartition = join('WAKE', 'RENEWALS');
export const unseenPartition = join('WAKE', 'PUBLISHED');
export const armedSort = (at: Instant, company: string, site: string, plan: string) =>
  join(sortable(at), company, `${site}/${plan}`);

export const wordPartition = (company: string, site: string) => join('C', company, 'S', site, 'WORDS');
export const wordSort = (word: string, household: string) => join(word, household);
export const wordPrefix = (word: string) => guarded(word);
export const memberKey = (company: string, issuer: string, subject: string): Key => ({
  pk: join('C', company, 'M', issuer, subject),
  sk: 'MEMBER',
});
/** One window of a counter; `name` says what is counted. */
export const limitKey = (company: string, name: string, window: Instant): Key => ({
  pk: join('C', company, 'L', name),
  sk: join('W', sortable(window)),
});
/** All of a company in one partition: they are listed as well. */
export const suppressionPartition = (company: string) => join('C', company, 'E');
export const suppressionKey = (company: string, email: string): Key => ({
  pk: suppressionPartition(company),
  sk: guarded(email.trim().toLowerCase()),
});
export const suppressionPattern = /^[^#]+$/;

// ------------------------------------------------------------ who is asked when (visits)
/** When a household was or will be asked. */
export const visitedKey = (company: string, household: string): Key => ({
  pk: join('C', company, 'VISITED', household),
  sk: 'BOOK',
});
/** A visitor's days, a row each with how many visits. */
export const visitorPartition = (company: string, visitor: string) => join('C', company, 'VISITOR', visitor);
export const visitorDay = (date: string) => join('D', date);
export const bookingKey = (company: string, key: string): Key => ({
  pk: join('C', company, 'BOOKING', key),
  sk: 'BOOK',
});
/** The last day whose rules of time were gone through. */
export const visitDayKey = (company: string, site: string): Key => ({
  pk: join('C', company, 'S', site, 'VISITDAY'),
  sk: 'LAST',
});

// ------------------------------------------------------------ improvements and good cases
export const improvementKey = (company: string, id: string): Key => ({
  pk: join('C', company, 'IMP', id),
  sk: 'IMPROVEMENT',
});
/** Which improvement is open for a figure: one at most. */
export const figureRow = (company: string, figure: string): Key => ({
  pk: join('C', company, 'FIGURE', figure),
  sk: 'IMPROVEMENT',
});
/** Of one state, or all that are not closed. */
export const improvementsPartition = (company: string, site: string, which: string) =>
  join('C', company, 'S', site, 'IMPROVEMENTS', which);
/** `date`: the local date it is due, or was closed. */
export const improvementSort = (date: string, id: string) => join(date, id);
export const improvementSortPattern = /^\d{4}-\d\d-\d\d#[^#]+$/;
/** The last day whose figures were looked at. */
export const improvementDayKey = (company: string, site: string): Key => ({
  pk: join('C', company, 'S', site, 'IMPROVEMENTDAY'),
  sk: 'LAST',
});
export const goodCaseKey = (company: string, item: string): Key => ({
  pk: itemPartition(company, item),
  sk: 'GOODCASE',
});
export const goodCasesPartition = (company: string, site: string) => join('C', company, 'S', site, 'GOODCASES');
