import { describe, expect, it } from 'vitest';
import { bySystem, firstBreak } from '#domain/audit/link';
import { DocumentChanged, PlanGone, PlanInTheWay } from '#domain/errors';
import type { FrozenPublication } from '#ports';
import { sha256 } from '#store/record';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { nine } from '#test/support/items';

const asked = { by: 'wang', at: nine + 1, from: bySystem };
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
    await store().put(company, planned(), bySystem);
    await store().put(company, planned({ kind: 'calendar', id: 'office', plan: 'p2', at: nine + 2000 }), bySystem);
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
    await store().put(company, planned(), bySystem);
    await expect(store().put(company, planned({ plan: 'p2' }), bySystem)).rejects.toThrow(PlanInTheWay);
    expect(await store().cancel(company, planned({ plan: 'p2' }), asked)).toBe(false);
    expect(await store().cancel(company, planned(), asked)).toBe(true);
    expect(await store().cancel(company, planned(), asked)).toBe(false);
    expect(await due(company, nine + 5000)).toEqual([]);
    expect((await store().list(company, {})).rows).toEqual([]);
    await store().put(company, planned({ plan: 'p2' }), bySystem);
    expect((await store().get(company, 'rosters', 'main'))?.plan).toBe('p2');
  });

  it('tells why it failed until somebody clears it, and is not due any more', async () => {
    const company = freshCompany();
    await store().put(company, planned(), bySystem);
    expect(await store().fail(company, planned(), { why: 'stale', version: 4 }, nine)).toBe(true);
    expect(await store().fail(company, planned(), { why: 'notAllowed' }, nine)).toBe(false);
    expect((await store().list(company, {})).rows).toMatchObject([
      { state: 'failed', failure: { why: 'stale', version: 4 } },
    ]);
    expect(await due(company, nine + 5000)).toEqual([]);
    expect(await store().cancel(company, planned(), asked)).toBe(true);
    expect((await store().list(company, {})).rows).toEqual([]);
  });

  it('is told of in the log of changes, with its time, and only what came to pass', async () => {
    const company = freshCompany();
    await store().put(company, planned(), bySystem);
    await expect(store().put(company, planned({ plan: 'p2' }), bySystem)).rejects.toThrow(PlanInTheWay);
    await store().cancel(company, planned({ plan: 'p2' }), asked);
    await store().cancel(company, planned(), asked);
    await store().put(company, planned({ plan: 'p2' }), bySystem);
    await store().fail(company, planned({ plan: 'p2' }), { why: 'notAllowed' }, nine + 1000);
    const chain = { kind: 'rosters', id: 'main' };
    const links = await test.store.audit.links(company, chain);
    expect(links.map(({ what, by, at, due, version }) => [what, by, at, due, version])).toEqual([
      ['planned', 'li', nine, nine + 1000, null],
      ['cancelled', 'wang', nine + 1, nine + 1000, null],
      ['planned', 'li', nine, nine + 1000, null],
      ['failed', 'system', nine + 1000, nine + 1000, null],
    ]);
    expect(firstBreak(company, chain, links, sha256)).toBeNull();
  });

  it('is settled with the version it makes, once', async () => {
    const company = freshCompany();
    await store().put(company, planned(), bySystem);
    await expect(publish(company, 'another')).rejects.toThrow(PlanGone);
    const both = await Promise.allSettled([publish(company, 'p1'), publish(company, 'p1')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await test.store.documents.current(company, 'rosters', 'main'))?.version).toBe(1);
    expect((await store().get(company, 'rosters', 'main'))?.state).toBe('published');
    await expect(publish(company, 'p1')).rejects.toThrow(DocumentChanged);
    await expect(publish(company, 'p1', 1)).rejects.toThrow(PlanGone);
  });
});
