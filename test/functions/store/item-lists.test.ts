import { describe, expect, it } from 'vitest';
import type { CountedList } from '#domain/counted';
import { BadCursor } from '#domain/errors';
import type { Item } from '#domain/item';
import { elapsed } from '#domain/limit';
import type { ItemSummary, Page, PageRequest } from '#ports';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { askOf, firstCommit, minutes, nextCommit, nine, someItem } from '#test/support/items';
import { someOrder } from '#test/support/orders';

/** All pages of a list, and how many there were. */
async function all<T>(list: (request: PageRequest) => Promise<Page<T>>, limit: number) {
  const rows: T[] = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
    pages++;
  } while (cursor !== undefined);
  return { rows, pages };
}
const ids = (rows: readonly ItemSummary[]) => rows.map((row) => row.id);

describe.each(engines)('lists of items on %s', (engine) => {
  const test = withStore(engine);
  const items = () => test.store.items;
  const file = (company: string, id: string, changes: Partial<Item> = {}, wakeAt: number | null = null) =>
    items().commit(firstCommit(someItem(company, id, changes), { wakeAt }));

  it('shows a site newest first, page by page, with nothing missing or twice', async () => {
    const company = freshCompany();
    const order = Array.from({ length: 11 }, (_, n) => `i${String(n).padStart(2, '0')}`);
    for (const [n, id] of order.entries()) await file(company, id, { createdAt: nine + minutes(n) });
    const listed = await all((request) => items().bySite(company, 'east-lake', {}, request), 4);
    expect(ids(listed.rows)).toEqual([...order].reverse());
    expect(listed.pages).toBe(3);
  });

  it('has no further page when the last one is full', async () => {
    const company = freshCompany();
    for (const id of ['a', 'b', 'c', 'd']) await file(company, id);
    const listed = await all((request) => items().bySite(company, 'east-lake', {}, request), 2);
    expect(listed).toMatchObject({ pages: 2 });
    expect(listed.rows).toHaveLength(4);
  });

  it('holds no personal data of the resident', async () => {
    const company = freshCompany();
    await file(company, 'a');
    const [row] = (await items().bySite(company, 'east-lake', {}, {})).rows;
    expect(JSON.stringify(row)).not.toMatch(/李小明|漏水|h1/);
    expect(row).toMatchObject({ id: 'a', due: nine + minutes(15), missed: [], owner: 'wang' });
  });

  it('filters, and goes on honestly where a filter matches little', async () => {
    const company = freshCompany();
    for (let n = 0; n < 30; n++) {
      const severity = n % 10 === 0 ? ('critical' as const) : ('low' as const);
      const changes = { createdAt: nine + n, severity, category: `c${n % 2}` };
      await file(company, `i${n}`, changes);
    }
    const critical = await all((request) => items().bySite(company, 'east-lake', { severity: 'critical' }, request), 2);
    expect(ids(critical.rows)).toEqual(['i20', 'i10', 'i0']);
    const both = await all(
      (request) => items().bySite(company, 'east-lake', { severity: 'low', category: 'c0' }, request),
      5,
    );
    expect(both.rows).toHaveLength(12);
    expect((await items().bySite(company, 'east-lake', { status: 'closed' }, {})).rows).toEqual([]);
  });

  it('lists each kind by itself, open, ended, filed, overdue and of one cause', async () => {
    const company = freshCompany();
    const order = { kind: 'workOrder', order: someOrder({ assets: [] }) } as const;
    await file(company, 'complaint');
    await file(company, 'order', order);
    await file(company, 'stuck', { ...order, status: 'nobodyActed' });
    const ended = someItem(company, 'done', order);
    await items().commit(firstCommit(ended));
    await items().commit(nextCommit(ended, { endedAt: nine, status: 'closed' }));
    const [site, ever, late] = [
      'east-lake',
      { from: 0, to: 99_999_999_999_999 },
      nine + minutes(60 * 24 * 30),
    ] as const;
    const kind = 'workOrder' as const;
    const { unit, building, category } = ended;
    const lists: [Promise<Page<ItemSummary>>, string[]][] = [
      [items().bySite(company, site, {}, {}), ['complaint']],
      [items().bySite(company, site, { kind }, {}), ['stuck', 'order', 'done']],
      [items().open(company, site, {}, {}), ['complaint']],
      [items().open(company, site, { kind }, {}), ['order', 'stuck']],
      [items().open(company, site, { kind, status: 'nobodyActed' }, {}), ['stuck']],
      [items().open(company, site, { status: 'nobodyActed' }, {}), []],
      [items().overdue(company, site, late, {}, {}), ['complaint']],
      [items().overdue(company, site, late, { kind }, {}), ['order', 'stuck']],
      [items().ended(company, site, null, {}, {}), []],
      [items().ended(company, site, null, { kind }, {}), ['done']],
      [items().filed(company, site, ever, {}), ['complaint']],
      [items().filed(company, site, ever, {}, kind), ['stuck', 'order', 'done']],
      [items().sameCause(company, site, building, unit ?? '', category, {}), ['complaint']],
      [items().sameCause(company, site, building, unit ?? '', category, {}, kind), ['stuck', 'order', 'done']],
      [items().work(company, 'wang', {}), ['complaint', 'order', 'stuck']],
    ];
    for (const [list, expected] of lists) expect(ids((await list).rows).sort()).toEqual([...expected].sort());
    expect(await items().count(company, { list: 'open', site }, 10)).toMatchObject({ count: 1 });
    expect(await items().count(company, { list: 'open', site, kind }, 10)).toMatchObject({ count: 2 });
    expect(await items().count(company, { list: 'overdue', site, now: late, kind }, 10)).toMatchObject({ count: 2 });
  });

  it('keeps the work on a facility, newest first, as it stands now', async () => {
    const company = freshCompany();
    const on = (...assets: string[]) =>
      ({
        kind: 'workOrder',
        order: someOrder({ assets: assets.map((id) => ({ id, number: id, name: id, place: '' })) }),
      }) as const;
    for (const [n, id] of ['o1', 'o2', 'o3'].entries())
      await file(company, id, { ...on('lift', ...(n === 1 ? ['pump'] : [])), createdAt: nine + minutes(n) });
    const many = Array.from({ length: 130 }, (_, n) => `lamp-${n}`);
    const round = someItem(company, 'round', { ...on(...many), createdAt: nine + minutes(9) });
    await items().commit(firstCommit(round));
    const lift = await all((request) => items().byAsset(company, 'lift', request), 2);
    expect(ids(lift.rows)).toEqual(['o3', 'o2', 'o1']);
    expect(lift.pages).toBe(2);
    expect(ids((await items().byAsset(company, 'pump', {})).rows)).toEqual(['o2']);
    for (const lamp of ['lamp-0', 'lamp-39', 'lamp-40', 'lamp-129'])
      expect(ids((await items().byAsset(company, lamp, {})).rows)).toEqual(['round']);
    expect((await items().byAsset(company, 'lamp-0', {})).rows[0]?.order).toMatchObject({
      more: 127,
      failed: 0,
      cause: null,
    });
    await items().commit(nextCommit(round, { endedAt: nine, status: 'closed' }));
    expect((await items().byAsset(company, 'lamp-7', {})).rows).toMatchObject([{ id: 'round', status: 'closed' }]);
    expect((await items().byAsset(freshCompany(), 'lift', {})).rows).toEqual([]);
    const { next } = await items().byAsset(company, 'lift', { limit: 1 });
    await expect(items().byAsset(company, 'pump', { cursor: next ?? '' })).rejects.toThrow(BadCursor);
  });

  it('has those nobody acted on in a list of their own, as long as nobody does', async () => {
    const company = freshCompany();
    const given = someItem(company, 'given', { status: 'nobodyActed', ask: askOf(nine + minutes(5), []) });
    await items().commit(firstCommit(given));
    await file(company, 'later', { status: 'nobodyActed', severity: 'low', ask: askOf(nine + minutes(30), []) });
    await file(company, 'worked-on');
    const nobody =
      (filter = {}) =>
      (request: PageRequest) =>
        items().open(company, 'east-lake', { status: 'nobodyActed', ...filter }, request);
    expect(await all(nobody(), 1)).toMatchObject({ pages: 2, rows: [{ id: 'given' }, { id: 'later' }] });
    expect(ids((await all(nobody({ severity: 'low' }), 5)).rows)).toEqual(['later']);
    expect(ids((await items().open(company, 'west-hill', { status: 'nobodyActed' }, {})).rows)).toEqual([]);
    await items().commit(nextCommit(given, { status: 'inProgress' }));
    expect(ids((await all(nobody(), 5)).rows)).toEqual(['later']);
  });

  it('orders the open ones by urgency, those without a deadline last, and drops the ended', async () => {
    const company = freshCompany();
    await file(company, 'later', { ask: askOf(nine + minutes(30), []) });
    await file(company, 'never', { ask: null, clocks: {} });
    await file(company, 'soon', { ask: askOf(nine + minutes(5), []) });
    const ended = someItem(company, 'ended');
    await items().commit(firstCommit(ended));
    await items().commit(nextCommit(ended, { endedAt: nine, status: 'closed' }));
    const open = await all((request) => items().open(company, 'east-lake', {}, request), 2);
    expect(ids(open.rows)).toEqual(['soon', 'later', 'never']);
    expect(ids((await items().bySite(company, 'east-lake', { status: 'closed' }, {})).rows)).toEqual(['ended']);
  });

  it('finds what was filed within a period, newest first, the first instant included and the last not', async () => {
    const company = freshCompany();
    for (const n of [1, 2, 3, 4]) await file(company, `i${n}`, { createdAt: nine + minutes(n) });
    const period = { from: nine + minutes(2), to: nine + minutes(4) };
    expect(ids((await all((request) => items().filed(company, 'east-lake', period, request), 1)).rows)).toEqual([
      'i3',
      'i2',
    ]);
    const ever = { from: 0, to: 99_999_999_999_999 };
    expect((await items().filed(company, 'east-lake', ever, {})).rows).toHaveLength(4);
    expect((await items().filed(company, 'west-hill', ever, {})).rows).toEqual([]);
  });

  it('keeps the ended by their end, last first, bounded by instants and filtered', async () => {
    const company = freshCompany();
    for (const n of [2, 1, 3, 4]) {
      const changes = { category: `c${n % 2}`, building: 'b1', unit: `${n}` };
      const item = someItem(company, `i${n}`, changes);
      await items().commit(firstCommit(item));
      await items().commit(nextCommit(item, { endedAt: nine + minutes(n), status: 'closed' }));
    }
    await file(company, 'open');
    const ended = (period: { from: number; to: number } | null, filter = {}) =>
      all((request) => items().ended(company, 'east-lake', period, filter, request), 2).then(({ rows }) => ids(rows));
    expect(await ended(null)).toEqual(['i4', 'i3', 'i2', 'i1']);
    expect(await ended({ from: nine + minutes(2), to: nine + minutes(4) })).toEqual(['i3', 'i2']);
    expect(await ended({ from: 0, to: 99_999_999_999_999 })).toHaveLength(4);
    expect(await ended(null, { category: 'c1' })).toEqual(['i3', 'i1']);
    expect(await ended(null, { building: 'b1', unit: '2' })).toEqual(['i2']);
    expect(await ended(null, { building: 'b2' })).toEqual([]);
    const period = { from: 0, to: nine + minutes(4) };
    const first = await items().ended(company, 'east-lake', period, {}, { limit: 1 });
    const other = { from: 0, to: nine + minutes(3) };
    await expect(items().ended(company, 'east-lake', other, {}, { cursor: first.next ?? undefined })).rejects.toThrow(
      BadCursor,
    );
  });

  it('lists the overdue, longest overdue first, up to now and no further', async () => {
    const company = freshCompany();
    for (const n of [3, 1, 2, 4]) await file(company, `i${n}`, { ask: askOf(nine + minutes(n), []) });
    const now = nine + minutes(4);
    const overdue = await all((request) => items().overdue(company, 'east-lake', now, {}, request), 2);
    expect(ids(overdue.rows)).toEqual(['i1', 'i2', 'i3']);
  });

  it('lists promised replies of a span, earliest first, until they are given or the item ends', async () => {
    const company = freshCompany();
    const promisedFor = (at: number, metAt: number | null = null) => ({
      clocks: {
        reply: {
          startedAt: nine,
          limit: elapsed(60),
          deadline: at,
          calendar: null,
          promised: at,
          metAt,
          missedAt: null,
          pauses: [],
        },
      },
    });
    const span = { from: nine, to: nine + minutes(60) };
    await file(company, 'before', promisedFor(nine - 1));
    await file(company, 'last', promisedFor(nine + minutes(60) - 1));
    await file(company, 'first', promisedFor(nine));
    await file(company, 'after', promisedFor(nine + minutes(60)));
    await file(company, 'given', promisedFor(nine + minutes(5), nine));
    await file(company, 'ended', { ...promisedFor(nine + minutes(6)), endedAt: nine, status: 'closed' });
    await file(company, 'elsewhere', { ...promisedFor(nine + minutes(7)), site: 'west-lake' });
    await file(company, 'not promised');
    const promised = await all(
      (request) => items().within(company, { list: 'promised', site: 'east-lake', span }, {}, request),
      1,
    );
    expect(ids(promised.rows)).toEqual(['first', 'last']);
    expect(await items().count(company, { list: 'promised', site: 'east-lake', span }, 99)).toEqual({
      count: 2,
      more: false,
    });
  });

  it('lists what was reopened in a span, latest first, ended ones too', async () => {
    const company = freshCompany();
    const span = { from: nine, to: nine + minutes(60) };
    for (const [id, at] of Object.entries({ early: -1, first: 0, second: 30, late: 60 })) {
      const reopened = { reopened: 1, reopenedAt: nine + (at < 0 ? at : minutes(at)) };
      await file(company, id, id === 'first' ? { ...reopened, endedAt: nine + 1, status: 'closed' } : reopened);
    }
    await file(company, 'never');
    const reopened = await all(
      (request) => items().within(company, { list: 'reopened', site: 'east-lake', span }, {}, request),
      1,
    );
    expect(ids(reopened.rows)).toEqual(['second', 'first']);
    expect(
      ids(
        (await items().within(company, { list: 'reopened', site: 'east-lake', span }, { status: 'closed' }, {})).rows,
      ),
    ).toEqual(['first']);
  });

  it('counts a list no further than asked', async () => {
    const company = freshCompany();
    for (let n = 0; n < 5; n++) await file(company, `i${n}`, { ask: askOf(nine + minutes(n), ['wang']) });
    const site = 'east-lake';
    const count = (which: CountedList, most: number) => items().count(company, which, most);
    expect(await count({ list: 'open', site }, 4)).toEqual({ count: 4, more: true });
    expect(await count({ list: 'open', site }, 5)).toEqual({ count: 5, more: false });
    expect(await count({ list: 'overdue', site, now: nine + minutes(3) }, 99)).toEqual({ count: 3, more: false });
    expect(await count({ list: 'work', person: 'wang' }, 4)).toEqual({ count: 4, more: true });
    expect(await count({ list: 'work', person: 'li' }, 99)).toEqual({ count: 0, more: false });
    expect(await count({ list: 'open', site: 'west-lake' }, 99)).toEqual({ count: 0, more: false });
  });

  it('keeps the work of each person: asked, confirmed, handed over, ended', async () => {
    const company = freshCompany();
    const work = async (person: string) => ids((await items().work(company, person, {})).rows);
    const filed = someItem(company, 'a');
    await items().commit(firstCommit(filed));
    expect([await work('wang'), await work('zhao'), await work('li')]).toEqual([['a'], ['a'], []]);

    const confirmed = { ...askOf(nine + minutes(40), ['wang', 'zhao']) };
    confirmed.asked = confirmed.asked.map((one) => ({ ...one, confirmed: true }));
    const acknowledged = nextCommit(filed, { owner: 'zhao', ask: confirmed });
    await items().commit(acknowledged);
    expect([await work('wang'), await work('zhao'), await work('li')]).toEqual([[], ['a'], []]);

    const handedOver = nextCommit(acknowledged.after, { owner: 'li', ask: null });
    await items().commit(handedOver);
    expect([await work('zhao'), await work('li')]).toEqual([[], ['a']]);

    await items().commit(nextCommit(handedOver.after, { endedAt: nine, status: 'closed' }));
    expect(await work('li')).toEqual([]);
  });

  it('shows the present state in the work list, most urgent first', async () => {
    const company = freshCompany();
    const filed = someItem(company, 'a', { ask: askOf(nine + minutes(50), ['wang']) });
    await items().commit(firstCommit(filed));
    await file(company, 'b', { ask: askOf(nine + minutes(20), ['wang']) });
    expect(ids((await items().work(company, 'wang', {})).rows)).toEqual(['b', 'a']);
    await items().commit(nextCommit(filed, { ask: askOf(nine + minutes(10), ['wang']), level: 2 }));
    const { rows } = await items().work(company, 'wang', {});
    expect(rows.map((row) => [row.id, row.level])).toEqual([
      ['a', 2],
      ['b', 0],
    ]);
  });

  it('finds the items of a household and those of the same cause, newest first', async () => {
    const company = freshCompany();
    await file(company, 'old', { createdAt: nine });
    await file(company, 'new', { createdAt: nine + 1 });
    await file(company, 'other-category', { category: 'noise', createdAt: nine + 2 });
    await file(company, 'other-unit', { unit: '3-1-503', createdAt: nine + 3 });
    await file(company, 'lobby', { building: null, unit: null, place: '大堂 #2', createdAt: nine + 4 });
    const household = await all((request) => items().byHousehold(company, 'h1', request), 2);
    expect(ids(household.rows)).toEqual(['lobby', 'other-unit', 'other-category', 'new', 'old']);
    const cause = await items().sameCause(company, 'east-lake', 'b3', '3-1-502', 'water-leak', { limit: 10 });
    expect(ids(cause.rows)).toEqual(['new', 'old']);
    const place = await items().sameCause(company, 'east-lake', null, '大堂 #2', 'water-leak', {});
    expect(ids(place.rows)).toEqual(['lobby']);
  });

  it('follows a corrected category', async () => {
    const company = freshCompany();
    const filed = someItem(company, 'a');
    await items().commit(firstCommit(filed));
    await items().commit(nextCommit(filed, { category: 'noise' }));
    const cause = (category: string) => items().sameCause(company, 'east-lake', 'b3', '3-1-502', category, {});
    expect((await cause('water-leak')).rows).toEqual([]);
    expect(ids((await cause('noise')).rows)).toEqual(['a']);
  });

  it('lists wake-ups of all companies that are overdue, over all shards', async () => {
    const company = freshCompany();
    for (let n = 0; n < 20; n++) await file(company, `w${n}`, {}, minutes(n));
    await file(company, 'none');
    const found = await all((request) => items().overdueWakeUps(minutes(15), request), 3);
    const mine = found.rows.filter((row) => row.company === company);
    expect(mine.map((row) => row.id).sort()).toEqual(Array.from({ length: 15 }, (_, n) => `w${n}`).sort());
    expect(mine.find((row) => row.id === 'w3')).toEqual({ company, id: 'w3', kind: 'complaint', wakeAt: minutes(3) });
  });

  it('forgets a wake-up when the next decision wants none', async () => {
    const company = freshCompany();
    const filed = someItem(company, 'a');
    await items().commit(firstCommit(filed, { wakeAt: 1 }));
    await items().commit(nextCommit(filed));
    const found = await all((request) => items().overdueWakeUps(minutes(1), request), 50);
    expect(found.rows.filter((row) => row.company === company)).toEqual([]);
  });

  describe('a cursor', () => {
    const two = async () => {
      const company = freshCompany();
      for (const id of ['a', 'b', 'c']) await file(company, id);
      const { next } = await items().bySite(company, 'east-lake', {}, { limit: 1 });
      return { company, cursor: next ?? '' };
    };

    it('belongs to one list with its parameters', async () => {
      const { company, cursor } = await two();
      const refused = [
        items().open(company, 'east-lake', {}, { cursor }),
        items().bySite(company, 'west-lake', {}, { cursor }),
        items().bySite(freshCompany(), 'east-lake', {}, { cursor }),
        items().bySite(company, 'east-lake', { status: 'closed' }, { cursor }),
        items().overdueWakeUps(nine, { cursor }),
      ];
      for (const list of refused) await expect(list).rejects.toThrow(BadCursor);
    });

    it('is refused when damaged or made up', async () => {
      const { company, cursor } = await two();
      const [tag] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
      const bad = ['', 'x', '[]', cursor.slice(3), made(tag), made(tag, 1), made(tag, 'a'), made(tag, '1#a#b', 2)];
      for (const one of bad)
        await expect(items().bySite(company, 'east-lake', {}, { cursor: one })).rejects.toThrow(BadCursor);
    });
  });
});
