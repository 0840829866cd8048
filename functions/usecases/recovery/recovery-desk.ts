import {
  type Allowance,
  postsOf,
  recoveryProblem,
  type Standing,
  standingOf,
  type Wanted,
} from '#domain/care/recovery';
import type { Item } from '#domain/item';
import { fenOf, yuanWords } from '#domain/money';
import { type Instant, localDate } from '#domain/time';
import type { Granted } from '#domain/workflow/event';
import type { NewRecovery, Ports } from '#ports';
import { careRulesAt } from '../care/care-rules-at.ts';
import { InvalidInput, NotFound, problem } from '../errors.ts';
import type { Facts, LoadFacts } from '../load-facts.ts';
import { siteOf } from '../site-access.ts';

type DeskPorts = Pick<Ports, 'clock' | 'documents' | 'items' | 'recoveries'>;
/** What somebody may still give: all in fen. */
export interface Room extends Standing {
  /** For this case, this month's included. */
  left: number;
}
/** What a recovery comes to: for the item's decision, and for the month's list. */
export interface Recovering {
  granted: Granted;
  recovery: NewRecovery;
}
interface Recovered {
  item: Item;
  facts: Pick<Facts, 'directory'>;
}

/** "2026-11" */
export const monthOf = (at: Instant, zone: string): string => localDate(at, zone).slice(0, 7);

/**
 * What people on the spot may decide by their posts (服务补救). The sum of a month is looked at here for the sake of a
 * plain answer; what holds is the condition of the commit.
 */
export function createRecoveryDesk({ clock, documents, items, recoveries }: DeskPorts, loadFacts: LoadFacts) {
  const allowancesAt = async (company: string, site: string): Promise<readonly Allowance[]> => {
    const heads = await documents.heads(company);
    // Rules stored before there were any lack them.
    return (await careRulesAt({ documents }, company, { heads }, site)).recovery ?? [];
  };
  const standing = (allowances: readonly Allowance[], person: string, { item, facts }: Recovered) =>
    standingOf(allowances, postsOf(person, item, facts.directory.organisation));

  return {
    /** Null: nothing is for this person to decide there. */
    async room(person: string, of: Recovered, now: Instant): Promise<Room | null> {
      const { company, site, recovered = 0 } = of.item;
      const own = standing(await allowancesAt(company, site), person, of);
      if (!own) return null;
      const month = monthOf(now, siteOf(site, of.facts.directory).zone);
      const given = await recoveries.givenBy(company, site, month, person);
      return { ...own, left: Math.max(0, Math.min(own.upTo - recovered, own.perMonth - given)) };
    },

    /**
     * All that is read beforehand; the answer judges the item as it stands at the decision. Throws NotFound here,
     * InvalidInput there.
     */
    async prepare(company: string, id: string, person: string) {
      const found = await items.get(company, id);
      if (!found) throw new NotFound('complaint');
      const { site } = found;
      const [{ directory }, allowances] = await Promise.all([loadFacts(company, site), allowancesAt(company, site)]);
      const month = monthOf(clock.now(), siteOf(site, directory).zone);
      const given = await recoveries.givenBy(company, site, month, person);
      return (wanted: Wanted, of: Recovered, at: Instant): Recovering => {
        const own = standing(allowances, person, of);
        if (!own) throw new InvalidInput([problem(['amount'], 'no_allowance')]);
        const wrong = recoveryProblem(wanted, own, { spent: of.item.recovered ?? 0, given });
        if (wrong)
          throw new InvalidInput([
            problem([wrong.field], wrong.code, 'left' in wrong ? { value: yuanWords(wrong.left) } : undefined),
          ]);
        const gesture = own.gestures.find((one) => one.id === wanted.gesture)?.name ?? null;
        const fen = fenOf(wanted.amount ?? 0);
        const { number, kind } = of.item;
        return {
          granted: { fen, gesture },
          recovery: { company, site, month, person, at, fen, gesture, item: id, number, kind, most: own.perMonth },
        };
      };
    },
  };
}
export type RecoveryDesk = ReturnType<typeof createRecoveryDesk>;
