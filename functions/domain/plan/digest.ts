import type { PersonId } from '../item.ts';
import type { Effect } from '../workflow/effect.ts';

type Mail = Extract<Effect, { type: 'mail' }>;
/** Another order that a mail asks for as well. */
export interface Together extends Pick<Mail, 'ask' | 'step' | 'due'> {
  item: string;
}

/** More orders than these at one time come in one mail. */
export const MOST_SINGLE = 3;

/** Orders opened at one time with what each wants sent; in the order they are opened. */
export interface Announced {
  item: string;
  effects: readonly Effect[];
}

const isAsking = (effect: Effect): effect is Mail => effect.type === 'mail' && effect.reason === 'asked';

/**
 * Their effects, without a storm of mail: whoever would be asked more than `MOST_SINGLE` times hears of all in the mail
 * about the first. Everything else stays: each order climbs its own ladder.
 */
export function digested(orders: readonly Announced[]): Effect[][] {
  const asked = new Map<PersonId, { item: string; effect: Mail }[]>();
  for (const { item, effects } of orders)
    for (const effect of effects.filter(isAsking))
      asked.set(effect.to, [...(asked.get(effect.to) ?? []), { item, effect }]);
  return orders.map(({ item, effects }) =>
    effects.flatMap((effect): Effect[] => {
      const all = isAsking(effect) ? (asked.get(effect.to) ?? []) : [];
      if (!isAsking(effect) || all.length <= MOST_SINGLE) return [effect];
      if (all[0]?.item !== item) return [];
      const together = all.slice(1).map(
        (other): Together => ({
          item: other.item,
          ask: other.effect.ask,
          step: other.effect.step,
          due: other.effect.due,
        }),
      );
      return [{ ...effect, together }];
    }),
  );
}
