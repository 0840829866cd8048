import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Ports } from '#ports';

/** What happened in the system, counted as it was stored. */
export interface Tally {
  /** Commits that stored something. */
  decisions: number;
  /** Mails carried out, by reason; those to residents as `resident: <template>`. */
  mails: Map<string, number>;
  /** Effects given up: nobody was reached. */
  failed: number;
  /** Escalations by the level reached. */
  raised: Map<number, number>;
  /** Deadlines missed, by clock. */
  missed: Map<string, number>;
}

const addTo = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Listens at the ports: whatever is stored is counted, by whichever way it came. */
export function createTally(): { tally: Tally; wrap: (ports: Ports) => Ports } {
  const tally: Tally = { decisions: 0, mails: new Map(), failed: 0, raised: new Map(), missed: new Map() };
  const see = (entry: Entry) => {
    if (entry.type === 'raised') addTo(tally.raised, entry.to);
    if (entry.type === 'missed') addTo(tally.missed, entry.promised ? 'promise' : entry.clock);
  };
  const carriedOut = (effect: Effect) => {
    if (effect.type === 'mail') addTo(tally.mails, effect.reason);
    if (effect.type === 'mailResident') addTo(tally.mails, `resident: ${effect.template}`);
  };
  const wrap = (ports: Ports): Ports => ({
    ...ports,
    items: {
      ...ports.items,
      async commit(commit) {
        await ports.items.commit(commit);
        tally.decisions += 1;
        commit.entries.forEach(see);
      },
    },
    outbox: {
      ...ports.outbox,
      async finish(row, state, ...rest) {
        const finished = await ports.outbox.finish(row, state, ...rest);
        if (finished && state === 'done') carriedOut(row.effect);
        if (finished && state === 'failed') tally.failed += 1;
        return finished;
      },
    },
  });
  return { tally, wrap };
}
