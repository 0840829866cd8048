import type { Item } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import { joinedReport } from '#domain/workflow/resident-acts';
import type { ResidentMailView } from '#mail/view';
import type { Ports } from '#ports';
import { caretakerOf, deskOf } from './caretaker.ts';
import type { Gathered } from './decide.ts';
import { namesIn, siteOf } from './item-words.ts';
import { residentLink } from './resident-link.ts';

/** A notice to the resident, in their language: what was decided, when the next reply comes, and the way to their page. */
export async function composeResidentMail(
  ports: Pick<Ports, 'links'>,
  { item, facts }: Pick<Gathered, 'item' | 'facts'>,
  effect: Extract<Effect, { type: 'mailResident' }>,
  now: Instant,
): Promise<ResidentMailView> {
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
    category: namesIn(facts, language).category(item.category),
    filedAt: joined?.at ?? item.createdAt,
    told: effect.told,
    caretaker:
      item.status === 'verifying' || joined ? deskOf(facts, item, language) : caretakerOf(item, facts, language),
    link: await residentLink(ports, item, joined?.id ?? null, now),
    when: joined && effect.template === 'received' ? joined.replyBy : aboutOf(item),
  };
}

/** The instant a notice is about: when silence closes it, else the next reply. */
export function aboutOf({ endedAt, status, ask, clocks: { reply } }: Item): Instant | null {
  if (endedAt !== null) return null;
  if (status === 'resolved') return ask?.due ?? null;
  return reply && reply.metAt === null ? reply.deadline : null;
}
