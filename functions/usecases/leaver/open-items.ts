import { type Replacement, replacementAt } from '#domain/leaver/replace-person';
import { may } from '#domain/permission';
import { isOffered } from '#domain/workflow/offered';
import type { Caller } from '#http/caller';
import type { ItemSummary, Ports } from '#ports';
import type { Decide } from '../decide.ts';
import { NotAllowed } from '../errors.ts';
import type { CompanyFacts } from '../load-directory.ts';

/** Items one request lists or hands over at most. */
export const MOST_ITEMS = 100;
export const itemKey = (id: string): string => `item/${id}`;

/** Open items the person owns or is asked about, most urgent first. Throws NotAllowed when one is out of the caller's reach. */
export const createReadOpenItems =
  ({ items }: Pick<Ports, 'items'>) =>
  async (caller: Caller, person: string, { directory }: CompanyFacts) => {
    const { rows, next } = await items.work(caller.company, person, { limit: MOST_ITEMS });
    const foreign = rows.some(({ site }) => !may(caller.person, 'item.actAny', { site }, directory));
    if (foreign) throw new NotAllowed('item.actAny');
    return { rows, more: next !== null };
  };

/** Items nobody was chosen for: an open item cannot be left to nobody. */
export const withoutSuccessor = (rows: readonly ItemSummary[], replacement: Replacement): ItemSummary[] =>
  rows.filter(({ id }) => (replacementAt(replacement, itemKey(id)) ?? null) === null);

/**
 * One open item goes from the person to whoever takes over: an owner's by the engine's own hand-over where the step
 * offers it, so that its rules, mails and timeline hold; else the other one is asked in their place. Idempotent.
 * @returns whether anything changed. @throws NotAllowed
 */
export const createPassOn =
  (decide: Decide) =>
  async (caller: Caller, item: string, from: string, to: string, note: string): Promise<boolean> => {
    const { unchanged } = await decide(caller.company, item, ({ item: present, definition, facts }) => {
      if (!may(caller.person, 'item.actAny', { item: present }, facts.directory)) throw new NotAllowed('item.actAny');
      if (present.owner === from && isOffered(present, definition, 'handOver'))
        return { type: 'action', by: caller.person.id, action: { name: 'handOver', input: { to, note } } };
      return { type: 'replaced', person: from, to };
    });
    return !unchanged;
  };
