import type { Item } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { ResidentMailView } from '#mail/view';
import type { Gathered } from './decide.ts';
import { namesIn, siteOf } from './item-words.ts';

/** A notice to the resident, in their language: what was decided, when the next reply comes, whom to call. */
export function composeResidentMail(
  { item, facts }: Gathered,
  effect: Extract<Effect, { type: 'mailResident' }>,
  now: Instant,
): ResidentMailView {
  const { language, name } = item.intake.reporter;
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
    number: item.number,
    category: namesIn(facts, language).category(item.category),
    filedAt: item.createdAt,
    told: effect.told,
    when: aboutOf(item),
  };
}

/** The instant a notice is about: when silence closes it, else the next reply. */
function aboutOf({ endedAt, status, ask, clocks: { reply } }: Item): Instant | null {
  if (endedAt !== null) return null;
  if (status === 'resolved') return ask?.due ?? null;
  return reply && reply.metAt === null ? reply.deadline : null;
}
