import { beforeEach, expect, test } from 'vitest';
import type { Figure, Target } from '#domain/learned/figure';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';
import { createDailyImprovements } from '#usecases/improvements/daily-improvements';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createFactsLoader } from '#usecases/load-facts';

const site = 'east-lake';
const ref = { site, measure: 'held', by: null } as const;
const target: Target = { measure: 'held', goal: 0.9, answers: 10, days: 30 };
const figure: Figure = { value: 0.8, counted: 20 };

let ports: Awaited<ReturnType<typeof createDemoApi>>['ports'];
let asked: string[];
/** A process of its own each time: nothing is remembered from one to the next. */
const day = (parts: Partial<typeof ports.improvements> = {}) => {
  const missedTargets = async (_: string, of: string, today: string) => {
    asked.push(`${of} ${today}`);
    return of === site ? [{ ref, target, figure }] : [];
  };
  const loaders = { loadDirectory: createDirectoryLoader(ports), loadFacts: createFactsLoader(ports) };
  const improvements = { ...ports.improvements, ...parts };
  return createDailyImprovements({ ...ports, improvements }, { ...loaders, missedTargets });
};
const open = async () => (await ports.improvements.open('demo', site, null, { limit: 100 })).rows;

beforeEach(async () => {
  ({ ports } = await createDemoApi());
  asked = [];
});

test('an interrupted day is gone through again: one improvement, one mail', async () => {
  await day({ dayDone: () => Promise.reject(new Error('cut off')) })('demo');
  expect(ports.lines).toMatchObject([{ level: 'error' }, { level: 'error' }]);
  await day()('demo');
  await day()('demo');
  expect(asked.filter((one) => one.startsWith(site))).toHaveLength(2);
  const [one, ...others] = await open();
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    ...{ ref, target: 0.9, days: 30, number: 'ELP-261123-001', state: 'plan' },
    before: { ...figure, from: '2026-10-25', to: '2026-11-23' },
  });
  expect(await ports.outbox.all('demo', one?.id ?? '')).toMatchObject([
    { effect: { about: { why: 'opened', to: 'site-director' } } },
  ]);
});

test('another process at the same moment opens none beside it', async () => {
  const blind = { standing: async () => ({ open: null, closedOn: null }) };
  await Promise.all([day(blind)('demo'), day(blind)('demo')]);
  expect(await open()).toHaveLength(1);
  expect(ports.lines).toEqual([]);
});

test('each day once; days without a process are looked at together, and nobody is told twice', async () => {
  await day()('demo');
  const [one] = await open();
  if (!one) throw new Error('one is open');
  const planned = { ...one, version: 2, state: 'do' as const, owner: 'repairer-a', actionBy: '2026-11-27' };
  await ports.improvements.put(planned, []);
  ports.setNow(at('2026-11-30', '00:05'));
  const process = day();
  await process('demo');
  await process('demo');
  await day()('demo');
  expect(asked.filter((of) => of.startsWith(site))).toEqual([`${site} 2026-11-23`, `${site} 2026-11-30`]);
  const told = (await ports.outbox.all('demo', one.id)).map(({ effect, notBefore }) => [
    effect.type === 'notice' && effect.about.what === 'improvement' && effect.about.why,
    notBefore,
  ]);
  expect(told).toEqual([
    ['opened', at('2026-11-23', '10:00')],
    ['actionDue', at('2026-11-30', '09:00')],
  ]);
});
