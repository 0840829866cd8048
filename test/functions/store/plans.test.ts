import { describe, expect, it } from 'vitest';
import { PlanMoved } from '#domain/errors';
import { newPlanState } from '#domain/plan/plan-state';
import type { PlanRow } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { nine, someItem } from '#test/support/items';

const rowOf = (company: string, plan: string, change: Partial<PlanRow> = {}): PlanRow => ({
  company,
  site: 'east-lake',
  plan,
  version: 1,
  state: newPlanState(nine),
  armed: { occurrence: '2026-12-05', at: nine + 1000 },
  look: null,
  madeUp: null,
  ...change,
});

describe.each(engines)('plans on %s', (engine) => {
  const test = withStore(engine);
  const plans = () => test.store.plans;
  const due = async (company: string, until: number) =>
    (await plans().due(until, { limit: 100 })).rows.filter((row) => row.company === company);

  it('keeps a row a plan, listed by site', async () => {
    const company = freshCompany();
    const subject = { asset: 'a1', open: '2026-11-05', done: null, last: '2026-11-05', opened: 1, missed: 2 };
    const full = rowOf(company, 'lifts', {
      state: { since: nine, upTo: nine, settled: [{ occurrence: '2026-11-05', until: nine + 9 }], subjects: [subject] },
      madeUp: { at: nine, count: 3 },
    });
    await plans().put(full);
    await plans().put(rowOf(company, 'doors', { armed: null }));
    await plans().put(rowOf(company, 'foreign', { site: 'west-hill' }));
    expect(await plans().get({ company, site: 'east-lake', plan: 'lifts' })).toEqual(full);
    expect(await plans().get({ company, site: 'west-hill', plan: 'lifts' })).toBeNull();
    const first = await plans().list(company, 'east-lake', { limit: 1 });
    const rest = await plans().list(company, 'east-lake', { limit: 1, cursor: first.next ?? '' });
    expect([...first.rows, ...rest.rows].map(({ plan }) => plan)).toEqual(['doors', 'lifts']);
    expect(rest.next).toBeNull();
  });

  it('moves by one version at a time', async () => {
    const company = freshCompany();
    await plans().put(rowOf(company, 'lifts'));
    await expect(plans().put(rowOf(company, 'lifts'))).rejects.toThrow(PlanMoved);
    await expect(plans().put(rowOf(company, 'lifts', { version: 3 }))).rejects.toThrow(PlanMoved);
    await plans().put(rowOf(company, 'lifts', { version: 2, armed: null }));
    expect((await plans().get(rowOf(company, 'lifts')))?.version).toBe(2);
    await expect(plans().put(rowOf(company, 'pumps', { version: 2 }))).rejects.toThrow(PlanMoved);
  });

  it('is due from when it is armed for, until it is armed anew', async () => {
    const company = freshCompany();
    await plans().put(rowOf(company, 'lifts'));
    await plans().put(rowOf(company, 'doors', { armed: { occurrence: 'x', at: nine + 2000 } }));
    await plans().put(rowOf(company, 'idle', { armed: null }));
    const name = (plan: string) => ({ company, site: 'east-lake', plan });
    expect(await due(company, nine + 999)).toEqual([]);
    expect(await due(company, nine + 1000)).toEqual([name('lifts')]);
    expect(await due(company, nine + 2000)).toHaveLength(2);
    await plans().put(rowOf(company, 'lifts', { version: 2, armed: { occurrence: 'y', at: nine + 9000 } }));
    await plans().put(rowOf(company, 'doors', { version: 2, armed: null }));
    expect(await due(company, nine + 8999)).toEqual([]);
  });

  it('is due, too, from when its meters are to be read', async () => {
    const company = freshCompany();
    await plans().put(rowOf(company, 'metered', { armed: null, look: nine + 500 }));
    await plans().put(rowOf(company, 'both', { look: nine + 3000 }));
    expect((await due(company, nine + 499)).map(({ plan }) => plan)).toEqual([]);
    expect((await due(company, nine + 500)).map(({ plan }) => plan)).toEqual(['metered']);
    expect((await due(company, nine + 1000)).map(({ plan }) => plan)).toEqual(['metered', 'both']);
    expect(await plans().get(rowOf(company, 'both'))).toMatchObject({ look: nine + 3000 });
  });

  it('moves together with the order it opens, or not at all', async () => {
    const company = freshCompany();
    const commit = (id: string, plan: PlanRow) =>
      test.store.items.commit({
        before: null,
        after: someItem(company, id),
        entries: [],
        effects: [],
        wakeAt: null,
        key: `plan/east-lake/lifts/${id}`,
        plan,
      });
    await commit('o1', rowOf(company, 'lifts'));
    expect(await plans().get(rowOf(company, 'lifts'))).toEqual(rowOf(company, 'lifts'));
    await expect(commit('o2', rowOf(company, 'lifts'))).rejects.toThrow(PlanMoved);
    expect(await test.store.items.get(company, 'o2')).toBeNull();
    await expect(
      test.store.items.commit({
        ...{ before: null, after: someItem(company, 'o1'), entries: [], effects: [], wakeAt: null },
        plan: rowOf(company, 'lifts', { version: 2 }),
      }),
    ).rejects.toThrow(Error);
    expect((await plans().get(rowOf(company, 'lifts')))?.version).toBe(1);
  });

  it('tells which published plans nobody looked through', async () => {
    const company = freshCompany();
    const publish = (version: number) =>
      test.store.documents.publish(
        company,
        { kind: 'plans', id: 'east-lake', body: { plans: [] }, author: 'li', at: nine + version, note: 'n' },
        version - 1,
      );
    const unseen = async () =>
      (await plans().unseen(nine + 10, { limit: 100 })).rows.filter((row) => row.company === company);
    await publish(1);
    expect(await unseen()).toEqual([{ company, site: 'east-lake' }]);
    await publish(2);
    await plans().seen(company, 'east-lake', 1);
    expect(await unseen()).toHaveLength(1);
    await plans().seen(company, 'east-lake', 2);
    expect(await unseen()).toEqual([]);
    expect((await test.store.documents.current(company, 'plans', 'east-lake'))?.version).toBe(2);
  });
});
