import { bySystem } from '#domain/audit/link';
import { careHints } from '#domain/care/care-visits';
import { visibleFlags } from '#domain/care/visible-flags';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { CareFlagView, ItemCare } from '#http/schemas/care';
import type { Ports } from '#ports';
import { NotFound } from '../errors.ts';
import type { LoadFacts } from '../load-facts.ts';
import { openItem } from '../open-item.ts';
import { siteOf } from '../site-access.ts';
import type { CarePorts } from './care-file.ts';
import { careRulesAt } from './care-rules-at.ts';
import { fileView, wholeView } from './care-view.ts';
import { householdOf, workOf } from './household-of.ts';

type ItemPorts = CarePorts & Pick<Ports, 'items'> & { loadFacts: LoadFacts };

/** What whoever works on an item should know of the household, and nobody else. Throws NotFound | NotAllowed. */
export function createCareOfItem(ports: ItemPorts) {
  const { care, households, clock, ids } = ports;

  const read = async (caller: Caller, id: string) => {
    const { item, facts } = await openItem(ports, caller, id, 'item.read');
    const household = householdOf(item);
    const { zone } = siteOf(item.site, facts.directory);
    const now = clock.now();
    const flags = household === null ? [] : await care.ofHousehold(caller.company, household);
    const views = visibleFlags(
      { person: caller.person, directory: facts.directory },
      flags,
      { zone, work: workOf(item) },
      now,
    );
    // That there is something else is for the file to say.
    const seen = views.flatMap((view) => (view.shown === 'whole' ? [view] : []));
    return { item, household, seen, now, today: localDate(now, zone) };
  };

  return {
    async show(caller: Caller, id: string): Promise<ItemCare> {
      const { item, seen, today } = await read(caller, id);
      if (seen.length === 0) return { hints: [], flags: [], kinds: [] };
      const heads = await ports.documents.heads(caller.company);
      const rules = await careRulesAt(ports, caller.company, { heads }, item.site);
      const kinds = seen.map(({ flag }) => flag.kind);
      return {
        hints: item.endedAt === null ? careHints(item.kind, kinds, rules) : [],
        flags: seen.map((view) => fileView(view, today)),
        kinds: rules.kinds,
      };
    },

    /** The look is kept before anything is told. */
    async look(caller: Caller, { id, flag }: { id: string; flag: string }): Promise<CareFlagView> {
      const { household: whose, seen, now, today } = await read(caller, id);
      const view = seen.find((one) => one.flag.id === flag);
      const household = whose === null ? null : await households.get(caller.company, whose);
      if (!view || !household) throw new NotFound('flag');
      if (view.flag.sensitivity === 'sensitive') {
        const { site, building, unit } = household;
        const asked = { at: now, by: caller.person.id, from: caller.from ?? bySystem };
        const where = { site, building, unit, household: household.id, flag };
        await care.look(caller.company, { id: ids.next(), ...asked, ...where, reason: 'item' });
      }
      return wholeView(view, today);
    },
  };
}
export type CareOfItem = ReturnType<typeof createCareOfItem>;
