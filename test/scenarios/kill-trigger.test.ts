import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildLifeProcess } from '#test/support/life-keeper';
import { differences } from '#test/support/life-record';
import { liveThrough, type PlannedLife, preparePlan } from '#test/support/planned-life';

/** Lives at the same time: while one waits for its process, another goes on. */
const AT_ONCE = 3;
/** Every so many lives one is followed past the plan's next occurrence. */
const TO_NEXT = 6;

/** Both orders' mails may be on their way when the process dies. */
const IN_FLIGHT = 2;

const thrice = ({ mails }: PlannedLife): string[] =>
  mails.flatMap(({ messageId }, n) =>
    mails.slice(0, n).filter((one) => one.messageId === messageId).length > 1 ? [`${messageId} three times`] : [],
  );

function wrongIn(whole: PlannedLife | null, life: PlannedLife | null): string[] {
  if (!whole || !life) return [];
  const stand = life.stand.flatMap((words, n) => (words === whole.stand[n] ? [] : [`stands as ${words}`]));
  return life.orders.join() === whole.orders.join()
    ? [...stand, ...differences(whole, life, { repeats: IN_FLIGHT }), ...thrice(life)]
    : [`orders ${life.orders.join()}`];
}

/**
 * The alarm of a plan goes off: an order for each of two pumps in a transaction with the plan, the next alarm, executions
 * and timers, a mail to each person. Its process is killed before and after every write and mail of it; another goes on.
 */
it('kill -9 of the process at every step of a trigger: each order once, the same alarm, at most the mails in flight twice', async () => {
  const home = mkdtempSync(join(tmpdir(), 'steward-trigger-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const prepared = join(home, 'prepared');
  await Promise.all([buildLifeProcess(), preparePlan(prepared)]);
  const whole = await liveThrough(prepared, join(home, 'whole'), { toNext: true });
  expect(whole.then.orders).toEqual(['2026-11-23 a1', '2026-11-23 a2']);
  expect(whole.then.mails.map(({ to }) => to.split('@')[0]).sort()).toEqual(['repairer-a', 'repairer-b']);
  expect(whole.later?.orders).toEqual(['2026-11-23 a1', '2026-11-23 a2', '2026-12-23 a1', '2026-12-23 a2']);
  expect(whole.steps.length).toBeGreaterThan(15);

  const left = [...whole.steps.entries()];
  const problems: string[] = [];
  const work = async (): Promise<void> => {
    for (let point = left.shift(); point; point = left.shift()) {
      const [death, before] = point;
      const life = await liveThrough(prepared, join(home, String(death)), { death, toNext: death % TO_NEXT === 0 });
      const found = [...wrongIn(whole.then, life.then), ...wrongIn(whole.later, life.later)];
      problems.push(...found.map((problem) => `killed before "${before}": ${problem}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(problems).toEqual([]);
}, 300_000);
