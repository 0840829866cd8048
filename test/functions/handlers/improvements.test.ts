import { beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '#domain/rate-facts';
import { movesBetween } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { ImprovementDetail, ImprovementRow } from '#http/schemas/improvement';
import type { GoodCaseRow, ItemGoodCase, SharingView } from '#http/schemas/sharing';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

interface Problem {
  message: string;
  errors?: Record<string, string[]>;
}
interface List<T> {
  data: T[];
  next: string | null;
}
type Api = Awaited<ReturnType<typeof createDemoApi>>;
const site = 'east-lake';
const figure = { site, measure: 'timeliness', by: null, target: 0.99, days: 30 };
const planned = { cause: '缺备件', action: '提前下单', owner: 'repairer-a', actionBy: '2026-11-30', weeks: 2 };
const judged = { seen: '从 50 % 到 100 %', effect: 'better', conclusion: '写入月度检查' };

let api: Api;
/** Orders in time and late ones, counted on that day. */
const count = (id: string, day: string, hit: number) => {
  const when = Date.parse(`${day}T04:00:00Z`);
  const facts: Fact[] = [
    { rate: 'timeliness', at: when, hit, of: 1, area: 'south', person: 'repairer-a', kind: 'lift' },
  ];
  const dayOf = (one: number) => localDate(one, 'Asia/Shanghai');
  const moves = movesBetween([], facts, dayOf, day);
  return api.ports.rates.count('demo', { type: 'item', id, site }, null, { version: 1, facts }, moves);
};
const post = <T = ImprovementDetail & Problem>(path: string, body: object, as = 'site-director') =>
  api.call<T>('POST', `/api/improvements${path}`, { as, body });
const open = async (change: object = {}) => (await post('', { ...figure, ...change })).body;
const list = (query: Record<string, string>, as = 'site-director') =>
  api.call<List<ImprovementRow>>('GET', '/api/improvements', { as, query: { site, ...query } });

beforeEach(async () => {
  api = await createDemoApi();
  await count('w1', '2026-11-20', 1);
  await count('w2', '2026-11-21', 0);
});

describe('an improvement', () => {
  test('goes round: opened from a figure, planned, done, the same figure read, closed', async () => {
    const first = await open();
    expect(first).toMatchObject({
      ...{ number: 'ELP-261123-001', state: 'plan', due: '2026-11-30', part: null },
      before: { value: 0.5, counted: 2, from: '2026-10-25', to: '2026-11-23' },
      may: { manage: true, record: true },
    });
    const plan = await post(`/${first.id}/plan`, { expected: 1, ...planned });
    expect(plan.body).toMatchObject({ state: 'do', due: '2026-11-30', checkOn: '2026-12-14', late: false });
    api.ports.setNow(at('2026-12-02', '10:00'));
    expect((await list({})).body.data).toMatchObject([{ id: first.id, late: true }]);
    const done = await post(`/${first.id}/done`, { expected: 2, on: '2026-12-01', note: '' }, 'repairer-a');
    expect(done.body).toMatchObject({ state: 'check', checkOn: '2026-12-15', may: { manage: false, record: true } });
    const early = await post(`/${first.id}/check`, { expected: 3 });
    expect(early).toMatchObject({ status: 422, body: { errors: { expected: ['还没有到检查日期。'] } } });
    api.ports.setNow(at('2026-12-15', '10:00'));
    await count('w3', '2026-12-10', 1);
    const unread = await post(`/${first.id}/close`, { expected: 3, ...judged });
    expect(unread).toMatchObject({ status: 422, body: { errors: { expected: [expect.stringContaining('读取')] } } });
    const checked = await post(`/${first.id}/check`, { expected: 3 }, 'repairer-a');
    expect(checked.body).toMatchObject({
      after: { value: 1, counted: 1, from: '2026-12-02', to: '2026-12-15' },
      compared: 'better',
    });
    expect((await post(`/${first.id}/close`, { expected: 4, ...judged }, 'repairer-a')).status).toBe(403);
    const wordless = await post(`/${first.id}/close`, { expected: 4, ...judged, seen: ' ', effect: null });
    expect(Object.keys(wordless.body.errors ?? {})).toEqual(['seen', 'effect']);
    const closed = await post(`/${first.id}/close`, { expected: 4, ...judged });
    expect(closed.body).toMatchObject({ state: 'closed', effect: 'better', closed: { by: 'site-director' } });
    expect((await list({ list: 'closed', quarter: '2026-Q4' })).body.data).toMatchObject([{ id: first.id }]);
    expect((await list({})).body.data).toEqual([]);
  });

  test('a figure has one at a time; the same request opens one', async () => {
    const first = await open();
    expect(await post('', figure)).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('已有一项') },
    });
    const part = { by: { dimension: 'area', value: 'south' } };
    const twice = [1, 2].map(() =>
      api.call<ImprovementDetail>('POST', '/api/improvements', {
        ...{ as: 'site-director', body: { ...figure, ...part }, headers: { 'Idempotency-Key': 'once-is-enough' } },
      }),
    );
    const [one, other] = await Promise.all(twice);
    expect(one?.body.id).toBe(other?.body.id);
    expect(one?.body.id).not.toBe(first.id);
    expect((await list({})).body.data).toHaveLength(2);
  });

  test.each<[string, object, string]>([
    ['a share above all', { target: 1.2 }, 'target'],
    ['a target that is met', { target: 0.4 }, 'target'],
    ['an area there is none of', { by: { dimension: 'area', value: 'nowhere' } }, 'by.value'],
    ['orders by rule of visits', { by: { dimension: 'rule', value: 'any' } }, 'by.dimension'],
  ])('refuses %s at its field', async (_, change, field) => {
    const refused = await post('', { ...figure, ...change });
    expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, [field]]);
  });

  test('a date out of all reason is refused at its field, and the list still reads', async () => {
    const { id } = await open();
    const refused = await post(`/${id}/plan`, { expected: 1, ...planned, actionBy: '9999-12-31', weeks: 26 });
    expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, ['actionBy']]);
    expect((await list({})).status).toBe(200);
  });

  test('what somebody else changed meanwhile is not written over', async () => {
    const { id } = await open();
    await post(`/${id}/plan`, { expected: 1, ...planned });
    const stale = await post(`/${id}/plan`, { expected: 1, ...planned, cause: '别的原因' });
    expect(stale).toMatchObject({ status: 409, body: { message: expect.stringContaining('刚被他人修改') } });
    const stranger = await post(`/${id}/plan`, { expected: 2, ...planned, owner: 'west-manager' });
    expect(Object.keys(stranger.body.errors ?? {})).toEqual(['owner']);
  });

  test.each([
    ['customer-centre-clerk-a', 200, 403],
    ['auditor', 200, 403],
    ['repairer-a', 403, 403],
    ['west-manager', 403, 403],
  ])('%s reads it: %s, changes it: %s', async (as, reads, changes) => {
    const { id } = await open();
    expect((await api.call('GET', `/api/improvements/${id}`, { as })).status).toBe(reads);
    expect((await list({}, as)).status).toBe(reads);
    for (const [path, body] of [
      ['', { ...figure, measure: 'rework' }],
      [`/${id}/plan`, { expected: 1, ...planned }],
      [`/${id}/done`, { expected: 1, on: '2026-11-23', note: '' }],
    ] as const)
      expect((await post(path, body, as)).status).toBe(changes);
  });

  test('whoever is to do it is told once, with the office open', async () => {
    const { id } = await open();
    api.ports.setNow(at('2026-11-23', '22:00'));
    await post(`/${id}/plan`, { expected: 1, ...planned });
    await post(`/${id}/plan`, { expected: 2, ...planned, cause: '备件和人手' });
    const rows = await api.ports.outbox.all('demo', id);
    expect(rows).toMatchObject([
      { notBefore: at('2026-11-24', '09:00'), effect: { about: { why: 'assigned', to: 'repairer-a' } } },
    ]);
    await post(`/${id}/plan`, { expected: 3, ...planned, owner: 'repairer-b' });
    expect((await api.ports.outbox.all('demo', id)).length).toBe(2);
  });
});

describe('good cases and the quarter', () => {
  const file = async () =>
    (
      await api.call<{ id: string }>('POST', '/api/complaints', {
        body: {
          ...{ site, category: 'corridor-light', building: 'b1', unit: '1201', description: '灯不亮' },
          reporter: { name: '王小明', phone: '13800138000' },
        },
      })
    ).body.id;
  const mark = (id: string, body: object, as = 'site-director') =>
    api.call<ItemGoodCase & Problem>('PUT', `/api/good-cases/${id}`, { as, body });
  const cases = (as = 'repairer-a', quarter = '2026-Q4') =>
    api.call<List<GoodCaseRow>>('GET', '/api/good-cases', { as, query: { site, quarter } });
  const words = { title: '当天修好走廊灯', why: '先装临时灯，再换线' };

  test('a manager marks, all staff of the site read, without the resident', async () => {
    const id = await file();
    expect((await mark(id, words, 'customer-centre-clerk-a')).status).toBe(403);
    expect((await mark(id, words)).body.marked).toMatchObject({ ...words, item: id, by: 'site-director' });
    const { status, body } = await cases();
    expect([status, body.data]).toEqual([200, [expect.objectContaining(words)]]);
    expect(JSON.stringify(body)).not.toMatch(/王小明|1201|13800138000/);
    expect((await cases('west-manager')).status).toBe(403);
    expect((await cases('repairer-a', '2026-Q3')).body.data).toEqual([]);
    api.ports.setNow(at('2027-01-05', '10:00'));
    await mark(id, { ...words, why: '新的说法' });
    expect((await cases()).body.data).toMatchObject([{ why: '新的说法', at: '2026-11-23T02:00:00Z' }]);
    expect((await api.call('DELETE', `/api/good-cases/${id}`, { as: 'repairer-a' })).status).toBe(403);
    await api.call('DELETE', `/api/good-cases/${id}`, { as: 'site-director' });
    expect((await cases()).body.data).toEqual([]);
  });

  test.each([
    ['title', { ...words, title: '王小明很满意' }],
    ['why', { ...words, why: '回电 138-0013-8000' }],
    ['why', { ...words, why: ' ' }],
  ])('refuses a resident in the %s', async (field, body) => {
    const refused = await mark(await file(), body);
    expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, [field]]);
  });

  test('shows the figures beside those of the quarter before, and what is about one person to nobody', async () => {
    await count('w9', '2026-09-20', 1);
    const { body } = await api.call<SharingView>('GET', '/api/sharing', {
      ...{ as: 'repairer-a', query: { site, quarter: '2026-Q4' } },
    });
    expect([body.from, body.to, body.before]).toEqual([
      '2026-10-01',
      '2026-12-31',
      { from: '2026-07-01', to: '2026-09-30' },
    ]);
    expect(body.figures.find(({ measure }) => measure === 'timeliness')).toEqual({
      ...{ measure: 'timeliness', now: { value: 0.5, counted: 2 }, before: { value: 1, counted: 1 } },
    });
    for (const by of [null, { dimension: 'worker', value: 'repairer-a' }]) {
      api.ports.setNow(at('2026-11-23', '10:00'));
      const { id } = await open({ by });
      await post(`/${id}/plan`, { expected: 1, ...planned, weeks: 1 });
      await post(`/${id}/done`, { expected: 2, on: '2026-11-23', note: '' });
      api.ports.setNow(at('2026-12-15', '10:00'));
      await count(`w-${id}`, '2026-12-10', 1);
      await post(`/${id}/check`, { expected: 3 });
      expect((await post(`/${id}/close`, { expected: 4, ...judged })).status).toBe(200);
    }
    const shared = await api.call<List<ImprovementRow>>('GET', '/api/sharing/improvements', {
      ...{ as: 'repairer-a', query: { site, quarter: '2026-Q4' } },
    });
    expect(shared.body.data.map(({ ref, effect }) => [ref.by, effect])).toEqual([[null, 'better']]);
  });

  test.each(['0000-Q1', '9999-Q4', '2026-Q5'])('no quarter is called %s', async (quarter) => {
    const asked = await api.call('GET', '/api/sharing', { as: 'repairer-a', query: { site, quarter } });
    expect(asked.status).toBe(422);
  });
});
