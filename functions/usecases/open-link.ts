import { LinkInvalid } from '#domain/errors';
import { verbsFor } from '#domain/mail/staff-view';
import { isContractor, type Person } from '#domain/organisation';
import { mayContractorSee } from '#domain/permission';
import { personById } from '#domain/recipients';
import type { Instant } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import type { Entry } from '#domain/workflow/entry';
import type { PageOffer } from '#http/pages/view';
import type { LinkClaims, Ports } from '#ports';
import { LINK_LIFE } from './compose-mail.ts';
import { createGather, type Gathered } from './decide.ts';
import type { LoadFacts } from './load-facts.ts';
import type { RecoveryDesk, Room } from './recovery/recovery-desk.ts';
import { offersOf } from './view-offers.ts';

/** A link from a mail, checked, with the item as it stands now. Reading one changes nothing. */
export interface OpenedLink {
  claims: LinkClaims;
  expired: boolean;
  gathered: Gathered;
  person: Person;
  now: Instant;
  /** What the link may still do; empty: it only shows. */
  offers: PageOffer[];
}

/** The asking the link was bound to still waits. */
export const isCurrent = ({ claims, gathered: { item } }: Pick<OpenedLink, 'claims' | 'gathered'>): boolean =>
  claims.ask !== null && claims.ask === item.ask?.id;

/** @returns null when the person is a member no more, or a contractor whose order it never was. @throws LinkInvalid | NotFound */
export const createOpenLink = (
  ports: Pick<Ports, 'links' | 'items' | 'documents' | 'clock'>,
  loadFacts: LoadFacts,
  recoveries: Pick<RecoveryDesk, 'room'>,
) => {
  const gather = createGather(ports, loadFacts);
  return async (token: string): Promise<OpenedLink | null> => {
    const { claims, expired } = await ports.links.verify(token);
    const gathered = await gather(claims.company, claims.item);
    const person = personById(gathered.facts.directory, claims.person);
    if (!person?.active || (isContractor(person) && !mayContractorSee(person, gathered.item))) return null;
    const now = ports.clock.now();
    const opened = { claims, expired, gathered, person, now };
    if (expired) return { ...opened, offers: [] };
    const room = isCurrent(opened) ? await recoveries.room(person.id, gathered, now) : null;
    return { ...opened, offers: offersFor(opened, room) };
  };
};

/** What is done beside the asking leaves nothing to ask for. */
const beside: ReadonlySet<ActionName> = new Set(['note', 'recover'] satisfies ActionName[]);

/** While its asking waits a link does all it was signed for; afterwards only what is not bound to the step. */
function offersFor(opened: Omit<OpenedLink, 'offers'>, room: Room | null): PageOffer[] {
  const { claims, gathered, person, now } = opened;
  const { item, definition, facts, forms, asks } = gathered;
  const verbs = new Set<ActionName>(
    isCurrent(opened) ? claims.verbs : claims.verbs.filter((verb) => verb === 'called' || verb === 'note'),
  );
  const offers = offersOf(item, definition, facts, { person, language: person.language }, now, forms, asks, room);
  const usable = offers.filter(({ action }) => verbs.has(action));
  return usable.some(({ action }) => !beside.has(action)) ? usable : [];
}

/** Whether another link is of the same person and item; one that was not signed by us is of nobody. */
export const createIsSame =
  (links: Ports['links']) =>
  async ({ claims }: Pick<OpenedLink, 'claims'>, token: string): Promise<boolean> => {
    try {
      const other = (await links.verify(token)).claims;
      return other.item === claims.item && other.person === claims.person;
    } catch (error) {
      if (error instanceof LinkInvalid) return false;
      throw error;
    }
  };

/** A link to what waits for this person now; null when nothing does: what is resolved waits for the verdict, not for its owner. */
export async function presentLink(
  ports: Pick<Ports, 'links'>,
  { gathered, person, now }: Pick<OpenedLink, 'gathered' | 'person' | 'now'>,
): Promise<string | null> {
  const { item } = gathered;
  const { ask } = item;
  const owns = item.owner === person.id && item.status !== 'resolved';
  if (!ask || !(owns || ask.asked.some((one) => one.person === person.id && !one.confirmed))) return null;
  const verbs = verbsFor(gathered, person, { ask: ask.id, reason: 'nextStep' });
  if (verbs.length === 0) return null;
  const token = await ports.links.sign({
    company: item.company,
    item: item.id,
    person: person.id,
    step: item.step,
    ask: ask.id,
    verbs,
    expires: now + LINK_LIFE,
  });
  return ports.links.url(token);
}

/** Who ended the asking the link was for: the first to act on its step after the last asking there. */
export function handledBy(
  timeline: readonly Entry[],
  step: string,
): { by: string; at: Instant; action: ActionName } | null {
  const acted = timeline.findLast(
    (entry) => entry.type === 'acted' && entry.step === step && entry.action.name !== 'note',
  );
  return acted?.type === 'acted' ? { by: acted.by, at: acted.at, action: acted.action.name } : null;
}
