import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordCrashPoints, resumeFrom } from '#test/support/crash-points';
import { differences } from '#test/support/life-record';

it('measure', async () => {
  let t = performance.now();
  const { whole, points, remove } = await recordCrashPoints();
  console.log('record', performance.now() - t, points.length, whole.problems);
  t = performance.now();
  let bad = 0;
  for (const [i, p] of points.entries()) {
    const lived = await resumeFrom(p).catch((e) => ({ timeline: [], mails: [], problems: [String(e)] }));
    const d = [...differences(whole, lived), ...lived.problems];
    if (d.length) {
      bad++;
      console.log(i, p.before, p.memory.done, d);
    }
    if (i % 10 === 0) console.log('at', i, performance.now() - t);
  }
  console.log('all', performance.now() - t, bad);
  remove();
}, 600_000);
