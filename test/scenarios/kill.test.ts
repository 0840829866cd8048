import { afterAll, beforeAll, expect, it } from 'vitest';
import { differences } from '#test/support/life-record';
import { live, makeTemplate } from '#test/support/mortal-system';

let template: Awaited<ReturnType<typeof makeTemplate>>;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => template.remove());

it('measure', async () => {
  for (let i = 0; i < 5; i++) {
  let t = performance.now();
  const cpu = process.cpuUsage();
  const whole = await live(template.folder, Number.POSITIVE_INFINITY, 'before');
  const used = process.cpuUsage(cpu);
  console.log('life ms', performance.now() - t, 'cpu', used.user / 1000, used.system / 1000, 'steps', whole.steps.length, whole.problems);
  }
}, 60_000);
