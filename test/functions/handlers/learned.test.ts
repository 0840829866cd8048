import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '#domain/item';
import type { VisitAnswers } from '#domain/visit';
import type { LearnedView, SaidView } from '#http/schemas/learned';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';
import { firstCommit, nextCommit } from '#test/support/items';
import { answers, visitItem } from '#test/support/visits';
import { createMissedTargets } from '#usecases/learned/missed-targets';
import { createReadFigure, createReadFigures } from '#usecases/learned/read-figure';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createCountRates } from '#usecases/orders/count-rates';
import { defaultVisits } from '#workflows/default-visits';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
const site = 'east-lake';
let api: Api;
let count: ReturnType<typeof createCountRates>;

beforeEach(async () => {
  api = await createDemoApi();
  count = createCountRates({ ...api.ports, loadDirectory: createDirectoryLoader(api.ports) });
});

const given = (change: Partial<VisitAnswers> = {}, day = '2026-11-20'): VisitAnswers => ({
  ...answers,
  at: at(day, '11:00'),
  ...change,
});
const put = async (item: Item) => {
  await api.ports.items.commit(firstCommit({ ...item, version: 1 }));
  await count('demo', { type: 'visit', id: item.id });
};
const add = (id: string, change: Partial<VisitAnswers> = {}, day?: string, item: Partial<Item> = {}) =>
  put(visitItem(id, { answers: given(change, day) }, item));
const read = async (query: Record<string, string> = {}, as = 'administrator') =>
  api.call<LearnedView>('GET', '/api/learned', { as, query: { site, ...query } });
const visits = async (measure: string, query: Record<string, string> = {}) => {
  const { body } = await api.call<{ data: { id: string }[] }>('GET', `/api/learned/${measure}/visits`, {
    as: 'administrator',
    query: { site, ...query },
  });
  return body.data.map(({ id }) => id);
};
const said = async (query: Record<string, string> = {}, as = 'administrator') =>
  (await api.call<{ data: SaidView[] }>('GET', '/api/learned/said', { as, query: { site, ...query } })).body.data;

describe('what visits taught', () => {
  it('is their figures, those of the days before, the parts and why scores were low', async () => {
    await add('v1');
    await add('v2', { score: 1, held: 'no', reason: 'came-back' }, '2026-11-21', { building: 'b2', category: 'noise' });
    await add('v3', { score: 2, held: null, onTime: false }, '2026-11-22');
    await add('v4', { score: 5 }, '2026-10-20');
    await put(visitItem('v5', { gaveUp: true }, { status: 'invalid', endedAt: at('2026-11-22', '18:00') }));
    const { body } = await read({ by: 'category' });
    expect([body.from, body.to]).toEqual(['2026-10-25', '2026-11-23']);
    expect(body.figures).toEqual({
      satisfaction: { value: 7 / 3, counted: 3 },
      held: { value: 0.5, counted: 2 },
      onTime: { value: 2 / 3, counted: 3 },
      reached: { value: 0.75, counted: 4 },
    });
    expect(body.before.satisfaction).toEqual({ value: 5, counted: 1 });
    expect(body.groups?.map(({ id, figures }) => [id, figures.satisfaction.value])).toEqual([
      ['corridor-light', 3],
      ['noise', 1],
    ]);
    expect(body.why).toEqual(
      expect.arrayContaining([
        { reason: '', count: 1 },
        { reason: 'came-back', count: 1 },
      ]),
    );
    expect(body.targets.map(({ measure }) => measure)).toEqual(['satisfaction', 'held', 'onTime', 'reached']);
    expect((await read({ rule: 'after-repair' })).body.figures.satisfaction).toEqual({ value: null, counted: 0 });
    expect((await read({ by: 'site' })).body.groups?.map(({ id }) => id)).toEqual([site]);
    expect((await read({ by: 'worker' })).body.groups?.map(({ id }) => id)).toEqual(['repairer-a']);
  });

  it('leads to the very visits that were counted', async () => {
    await add('v1');
    await add('v2', { score: 1, held: 'no', reason: 'came-back' }, '2026-11-21');
    await add('v3', { score: 2, held: 'partly', reason: 'manner' }, '2026-11-22');
    expect(await visits('satisfaction')).toEqual(['v3', 'v2']);
    expect(await visits('satisfaction', { all: 'true' })).toEqual(['v3', 'v2', 'v1']);
    expect(await visits('satisfaction', { reason: 'manner' })).toEqual(['v3']);
    expect(await visits('held', { worker: 'repairer-a', category: 'corridor-light' })).toEqual(['v3', 'v2']);
    expect(await visits('held', { worker: 'repairer-b' })).toEqual([]);
    expect(await visits('reached')).toEqual([]);
  });

  it('follows what a visit is changed to, told however often', async () => {
    await add('v1', { score: 1, held: 'no' });
    const before = await api.ports.items.get('demo', 'v1');
    if (!before?.visit) throw new Error('it was put there');
    const visit = { ...before.visit, answers: given({ score: 1, held: 'no', reason: 'too-slow', remarks: null }) };
    await api.ports.items.commit(nextCommit(before, { visit }));
    await Promise.all([1, 2, 3].map(() => count('demo', { type: 'visit', id: 'v1' })));
    expect((await read()).body.why).toEqual([{ reason: 'too-slow', count: 1 }]);
    expect(await said()).toEqual([]);
  });

  it('is for whoever may list the site’s items', async () => {
    const as = async (person: string, where = site) => (await read({ site: where }, person)).status;
    expect(await as('general-manager')).toBe(200);
    expect(await as('customer-centre-clerk-a')).toBe(200);
    expect(await as('repairer-a')).toBe(403);
    expect(await as('west-manager')).toBe(403);
  });
});

describe('what was said', () => {
  const remarks = '楼道灯又坏了，请打 13900001201 找我';
  it('is found by words, low scores and reasons, newest first', async () => {
    await add('v1');
    await add('v2', { score: 1, reason: 'came-back', remarks }, '2026-11-21');
    expect((await said()).map(({ item }) => item)).toEqual(['v2', 'v1']);
    expect((await said({ words: '灯 坏了' })).map(({ item }) => item)).toEqual(['v2']);
    expect((await said({ words: '耐心' })).map(({ item }) => item)).toEqual(['v1']);
    expect(await said({ words: '1390000' })).toEqual([]);
    expect((await said({ low: 'true' })).map(({ item }) => item)).toEqual(['v2']);
    expect((await said({ reason: 'manner' })).map(({ item }) => item)).toEqual([]);
  });

  it('shows numbers in it only to those who may read them', async () => {
    await add('v2', { remarks });
    const text = async (as: string) => (await said({}, as))[0]?.texts[0]?.text;
    expect(await text('administrator')).toBe(remarks);
    expect(await text('auditor')).toBe('楼道灯又坏了，请打 ••• 找我');
  });
});

it('what an erased resident said is no longer there, how it was scored is', async () => {
  const { intake } = visitItem('v1');
  const mine = { ...intake, reporter: { ...intake.reporter, name: '1201 住户' } };
  await add('v1', { score: 2, remarks: '孩子睡不好' }, '2026-11-20', { intake: mine });
  expect(await said({ words: '孩子' })).toHaveLength(1);
  const path = '/api/care/households/east-lake-b1-1201/erase';
  await api.call('POST', path, { as: 'site-director', body: { member: '1201 住户' } });
  await count('demo', { type: 'visit', id: 'v1' });
  expect(await said()).toEqual([]);
  expect(JSON.stringify(await api.ports.rates.mark('demo', { type: 'visit', id: 'v1' }))).not.toContain('孩子');
  expect((await read()).body.figures.satisfaction).toEqual({ value: 2, counted: 1 });
});

describe('targets', () => {
  it('that are missed are told with the figure, those on too few answers are not', async () => {
    const loadDirectory = createDirectoryLoader(api.ports);
    const missed = createMissedTargets(api.ports, createReadFigures({ ...api.ports, loadDirectory }));
    const of = async () =>
      (await missed('demo', site, '2026-11-23')).map(({ ref, figure }) => [ref.measure, figure.counted]);
    const target = { goal: 0.9, answers: 2, days: 7 };
    const targets = [
      { ...target, measure: 'held' as const },
      { ...target, measure: 'onTime' as const },
      { ...target, measure: 'rework' as const, goal: 0.01 },
    ];
    const published = { author: 'system' as const, at: api.ports.clock.now(), note: 'targets' };
    await api.ports.documents.publish(
      'demo',
      { ...published, kind: 'visits', id: 'main', body: { ...defaultVisits, targets } },
      1,
    );
    await add('v1', { held: 'no' });
    await add('v0', { held: 'no' }, '2026-11-16');
    expect(await of()).toEqual([]);
    await add('v2', {}, '2026-11-21');
    expect(await of()).toEqual([['held', 2]]);
  });

  it('read a figure of a part over any days', async () => {
    await add('v1', { score: 2 });
    const figure = createReadFigure({ ...api.ports, loadDirectory: createDirectoryLoader(api.ports) });
    const of = (dimension: 'worker' | 'age', value: string, to = '2026-11-30') =>
      figure('demo', { site, measure: 'satisfaction', by: { dimension, value } }, { from: '2026-11-20', to });
    expect(await of('worker', 'repairer-a')).toEqual({ value: 2, counted: 1 });
    expect(await of('worker', 'repairer-b')).toEqual({ value: null, counted: 0 });
    expect(await of('age', 'notYet', '2026-11-20')).toEqual({ value: null, counted: 0 });
  });
});
