import { type Household, householdIdOf } from '#domain/household';
import type { Item } from '#domain/item';
import { categoryOf } from '#domain/route';
import type { Text } from '#domain/text';
import type { VisitOf } from '#domain/visit';
import type { Candidate } from '#domain/visit/candidate';
import { afterItem, feltBy } from '#domain/visit/candidates';
import { ruleFor } from '#domain/visit/rule-for';
import { aboutWords } from '#domain/visit/visit-words';
import { workersOf } from '#domain/visit/workers-of';
import type { VisitRule, Visits } from '#domain/visit-rules';
import type { Ports } from '#ports';
import type { Facts, LoadFacts } from '../load-facts.ts';
import { pinnedWork } from '../open-item.ts';
import { readTimeline } from '../read-timeline.ts';
import type { BookVisit } from './book-visit.ts';
import type { OpenVisit } from './open-visit.ts';
import { visitsAt } from './visits-at.ts';

type FollowPorts = Pick<Ports, 'clock' | 'items' | 'documents' | 'households'>;

/** Homes looked at for who felt a work order: a building's, or the first of the site's. */
const MOST_HOMES = 300;

/** Whose home an item was about; null: nobody's file says so. */
export async function householdOf({ households }: Pick<Ports, 'households'>, item: Item): Promise<Household | null> {
  const { household } = item.intake.reporter;
  if (household !== null) return households.get(item.company, household);
  if (item.building === null || item.unit === null) return null;
  return households.get(item.company, householdIdOf(item.site, item.building, item.unit));
}

/** Candidates of the rule that fits an item that has ended, each with their household. */
export const createCandidatesOf =
  (ports: FollowPorts) =>
  async (visits: Visits, item: Item, facts: Facts): Promise<{ candidate: Candidate; household: Household }[]> => {
    const now = ports.clock.now();
    const rule = ruleFor(visits, item, item.order?.impact ?? null, { ...facts, now });
    if (!rule) return [];
    const workers = workersOf(item, await readTimeline(ports, item.company, item.id));
    if (rule.after.kind !== 'felt') {
      const household = await householdOf(ports, item);
      return household ? [{ candidate: afterItem(rule, item, household, workers), household }] : [];
    }
    const building = item.order?.impact === 'whole-site' ? null : item.building;
    const { rows } = await ports.households.bySite(item.company, item.site, building, { limit: MOST_HOMES });
    return feltBy(rule, item, rows, workers).flatMap((candidate) => {
      const household = rows.find(({ id }) => id === candidate.household);
      return household ? [{ candidate, household }] : [];
    });
  };

export const visitOf = ({ id, number, kind, category, severity, endedAt, updatedAt }: Item, name: Text): VisitOf => ({
  ...{ item: id, number, kind, category, name, severity },
  endedAt: endedAt ?? updatedAt,
});

/** What an item was about: an order by its plan or kind of facility, all else by its category. */
export async function nameOf(
  { documents }: Pick<Ports, 'documents'>,
  item: Item,
  { routing }: Pick<Facts, 'routing'>,
): Promise<Text> {
  const { workName } = await pinnedWork(documents, item);
  const { category } = item;
  return workName ?? categoryOf(routing, category)?.name ?? { 'zh-CN': category, en: category };
}

/**
 * An item has ended: whether somebody asks how it went is decided now, by the rules that hold now. Idempotent: the same
 * end opens the same visits. @returns how many were opened
 */
export const createFollowUp = (
  ports: FollowPorts,
  { loadFacts, book, open }: { loadFacts: LoadFacts; book: BookVisit; open: OpenVisit },
) => {
  const candidatesOf = createCandidatesOf(ports);
  return async (company: string, id: string): Promise<number> => {
    const item = await ports.items.get(company, id);
    if (!item || item.endedAt === null) return 0;
    const facts = await loadFacts(company, item.site);
    const settings = await visitsAt(ports, company, await ports.documents.heads(company), item.site);
    if (!settings) return 0;
    const name = await nameOf(ports, item, facts);
    let opened = 0;
    for (const { candidate, household } of await candidatesOf(settings.visits, item, facts)) {
      const booking = await book(company, settings.visits, candidate, facts);
      if (typeof booking === 'string') continue;
      const { item: visit, isNew } = await open({
        ...{ company, household, key: booking.key, visitor: booking.visitor, channel: booking.channel },
        due: booking.due,
        description: describe(item, facts, candidate.rule, name),
        name: candidate.rule.after.kind === 'felt' ? null : item.intake.reporter.name,
        rule: { id: candidate.rule.id, name: candidate.rule.name },
        of: visitOf(item, name),
        questionnaire: candidate.rule.questionnaire,
        workers: [...candidate.workers],
      });
      const { number, kind } = visit;
      await ports.items.append(
        company,
        item.id,
        [
          {
            type: 'linkedOpened',
            item: visit.id,
            number,
            kind,
            at: ports.clock.now(),
            by: 'system',
            step: item.step,
            level: item.level,
          },
        ],
        `visit/${visit.id}`,
      );
      if (isNew) opened += 1;
    }
    return opened;
  };
};
export type FollowUp = ReturnType<typeof createFollowUp>;

function describe(item: Item, { directory }: Facts, rule: VisitRule, name: Text): string {
  const site = directory.organisation.sites.find(({ id }) => id === item.site);
  const language = site?.language ?? 'zh-CN';
  return `${rule.name[language]}${language === 'en' ? '. ' : '：'}${aboutWords(item, name)[language]}`;
}
