import { bySystem } from '#domain/audit/link';
import { careHints } from '#domain/care/care-visits';
import { visibleFlags } from '#domain/care/visible-flags';
import { isContractor } from '#domain/organisation';
import type { CarePart } from '#http/pages/care-part';
import type { Ports } from '#ports';
import type { OpenedLink } from '../open-link.ts';
import { siteOf } from '../site-access.ts';
import { careRulesAt } from './care-rules-at.ts';
import { householdOf, workOf } from './household-of.ts';

type LinkPorts = Pick<Ports, 'care' | 'households' | 'documents' | 'ids' | 'clock'>;

/**
 * What whoever has an item in hand should know of the household before they ring, on the page behind their mail. What is
 * sensitive, and hints that come of it, only once they `open` it: who did is kept before anything is told. Null: nothing
 * for this reader; contractors are told nothing of anybody's home.
 */
export const createCareByLink =
  (ports: LinkPorts) =>
  async ({ gathered, person, offers }: OpenedLink, open: boolean): Promise<CarePart | null> => {
    const { item, facts } = gathered;
    if (offers.length === 0 || item.endedAt !== null || isContractor(person)) return null;
    const id = householdOf(item);
    const flags = id === null ? [] : await ports.care.ofHousehold(item.company, id);
    if (id === null || flags.length === 0) return null;
    const now = ports.clock.now();
    const { zone } = siteOf(item.site, facts.directory);
    const context = { zone, work: workOf(item) };
    const seen = visibleFlags({ person, directory: facts.directory }, flags, context, now).flatMap((view) =>
      view.shown === 'whole' ? [view.flag] : [],
    );
    if (seen.length === 0) return null;
    const sensitive = seen.filter(({ sensitivity }) => sensitivity === 'sensitive');
    if (open && sensitive.length > 0) {
      const household = await ports.households.get(item.company, id);
      if (!household) return null;
      const { site, building, unit } = household;
      for (const flag of sensitive)
        await ports.care.look(item.company, {
          ...{ id: ports.ids.next(), at: now, by: person.id, from: bySystem, reason: 'item' },
          ...{ site, building, unit, household: id, flag: flag.id },
        });
    }
    const told = open ? seen : seen.filter(({ sensitivity }) => sensitivity === 'normal');
    const heads = await ports.documents.heads(item.company);
    const rules = await careRulesAt(ports, item.company, { heads }, item.site);
    const { language } = person;
    const kindName = (kind: string) => rules.kinds.find((one) => one.id === kind)?.name[language] ?? kind;
    return {
      hints: careHints(
        item.kind,
        told.map(({ kind }) => kind),
        rules,
      ).map((hint) => hint[language]),
      flags: told.map(({ kind, member, note }) => ({
        title: [kindName(kind), ...(member ? [member] : [])].join(' · '),
        note,
      })),
      folded: open ? 0 : sensitive.length,
    };
  };
export type CareByLink = ReturnType<typeof createCareByLink>;
