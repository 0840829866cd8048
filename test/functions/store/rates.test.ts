import { describe, expect, it } from 'vitest';
import type { RateName } from '#domain/order-rates';
import type { Fact } from '#domain/rate-facts';
import { movesBetween, talliesOf } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { Mark, Subject } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';

const site = 'east-lake';
const zone = 'Asia/Shanghai';
const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const fact = (change: Partial<Fact> = {}): Fact => ({
  rate: 'timeliness',
  at: at('2026-11-20'),
  hit: 1,
  of: 1,
  area: 'south',
  person: 'li#1',
  kind: 'lift',
  ...change,
});
const november = { from: '2026-11-01', to: '2026-11-30' };
const span = { from: at('2026-11-01'), to: at('2026-12-01') };

describe.each(engines)('rates on %s', (engine) => {
  const test = withStore(engine);
  const item = (id: string): Subject => ({ type: 'item', id, site });
  const count = (company: string, subject: Subject, before: Mark | null, version: number, facts: Fact[]) => {
    const moves = movesBetween(before?.facts ?? [], facts, (when) => localDate(when, zone), '2026-11-25');
    return test.store.rates.count(company, subject, before, { version, facts }, moves);
  };
  const tallies = async (company: string, filter = {}) =>
    talliesOf(await test.store.rates.sums(company, site, november, 'maintenance'), november, filter);
  const listed = async (company: string, rate: RateName, filter = {}) =>
    (await test.store.rates.facts(company, site, rate, span, filter, {})).rows.map((row) => row.item);

  it('counts once, whoever comes twice with what was read before', async () => {
    const company = freshCompany();
    const first = { version: 1, facts: [fact()] };
    expect(await test.store.rates.mark(company, item('w1'))).toBeNull();
    expect(await count(company, item('w1'), null, 1, [fact()])).toBe(true);
    expect(await count(company, item('w1'), null, 1, [fact()])).toBe(false);
    expect(await test.store.rates.mark(company, item('w1'))).toEqual(first);
    expect(await count(company, item('w1'), first, 2, [fact({ hit: 0 })])).toBe(true);
    expect(await count(company, item('w1'), first, 2, [fact({ hit: 0 })])).toBe(false);
    expect((await tallies(company)).timeliness).toEqual({ hit: 0, of: 1 });
    expect((await tallies(freshCompany())).timeliness).toEqual({ hit: 0, of: 0 });
  });

  it('moves a fact to another day, person and list position, and takes it back', async () => {
    const company = freshCompany();
    const one = [fact(), fact({ rate: 'rework', at: at('2026-11-02'), hit: 1 })];
    const other = [fact({ at: at('2026-11-21'), person: 'wang', hit: 0 })];
    await count(company, item('w1'), null, 1, one);
    await count(company, item('w1'), { version: 1, facts: one }, 2, other);
    const { days } = await test.store.rates.sums(company, site, november, 'maintenance');
    expect(days.filter(({ cells }) => cells.length > 0)).toEqual([
      {
        day: '2026-11-21',
        cells: [{ rate: 'timeliness', area: 'south', person: 'wang', kind: 'lift', hit: 0, of: 1 }],
      },
    ]);
    expect(await listed(company, 'timeliness')).toEqual(['w1']);
    expect(await listed(company, 'rework')).toEqual([]);
    await count(company, item('w1'), { version: 2, facts: other }, 3, []);
    expect(await listed(company, 'timeliness')).toEqual([]);
    expect((await tallies(company)).timeliness).toEqual({ hit: 0, of: 0 });
  });

  it('tells apart what is asked for, latest first', async () => {
    const company = freshCompany();
    await count(company, item('w1'), null, 1, [fact({ at: at('2026-11-03') })]);
    await count(company, item('w2'), null, 1, [fact({ at: at('2026-11-05'), hit: 0, person: '' })]);
    await count(company, item('w3'), null, 1, [fact({ at: at('2026-11-04'), hit: 0, kind: 'pump', area: '' })]);
    await count(company, item('w4'), null, 1, [fact({ at: at('2026-12-04'), hit: 0 })]);
    await count(company, { type: 'item', id: 'w5', site: 'west-hill' }, null, 1, [fact({ hit: 0 })]);
    expect(await listed(company, 'timeliness')).toEqual(['w2', 'w3', 'w1']);
    expect(await listed(company, 'timeliness', { against: true })).toEqual(['w2', 'w3']);
    expect(await listed(company, 'timeliness', { against: true, kind: 'lift' })).toEqual(['w2']);
    expect(await listed(company, 'timeliness', { person: '' })).toEqual(['w2']);
    expect((await tallies(company, { kind: 'lift' })).timeliness).toEqual({ hit: 1, of: 2 });
    expect((await tallies(company, { area: '' })).timeliness).toEqual({ hit: 0, of: 1 });
    const half = await test.store.rates.facts(company, site, 'timeliness', span, {}, { limit: 2 });
    const rest = await test.store.rates.facts(
      company,
      site,
      'timeliness',
      span,
      {},
      { limit: 2, cursor: half.next ?? '' },
    );
    expect([half.rows.length, rest.rows.map((row) => row.item), rest.next]).toEqual([2, ['w1'], null]);
  });

  it('keeps how facilities stand beside the days, and out of the lists of orders', async () => {
    const company = freshCompany();
    const asset: Subject = { type: 'asset', id: 'w1', site };
    const good = fact({ rate: 'condition', at: null });
    await count(company, asset, null, 1, [good]);
    await count(company, item('w1'), null, 1, [fact()]);
    await count(company, asset, { version: 1, facts: [good] }, 2, [{ ...good, hit: 0 }]);
    const sums = await test.store.rates.sums(company, site, { from: '2026-11-25', to: '2026-11-25' }, 'maintenance');
    expect(sums.standing).toMatchObject([{ rate: 'condition', hit: 0, of: 1 }]);
    expect(sums.days).toMatchObject([{ day: '2026-11-25', cells: [{ rate: 'condition', hit: 0, of: 1 }] }]);
    expect(await listed(company, 'condition')).toEqual([]);
  });

  it('reads a row a day, whatever was counted on it', async () => {
    const company = freshCompany();
    for (let n = 0; n < 8; n += 1)
      await count(company, item(`w${n}`), null, 1, [fact({ person: `p${n % 3}`, hit: n % 2 })]);
    const before = test.consumed.get('Query')?.read ?? 0;
    const { days } = await test.store.rates.sums(company, site, november, 'maintenance');
    expect(days).toHaveLength(1);
    expect((test.consumed.get('Query')?.read ?? 0) - before).toBeLessThanOrEqual(1);
  });
});
