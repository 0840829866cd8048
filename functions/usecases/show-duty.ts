import { deputyChain } from '#domain/deputies';
import { nextDutyGap } from '#domain/duty-gap';
import { nextShift, type Shift, shiftsAt } from '#domain/on-duty';
import type { Roster } from '#domain/organisation';
import { may, sitesOf } from '#domain/permission';
import { personById } from '#domain/recipients';
import type { Caller } from '#http/caller';
import type { DutyView } from '#http/schemas/duty';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { LoadDirectory } from './load-directory.ts';
import { createCalendarLoader } from './load-facts.ts';

type DutyPorts = Pick<Ports, 'clock' | 'documents'> & { loadDirectory: LoadDirectory };

/** Who is on duty at the caller's sites now, and who is next; the deputy of who is away; when next nobody is. */
export const createShowDuty = ({ loadDirectory, clock, documents }: DutyPorts) => {
  const loadCalendar = createCalendarLoader({ documents });
  return async ({ company, person }: Caller): Promise<DutyView> => {
    const { directory, heads } = await loadDirectory(company);
    const { organisation, rosters } = directory;
    const now = clock.now();
    const visible = new Set(sitesOf(person, organisation));
    const named = (id: string) => ({ id, name: personById(directory, id)?.name ?? { 'zh-CN': id, en: id } });
    const turn = ({ person: who, begins, ends }: Shift, phones: boolean) => {
      const { present } = deputyChain(who, directory, Math.max(now, begins));
      return {
        person: named(who),
        present: present === null ? null : named(present),
        phone: present !== null && phones ? (personById(directory, present)?.phone ?? null) : null,
        from: wireInstant(begins),
        to: wireInstant(ends),
      };
    };
    /** Null where the site's calendar is missing: which days are off is not known. */
    const gapOf = async (roster: Roster, zone: string, calendar: string | undefined) => {
      const head = heads.find(({ kind, id }) => kind === 'calendar' && id === calendar);
      if (!head) return null;
      const gap = nextDutyGap(roster, zone, await loadCalendar(company, head.id, head.version), directory, now);
      if (!gap) return null;
      return {
        from: wireInstant(gap.from),
        to: wireInstant(gap.to),
        person: gap.person === null ? null : named(gap.person),
      };
    };
    const views = rosters.rosters
      .filter(({ site }) => visible.has(site))
      .map(async (roster) => {
        const site = organisation.sites.find(({ id }) => id === roster.site);
        const zone = site?.zone ?? organisation.company.zone;
        const next = nextShift(roster, zone, now);
        const phones = may(person, 'phone.read', { site: roster.site }, directory);
        return {
          site: roster.site,
          roster: roster.id,
          name: roster.name,
          now: shiftsAt(roster, zone, now).map((shift) => turn(shift, phones)),
          next: next === undefined ? null : turn(next, phones),
          gap: await gapOf(roster, zone, site?.calendar),
        };
      });
    return { data: await Promise.all(views) };
  };
};
