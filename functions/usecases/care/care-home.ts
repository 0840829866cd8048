import type { z } from 'zod';
import { nextDay } from '#domain/care/care-visits';
import { type CareFlag, isInForce, reviewDate } from '#domain/care/flag';
import type { CareContact } from '#domain/care/look';
import { visibleFlags } from '#domain/care/visible-flags';
import { may } from '#domain/permission';
import { addDays, DAY, type Instant, localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type {
  CareHome,
  CareHomeQuery,
  CareHouseholdQuery,
  CareHouseholdRow,
  CareLookView,
  LooksQuery,
} from '#http/schemas/care';
import { wireInstantOrNull } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { NotAllowed } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';
import { callsDue } from './calls-due.ts';
import type { CarePorts } from './care-file.ts';
import { careRulesAt } from './care-rules-at.ts';
import { contactView, lookView } from './care-view.ts';

/** Flags of a building that are looked through, and rows of each part that are shown. */
const MOST_FLAGS = 500;
const SHOWN = 50;
const AHEAD = 30;
const DAYS_A_MONTH = 30;

/** A steward's page, by building: what is coming, and when each household was last spoken to. Throws NotAllowed | NotFound. */
export function createCareHome(ports: CarePorts & Pick<Ports, 'items'>) {
  const { care, households, items, clock, loadDirectory } = ports;

  const read = async (caller: Caller, { site, building }: { site: string; building: string }) => {
    const facts = await loadDirectory(caller.company);
    if (!may(caller.person, 'care.read', { site, building }, facts.directory)) throw new NotAllowed('care.read');
    const { zone } = siteOf(site, facts.directory);
    const now = clock.now();
    const rules = await careRulesAt(ports, caller.company, facts, site);
    const seen = (flags: readonly CareFlag[]) =>
      visibleFlags({ person: caller.person, directory: facts.directory }, flags, { zone, work: null }, now);
    return { facts, zone, now, today: localDate(now, zone), rules, seen };
  };
  const flagsOf = async (company: string, site: string, building: string) => {
    const flags: CareFlag[] = [];
    let cursor: string | undefined;
    do {
      const page = await care.atSite(company, site, building, { cursor, limit: 100 });
      flags.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor && flags.length < MOST_FLAGS);
    return { flags, more: cursor !== undefined };
  };

  return {
    async show(caller: Caller, query: z.infer<typeof CareHomeQuery>): Promise<CareHome> {
      const { company } = caller;
      const { site, building } = query;
      const { facts, now, today, rules, seen } = await read(caller, query);
      const phones = may(caller.person, 'phone.read', { site, building }, facts.directory);
      const [{ flags, more }, called, promised] = await Promise.all([
        flagsOf(company, site, building),
        callsDue(ports, { company, site, building, phones, now }, SHOWN),
        items.within(
          company,
          { list: 'promised', site, span: { from: now - AHEAD * DAY, to: now + AHEAD * DAY } },
          { building },
          { limit: SHOWN },
        ),
      ]);
      const last = addDays(today, AHEAD);
      const place = ({ household, unit, id }: CareFlag) => ({ household, building, unit, flag: id });
      // What expired is shown to nobody, yet its review may be overdue: then it is not there any more.
      const reviews = flags.flatMap((flag) => {
        const date = reviewDate(flag);
        return date !== null && date <= last && isInForce(flag, today) && seen([flag]).length > 0
          ? [{ ...place(flag), date, due: date <= today }]
          : [];
      });
      const days = flags.flatMap((flag) => {
        const [view] = seen([flag]);
        if (view?.shown !== 'whole' || view.flag.sensitivity === 'sensitive' || flag.day === null) return [];
        const date = nextDay(flag.day, today);
        return date <= last ? [{ ...place(flag), date, kind: flag.kind }] : [];
      });
      const sooner = (a: { date: string }, b: { date: string }) => (a.date < b.date ? -1 : 1);
      return {
        calls: called.calls,
        reviews: reviews.toSorted(sooner).slice(0, SHOWN),
        days: days.toSorted(sooner).slice(0, SHOWN),
        promises: promised.rows.map((row) => summaryView(row, now)),
        more: more || called.more || reviews.length > SHOWN || days.length > SHOWN || promised.next !== null,
        kinds: rules.kinds,
        silentMonths: rules.silentMonths,
      };
    },

    async households(
      caller: Caller,
      { cursor, limit, silent: only, ...where }: z.infer<typeof CareHouseholdQuery>,
    ): Promise<ListOf<CareHouseholdRow>> {
      const { company } = caller;
      const { site, building } = where;
      const { now, rules, seen } = await read(caller, where);
      const { rows, next } = await households.bySite(company, site, building, { cursor, limit });
      const [{ flags }, contacts, latest] = await Promise.all([
        flagsOf(company, site, building),
        care.contacts(
          company,
          rows.map(({ id }) => id),
        ),
        Promise.all(rows.map(({ id }) => items.byHousehold(company, id, { limit: 1 }))),
      ]);
      const silence = now - rules.silentMonths * DAYS_A_MONTH * DAY;
      const data = rows.map(({ id, unit, members }, index): CareHouseholdRow => {
        const contact = contacts.get(id) ?? null;
        const complained = latest[index]?.rows[0]?.createdAt ?? null;
        return {
          ...{ id, unit, building, names: members.map(({ name }) => name) },
          flags: seen(flags.filter(({ household }) => household === id)).length,
          contact: contact && contactView(contact),
          complainedAt: wireInstantOrNull(complained),
          silent: lastHeard(contact, complained) < silence,
        };
      });
      return { data: only === 'true' ? data.filter(({ silent }) => silent) : data, next };
    },

    async looks(caller: Caller, { site, ...page }: z.infer<typeof LooksQuery>): Promise<ListOf<CareLookView>> {
      const { directory } = await loadDirectory(caller.company);
      requireAtSite(caller, 'care.readLooks', site, directory);
      const { rows, next } = await care.looks(caller.company, { site }, page);
      return { data: rows.map(lookView), next };
    },
  };
}
export type CareHomePage = ReturnType<typeof createCareHome>;

const lastHeard = (contact: CareContact | null, complained: Instant | null): Instant =>
  Math.max(contact?.at ?? 0, complained ?? 0);
