import type { z } from 'zod';
import { bySystem } from '#domain/audit/link';
import { type CareFlag, ended } from '#domain/care/flag';
import type { CareContact } from '#domain/care/look';
import { nextDue } from '#domain/care/next-due';
import { type CareContext, visibleFlags } from '#domain/care/visible-flags';
import { may, type Operation } from '#domain/permission';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type {
  CareFlagView,
  CareLookView,
  ChangedCareFlag,
  EndedCareFlag,
  HouseholdCare,
  NewCareFlag,
  ReviewedCareFlag,
} from '#http/schemas/care';
import type { CareChange, PageRequest, Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { siteOf } from '../site-access.ts';
import { careRulesAt } from './care-rules-at.ts';
import { contactView, fileView, lookView, wholeView } from './care-view.ts';
import { flagIssues, isEnded } from './flag-problems.ts';

export type CarePorts = Pick<Ports, 'care' | 'households' | 'documents' | 'ids' | 'clock'> & {
  loadDirectory: LoadDirectory;
};

const MOST_FLAGS = 50;
/** Care flags of one household. Throws NotFound | NotAllowed | InvalidInput | CareFlagChanged. */
export function createCareFile(ports: CarePorts) {
  const { care, households, clock, ids, loadDirectory } = ports;

  const read = async (caller: Caller, id: string, operation: Operation) => {
    const household = await households.get(caller.company, id);
    if (!household) throw new NotFound('household');
    const facts = await loadDirectory(caller.company);
    const { site, building } = household;
    const allows = (one: Operation) => may(caller.person, one, { site, building }, facts.directory);
    if (!allows(operation)) throw new NotAllowed(operation);
    const { zone } = siteOf(site, facts.directory);
    const now = clock.now();
    return { household, facts, zone, now, today: localDate(now, zone), allows };
  };
  type Found = Awaited<ReturnType<typeof read>>;

  const flagOf = async (caller: Caller, { household }: Found, id: string): Promise<CareFlag> => {
    const flag = (await care.ofHousehold(caller.company, household.id)).find((one) => one.id === id);
    if (!flag || isEnded(flag)) throw new NotFound('flag');
    return flag;
  };
  const viewOf = (caller: Caller, { facts, zone, now }: Found, flag: CareFlag, work: CareContext['work'] = null) =>
    visibleFlags({ person: caller.person, directory: facts.directory }, [flag], { zone, work }, now)[0];

  /** Only what one may see may be changed. */
  const openedOf = async (caller: Caller, found: Found, id: string): Promise<CareFlag> => {
    const flag = await flagOf(caller, found, id);
    if (viewOf(caller, found, flag)?.shown !== 'whole') throw new NotAllowed('care.readSensitive');
    return flag;
  };
  const answer = async (caller: Caller, found: Found): Promise<HouseholdCare> => {
    const { company, person } = caller;
    const { household, facts, zone, now, today, allows } = found;
    const [flags, rules, contacts] = await Promise.all([
      care.ofHousehold(company, household.id),
      careRulesAt(ports, company, facts, household.site),
      care.contacts(company, [household.id]),
    ]);
    const contact = contacts.get(household.id);
    return {
      household: household.id,
      flags: visibleFlags({ person, directory: facts.directory }, flags, { zone, work: null }, now).map((view) =>
        fileView(view, today),
      ),
      kinds: rules.kinds,
      contact: contact ? contactView(contact) : null,
      editable: allows('care.write'),
      looks: allows('care.readLooks'),
    };
  };
  const put = (caller: Caller, { now, zone }: Pick<Found, 'now' | 'zone'>, flag: CareFlag, change: CareChange) => {
    const asked = { by: caller.person.id, at: now, from: caller.from ?? bySystem };
    return care.put(flag, change, asked, nextDue(flag, zone, now));
  };
  const judge = async (
    { company }: Caller,
    { household, facts, today }: Found,
    wanted: NewCareFlag,
    before: CareFlag | null,
  ): Promise<CareFlag['occasion']> => {
    const rules = await careRulesAt(ports, company, facts, household.site);
    const issues = flagIssues(wanted, before, household, rules, today);
    if (issues.length > 0) throw new InvalidInput(issues);
    return rules.kinds.find(({ id }) => id === wanted.kind)?.occasion ?? 'specialPerson';
  };

  return {
    show: async (caller: Caller, id: string): Promise<HouseholdCare> =>
      answer(caller, await read(caller, id, 'care.read')),

    /** The same `key` adds one flag. */
    async add(caller: Caller, id: string, { consent, ...wanted }: NewCareFlag, key?: string): Promise<HouseholdCare> {
      const { company, person } = caller;
      const found = await read(caller, id, 'care.write');
      const { household, now } = found;
      const known = await care.ofHousehold(company, household.id);
      const flagId = key === undefined ? ids.next() : ids.from(`${company}/care/${person.id}/${key}`);
      if (known.some((one) => one.id === flagId)) return answer(caller, found);
      if (known.filter((one) => !isEnded(one)).length >= MOST_FLAGS)
        throw new InvalidInput([problem(['kind'], 'too_many_flags')]);
      const occasion = await judge(caller, found, { consent, ...wanted }, null);
      const { site, building, unit } = household;
      await put(
        caller,
        found,
        {
          ...wanted,
          ...{ id: flagId, company, site, building, unit, household: household.id, occasion, version: 1 },
          consent: { state: 'given', ...consent },
          ...{ createdBy: person.id, createdAt: now, changedBy: person.id, changedAt: now, reviewedAt: null },
        },
        'noted',
      );
      return answer(caller, found);
    },

    async change(
      caller: Caller,
      { id, flag }: { id: string; flag: string },
      { expected, consent, ...wanted }: ChangedCareFlag,
    ): Promise<HouseholdCare> {
      const found = await read(caller, id, 'care.write');
      const before = await openedOf(caller, found, flag);
      const occasion = await judge(caller, found, { consent, ...wanted }, before);
      const changed: CareFlag = {
        ...before,
        ...wanted,
        occasion,
        consent: { state: 'given', ...consent },
        ...{ version: expected + 1, changedBy: caller.person.id, changedAt: found.now },
      };
      await put(caller, found, changed, 'noted');
      return answer(caller, found);
    },

    async review(
      caller: Caller,
      { id, flag }: { id: string; flag: string },
      { expected, reviewBy }: z.infer<typeof ReviewedCareFlag>,
    ): Promise<HouseholdCare> {
      const found = await read(caller, id, 'care.write');
      const before = await openedOf(caller, found, flag);
      if (reviewBy <= found.today) throw new InvalidInput([problem(['reviewBy'], 'in_the_past')]);
      const by = { changedBy: caller.person.id, changedAt: found.now, reviewedAt: found.now };
      await put(caller, found, { ...before, reviewBy, ...by, version: expected + 1 }, 'reviewed');
      return answer(caller, found);
    },

    /** Also by whoever may not see it: consent is withdrawn at the desk, too. */
    async end(
      caller: Caller,
      { id, flag }: { id: string; flag: string },
      { why }: z.infer<typeof EndedCareFlag>,
    ): Promise<HouseholdCare> {
      const found = await read(caller, id, 'care.write');
      const before = await flagOf(caller, found, flag);
      await put(caller, found, ended(before, why, caller.person.id, found.now, found.zone), 'ended');
      return answer(caller, found);
    },

    /** The look is kept before anything is told. */
    async look(caller: Caller, { id, flag }: { id: string; flag: string }): Promise<CareFlagView> {
      const found = await read(caller, id, 'care.read');
      const { household, now, today } = found;
      const seen = viewOf(caller, found, await flagOf(caller, found, flag));
      if (!seen) throw new NotFound('flag');
      if (seen.shown === 'masked') throw new NotAllowed('care.readSensitive');
      if (seen.flag.sensitivity === 'sensitive') {
        const { site, building, unit } = household;
        const whose = { site, building, unit, household: household.id, flag };
        const asked = { at: now, by: caller.person.id, from: caller.from ?? bySystem };
        await care.look(caller.company, { id: ids.next(), ...asked, ...whose, reason: 'file' });
      }
      return wholeView(seen, today);
    },

    async looks(caller: Caller, id: string, page: PageRequest): Promise<ListOf<CareLookView>> {
      await read(caller, id, 'care.readLooks');
      const { rows, next } = await care.looks(caller.company, { household: id }, page);
      return { data: rows.map(lookView), next };
    },

    async contact(caller: Caller, id: string, { how }: Pick<CareContact, 'how'>): Promise<HouseholdCare> {
      const found = await read(caller, id, 'care.write');
      await care.contact(caller.company, { household: id, at: found.now, by: caller.person.id, how });
      return answer(caller, found);
    },
  };
}
export type CareFile = ReturnType<typeof createCareFile>;
