import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { bySystem, firstBreak } from '#domain/audit/link';
import type { PlannedEvent } from '#domain/care/event';
import { type CareFlag, ended } from '#domain/care/flag';
import type { CareLook } from '#domain/care/look';
import { BadCursor, CareEventChanged, CareFlagChanged } from '#domain/errors';
import { sha256 } from '#store/record';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { careFlag } from '../domain/care/care-fixture.ts';

const asked = { by: 'steward-b1', at: 5_000, from: bySystem };
const site = 'east-lake';
const event = (company: string, id: string, to: number, change: Partial<PlannedEvent> = {}): PlannedEvent => ({
  ...{ id, company, site, kind: 'waterCut', buildings: [], from: to - 10, to, words: { 'zh-CN': '', en: '' } },
  ...{ version: 1, createdBy: 'site-director', createdAt: 0, announcedAt: null, cancelledAt: null, ...change },
});

describe.each(engines)('care on %s', (engine) => {
  const test = withStore(engine);
  const care = () => test.store.care;
  const put = async (company: string, change: Partial<CareFlag>, remindAt: number | null = null) => {
    const flag = careFlag({ company, ...change });
    await care().put(flag, 'noted', asked, remindAt);
    return flag;
  };
  const seeded = async () => {
    const company = freshCompany();
    await put(company, { id: 'f1', createdAt: 1 });
    await put(company, { id: 'f2', createdAt: 2, sensitivity: 'sensitive' });
    await put(company, { id: 'f3', unit: '302', household: 'east-lake-b1-302' });
    await put(company, { id: 'f4', building: 'b10', household: 'east-lake-b10-1201' });
    await put(company, { id: 'f5', site: 'west-hill', household: 'west-hill-b1-1201' });
    return company;
  };
  const listed = async (company: string, building: string | null) =>
    (await care().atSite(company, site, building, { limit: 100 })).rows.map(({ id }) => id);

  it('keeps flags beside the household and lists those of a site by building and unit', async () => {
    const company = await seeded();
    expect((await care().ofHousehold(company, 'east-lake-b1-1201')).map(({ id }) => id)).toEqual(['f1', 'f2']);
    expect(await care().ofHousehold(freshCompany(), 'east-lake-b1-1201')).toEqual([]);
    expect(await listed(company, null)).toEqual(['f3', 'f1', 'f2', 'f4']);
    expect(await listed(company, 'b1')).toEqual(['f3', 'f1', 'f2']);
    const first = await care().atSite(company, site, 'b1', { limit: 2 });
    const rest = await care().atSite(company, site, 'b1', { limit: 2, cursor: first.next ?? '' });
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(['f3', 'f1', 'f2']);
    expect(rest.next).toBeNull();
    await expect(care().atSite(company, site, null, { cursor: first.next ?? '' })).rejects.toThrow(BadCursor);
  });

  it('what ended leaves the lists, its reminder and the table; the log has none of it and holds', async () => {
    const company = freshCompany();
    const flag = await put(company, { note: 'TELLTALE', member: 'TELLTALE' }, 1_000);
    await care().put(ended(flag, 'withdrawn', 'steward-b1', 6_000, 'Asia/Shanghai'), 'ended', asked, null);
    expect(await listed(company, null)).toEqual([]);
    expect((await care().due(9_000, { limit: 100 })).rows.filter((row) => row.company === company)).toEqual([]);
    expect(await care().ofHousehold(company, flag.household)).toMatchObject([{ consent: { state: 'withdrawn' } }]);
    const chain = { kind: 'care', id: site };
    const links = await test.store.audit.links(company, chain);
    expect(links.map(({ what, note, version }) => [what, note, version])).toEqual([
      ['noted', null, null],
      ['ended', null, null],
    ]);
    expect(new Set(links.map(({ subject }) => subject)).size).toBe(2);
    expect(firstBreak(company, chain, links, sha256)).toBeNull();
    for (const table of [test.tableName, `${test.tableName}-audit`]) {
      const { Items } = await test.client.send(new ScanCommand({ TableName: table }));
      expect(Items?.length).toBeGreaterThan(0);
      expect(JSON.stringify(Items)).not.toContain('TELLTALE');
    }
  });

  it('refuses a version that is not the next, and tells the log nothing', async () => {
    const company = freshCompany();
    const flag = await put(company, {});
    for (const version of [1, 3])
      await expect(care().put({ ...flag, version }, 'noted', asked, null)).rejects.toThrow(CareFlagChanged);
    expect(await test.store.audit.links(company, { kind: 'care', id: site })).toHaveLength(1);
  });

  it('tells what is due, until it is put off, done or changed', async () => {
    const company = freshCompany();
    const flag = await put(company, {}, 1_000);
    await put(company, { id: 'later' }, 90_000);
    const due = async (until: number) =>
      (await care().due(until, { limit: 100 })).rows.filter((row) => row.company === company);
    expect(await due(999)).toEqual([]);
    const [first] = await due(1_000);
    expect(first).toEqual({ company, household: flag.household, flag: 'f1', at: 1_000 });
    if (!first) throw new Error('It is due.');
    expect(await care().again(first, 50_000)).toBe(true);
    expect(await care().again(first, 60_000)).toBe(false);
    expect(await due(49_999)).toEqual([]);
    expect(await due(50_000)).toHaveLength(1);
    await care().put({ ...flag, version: 2 }, 'reviewed', asked, 200_000);
    expect(await due(50_000)).toEqual([]);
    await care().putEvent(event(company, 'e1', 900), 10_000);
    const [ahead] = await due(10_000);
    expect(ahead).toEqual({ company, event: 'e1', at: 10_000 });
    if (!ahead) throw new Error('It is due.');
    expect(await care().again(ahead, null)).toBe(true);
    expect(await due(80_000)).toEqual([]);
  });

  it('keeps every look, newest first, of a household and of a site', async () => {
    const company = freshCompany();
    const look = (id: string, at: number, change: Partial<CareLook> = {}): CareLook => ({
      ...{ id, at, by: 'steward-b1', site, building: 'b1', unit: '1201', household: 'h1', flag: 'f1' },
      ...{ reason: 'file', from: bySystem, ...change },
    });
    const looks = [look('a', 1), look('b', 1), look('c', 2, { household: 'h2' }), look('d', 3, { site: 'west-hill' })];
    for (const one of looks) await care().look(company, one);
    const ids = async (of: { household: string } | { site: string }) =>
      (await care().looks(company, of, { limit: 100 })).rows.map(({ id }) => id);
    expect(await ids({ household: 'h1' })).toEqual(['d', 'b', 'a']);
    expect(await ids({ site })).toEqual(['c', 'b', 'a']);
    const { rows, next } = await care().looks(company, { site }, { limit: 1 });
    expect(rows).toEqual([looks[2]]);
    expect((await care().looks(company, { site }, { limit: 5, cursor: next ?? '' })).rows).toHaveLength(2);
  });

  it('keeps the last contact, whichever came in first', async () => {
    const company = freshCompany();
    const contact = (at: number) => ({ household: 'h1', at, by: 'steward-b1', how: 'visit' as const });
    for (const at of [5, 9, 7]) await care().contact(company, contact(at));
    expect(await care().contacts(company, ['h1', 'h2'])).toEqual(new Map([['h1', contact(9)]]));
    expect(await care().contacts(company, [])).toEqual(new Map());
  });

  it('notes visits opened before an event, each once, and whom no mail reached', async () => {
    const company = freshCompany();
    for (const round of [0, 0]) await care().noteOpened(company, 'e1', { item: 'v1', round });
    await care().noteOpened(company, 'e1', { item: 'v2', round: 1 });
    await care().noteOpened(company, 'e2', { item: 'v3', round: 0 });
    const first = await care().opened(company, 'e1', { limit: 1 });
    const rest = await care().opened(company, 'e1', { limit: 1, cursor: first.next ?? '' });
    expect([...first.rows, ...rest.rows]).toEqual([
      { item: 'v1', round: 0 },
      { item: 'v2', round: 1 },
    ]);
    await Promise.all([0, 1, 1].map((member) => care().notReached(company, 'e1', 'h1', member)));
    await care().notReached(company, 'e1', 'h2', 3);
    const missed = await care().notReachedOf(company, 'e1', ['h1', 'h2', 'h3']);
    expect([...missed].map(([id, members]) => [id, members.toSorted()])).toEqual(
      expect.arrayContaining([
        ['h1', [0, 1]],
        ['h2', [3]],
      ]),
    );
    expect(missed.size).toBe(2);
    expect((await care().notReachedOf(company, 'e2', ['h1'])).size).toBe(0);
  });

  it('lists planned events by when they end, those ahead and those over', async () => {
    const company = freshCompany();
    const planned = (id: string, to: number, change: Partial<PlannedEvent> = {}) => event(company, id, to, change);
    const all = [planned('e1', 100), planned('e2', 300), planned('e3', 200), planned('x', 300, { site: 'west-hill' })];
    for (const one of all) await care().putEvent(one, null);
    const ids = async (ahead: boolean) =>
      (await care().events(company, site, ahead, 150, { limit: 10 })).rows.map(({ id }) => id);
    expect([await ids(true), await ids(false)]).toEqual([['e3', 'e2'], ['e1']]);
    const moved = planned('e1', 400, { version: 2 });
    await care().putEvent(moved, null);
    expect(await care().event(company, 'e1')).toEqual(moved);
    expect(await ids(true)).toEqual(['e3', 'e2', 'e1']);
    await expect(care().putEvent(moved, null)).rejects.toThrow(CareEventChanged);
  });
});
