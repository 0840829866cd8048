import { createHash } from 'node:crypto';
import { careEntry } from '#domain/audit/publication';
import { canonical } from '#domain/canonical';
import type { PlannedEvent } from '#domain/care/event';
import type { CareFlag } from '#domain/care/flag';
import type { CareContact, CareLook } from '#domain/care/look';
import { CareEventChanged, CareFlagChanged } from '#domain/errors';
import type { Care, CareDue, CareOpened } from '#ports';
import type { MemoryAudit } from './memory-audit.ts';
import { pageOfRows } from './memory-items.ts';

/** Care flags in maps, in the store's order. */
export function createMemoryCare(audit: MemoryAudit): Care {
  const flags = new Map<string, { flag: CareFlag; remindAt: number | null }>();
  const looks: { company: string; look: CareLook }[] = [];
  const contacts = new Map<string, CareContact>();
  const told = new Map<string, CareContact>();
  const events = new Map<string, PlannedEvent>();
  const opened = new Map<string, CareOpened>();
  const missed = new Map<string, Set<number>>();
  const keyOf = ({ company, household, id }: Pick<CareFlag, 'company' | 'household' | 'id'>) =>
    `${company}/${household}/${id}`;
  const all = () => [...flags.values()];
  const place = ({ building, unit, household, id }: CareFlag) =>
    `${building}#${unit.padStart(6, '0')}#${household}#${id}`;
  return {
    async ofHousehold(company, household) {
      return all().flatMap(({ flag }) => (flag.company === company && flag.household === household ? [flag] : []));
    },
    async put(flag, change, asked, remindAt) {
      if ((flags.get(keyOf(flag))?.flag.version ?? 0) !== flag.version - 1)
        throw new CareFlagChanged(flag.id, flag.version - 1);
      const subject = createHash('sha256')
        .update(`salt${canonical(flag)}`)
        .digest('hex');
      audit.record(flag.company, careEntry(flag.site, change, subject, asked), undefined);
      flags.set(keyOf(flag), { flag, remindAt });
    },
    async atSite(company, site, building, page) {
      const found = all().flatMap(({ flag }) =>
        flag.company === company &&
        flag.site === site &&
        (building ?? flag.building) === flag.building &&
        flag.consent.state === 'given'
          ? [flag]
          : [],
      );
      return pageOfRows(
        found.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
        page,
      );
    },
    async due(until, page) {
      const due: CareDue[] = all().flatMap(({ flag: { company, household, id }, remindAt }) =>
        remindAt !== null && remindAt <= until ? [{ company, household, flag: id, at: remindAt }] : [],
      );
      return pageOfRows(due, page);
    },
    async again(due, next) {
      const stored = 'event' in due ? undefined : flags.get(`${due.company}/${due.household}/${due.flag}`);
      if (!stored || stored.remindAt !== due.at) return false;
      flags.set(keyOf(stored.flag), { ...stored, remindAt: next });
      return true;
    },
    async look(company, look) {
      looks.push({ company, look });
    },
    async looks(company, of, page) {
      const found = looks.flatMap((one) =>
        one.company === company && ('household' in of ? one.look.household === of.household : one.look.site === of.site)
          ? [one.look]
          : [],
      );
      return pageOfRows(found.reverse(), page);
    },
    async contact(company, contact) {
      const key = `${company}/${contact.household}`;
      if ((contacts.get(key)?.at ?? 0) <= contact.at) contacts.set(key, contact);
    },
    async contacts(company, households) {
      return new Map(
        households.flatMap((id) => {
          const found = contacts.get(`${company}/${id}`);
          return found ? [[id, found] as const] : [];
        }),
      );
    },
    async noteOpened(_company, event, one) {
      opened.set(`${event}/${one.item}`, one);
    },
    async opened(_company, event, page) {
      const found = [...opened].flatMap(([key, one]) => (key.startsWith(`${event}/`) ? [one] : []));
      return pageOfRows(found, page);
    },
    async notReached(_company, event, household, member) {
      const key = `${event}/${household}`;
      missed.set(key, new Set([...(missed.get(key) ?? []), member]));
    },
    async notReachedOf(_company, event, households) {
      return new Map(
        households.flatMap((id) => {
          const found = missed.get(`${event}/${id}`);
          return found ? [[id, [...found]] as const] : [];
        }),
      );
    },
    async told(_company, event, contact) {
      const key = `${event}/${contact.household}`;
      if (!told.has(key)) told.set(key, contact);
    },
    async toldOf(_company, event, households) {
      return new Map(
        households.flatMap((id) => {
          const found = told.get(`${event}/${id}`);
          return found ? [[id, found] as const] : [];
        }),
      );
    },
    event: async (company, id) => events.get(`${company}/${id}`) ?? null,
    async putEvent(event) {
      const key = `${event.company}/${event.id}`;
      if ((events.get(key)?.version ?? 0) !== event.version - 1)
        throw new CareEventChanged(event.id, event.version - 1);
      events.set(key, event);
    },
    async events(company, site, ahead, now, page) {
      const found = [...events.values()].filter(
        (one) => one.company === company && one.site === site && one.to >= now === ahead,
      );
      return pageOfRows(
        found.toSorted((a, b) => (ahead ? a.to - b.to : b.to - a.to)),
        page,
      );
    },
  };
}
