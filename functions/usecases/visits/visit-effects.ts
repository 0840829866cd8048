import type { Item } from '#domain/item';
import { MINUTE } from '#domain/time';
import { contactOf } from '#domain/visit';
import type { Effect } from '#domain/workflow/effect';
import type { OutboxRow, Ports } from '#ports';
import type { Decide, Gathered } from '../decide.ts';
import type { FollowUp } from './follow-up.ts';

export type VisitEffect = Extract<Effect, { type: 'followUp' | 'reopen' | 'tellVisited' | 'contact' }>;
type EffectPorts = Pick<Ports, 'care' | 'clock' | 'items' | 'outbox' | 'logger' | 'metrics'>;
/** Until one that could not be carried out is tried again. */
const AGAIN = 5 * MINUTE;

const foundBy = ({ id, number, visit }: Item) => {
  const { score, held, remarks } = visit?.answers ?? { score: null, held: null, remarks: null };
  return { visit: id, number, score, held, said: remarks };
};

/**
 * What visits bring about: an item that ended is followed up, one that did not hold is taken up again, and otherwise hears
 * what was said, and the household counts as spoken to. Each however often it is carried out once. @returns false when it was put off
 */
export const createVisitEffects =
  (ports: EffectPorts, { decide, followUp }: { decide: Decide; followUp: FollowUp }) =>
  async (row: OutboxRow, effect: VisitEffect, gathered: () => Promise<Gathered>): Promise<boolean> => {
    try {
      await carryOut(row, effect, gathered);
    } catch (error) {
      const now = ports.clock.now();
      ports.logger.error('What a visit brings about failed', {
        item: row.item,
        type: effect.type,
        error: String(error),
      });
      ports.metrics.count('VisitEffectFailed', 1);
      await ports.outbox.postpone(row, now + AGAIN, String(error));
      return false;
    }
    await ports.outbox.finish(row, 'done', ports.clock.now(), {});
    return true;

    async function carryOut({ company, item }: OutboxRow, what: VisitEffect, read: () => Promise<Gathered>) {
      switch (what.type) {
        case 'followUp':
          return followUp(company, item);
        case 'reopen': {
          const found = foundBy((await read()).item);
          const { score } = found;
          if (score === null) return;
          return decide(company, what.item, () => ({ type: 'visitReopened', ...found, score }), {
            key: `reopen/${what.id}`,
          });
        }
        case 'contact': {
          const { visit } = (await read()).item;
          const contact = visit && contactOf(visit);
          return visit && contact && ports.care.contact(company, { ...contact, household: visit.household });
        }
        case 'tellVisited': {
          const original = await ports.items.get(company, what.item);
          if (!original) return;
          const { step, level } = original;
          const entry = { type: 'followedUp' as const, ...foundBy((await read()).item) };
          const at = ports.clock.now();
          return ports.items.append(company, original.id, [{ ...entry, at, by: 'system', step, level }], what.id);
        }
      }
    }
  };
export type VisitEffects = ReturnType<typeof createVisitEffects>;
