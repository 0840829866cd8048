import type { Instant } from '#domain/time';
import { createAdvanceHandler } from '#handlers/advance';
import type { LocalFunction } from '#local/state-machine/runner';
import { named } from '#test/support/small-machine';
import { type AdvanceInput, secondsUntil } from '#usecases/advance-item';
import type { SleepInput } from '#usecases/sleep-item';

/** The row of an item that climbs one level at each deadline, as the real functions would keep it. */
export interface Ladder {
  epoch: number;
  version: number;
  level: number;
  ended: boolean;
  token: string | null;
  deadlines: Instant[];
  /** Every call of Advance, with the turns it was told. */
  turns: number[];
}

export const newLadder = (deadlines: Instant[]): Ladder => ({
  epoch: 1,
  version: 1,
  level: 0,
  ended: false,
  token: null,
  deadlines,
  turns: [],
});

/** The two functions over the row; both may be called twice. */
export const ladderFunctions = (row: Ladder, now: () => Instant): { advance: LocalFunction; sleep: LocalFunction } => {
  const advance = createAdvanceHandler(async ({ epoch, turns }) => {
    row.turns.push(turns);
    while (!row.ended && row.epoch === epoch && (row.deadlines[0] ?? Number.POSITIVE_INFINITY) <= now()) {
      row.deadlines = row.deadlines.slice(1);
      row.level += 1;
      row.version += 1;
    }
    const wakeAt = row.deadlines[0] ?? null;
    const finished = row.ended || row.epoch !== epoch;
    return { finished, version: row.version, wakeAt, seconds: secondsUntil(wakeAt, now()) };
  });
  return {
    advance: (payload) => advance(payload as unknown as AdvanceInput),
    async sleep(payload) {
      const { version, token } = payload as unknown as SleepInput;
      if (version !== row.version) throw named('ItemChanged');
      row.token = token;
    },
  };
};
