import { deputyChain } from '#domain/deputies';
import { nextShift, type Shift, shiftsAt } from '#domain/on-duty';
import { may, sitesOf } from '#domain/permission';
import { personById } from '#domain/recipients';
import type { Caller } from '#http/caller';
import type { DutyView } from '#http/schemas/duty';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { LoadDirectory } from './load-directory.ts';

/** Who is on duty at the caller's sites now, and who is next; the deputy of who is away. */
export const createShowDuty =
  ({ loadDirectory, clock }: Pick<Ports, 'clock'> & { loadDirectory: LoadDirectory }) =>
  async ({ company, person }: Caller): Promise<DutyView> => {
    const { directory } = await loadDirectory(company);
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
    const data = rosters.rosters
      .filter(({ site }) => visible.has(site))
      .map((roster) => {
        const zone = organisation.sites.find(({ id }) => id === roster.site)?.zone ?? organisation.company.zone;
        const next = nextShift(roster, zone, now);
        const phones = may(person, 'phone.read', { site: roster.site }, directory);
        return {
          site: roster.site,
          roster: roster.id,
          name: roster.name,
          now: shiftsAt(roster, zone, now).map((shift) => turn(shift, phones)),
          next: next === undefined ? null : turn(next, phones),
        };
      });
    return { data };
  };
