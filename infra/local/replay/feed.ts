import type { Directory, Person } from '#domain/organisation';
import { personById } from '#domain/recipients';
import { type Instant, MINUTE } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import { type Deed, playDeeds } from '#local/acting/deeds';
import type { People } from '#local/acting/people';
import type { System } from '#local/system';
import type { PlannedCase } from './plan.ts';

export interface FeedOptions {
  system: Pick<System, 'ports' | 'timers' | 'settle'>;
  company: string;
  directory: Directory;
  people: People;
  /** Files, and records verdicts and withdrawals. */
  clerk: Person;
  cases: readonly PlannedCase[];
  /** After every step in which something was done. */
  onProgress?: (done: FeedProgress) => void;
}
export interface FeedProgress {
  at: Instant;
  filed: number;
  ended: number;
}
/** Item ids by the key of their case. */
export type Accepted = ReadonlyMap<string, string>;

/** Requests and timers so near to each other go side by side: more for database and process to share. ms */
const STEP = 5 * MINUTE;

/** Plays the cases in the order of their times; what is filed and ended in one step is filed first. */
export async function feed({
  system,
  company,
  directory,
  people,
  clerk,
  cases,
  onProgress,
}: FeedOptions): Promise<Accepted> {
  const accepted = new Map<string, string>();
  let ended = 0;
  const file = async ({ key, body }: PlannedCase) => void accepted.set(key, (await people.file(clerk, body, key)).id);
  const end = async ({ key, end }: PlannedCase) => {
    const id = accepted.get(key);
    const item = id === undefined ? null : await system.ports.items.get(company, id);
    if (!item || !end) throw new Error(`${key} was lost before its end.`);
    const act = (by: Person, action: ActionName, input: Record<string, unknown>) =>
      people.act(by, item.id, action, input, `${key}-${action}`);
    if (end.how === 'withdraw') await act(clerk, 'withdraw', { reason: '住户取消' });
    else {
      const owner = personById(directory, item.owner ?? '') ?? clerk;
      await act(owner, 'acknowledge', {});
      await act(owner, 'resolve', { done: '已处理', told: '已处理完成' });
      await act(clerk, 'verdict', { verdict: 'solved' });
    }
    ended += 1;
  };
  const deeds = cases.flatMap((planned): Deed[] => [
    { at: planned.at, perform: () => file(planned) },
    ...(planned.end ? [{ at: planned.end.at, round: 1, perform: () => end(planned) }] : []),
  ]);
  await playDeeds(system, deeds, { step: STEP, onStep: (at) => onProgress?.({ at, filed: accepted.size, ended }) });
  return accepted;
}
