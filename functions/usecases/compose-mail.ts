import { residentMailView } from '#domain/mail/resident-view';
import { staffMailView, verbsFor } from '#domain/mail/staff-view';
import type { ResidentMailView, StaffMailView } from '#domain/mail/view';
import type { Person } from '#domain/organisation';
import { DAY, type Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Ports } from '#ports';
import type { Gathered } from './decide.ts';
import { residentLink } from './resident-link.ts';

/** A link acts until its step ends, at most this long. */
export const LINK_LIFE = 30 * DAY;

/** What a staff mail says, with the link it acts by. */
export const createComposeStaffMail =
  (ports: Pick<Ports, 'links' | 'renderer'>) =>
  async (
    gathered: Gathered,
    effect: Extract<Effect, { type: 'mail' }>,
    person: Person,
    timeline: readonly Entry[],
    now: Instant,
  ): Promise<StaffMailView> => {
    const { item } = gathered;
    const token = await ports.links.sign({
      company: item.company,
      item: item.id,
      person: person.id,
      step: effect.step,
      ask: effect.ask,
      verbs: verbsFor(gathered, person, effect),
      expires: now + LINK_LIFE,
    });
    return staffMailView(gathered, effect, person, timeline, now, {
      link: ports.links.url(token),
      line: ports.renderer.line,
    });
  };

/** What a notice says, with the link to the resident's page. */
export async function composeResidentMail(
  ports: Pick<Ports, 'links'>,
  gathered: Pick<Gathered, 'item' | 'facts'>,
  effect: Extract<Effect, { type: 'mailResident' }>,
  now: Instant,
): Promise<ResidentMailView> {
  const link = await residentLink(ports, gathered.item, effect.report ?? null, now);
  return residentMailView(gathered, effect, now, link);
}
