import { describe, expect, it } from 'vitest';
import { DocumentChanged, PlanGone, PlanInTheWay } from '#domain/errors';
import type { FrozenPublication } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { nine } from '#test/support/items';

const planned = (change: Partial<FrozenPublication> = {}): FrozenPublication => ({
  kind: 'rosters',
  id: 'main',
  plan: 'p1',
  expected: 0,
  author: 'li',
  note: 'from December on',
  plannedAt: nine,
  at: nine + 1000,
  sites: ['east'],
  state: 'planned',
  failure: null,
  body: { rosters: [] },
  ...change,
});

describe.each(engines)('planned publications on %s', (engine) => {
  const test = withStore(engine);
  const store = () => test.store.planned;
  const due = async (company: string, until: number) =>
    (await store().due(until, { limit: 100 })).rows.filter((row) => row.company === company).map(({ id }) => id);
  const publish = (company: string, plan: string, expected = 0) =>
    test.store.documents.publish(
      company,
      { kind: 'rosters', id: 'main', body: { rosters: [] }, author: 'li', at: nine + 1000, note: 'n' },
      expected,
      null,
      plan,
    );

  it('is kept with its frozen body, listed, and due from its time on', async () => {
    const company = freshCompany();
    await store().put(company, planned());
    await store().put(company, planned({ kind: 'calendar', id: 'office', plan: 'p2', at: nine + 2000 }));
    expect(await store().get(company, 'rosters', 'main')).toEqual(planned());
    expect(await store().get(company, 'routing', 'main')).toBeNull();
    const first = await store().list(company, { limit: 1 });
    const rest = await store().list(company, { limit: 1, cursor: first.next ?? '' });
    expect([...first.rows, ...rest.rows].map(({ plan }) => plan)).toEqual(['p2', 'p1']);
    expect(first.rows[0]).not.toHaveProperty('body');
    expect(await due(company, nine + 999)).toEqual([]);
    expect(await due(company, nine + 1000)).toEqual(['main']);
    expect((await due(company, nine + 2000)).sort()).toEqual(['main', 'office']);
  });

  it('stands alone until it is settled', async () => {
    const company = freshCompany();
    await store().put(company, planned());
    await expect(store().put(company, planned({ plan: 'p2' }))).rejects.toThrow(PlanInTheWay);
    expect(await store().cancel(company, planned({ plan: 'p2' }))).toBe(false);
    expect(await store().cancel(company, planned())).toBe(true);
    expect(await store().cancel(company, planned())).toBe(false);
    expect(await due(company, nine + 5000)).toEqual([]);
    expect((await store().list(company, {})).rows).toEqual([]);
    await store().put(company, planned({ plan: 'p2' }));
    expect((await store().get(company, 'rosters', 'main'))?.plan).toBe('p2');
  });

  it('tells why it failed until somebody clears it, and is not due any more', async () => {
    const company = freshCompany();
    await store().put(company, planned());
    expect(await store().fail(company, planned(), { why: 'stale', version: 4 })).toBe(true);
    expect(await store().fail(company, planned(), { why: 'notAllowed' })).toBe(false);
    expect((await store().list(company, {})).rows).toMatchObject([
      { state: 'failed', failure: { why: 'stale', version: 4 } },
    ]);
    expect(await due(company, nine + 5000)).toEqual([]);
    expect(await store().cancel(company, planned())).toBe(true);
    expect((await store().list(company, {})).rows).toEqual([]);
  });

  it('is settled with the version it makes, once', async () => {
    const company = freshCompany();
    await store().put(company, planned());
    await expect(publish(company, 'another')).rejects.toThrow(PlanGone);
    const both = await Promise.allSettled([publish(company, 'p1'), publish(company, 'p1')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await test.store.documents.current(company, 'rosters', 'main'))?.version).toBe(1);
    expect((await store().get(company, 'rosters', 'main'))?.state).toBe('published');
    await expect(publish(company, 'p1')).rejects.toThrow(DocumentChanged);
    await expect(publish(company, 'p1', 1)).rejects.toThrow(PlanGone);
  });
});
