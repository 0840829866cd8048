import type { Item } from '#domain/item';
import type { System } from '#local/system';
import type { Accepted } from './feed.ts';
import type { PlannedCase } from './plan.ts';

/** How things stand when the file is over. Ids in the lists of what is wrong. */
export interface Outcome {
  /** Cases by how they stand: 'closed', 'withdrawn', or 'open' whatever the status. */
  byStatus: Map<string, number>;
  /** Not stored. */
  lost: string[];
  /** Ended, though the file says open, or the other way round. */
  misplaced: string[];
  /** Open without exactly one timer, or ended with one. */
  mistimed: string[];
  /** Mails and wake-ups still to be carried out. */
  pending: number;
}

const ABREAST = 24;

/** Reads every item back and compares with the plan and the runner's timers. */
export async function outcomeOf(
  { ports, runner, clock }: Pick<System, 'ports' | 'runner' | 'clock'>,
  company: string,
  cases: readonly PlannedCase[],
  accepted: Accepted,
): Promise<Outcome> {
  const timers = new Map<string, number>();
  for await (const { name } of runner.timers()) timers.set(name, (timers.get(name) ?? 0) + 1);
  const outcome: Outcome = { byStatus: new Map(), lost: [], misplaced: [], mistimed: [], pending: 0 };
  const look = ({ key, end }: PlannedCase, item: Item | null) => {
    if (!item) return outcome.lost.push(key);
    const status = item.endedAt === null ? 'open' : item.status;
    outcome.byStatus.set(status, (outcome.byStatus.get(status) ?? 0) + 1);
    const wanted = end === null ? 'open' : end.how === 'withdraw' ? 'withdrawn' : 'closed';
    if (status !== wanted) outcome.misplaced.push(item.number);
    const executions = Array.from({ length: item.epoch }, (_, index) => `${item.id}-${index + 1}`);
    const live = executions.reduce((sum, name) => sum + (timers.get(name) ?? 0), 0);
    const current = timers.get(`${item.id}-${item.epoch}`) ?? 0;
    if (status === 'open' ? live !== 1 || current !== 1 : live > 0) outcome.mistimed.push(item.number);
  };
  const rest = cases.values();
  const reader = async () => {
    for (const planned of rest) {
      const id = accepted.get(planned.key);
      look(planned, id === undefined ? null : await ports.items.get(company, id));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, reader));
  const { rows } = await ports.outbox.stuck(clock.now() + 1, { limit: 100 });
  outcome.pending = rows.length;
  return outcome;
}

/** Empty: all is as it must be. */
export const problemsIn = (outcome: Outcome): string[] => {
  const say = (what: string, which: readonly string[]) =>
    which.length === 0 ? [] : [`${which.length} ${what}: ${which.slice(0, 5).join(', ')}`];
  return [
    ...say('lost', outcome.lost),
    ...say('not as the file says', outcome.misplaced),
    ...say('with the wrong timers', outcome.mistimed),
    ...(outcome.pending === 0 ? [] : [`${outcome.pending} or more effects pending`]),
  ];
};
