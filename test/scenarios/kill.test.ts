import { expect, it } from 'vitest';
import { recordCrashPoints, resumeFrom } from '#test/support/crash-points';

/** Lives at the same time: while one waits for its database, another goes on. */
const AT_ONCE = 3;
/** Every so many lives one is followed to its end. */
const TO_END = 8;

/**
 * A complaint climbs two levels, is acknowledged, a promise is made and broken, it climbs to the top where one mail is
 * refused, is handed over, resolved and closed. The process is gone before and after every write to the database (item,
 * outbox, timeline, state machine and its timers, stream position) and every mail; another goes on from what is there.
 */
it('killed at every step: the same timeline, the same mails but for one repeat, one timer while open', async () => {
  const recorded = await recordCrashPoints();
  const { whole, points, remove } = recorded;
  try {
    expect(whole.problems).toEqual([]);
    const types = new Set(whole.timeline.map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(['raised', 'missed', 'bounced', 'ended']));
    expect(points.length).toBeGreaterThan(80);

    const left = [...points.entries()];
    const problems: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) {
        const [number, point] = next;
        const found = await resumeFrom(point, recorded, number % TO_END === 0);
        problems.push(...found.map((problem) => `killed before "${point.before}": ${problem}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(problems).toEqual([]);
  } finally {
    remove();
  }
}, 600_000);
