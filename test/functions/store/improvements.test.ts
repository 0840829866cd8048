import { describe, expect, it } from 'vitest';
import { BadCursor, FigureTaken, ImprovementChanged } from '#domain/errors';
import type { GoodCase } from '#domain/improvement/good-case';
import type { Improvement } from '#domain/improvement/improvement';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { closedOn, improvement, notice, site } from '#test/support/improvements';

describe.each(engines)('improvements on %s', (engine) => {
  const test = withStore(engine);
  const store = () => test.store.improvements;
  const ids = ({ rows }: { rows: Improvement[] }) => rows.map(({ id }) => id);

  it('stores it with its mails or not at all, version by version', async () => {
    const company = freshCompany();
    const first = improvement(company, 'i1');
    await store().put(first, [notice(company, 'i1')]);
    expect(await store().get(company, 'i1')).toEqual(first);
    expect(await test.store.outbox.all(company, 'i1')).toMatchObject([{ state: 'pending', notBefore: 5 }]);
    await expect(store().put(first, [notice(company, 'other')])).rejects.toThrow(ImprovementChanged);
    await expect(store().put({ ...first, version: 3 }, [])).rejects.toThrow(ImprovementChanged);
    expect(await test.store.outbox.all(company, 'other')).toEqual([]);
    expect(await store().get(freshCompany(), 'i1')).toBeNull();
  });

  it('has one open for a figure, and another one after it was closed', async () => {
    const company = freshCompany();
    const first = improvement(company, 'i1');
    const rival = { ...improvement(company, 'i2'), ref: first.ref };
    expect(await store().standing(company, first.ref)).toEqual({ open: null, closedOn: null });
    await store().put(first, []);
    expect(await store().standing(company, first.ref)).toEqual({ open: 'i1', closedOn: null });
    await expect(store().put(rival, [])).rejects.toThrow(FigureTaken);
    expect(await store().get(company, 'i2')).toBeNull();
    await store().put({ ...first, version: 2, state: 'do', actionBy: '2026-11-16' }, []);
    await store().put({ ...first, version: 3, ...closedOn('2026-12-20') }, []);
    expect(await store().standing(company, first.ref)).toEqual({ open: null, closedOn: '2026-12-20' });
    await store().put(rival, []);
    // Begun anew is not opened anew: its figure is its own already.
    await store().put({ ...rival, version: 2, state: 'do', actionBy: '2027-01-10' }, []);
    await store().put({ ...rival, version: 3, state: 'plan' }, []);
    expect((await store().standing(company, first.ref)).open).toBe('i2');
  });

  it('lists open ones by what is due next, in all states or in one, and closed ones by their day', async () => {
    const company = freshCompany();
    await store().put(improvement(company, 'late', { state: 'do', actionBy: '2026-11-05' }), []);
    await store().put(improvement(company, 'plan'), []);
    await store().put(improvement(company, 'check', { state: 'check', checkOn: '2026-12-01' }), []);
    await store().put(improvement(company, 'west', { site: 'west-hill' }), []);
    for (const [id, on] of [
      ['old', '2026-09-30'],
      ['first', '2026-10-01'],
      ['last', '2026-12-31'],
    ] as const) {
      await store().put(improvement(company, id), []);
      await store().put(improvement(company, id, { version: 2, ...closedOn(on) }), []);
    }
    const first = await store().open(company, site, null, { limit: 2 });
    const rest = await store().open(company, site, null, { limit: 2, cursor: first.next ?? '' });
    expect([...ids(first), ...ids(rest), rest.next]).toEqual(['late', 'plan', 'check', null]);
    await expect(store().open(company, site, 'plan', { cursor: first.next ?? '' })).rejects.toThrow(BadCursor);
    expect(ids(await store().open(company, site, 'check', {}))).toEqual(['check']);
    const due = async (from: string | null, to: string) => ids(await store().due(company, site, { from, to }, {}));
    expect(await due(null, '2026-11-09')).toEqual(['late', 'plan']);
    expect(await due('2026-11-06', '2026-12-01')).toEqual(['plan', 'check']);
    expect(await due('2026-11-10', '2026-11-30')).toEqual([]);
    const quarter = { from: '2026-10-01', to: '2026-12-31' };
    expect(ids(await store().closed(company, site, quarter, {}))).toEqual(['last', 'first']);
    const page = await store().closed(company, site, null, { limit: 2 });
    expect([...ids(page), ...ids(await store().closed(company, site, null, { cursor: page.next ?? '' }))]).toEqual([
      ...['last', 'first', 'old'],
    ]);
  });

  it('knows the last day that was looked at', async () => {
    const company = freshCompany();
    expect(await store().lastDay(company, site)).toBeNull();
    for (const day of ['2026-11-23', '2026-11-24']) await store().dayDone(company, site, day);
    expect([await store().lastDay(company, site), await store().lastDay(company, 'west-hill')]).toEqual([
      ...['2026-11-24', null],
    ]);
  });

  it('keeps one good case an item, listed by when it was marked', async () => {
    const company = freshCompany();
    const cases = test.store.goodCases;
    const marked = (item: string, at: number, change: Partial<GoodCase> = {}): GoodCase => ({
      ...{ item, company, site, number: `EL-${item}`, kind: 'complaint', category: 'noise', building: 'b1' },
      ...{ title: item, why: 'kept the promise', owner: null, at, by: 'site-director', ...change },
    });
    await cases.put(marked('a', 1_000));
    await cases.put(marked('b', 2_000));
    await cases.put(marked('c', 3_000));
    await cases.put(marked('w', 2_000, { site: 'west-hill' }));
    await cases.put(marked('b', 2_000, { title: 'new words' }));
    const span = { from: 1_000, to: 3_000 };
    expect((await cases.list(company, site, span, {})).rows.map(({ title }) => title)).toEqual(['new words', 'a']);
    const page = await cases.list(company, site, { from: 0, to: 9_000 }, { limit: 2 });
    const rest = await cases.list(company, site, { from: 0, to: 9_000 }, { limit: 2, cursor: page.next ?? '' });
    expect([...page.rows, ...rest.rows].map(({ item }) => item)).toEqual(['c', 'b', 'a']);
    await cases.remove(company, 'b');
    await cases.remove(company, 'b');
    expect([await cases.get(company, 'b'), (await cases.get(company, 'a'))?.title]).toEqual([null, 'a']);
    expect((await cases.list(company, site, span, {})).rows).toHaveLength(1);
  });
});
