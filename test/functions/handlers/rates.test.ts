import { beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '#domain/rate-facts';
import { movesBetween } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { RatesView } from '#http/schemas/rates';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createCountRates } from '#usecases/orders/count-rates';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
type Listed = { data: { id: string; counted: { hit: number; of: number } }[]; next: string | null };
const site = 'east-lake';
const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const dayOf = (when: number) => localDate(when, 'Asia/Shanghai');
const fact = (change: Partial<Fact> = {}): Fact => ({
  rate: 'timeliness',
  at: at('2026-11-20'),
  hit: 1,
  of: 1,
  area: 'south',
  person: 'repairer-a',
  kind: 'lift',
  ...change,
});

let api: Api;
const count = (id: string, facts: Fact[], of = site) => {
  const subject = { type: 'item' as const, id, site: of };
  return api.ports.rates.count(
    'demo',
    subject,
    null,
    { version: 1, facts },
    movesBetween([], facts, dayOf, '2026-11-23'),
  );
};
const file = async (unit: string) => {
  const body = { site, category: 'corridor-light', building: 'b1', unit, description: '灯不亮' };
  return (await api.call<{ id: string }>('POST', '/api/complaints', { body })).body.id;
};
const rates = (query: Record<string, string>, as = 'administrator') =>
  api.call<RatesView & { errors: Record<string, string[]> }>('GET', '/api/orders/rates', { as, query });
const behind = (query: Record<string, string>, as = 'administrator') =>
  api.call<Listed>('GET', '/api/orders/rates/timeliness', { as, query: { site, ...query } });

beforeEach(async () => {
  api = await createDemoApi();
});

describe('the service standards', () => {
  it('of the last 30 days, with the 30 before and twelve weeks', async () => {
    await count('w1', [fact(), fact({ rate: 'rework', at: at('2026-11-02') })]);
    await count('w2', [fact({ hit: 0, person: 'repairer-b' })]);
    await count('w3', [fact({ at: at('2026-10-20') })]);
    const { body } = await rates({ site });
    expect([body.from, body.to]).toEqual(['2026-10-25', '2026-11-23']);
    expect(body.rates).toMatchObject({
      timeliness: { hit: 1, of: 2 },
      rework: { hit: 1, of: 1 },
      pass: { hit: 0, of: 0 },
    });
    expect(body.before).toMatchObject({
      from: '2026-09-25',
      to: '2026-10-24',
      rates: { timeliness: { hit: 1, of: 1 } },
    });
    expect(body.trend.map(({ rates: { timeliness } }) => timeliness.of)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0]);
    expect(body.groups).toBeNull();
  });

  it('by person, and of one kind', async () => {
    await count('w1', [fact()]);
    await count('w2', [fact({ hit: 0, person: 'repairer-b', kind: 'pump' })]);
    const by = async (query: Record<string, string>) =>
      (await rates({ site, ...query })).body.groups?.map((group) => [group.id, group.rates.timeliness.hit]);
    expect(await by({ by: 'person' })).toEqual([
      ['repairer-a', 1],
      ['repairer-b', 0],
    ]);
    expect(await by({ by: 'person', kind: 'pump' })).toEqual([['repairer-b', 0]]);
  });

  it('by site: those the reader may see', async () => {
    await count('w1', [fact()]);
    await count('w2', [fact({ hit: 0 })], 'west-hill');
    const sites = async (as: string, of: string) =>
      (await rates({ site: of, by: 'site' }, as)).body.groups?.map((group) => [group.id, group.rates.timeliness.of]);
    expect(await sites('administrator', site)).toEqual([
      [site, 1],
      ['west-hill', 1],
    ]);
    expect(await sites('west-manager', 'west-hill')).toEqual([['west-hill', 1]]);
  });

  it.each([
    [{ from: '2026-11-02', to: '2026-11-01' }, 'to'],
    [{ from: '2025-01-01', to: '2026-11-01' }, 'from'],
    [{ from: '2026-13-01' }, 'from'],
    [{ by: 'colour' }, 'by'],
  ])('are refused for %o', async (query, field) => {
    const { status, body } = await rates({ site, ...query });
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });

  it('are not for staff, and not of a foreign site', async () => {
    expect((await rates({ site }, 'repairer-a')).status).toBe(403);
    expect((await rates({ site }, 'west-manager')).status).toBe(403);
    expect((await behind({}, 'west-manager')).status).toBe(403);
  });
});

describe('the orders behind a figure', () => {
  it('are those that pull it down, or all that were counted', async () => {
    const [late = '', fine = ''] = [await file('1201'), await file('401')];
    await count(late, [fact({ hit: 0 })]);
    await count(fine, [fact({ at: at('2026-11-19') })]);
    expect((await behind({})).body.data).toMatchObject([{ id: late, counted: { hit: 0, of: 1 } }]);
    expect((await behind({ all: 'true' })).body.data.map(({ id }) => id)).toEqual([late, fine]);
    expect((await behind({ person: 'repairer-b' })).body.data).toEqual([]);
    expect((await behind({ from: '2026-11-21' })).body.data).toEqual([]);
  });

  it('are on the register where facilities are counted', async () => {
    const { status } = await api.call('GET', '/api/orders/rates/condition', { as: 'administrator', query: { site } });
    expect(status).toBe(422);
  });
});

describe('the facilities behind the figure of good condition', () => {
  it.each(['area', 'person', 'kind'] as const)('are those that were counted, by %s', async (by) => {
    const { ports } = api;
    const counting = createCountRates({ ...ports, loadDirectory: createDirectoryLoader(ports) });
    const register = [
      asset({ id: 'e1', building: 'b1', condition: 'limited', responsible: 'repairer-a', deputy: 'repairer-b' }),
      asset({ id: 'e2', building: 'b1', condition: 'good', responsible: 'repairer-b', deputy: 'repairer-a' }),
      asset({ id: 'e3', building: 'b1', area: 'south', condition: 'outOfOrder', kind: 'pump', responsible: null }),
      asset({ id: 'e4', building: null, condition: 'outOfOrder', kind: 'pump' }),
      asset({ id: 'e5', building: 'b1', condition: 'retired' }),
    ].map((one) => ({ ...one, number: one.id, code: `code-${one.id}` }));
    for (const one of register) {
      await ports.assets.put(one);
      await counting('demo', { type: 'asset', id: one.id });
    }
    const { groups } = (await rates({ site, by })).body;
    const field = by === 'person' ? 'responsible' : by;
    const listed = async (id: string, condition: string) =>
      (
        await api.call<Listed>('GET', '/api/assets', {
          as: 'administrator',
          query: { site, condition, [field]: id },
        })
      ).body.data.length;
    expect(groups?.length).toBeGreaterThan(1);
    expect(groups?.reduce((sum, { rates: { condition } }) => sum + condition.of, 0)).toBe(4);
    for (const {
      id,
      rates: { condition },
    } of groups ?? []) {
      expect([by, id, await listed(id, 'inUse')]).toEqual([by, id, condition.of]);
      expect([by, id, await listed(id, 'faulty')]).toEqual([by, id, condition.of - condition.hit]);
    }
  });
});
