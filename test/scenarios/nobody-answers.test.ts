import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';

it('x', async () => {
  let t = performance.now();
  const lap = (w: string) => { console.log(w, Math.round(performance.now() - t)); t = performance.now(); };
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  lap('start');
  await town.file();
  lap('file');
  await town.advanceTo('2026-12-05', '10:00');
  lap('climb');
  console.log(town.mails(), town.system.runner.transitions());
  console.log(await town.story('asked','raised','missed','exhausted','status','reminded'));
  await town.finish();
  lap('finish');
  console.log(town.mailTo('engineering-head').text, town.mailTo('engineering-head').subject);
  expect(1).toBe(1);
});
