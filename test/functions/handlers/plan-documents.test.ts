import { beforeEach, describe, expect, test } from 'vitest';
import { pointCount } from '#domain/checklist-answers';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { DAY, HOUR, toIso } from '#domain/time';
import type { AuditRow, PlannedView } from '#http/schemas/document';
import type { DocumentFile, ImportedDocument } from '#http/schemas/exchange';
import type { MeterView, PlanStanding } from '#http/schemas/plan';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { planOf } from '#test/support/plans';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createPublishPlanned } from '#usecases/publish-planned';
import { defaultMaintenance } from '#workflows/default-maintenance';

interface Refusal {
  version: number;
  errors?: Record<string, string[]>;
}

let api: Awaited<ReturnType<typeof createDemoApi>>;
beforeEach(async () => {
  api = await createDemoApi();
  await api.ports.assets.put(asset());
});
const path = '/api/documents/plans/east-lake';
const put = (plans: MaintenancePlan[], { as = 'site-director', to = path, expected = 0 } = {}) =>
  api.call<Refusal>('PUT', to, {
    ...{ as, headers: { 'accept-language': 'en' } },
    body: { expected, note: 'first plans', body: { plans } },
  });

describe('the plans of a site', () => {
  test('are published by its manager and read by those who read there', async () => {
    expect((await put([planOf()])).body).toMatchObject({ version: 1, editable: true, body: { plans: [planOf()] } });
    expect((await api.call('GET', path, { as: 'site-director' })).status).toBe(200);
    expect((await api.call('GET', path, { as: 'west-manager' })).status).toBe(404);
    expect((await api.call('GET', path, { as: 'repairer-a' })).status).toBe(403);
  });

  test("are nobody else's to publish, and of a site there is", async () => {
    expect((await put([planOf()], { as: 'west-manager' })).status).toBe(403);
    expect((await put([planOf()], { as: 'repairer-a' })).status).toBe(403);
    expect((await put([planOf()], { as: 'administrator', to: '/api/documents/plans/nowhere' })).status).toBe(404);
    expect((await put([planOf()], { as: 'administrator', to: '/api/documents/plans/main@east-lake' })).status).toBe(
      404,
    );
  });

  test('are judged by the assets and checklists of that site', async () => {
    await api.ports.assets.put(asset({ id: 'b1', site: 'west-hill', number: 'DT-9', code: 'code-b1' }));
    const wrong = planOf({
      assets: ['a1', 'b1'],
      checklist: 'nothing',
      meter: { every: 250, unit: 'h', alone: false },
    });
    const { status, body } = await put([wrong]);
    expect(status).toBe(422);
    expect(body.errors).toEqual({
      'body.plans.0.assets.0': ['"1 号电梯 (DT-1)" has no meter.'],
      'body.plans.0.assets.1': ['The site has no such asset.'],
      'body.plans.0.checklist': ['There is no checklist "nothing".'],
    });
  });

  test('are refused when one order would hold more points than it takes, in both languages', async () => {
    const listOfLifts = defaultMaintenance.kinds.find(({ id }) => id === 'lift')?.checklist;
    const list = defaultMaintenance.checklists.find(({ id }) => id === listOfLifts);
    const each = list ? pointCount(list) : 0;
    const many = Array.from({ length: Math.ceil(801 / each) }, (_, n) => `n${n}`);
    for (const id of many) await api.ports.assets.put(asset({ id, number: id, code: `code-${id}` }));
    const round = planOf({ assets: many, per: 'round' });
    const { status, body } = await put([round]);
    expect(status).toBe(422);
    expect(body.errors).toEqual({
      'body.plans.0.checklist': [
        `The checklist comes to ${many.length * each} points for all facilities and one order takes 800: let there be an order for each facility, or make several plans.`,
      ],
    });
    const inChinese = await api.call<Refusal>('PUT', path, {
      ...{ as: 'site-director', headers: { 'accept-language': 'zh-CN' } },
      body: { expected: 0, note: 'first plans', body: { plans: [round] } },
    });
    expect(inChinese.body.errors?.['body.plans.0.checklist']?.[0]).toContain('一张工单最多 800 项');
    expect((await put([{ ...round, per: 'asset' }])).body).toMatchObject({ version: 1 });
  });

  test('wait as a draft of their site, and are in the log with it', async () => {
    const draft = { revision: 0, base: 0, body: { plans: [] } };
    expect((await api.call('PUT', `${path}/draft`, { as: 'site-director', body: draft })).status).toBe(200);
    expect((await api.call('PUT', `${path}/draft`, { as: 'west-manager', body: draft })).status).toBe(403);
    await put([planOf()]);
    const log = async (as: string) => (await api.call<{ data: AuditRow[] }>('GET', '/api/audit', { as })).body.data;
    const told = { kind: 'plans', id: 'east-lake', what: 'published', version: 1, note: 'first plans' };
    expect(await log('site-director')).toContainEqual(expect.objectContaining(told));
    expect(await log('west-manager')).not.toContainEqual(expect.objectContaining({ kind: 'plans' }));
  });

  test('are published when it was planned', async () => {
    const at = api.ports.clock.now() + HOUR;
    const body = { expected: 0, note: 'from noon', body: { plans: [planOf()] }, at: toIso(at) };
    const planned = await api.call<PlannedView>('PUT', `${path}/planned`, { as: 'site-director', body });
    expect(planned.body).toMatchObject({ state: 'planned', kind: 'plans', id: 'east-lake' });
    api.ports.setNow(at);
    const schedules = { arm: async () => {}, disarm: async () => {} };
    const parts = { ...api.ports, schedules, loadDirectory: createDirectoryLoader(api.ports) };
    expect(await createPublishPlanned(parts, { templates: [] }).publish('demo', 'plans', 'east-lake')).toBe(true);
    expect((await api.ports.documents.current('demo', 'plans', 'east-lake'))?.body).toEqual({ plans: [planOf()] });
  });

  test('go out and come in as a file, to those who see the site', async () => {
    await put([planOf()]);
    const out = (as: string) => api.call<DocumentFile>('GET', '/api/exports/documents', { as });
    const file = (await out('site-director')).body;
    expect((await out('west-manager')).body.documents.map(({ kind }) => kind)).not.toContain('plans');
    const documents = file.documents.filter(({ kind }) => kind === 'plans');
    const check = async () => {
      const sent = { as: 'site-director', body: { file: { ...file, documents } } };
      const { body } = await api.call<{ documents: ImportedDocument[] }>('POST', '/api/imports/documents/check', sent);
      return body.documents.map(({ kind, id, state }) => [kind, id, state]);
    };
    expect(await check()).toEqual([['plans', 'east-lake', 'same']]);
    await put([planOf({ graceDays: 7 })], { expected: 1 });
    expect(await check()).toEqual([['plans', 'east-lake', 'differs']]);
  });
});

describe('how plans stand', () => {
  const list = (as: string) =>
    api.call<{ data: PlanStanding[]; next: string | null }>('GET', '/api/plans/east-lake', { as });

  test('is told with open orders by the id they have, to those who read there', async () => {
    const { plans, ids, clock } = api.ports;
    const [since, upTo] = [clock.now() - HOUR, clock.now()];
    await plans.put({
      ...{
        company: 'demo',
        site: 'east-lake',
        plan: 'lift-month',
        version: 1,
        armed: { occurrence: '2027-01-05', at: upTo },
      },
      ...{ madeUp: { at: upTo, count: 2 }, look: null },
      state: {
        ...{ since, upTo, settled: [] },
        subjects: [{ asset: 'a1', open: '2026-12-05', done: since, last: '2026-12-05', opened: 3, missed: 1 }],
      },
    });
    const { body } = await list('site-director');
    expect(body.next).toBeNull();
    expect(body.data).toEqual([
      {
        ...{ plan: 'lift-month', since: toIso(since), upTo: toIso(upTo) },
        subjects: [
          {
            ...{ asset: 'a1', open: '2026-12-05', done: toIso(since), last: '2026-12-05', opened: 3, missed: 1 },
            order: ids.from('demo/plan/east-lake/lift-month/2026-12-05/a1'),
          },
        ],
        next: { occurrence: '2027-01-05', at: toIso(upTo) },
        madeUp: { at: toIso(upTo), count: 2 },
      },
    ]);
    expect((await list('west-manager')).status).toBe(403);
    expect((await list('repairer-a')).status).toBe(403);
  });
});

describe('how assets stand against the meter of their plan', () => {
  const list = (as: string, plan = 'lift-month', query = {}) =>
    api.call<{ data: MeterView[]; next: string | null }>('GET', `/api/plans/east-lake/${plan}/meters`, { as, query });
  const metered = (id: string, change = {}) => ({ ...{ id, number: id, code: `code-${id}` }, ...change });

  test('is told page by page in the order of the plan, without retired ones, to those who read there', async () => {
    const now = api.ports.clock.now();
    const meter = { unit: 'h', reading: 160, at: now - DAY };
    const readings = [
      { at: now - 31 * DAY, value: 100 },
      { at: now - DAY, value: 160 },
    ];
    await api.ports.assets.put(asset(metered('m1', { meter, readings })));
    await api.ports.assets.put(asset(metered('m2', { meter, condition: 'retired', retiredAt: now })));
    await api.ports.assets.put(asset(metered('m3', { meter: { ...meter, reading: 0 } })));
    await put([planOf({ assets: ['m1', 'm2', 'm3'], meter: { every: 90, unit: 'h', alone: true } })]);

    const first = await list('site-director', 'lift-month', { limit: '2' });
    expect(first.body).toEqual({
      data: [
        {
          ...{ asset: 'm1', unit: 'h', next: 250, open: false },
          read: { value: 160, at: toIso(now - DAY) },
          // Sixty hours in thirty days: ninety in forty-five.
          expected: toIso(now - DAY + 45 * DAY),
        },
      ],
      next: 'm2',
    });
    const rest = await list('site-director', 'lift-month', { limit: '2', cursor: 'm2' });
    expect(rest.body).toMatchObject({ data: [{ asset: 'm3', read: null, next: null }], next: null });
    expect((await list('site-director', 'lift-month', { cursor: 'm9' })).status).toBe(422);
    expect((await list('site-director', 'no-plan')).status).toBe(404);
    expect((await list('west-manager')).status).toBe(403);
    expect((await list('repairer-a')).status).toBe(403);
  });

  test('is nothing where no meter counts', async () => {
    await put([planOf()]);
    expect((await list('site-director')).body).toEqual({ data: [], next: null });
  });
});
