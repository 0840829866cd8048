import { describe, expect, it } from 'vitest';
import { type Asset, assetSummary } from '#domain/asset';
import { AssetChanged, AssetNumberTaken, BadCursor } from '#domain/errors';
import type { AssetFilter, AssetList } from '#ports';
import { asset } from '#test/support/assets';
import { engines, freshCompany, withStore } from '#test/support/engine';

describe.each(engines)('assets on %s', (engine) => {
  const test = withStore(engine);
  const assets = () => test.store.assets;
  const put = async (company: string, id: string, change: Partial<Asset>) => {
    const one = asset({ id, company, code: `code-${id}`, number: id, ...change });
    await assets().put(one);
    return one;
  };
  const listed = async (company: string, which: AssetList, filter: AssetFilter = {}) =>
    (await assets().list(company, which, filter, { limit: 100 })).rows.map(({ id }) => id);
  const seeded = async () => {
    const company = freshCompany();
    await put(company, 'lift-10', {});
    await put(company, 'lift-2', { deputy: null });
    await put(company, 'pump-1', { kind: 'pump', building: null, responsible: 'repairer-b', deputy: 'repairer-a' });
    await put(company, 'door-1', { kind: 'door', building: 'b2', condition: 'outOfOrder', responsible: null });
    await put(company, 'lift-3', {
      building: 'b10',
      area: 'north',
      condition: 'limited',
      name: '观光电梯',
      responsible: 'repairer-c',
      deputy: null,
    });
    await put(company, 'foreign-1', { site: 'west-hill' });
    return company;
  };
  const site = 'east-lake';

  it('keeps what was put, found by id, label and number', async () => {
    const company = freshCompany();
    const one = await put(company, 'a1', {
      number: 'DT-7',
      documents: ['p1'],
      meter: { unit: 'h', reading: 2, at: 9 },
    });
    expect(await assets().get(company, 'a1')).toEqual(one);
    expect(await assets().byCode(company, 'code-a1')).toBe('a1');
    expect(await assets().byNumber(company, site, 'dt-7')).toBe('a1');
    for (const other of [freshCompany()]) {
      expect(await assets().get(other, 'a1')).toBeNull();
      expect(await assets().byCode(other, 'code-a1')).toBeNull();
      expect(await assets().byNumber(other, site, 'DT-7')).toBeNull();
    }
    expect((await assets().list(company, { site }, {}, {})).rows).toEqual([assetSummary(one)]);
  });

  it.each<[string, AssetList, AssetFilter, string[]]>([
    ['all of a site', { site }, {}, ['pump-1', 'lift-2', 'lift-10', 'lift-3', 'door-1']],
    ['of a building, not of one whose name begins like it', { site, building: 'b1' }, {}, ['lift-2', 'lift-10']],
    ['of a kind', { site, kind: 'lift' }, {}, ['lift-2', 'lift-10', 'lift-3']],
    ['of a kind in a building', { site, building: 'b10', kind: 'lift' }, {}, ['lift-3']],
    ['in a condition', { site }, { condition: 'outOfOrder' }, ['door-1']],
    ['in use and not good', { site }, { condition: 'faulty' }, ['lift-3', 'door-1']],
    ['in use', { site }, { condition: 'inUse' }, ['pump-1', 'lift-2', 'lift-10', 'lift-3', 'door-1']],
    ['nobody answers for', { site }, { responsible: null }, ['door-1']],
    ['somebody answers for himself', { site }, { responsible: 'repairer-b' }, ['pump-1']],
    [
      'of an area, by building too',
      { site },
      { area: { id: 'north', buildings: ['b1'] } },
      ['lift-2', 'lift-10', 'lift-3'],
    ],
    ['of an area without buildings', { site }, { area: { id: 'north', buildings: [] } }, ['lift-3']],
    ['of no area', { site }, { area: { id: null, buildings: ['b1', 'b10'] } }, ['pump-1', 'door-1']],
    [
      'of no area where there are none',
      { site },
      { area: { id: null, buildings: [] } },
      ['pump-1', 'lift-2', 'lift-10', 'door-1'],
    ],
    [
      'of more buildings than a list of the database holds',
      { site },
      { area: { id: 'south', buildings: [...Array.from({ length: 150 }, (_, n) => `c${n}`), 'b2'] } },
      ['door-1'],
    ],
    ['by words', { site }, { text: '观光' }, ['lift-3']],
    ['of a person, as deputy too', { site, person: 'repairer-a' }, {}, ['lift-2', 'lift-10', 'pump-1']],
    ['of a person and kind', { site, person: 'repairer-a' }, { kind: 'pump' }, ['pump-1']],
    ['of a person elsewhere', { site: 'west-hill', person: 'repairer-a' }, {}, ['foreign-1']],
    ['of nobody known', { site, person: 'nobody' }, {}, []],
  ])('lists %s', async (_, which, filter, ids) => {
    expect(await listed(await seeded(), which, filter)).toEqual(ids);
  });

  it('pages without missing or repeating one, by a cursor of that list only', async () => {
    const company = await seeded();
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await assets().list(company, { site }, {}, { limit: 2, cursor });
      found.push(...page.rows.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(found).toEqual(await listed(company, { site }));
    const { next } = await assets().list(company, { site }, {}, { limit: 2 });
    const elsewhere = assets().list(company, { site, kind: 'lift' }, {}, { cursor: next ?? '' });
    await expect(elsewhere).rejects.toThrow(BadCursor);
  });

  it('moves in every list when it changes', async () => {
    const company = freshCompany();
    const one = await put(company, 'a1', { number: 'DT-1' });
    const next = { ...one, number: 'DT-9', kind: 'pump', building: 'b2', responsible: 'repairer-c', version: 2 };
    await assets().put(next);
    expect(await assets().get(company, 'a1')).toEqual(next);
    expect(await listed(company, { site, kind: 'lift' })).toEqual([]);
    expect(await listed(company, { site, kind: 'pump', building: 'b2' })).toEqual(['a1']);
    expect(await listed(company, { site, person: 'repairer-a' })).toEqual([]);
    expect(await listed(company, { site, person: 'repairer-c' })).toEqual(['a1']);
    expect(await listed(company, { site, person: 'repairer-b' })).toEqual(['a1']);
    expect(await assets().byNumber(company, site, 'DT-1')).toBeNull();
    await put(company, 'a2', { number: 'DT-1' });
  });

  it('refuses a version that is not the next, and changes nothing', async () => {
    const company = freshCompany();
    const one = await put(company, 'a1', {});
    for (const version of [1, 3]) await expect(assets().put({ ...one, version })).rejects.toThrow(AssetChanged);
    const rivals = ['A', 'B'].map((name) => assets().put({ ...one, name, version: 2 }));
    const outcomes = await Promise.allSettled(rivals);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('gives a number once in a site, letter case aside', async () => {
    const company = freshCompany();
    await put(company, 'a1', { number: 'DT-1' });
    const two = await put(company, 'a2', { number: 'DT-2' });
    await expect(put(company, 'a3', { number: 'dt-1' })).rejects.toThrow(AssetNumberTaken);
    await expect(assets().put({ ...two, number: 'DT-1', version: 2 })).rejects.toThrow(AssetNumberTaken);
    expect(await assets().get(company, 'a3')).toBeNull();
    await put(company, 'a4', { number: 'DT-1', site: 'west-hill' });
  });

  it('is due for a new certificate until that was ordered, and again when it is changed', async () => {
    const company = freshCompany();
    const due = async (until: number) =>
      (await assets().renewals(until, { limit: 100 })).rows
        .filter((row) => row.company === company)
        .map(({ id }) => id);
    const one = await put(company, 'a1', { renewalAt: 5000 });
    await put(company, 'a2', { renewalAt: null });
    expect(await due(4999)).toEqual([]);
    expect(await due(5000)).toEqual(['a1']);
    await assets().renewing(company, 'a1', '2031-01-01');
    expect(await due(5000)).toEqual(['a1']);
    await assets().renewing(company, 'a1', one.certificateUntil ?? '');
    expect(await due(5000)).toEqual([]);
    expect(await assets().get(company, 'a1')).toEqual(one);
    await assets().put({ ...one, version: 2 });
    expect(await due(5000)).toEqual(['a1']);
  });
});
