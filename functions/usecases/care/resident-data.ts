import { bySystem } from '#domain/audit/link';
import { flagWithout, isSame, redactor, rewritten, withoutResident, withoutWords } from '#domain/care/erasure';
import { type CareFlag, ended } from '#domain/care/flag';
import { nextDue } from '#domain/care/next-due';
import type { Household } from '#domain/household';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { Erased, KeptWhy, ResidentExport } from '#http/schemas/care';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from '../errors.ts';
import { siteOf } from '../site-access.ts';
import type { CarePorts } from './care-file.ts';
import { contactView, lookView } from './care-view.ts';
import { isEnded } from './flag-problems.ts';

type DataPorts = CarePorts & Pick<Ports, 'items' | 'suppressions'>;

/** Everything about one resident: as a file for them, or taken out (个人信息保护法). Throws NotFound | NotAllowed | InvalidInput. */
export function createResidentData(ports: DataPorts) {
  const { care, households, items, suppressions, clock, ids, loadDirectory } = ports;

  const read = async (caller: Caller, id: string, name: string) => {
    const file = await households.file(caller.company, id);
    if (!file) throw new NotFound('household');
    const { household } = file;
    const { directory } = await loadDirectory(caller.company);
    const { site, building } = household;
    if (!may(caller.person, 'care.erase', { site, building }, directory)) throw new NotAllowed('care.erase');
    const member = household.members.find((one) => one.name === name);
    if (!member) throw new InvalidInput([problem(['member'], 'unknown_member')]);
    return { file, household, member, zone: siteOf(site, directory).zone, now: clock.now() };
  };
  type Found = Awaited<ReturnType<typeof read>>;

  async function* complaintsOf(company: string, { household, member }: Found): AsyncGenerator<Item> {
    let cursor: string | undefined;
    do {
      const page = await items.byHousehold(company, household.id, { cursor, limit: 100 });
      for (const { id } of page.rows) {
        const item = await items.get(company, id);
        if (item && mentions(item, member)) yield item;
      }
      cursor = page.next ?? undefined;
    } while (cursor);
  }
  /** Theirs, and those of the household as a whole that speak of them. */
  const flagsOf = async (company: string, { household, member }: Found): Promise<CareFlag[]> => {
    const flags = (await care.ofHousehold(company, household.id)).filter((flag) => !isEnded(flag));
    return flags.filter((flag) => flag.member === member.name || differs(flag, flagWithout(flag, member)));
  };

  return {
    /** A copy for the resident; that somebody saw what is sensitive is kept first. */
    async copy(caller: Caller, id: string, name: string): Promise<ResidentExport> {
      const { company, person } = caller;
      const found = await read(caller, id, name);
      const { household, member, now } = found;
      const { site, building, unit } = household;
      const flags = await flagsOf(company, found);
      const asked = { at: now, by: person.id, from: caller.from ?? bySystem };
      for (const flag of flags.filter(({ sensitivity }) => sensitivity === 'sensitive')) {
        const whose = { site, building, unit, household: household.id, flag: flag.id };
        await care.look(company, { id: ids.next(), ...asked, ...whose, reason: 'export' });
      }
      const complaints: ResidentExport['complaints'] = [];
      for await (const item of complaintsOf(company, found)) complaints.push(complaintCopy(item));
      const looks = await care.looks(company, { household: household.id }, { limit: 100 });
      const contact = (await care.contacts(company, [household.id])).get(household.id);
      return {
        ...{ madeAt: wireInstant(now), site, building, unit, member, complaints },
        care: flags.map(flagCopy),
        looks: looks.rows.map(lookView),
        contact: contact ? contactView(contact) : null,
      };
    },

    /**
     * Takes a resident out of file, care flags and ended complaints, and says what is kept and why. Cut short, or said
     * again once an open complaint has ended, it does the rest. The file comes last: while the name stands there, it
     * can be done again.
     */
    async erase(caller: Caller, id: string, name: string): Promise<Erased> {
      const { company, person } = caller;
      const found = await read(caller, id, name);
      const { file, household, member, zone, now } = found;
      const asked = { by: person.id, at: now, from: caller.from ?? bySystem };
      const change = redactor(member);
      const flags = await flagsOf(company, found);
      const last = household.members.length === 1;
      for (const flag of last
        ? (await care.ofHousehold(company, household.id)).filter((one) => !isEnded(one))
        : flags) {
        const next =
          last || flag.member === member.name
            ? ended(flag, 'erased', person.id, now, zone)
            : { ...flagWithout(flag, member), version: flag.version + 1, changedBy: person.id, changedAt: now };
        await care.put(next, 'erased', asked, nextDue(next, zone, now));
      }
      let complaints = 0;
      const open: string[] = [];
      for await (const item of complaintsOf(company, found)) {
        if (item.endedAt === null) {
          open.push(item.number);
          continue;
        }
        await items.commit({
          before: item,
          after: withoutResident(item, member),
          entries: [],
          effects: [],
          wakeAt: null,
        });
        const theirs = isSame(member, item.intake.reporter);
        await items.rewrite(company, item.id, (value) => rewritten(theirs ? withoutWords(value) : value, change));
        complaints += 1;
      }
      if (member.email !== null) await suppressions.lift(company, household.site, member.email, asked);
      // While a complaint is open its caller must be reachable: the file goes with the last of them.
      if (open.length === 0) {
        const members = household.members.filter((one) => one.name !== member.name);
        const known = { expected: file.version, by: person.id, at: now };
        await households.change(company, { ...household, members }, known);
      }
      const always: KeptWhy[] = ['complaints', 'photos', 'looks', 'log', 'backups', 'mails'];
      return {
        ...{ flags: flags.length, complaints, file: open.length === 0, open },
        kept: [...(open.length > 0 ? (['open'] as const) : []), ...always],
      };
    },
  };
}
export type ResidentData = ReturnType<typeof createResidentData>;

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const mentions = (item: Item, member: Household['members'][number]): boolean =>
  isSame(member, item.intake.reporter) || differs(item, rewritten(item, redactor(member)));

const flagCopy = ({ occasion, kind, member, note, source, from, to, day, reviewBy, consent }: CareFlag) => ({
  ...{ occasion, kind, member, note, source, from, to, day, reviewBy },
  consent: consent.state === 'given' ? { by: consent.by, on: consent.on, how: consent.how } : null,
});

const complaintCopy = ({ number, category, intake, createdAt, endedAt, status, verdict }: Item) => ({
  ...{ number, category, status, description: intake.description, reporter: intake.reporter, verdict },
  ...{ filedAt: wireInstant(createdAt), endedAt: wireInstantOrNull(endedAt) },
});
