import { describe, expect, it } from 'vitest';
import type { Said } from '#domain/learned/said';
import type { Fact } from '#domain/rate-facts';
import { movesBetween, talliesFor, talliesForEach } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { Mark, SaidFilter } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';

const site = 'east-lake';
const at = (day: string) => Date.parse(`${day}T04:00:00Z`);
const november = { from: '2026-11-01', to: '2026-11-30' };
const span = { from: at('2026-11-01'), to: at('2026-12-01') };
const fact = (change: Partial<Fact> = {}): Fact => ({
  ...{ rate: 'satisfaction', at: at('2026-11-20'), hit: 4, of: 1 },
  ...{ area: 'south', person: 'li wang', kind: 'noise', age: 'third', rule: 'a#b', reason: '' },
  ...change,
});
const said = (text: string, change: Partial<Said> = {}): Said => ({
  ...{ at: at('2026-11-20'), number: 'V1', building: 'b1', unit: '1201', category: 'noise', rule: null },
  ...{ score: 4, held: null, low: false, reason: null, texts: [{ question: null, text }] },
  ...change,
});
const all: SaidFilter = { words: [], low: false, reason: null };

describe.each(engines)('what visits taught on %s', (engine) => {
  const test = withStore(engine);
  const count = (company: string, id: string, before: Mark | null, after: Mark, of = site) => {
    const moves = movesBetween(
      before?.facts ?? [],
      after.facts,
      (when) => localDate(when, 'Asia/Shanghai'),
      '2026-11-25',
    );
    return test.store.rates.count(company, { type: 'visit', id, site: of }, before, after, moves);
  };
  const found = async (company: string, filter: Partial<SaidFilter> = {}, limit?: number) =>
    (await test.store.learned.said(company, site, span, { ...all, ...filter }, { limit })).rows.map(({ item }) => item);

  it('counts beside the standards of maintenance, by every dimension and each of several workers', async () => {
    const company = freshCompany();
    const low = fact({ rate: 'low', hit: 1, reason: 'came-back' });
    expect(await count(company, 'v1', null, { version: 1, facts: [fact(), low] })).toBe(true);
    expect(await count(company, 'v1', null, { version: 1, facts: [fact(), low] })).toBe(false);
    await count(company, 'v2', null, { version: 1, facts: [fact({ hit: 1, person: 'wang', rule: '' })] });
    const counted = await test.store.rates.sums(company, site, november, 'visits');
    expect(talliesFor(['satisfaction', 'low'], counted, november)).toEqual({
      satisfaction: { hit: 5, of: 2 },
      low: { hit: 1, of: 1 },
    });
    const by = talliesForEach(['satisfaction'], counted, november, 'person');
    expect(by.map(({ id, tallies }) => [id, tallies.satisfaction.hit])).toEqual([
      ['li', 4],
      ['wang', 5],
    ]);
    expect(talliesFor(['low'], counted, november, { reason: 'came-back', rule: 'a#b' }).low.hit).toBe(1);
    expect((await test.store.rates.sums(company, site, november, 'maintenance')).days).toEqual([]);
    const listed = async (filter: object) =>
      (await test.store.rates.facts(company, site, 'satisfaction', span, filter, {})).rows.map(({ item }) => item);
    expect([await listed({ person: 'li' }), (await listed({ person: 'wang' })).toSorted()]).toEqual([
      ['v1'],
      ['v1', 'v2'],
    ]);
    expect(await listed({ person: 'l' })).toEqual([]);
  });

  it('lists what was said by words, low scores and reason, newest first, page by page', async () => {
    const company = freshCompany();
    const put = (id: string, one: Said, of = site) =>
      count(company, id, null, { version: 1, facts: [], said: one }, of);
    await put('v1', said('电梯太慢了', { at: at('2026-11-02') }));
    await put('v2', said('电梯又坏了 Lift', { at: at('2026-11-03'), low: true, reason: 'came-back' }));
    await put('v3', said('谢谢', { at: at('2026-11-04') }));
    await put('v4', said('电梯', { at: at('2026-12-04') }));
    await put('v5', said('电梯'), 'west-hill');
    expect(await found(company)).toEqual(['v3', 'v2', 'v1']);
    expect(await found(company, { words: ['电梯'] })).toEqual(['v2', 'v1']);
    expect(await found(company, { words: ['坏了', 'lift'] })).toEqual(['v2']);
    expect(await found(company, { low: true })).toEqual(['v2']);
    expect(await found(company, { reason: 'came-back', words: ['谢'] })).toEqual([]);
    const first = await test.store.learned.said(company, site, span, { ...all, words: ['电梯'] }, { limit: 1 });
    const rest = await test.store.learned.said(
      company,
      site,
      span,
      { ...all, words: ['电梯'] },
      { limit: 1, cursor: first.next ?? '' },
    );
    expect([first.rows[0]?.item, rest.rows[0]?.item, rest.next]).toEqual(['v2', 'v1', null]);
  });

  it('forgets what is taken back or said on another day', async () => {
    const company = freshCompany();
    const first: Mark = { version: 1, facts: [], said: said('甲') };
    const other: Mark = { version: 2, facts: [], said: said('乙', { at: at('2026-11-21') }) };
    await count(company, 'v1', null, first);
    expect(await test.store.rates.mark(company, { type: 'visit', id: 'v1' })).toEqual(first);
    await count(company, 'v1', first, other);
    expect([await found(company), await found(company, { words: ['甲'] })]).toEqual([['v1'], []]);
    await count(company, 'v1', other, { version: 3, facts: [], said: null });
    expect(await found(company)).toEqual([]);
    expect(await test.store.rates.mark(company, { type: 'visit', id: 'v1' })).toEqual({ version: 3, facts: [] });
  });
});
