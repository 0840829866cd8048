import { expect, it } from 'vitest';
import { differences } from '#test/support/life-record';
import { recordCrashPoints, resumeFrom } from '#test/support/crash-points';

it('measure', async () => {
  let t = performance.now();
  const {whole, points, remove} = await recordCrashPoints();
  console.log('record', performance.now() - t, points.length, whole.problems);
  t = performance.now();
  let bad = 0;
  const cpu = process.cpuUsage();
  const left = [...points.entries()];
  const N = Number(process.env.KN ?? 3);
  let max = 0;
  await Promise.all(Array.from({length: N}, async () => {
  for (let next = left.shift(); next; next = left.shift()) {
    const [i, p] = next;
    const lived = await resumeFrom(p).catch((e) => ({ timeline: [], mails: [], problems: [String(e)] }));
    const d = lived.timeline.length ? [...differences(whole, lived), ...lived.problems] : lived.problems;
    max = Math.max(max, ...lived.timeline.map((e) => { const w = whole.timeline.find((x) => x.type==='sent' && e.type==='sent' && x.effect === e.effect); return w ? e.at - w.at : 0; }));
    if (d.length) { bad++; console.log(i, p.before, p.memory.done, d); }
  }}));
  const used = process.cpuUsage(cpu);
  console.log('all', N, performance.now() - t, 'cpu', used.user/1000, used.system/1000, bad, 'latest mail', max);
  if (bad) console.log(whole.timeline.map((e) => JSON.stringify(e)).join('\n'));
  remove();
}, 600_000);
