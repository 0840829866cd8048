import type { Effect } from '#domain/workflow/effect';
import type { NewEntry, Ports } from '#ports';
import type { Decide } from './decide.ts';

type Mail = Extract<Effect, { type: 'mail' | 'mailResident' }>;

/** What became of a mail that asked for several orders is known to each of them, not only to the one it belongs to. */
export const createToldTogether = ({ items }: Pick<Ports, 'items'>, decide: Decide) => {
  const append = async (company: string, effect: Mail, entry: NewEntry, key: string) => {
    const others = effect.type === 'mail' ? (effect.together ?? []) : [];
    const told: (typeof others)[number][] = [];
    for (const other of others) {
      if (!(await items.get(company, other.item))) continue;
      await items.append(company, other.item, [{ ...entry, step: other.step, level: 0 }], key);
      told.push(other);
    }
    return told;
  };
  return {
    async sent(company: string, effect: Mail, entry: NewEntry): Promise<void> {
      await append(company, effect, entry, `sent/${effect.id}`);
    },

    /** Whoever was asked counts as not reached in each. */
    async bounced(company: string, effect: Mail, entry: NewEntry, again = ''): Promise<void> {
      if (effect.type !== 'mail') return;
      for (const { item, ask } of await append(company, effect, entry, `bounced/${effect.id}${again}`))
        await decide(company, item, () => ({ type: 'undeliverable', person: effect.to, ask }), {
          key: `undeliverable/${effect.id}/${item}`,
        });
    },
  };
};
