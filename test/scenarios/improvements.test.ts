import { expect, it } from 'vitest';
import type { Fact } from '#domain/rate-facts';
import { movesBetween } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import { at } from '#test/support/estate';
import { changing, startTestSystem, type TestSystem } from '#test/support/system';
import { createImprovements } from '#usecases/improvements/improvements';
import { createReadFigure } from '#usecases/learned/read-figure';

const site = 'east-lake';
const dayOf = (when: number) => localDate(when, 'Asia/Shanghai');
/** A work order done in time, or late, as it is counted. */
const counted = ({ system, company }: TestSystem) => {
  let number = 0;
  return (day: string, hit: 0 | 1) => {
    number += 1;
    const when = at(day, '12:00');
    const facts: Fact[] = [
      { rate: 'timeliness', at: when, hit, of: 1, area: 'south', person: 'repairer-a', kind: 'lift' },
    ];
    const moves = movesBetween([], facts, dayOf, day);
    const subject = { type: 'item' as const, id: `counted-${number}`, site };
    return system.ports.rates.count(company, subject, null, { version: 1, facts }, moves);
  };
};

it('a figure misses its target: opened once, planned, done, the same figure read, closed; nobody is told twice', async () => {
  const town = await startTestSystem({
    start: at('2026-11-23', '10:00'),
    visits: true,
    change: changing('visits', (body) => ({
      ...body,
      rules: [],
      targets: [{ measure: 'timeliness', goal: 0.99, answers: 2, days: 30 }],
    })),
  });
  const { system, company } = town;
  const { ports, loadDirectory, loadFacts, settle, sweep } = system;
  const count = counted(town);
  const { directory } = await loadDirectory(company);
  const caller = (id: string) => {
    const person = directory.organisation.people.find((one) => one.id === id);
    if (!person) throw new Error(`There is nobody called ${id}.`);
    return { company, person, language: 'zh-CN' as const };
  };
  const readFigure = createReadFigure({ ...ports, loadDirectory });
  const use = createImprovements({ ...ports, loadDirectory, loadFacts, readFigure });
  const director = caller('site-director');
  const open = async () => (await use.list(director, { site, list: 'open', limit: 20 })).data;
  const mails = () => town.newMails().map(({ to, subject }) => [to.split('@')[0], subject.split('：')[0]]);

  // One late order alone says too little; two are looked at in the night, and told when the office opens.
  await count('2026-11-23', 0);
  await town.advanceTo('2026-11-24', '09:30');
  expect([await open(), mails()]).toEqual([[], []]);
  await count('2026-11-24', 1);
  await town.advanceTo('2026-11-25', '08:50');
  const [opened] = await open();
  if (!opened) throw new Error('an improvement is open');
  expect(opened).toMatchObject({ state: 'plan', before: { value: 0.5, counted: 2 }, opened: { by: 'system' } });
  expect(mails()).toEqual([]);
  await town.advanceTo('2026-11-25', '09:10');
  expect(mails()).toEqual([['site-director', '指标未达目标，请安排改进']]);

  // Whatever is repeated, and however many days pass.
  await sweep();
  await sweep();
  await town.advanceTo('2026-11-27', '10:00');
  expect(await open()).toHaveLength(1);
  const { id } = opened;
  await use.plan(director, id, {
    ...{ expected: 1, cause: '缺备件', action: '提前下单', owner: 'repairer-a', actionBy: '2026-12-01', weeks: 2 },
  });
  await settle();
  expect(mails()).toEqual([['repairer-a', '有一项改进由您负责']]);
  await town.advanceTo('2026-12-01', '08:50');
  expect(mails()).toEqual([]);
  await town.advanceTo('2026-12-01', '09:10');
  expect(mails()).toEqual([['repairer-a', '改进措施今天到期']]);
  await town.advanceTo('2026-12-03', '10:00');
  await use.done(caller('repairer-a'), id, { expected: 2, on: '2026-12-03', note: '' });

  // Nothing before the day of the check; a week-end in between changes nothing.
  await count('2026-12-10', 1);
  await expect(use.check(director, id, 3)).rejects.toThrow('problem');
  await town.advanceTo('2026-12-17', '09:10');
  expect(mails()).toEqual([['repairer-a', '请检查改进的效果']]);
  const checked = await use.check(director, id, 3);
  expect(checked).toMatchObject({ after: { value: 1, counted: 1, from: '2026-12-04' }, compared: 'better' });
  const judged = { seen: '从 50 % 到 100 %', effect: 'better' as const, conclusion: '写入月度检查' };
  await use.close(director, id, { expected: 4, ...judged });

  // The late order of November still weighs on the last 30 days, and opens nothing new.
  await town.advanceTo('2026-12-18', '10:00');
  expect(await open()).toEqual([]);
  expect(
    await readFigure(company, { site, measure: 'timeliness', by: null }, { from: '2026-11-19', to: '2026-12-18' }),
  ).toEqual({
    value: 2 / 3,
    counted: 3,
  });
  await town.finish({ quietDays: 40 });
});
