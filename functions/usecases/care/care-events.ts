import type { z } from 'zod';
import { canonical } from '#domain/canonical';
import { type CareVisit, careVisitsFor } from '#domain/care/care-visits';
import type { PlannedEvent } from '#domain/care/event';
import type { CareFlag } from '#domain/care/flag';
import { callReason } from '#domain/care/reach';
import type { CareRules } from '#domain/care/rules';
import type { Household } from '#domain/household';
import { may, type Operation } from '#domain/permission';
import { type Instant, parseIso } from '#domain/time';
import type { Caller } from '#http/caller';
import type {
  CallQuery,
  CallRow,
  ChangedEvent,
  EventDetail,
  EventQuery,
  EventRow,
  NewContact,
  NewEvent,
  TryCare,
} from '#http/schemas/care';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { InvalidInput, NotFound, problem } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import type { CompanyFacts } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import type { CallOff } from './call-off.ts';
import type { CarePorts } from './care-file.ts';
import { careRulesAt } from './care-rules-at.ts';
import { contactView } from './care-view.ts';
import { sendNotices } from './send-notices.ts';

type EventPorts = CarePorts & Pick<Ports, 'outbox'> & { callOff: CallOff };
/** Flags of a site that are looked through, and visits that are named. */
const MOST_FLAGS = 5_000;
const SHOWN = 100;

/** Every flag of a site, or the first 5,000. */
export async function flagsAtSite({ care }: Pick<Ports, 'care'>, company: string, site: string): Promise<CareFlag[]> {
  const flags: CareFlag[] = [];
  let cursor: string | undefined;
  do {
    const page = await care.atSite(company, site, null, { cursor, limit: 100 });
    flags.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor && flags.length < MOST_FLAGS);
  return flags;
}

/** Planned events: told to all who live there, and looked up by the care rules. Throws NotFound | NotAllowed | InvalidInput | CareEventChanged. */
export function createCareEvents(ports: EventPorts) {
  const { care, households, outbox, clock, ids, loadDirectory, callOff } = ports;

  const read = async (caller: Caller, id: string, operation: Operation) => {
    const event = await care.event(caller.company, id);
    if (!event) throw new NotFound('event');
    const facts = await loadDirectory(caller.company);
    requireAtSite(caller, operation, event.site, facts.directory);
    return { event, facts };
  };
  const judge = (
    { site, ...wanted }: Omit<NewEvent, 'site'> & { site: string },
    { directory }: CompanyFacts,
  ): Pick<PlannedEvent, 'kind' | 'buildings' | 'from' | 'to' | 'words'> => {
    const [from, to] = [parseIso(wanted.from), parseIso(wanted.to)];
    const unknown = wanted.buildings.findIndex(
      (id) => !directory.organisation.buildings.some((one) => one.id === id && one.site === site),
    );
    const issues = [
      ...(unknown < 0 ? [] : [problem(['buildings', unknown], 'unknown_building')]),
      ...(from < to ? [] : [problem(['to'], 'ends_before_it_starts')]),
      ...(to > clock.now() ? [] : [problem(['to'], 'in_the_past')]),
    ];
    if (issues.length > 0) throw new InvalidInput(issues);
    return { kind: wanted.kind, buildings: wanted.buildings, words: wanted.words, from, to };
  };
  const visitsFor = async (
    caller: Caller,
    event: Parameters<typeof careVisitsFor>[0],
    facts: CompanyFacts,
    rules?: CareRules,
  ): Promise<EventDetail['care']> => {
    const { zone } = siteOf(event.site, facts.directory);
    const found = careVisitsFor(
      event,
      await flagsAtSite(ports, caller.company, event.site),
      rules ?? (await careRulesAt(ports, caller.company, facts, event.site)),
      zone,
      clock.now(),
    );
    const named = found.filter(({ site, building }) =>
      may(caller.person, 'care.readSensitive', { site, building }, facts.directory),
    );
    return { count: found.length, visits: named.slice(0, SHOWN).map(visitView), more: named.length > SHOWN };
  };
  const detail = async (caller: Caller, event: PlannedEvent, facts: CompanyFacts): Promise<EventDetail> => {
    const cancelled = event.cancelledAt !== null;
    const rows = (await outbox.all(caller.company, event.id)).filter(
      ({ effect }) => effect.type === 'notice' && effect.about.what === 'event' && effect.about.cancelled === cancelled,
    );
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    return {
      ...eventRow(event),
      mails: { sent: count('done'), waiting: count('pending'), failed: count('failed') },
      care: await visitsFor(caller, event, facts),
      editable: may(caller.person, 'care.event', { site: event.site }, facts.directory),
    };
  };
  const put = async (caller: Caller, event: PlannedEvent, facts: CompanyFacts): Promise<EventDetail> => {
    await care.putEvent(event, clock.now());
    return detail(caller, event, facts);
  };

  return {
    async list(caller: Caller, { site, when, ...page }: z.infer<typeof EventQuery>): Promise<ListOf<EventRow>> {
      const { directory } = await loadDirectory(caller.company);
      requireAtSite(caller, 'care.readEvents', site, directory);
      const { rows, next } = await care.events(caller.company, site, when === 'ahead', clock.now(), page);
      return { data: rows.map(eventRow), next };
    },

    async show(caller: Caller, id: string): Promise<EventDetail> {
      const { event, facts } = await read(caller, id, 'care.readEvents');
      return detail(caller, event, facts);
    },

    /** The same `key` plans one event. */
    async create(caller: Caller, { site, ...wanted }: NewEvent, key?: string): Promise<EventDetail> {
      const { company, person } = caller;
      const facts = await loadDirectory(company);
      requireAtSite(caller, 'care.event', site, facts.directory);
      const id = key === undefined ? ids.next() : ids.from(`${company}/event/${person.id}/${key}`);
      const known = key === undefined ? null : await care.event(company, id);
      if (known) return detail(caller, known, facts);
      const made = judge({ site, ...wanted }, facts);
      const first = { version: 1, createdBy: person.id, createdAt: clock.now(), announcedAt: null, cancelledAt: null };
      return put(caller, { id, company, site, ...made, ...first }, facts);
    },

    /** Until it is announced: residents hold us to what they were told. Visits opened already move with it. */
    async change(caller: Caller, id: string, { expected, ...wanted }: ChangedEvent): Promise<EventDetail> {
      const { event, facts } = await read(caller, id, 'care.event');
      if (event.announcedAt !== null || event.cancelledAt !== null)
        throw new InvalidInput([problem(['from'], 'announced_already')]);
      const made = judge({ site: event.site, ...wanted }, facts);
      const isMoved = canonical(placed(event)) !== canonical(placed({ ...event, ...made }));
      const changed: PlannedEvent = {
        ...{ ...event, ...made, version: expected + 1, changedBy: caller.person.id },
        retimed: (event.retimed ?? 0) + (isMoved ? 1 : 0),
      };
      await care.putEvent(changed, clock.now());
      await callOff(changed, siteOf(event.site, facts.directory), clock.now());
      return detail(caller, changed, facts);
    },

    /** Cut short, it is simply said again: every mail goes out once. */
    async announce(caller: Caller, id: string, expected: number): Promise<EventDetail> {
      const { event, facts } = await read(caller, id, 'care.event');
      if (event.cancelledAt !== null || event.to <= clock.now())
        throw new InvalidInput([problem(['expected'], 'event_over')]);
      await sendNotices(ports, event);
      if (event.announcedAt !== null) return detail(caller, event, facts);
      return put(caller, { ...event, announcedAt: clock.now(), version: expected + 1 }, facts);
    },

    /** Who was told of it is told of this as well, and the visits opened before it are called off. */
    async cancel(caller: Caller, id: string, expected: number): Promise<EventDetail> {
      const { event, facts } = await read(caller, id, 'care.event');
      if (event.to <= clock.now()) throw new InvalidInput([problem(['expected'], 'event_over')]);
      const cancelled =
        event.cancelledAt === null
          ? { ...event, cancelledAt: clock.now(), version: expected + 1, changedBy: caller.person.id }
          : event;
      // Due once more: should this be cut short, the next round calls off what is left.
      if (event.cancelledAt === null) await care.putEvent(cancelled, clock.now());
      await callOff(cancelled, siteOf(event.site, facts.directory), clock.now());
      if (event.announcedAt !== null) await sendNotices(ports, cancelled);
      return detail(caller, cancelled, facts);
    },

    /** Households of a building that get no mail or whom none reached, by unit. */
    async calls(
      caller: Caller,
      id: string,
      { building, ...page }: z.infer<typeof CallQuery>,
    ): Promise<ListOf<CallRow>> {
      const { event, facts } = await read(caller, id, 'care.readEvents');
      const { company, person } = caller;
      const { rows, next } = await households.bySite(company, event.site, building, page);
      const missed = await care.notReachedOf(
        company,
        id,
        rows.map((one) => one.id),
      );
      const called = rows.flatMap((household) => {
        const why = callReason(household, missed.get(household.id) ?? []);
        return why ? [{ household, why }] : [];
      });
      const told = await care.toldOf(
        company,
        id,
        called.map(({ household }) => household.id),
      );
      const phones = may(person, 'phone.read', { site: event.site, building }, facts.directory);
      const data = called.map(({ household, why }): CallRow => {
        const contact = told.get(household.id);
        return {
          ...{ household: household.id, building, unit: household.unit, why },
          told: contact ? contactView(contact) : null,
          members: household.members.map((one) => callee(one, phones)),
        };
      });
      return { data, next };
    },

    async told(
      caller: Caller,
      { id, household }: { id: string; household: string },
      { how }: z.infer<typeof NewContact>,
    ): Promise<{ told: true }> {
      const event = await care.event(caller.company, id);
      const found = await households.get(caller.company, household);
      if (!event) throw new NotFound('event');
      if (!found || found.site !== event.site) throw new NotFound('household');
      const { directory } = await loadDirectory(caller.company);
      const { site, building } = found;
      if (!may(caller.person, 'care.write', { site, building }, directory))
        requireAtSite(caller, 'care.write', site, directory);
      const contact = { household, at: clock.now(), by: caller.person.id, how };
      await care.told(caller.company, id, contact);
      await care.contact(caller.company, contact);
      return { told: true };
    },

    /** For managers, before rules are published. */
    async tryOut(caller: Caller, { site, kind, buildings, from, rules }: z.infer<typeof TryCare>) {
      const facts = await loadDirectory(caller.company);
      requireAtSite(caller, 'document.publish', site, facts.directory);
      const imagined = { id: 'imagined', site, kind, buildings, from: parseIso(from), cancelledAt: null };
      return visitsFor(caller, imagined, facts, rules);
    },
  };
}
export type CareEvents = ReturnType<typeof createCareEvents>;

/** What a change of moves its visits. */
const placed = ({ kind, from, to, buildings }: PlannedEvent) => ({ kind, from, to, buildings });

export const callee = ({ name, phone, language }: Household['members'][number], phones: boolean) => ({
  ...{ name, phone: phones ? phone : null, language },
});

export const eventRow = (event: PlannedEvent): EventRow => {
  const { id, site, kind, buildings, words, version, createdBy } = event;
  return {
    ...{ id, site, kind, buildings, words, version, createdBy },
    ...{ from: wireInstant(event.from), to: wireInstant(event.to) },
    announcedAt: wireInstantOrNull(event.announcedAt),
    cancelledAt: wireInstantOrNull(event.cancelledAt),
  };
};

const instants = ({ openAt, by }: { openAt: Instant; by: Instant }) => ({
  openAt: wireInstant(openAt),
  by: wireInstant(by),
});
const visitView = ({ household, building, unit, todo, ...when }: CareVisit): EventDetail['care']['visits'][number] => ({
  ...{ household, building, unit, todo },
  ...instants(when),
});
