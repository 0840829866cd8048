import type { Item } from '../item.ts';
import { namesIn, siteOf } from '../item-words.ts';
import type { Instant } from '../time.ts';
import type { Effect } from '../workflow/effect.ts';
import { joinedReport } from '../workflow/resident-acts.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import { caretakerOf, deskOf } from './caretaker.ts';
import type { ResidentMailView } from './view.ts';

/** A notice to the resident, in their language: what was decided, when the next reply comes, and `link`, the way to their page. */
export function residentMailView(
  { item, facts }: { item: Item; facts: WorkflowFacts },
  effect: Extract<Effect, { type: 'mailResident' }>,
  now: Instant,
  link: string,
): ResidentMailView {
  const joined = joinedReport(item, effect.report ?? null);
  const { language, name } = joined ?? item.intake.reporter;
  const site = siteOf(facts, item);
  return {
    language,
    template: effect.template,
    now,
    zone: site.zone,
    name,
    company: facts.directory.organisation.company.name[language],
    site: site.name[language],
    sitePhone: site.phone,
    number: joined?.number ?? item.number,
    category: item.visit?.of?.name?.[language] ?? namesIn(facts, language).category(item.category),
    filedAt: joined?.at ?? item.createdAt,
    told: effect.told,
    caretaker:
      item.status === 'verifying' || joined ? deskOf(facts, item, language) : caretakerOf(item, facts, language),
    link,
    when: joined && effect.template === 'received' ? joined.replyBy : aboutOf(item),
  };
}

/** The instant a notice is about: when silence closes it, else the next reply. */
export function aboutOf({ endedAt, status, ask, clocks: { reply } }: Item): Instant | null {
  if (endedAt !== null) return null;
  if (status === 'resolved') return ask?.due ?? null;
  return reply && reply.metAt === null ? reply.deadline : null;
}
