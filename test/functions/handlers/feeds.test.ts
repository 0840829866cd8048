import { beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '#domain/item';
import type { Visit } from '#domain/visit';
import type { FeedView, MadeFeed } from '#http/schemas/plan';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { at, complaint } from '#test/support/estate';
import { planOf } from '#test/support/plans';
import { createResidentDesk } from '#test/support/resident-desk';
import { visitWith } from '#test/support/visits';

const company = 'demo';
const own = { kind: 'person', person: 'repairer-a' };
const site = { kind: 'site', site: 'east-lake' };

describe('feeds of the caller', () => {
  let api: Awaited<ReturnType<typeof createDemoApi>>;
  beforeEach(async () => {
    api = await createDemoApi();
  });
  const make = (scope: object, as = 'repairer-a') =>
    api.call<MadeFeed>('POST', '/api/feeds', { as, body: { scope, language: 'en' } });
  const list = async (as = 'repairer-a') =>
    (await api.call<{ data: FeedView[] }>('GET', '/api/feeds', { as })).body.data;

  test('are made, listed without their address, and revoked', async () => {
    const made = await make(own);
    expect(made.status).toBe(201);
    expect(made.body.url).toMatch(/^https:\/\/steward\.example\/calendar\/\w+\.ics$/);
    const { url: _, ...view } = made.body;
    expect(await list()).toEqual([view]);
    expect(await list('repairer-b')).toEqual([]);
    expect((await api.call('DELETE', `/api/feeds/${view.id}`, { as: 'repairer-b' })).status).toBe(404);
    expect((await api.call('DELETE', `/api/feeds/${view.id}`, { as: 'repairer-a' })).status).toBe(200);
    expect(await list()).toEqual([]);
  });

  test.each([
    ['repairer-a', site, 201],
    ['repairer-a', { kind: 'site', site: 'west-hill' }, 403],
    ['repairer-a', { kind: 'person', person: 'repairer-b' }, 403],
    ['site-director', { kind: 'person', person: 'repairer-b' }, 201],
    ['west-manager', { kind: 'person', person: 'repairer-b' }, 403],
    ['site-director', { kind: 'area', site: 'east-lake', area: 'nowhere' }, 403],
    ['administrator', { kind: 'site', site: 'nowhere' }, 403],
  ])('%s asks for %j: %i', async (as, scope, status) => expect((await make(scope, as)).status).toBe(status));

  test('are not made without end', async () => {
    for (let n = 0; n < 20; n += 1) await make(own);
    expect((await make(own)).status).toBe(422);
  });
});

describe('the address of a feed', () => {
  let desk: Awaited<ReturnType<typeof createResidentDesk>>;
  const secret = 's'.repeat(26);
  const feed = (scope: object, owner = 'repairer-a') =>
    desk.ports.feeds.create(
      company,
      { id: 'f1', owner, scope: scope as never, language: 'zh-CN', at: desk.ports.clock.now() },
      secret,
    );
  const read = async (path = `/calendar/${secret}.ics`) => {
    const { status, html } = await desk.call({ path });
    return { status, text: html.replaceAll('\r\n ', '') };
  };
  beforeEach(async () => {
    desk = await createResidentDesk();
    const { assets, documents, clock } = desk.ports;
    await assets.put(asset());
    await assets.put(asset({ id: 'a2', number: 'DT-2', code: 'c2', responsible: 'repairer-b', building: 'b2' }));
    const plans = [planOf(), planOf({ id: 'other', name: { 'zh-CN': '别的电梯', en: 'Other lift' }, assets: ['a2'] })];
    const head = { author: 'system' as const, at: clock.now(), note: 'plans' };
    await documents.publish(company, { ...head, kind: 'plans', id: 'east-lake', body: { plans } }, 0);
  });

  test('shows the visits of its person when they are to be made, the home and nobody, and not why', async () => {
    const now = desk.ports.clock.now();
    const due = at('2026-11-27', '10:00');
    const planned = (id: string, change: Partial<Visit> = {}, item: Partial<Item> = {}) =>
      desk.ports.items.put(
        complaint(now, { item: { id, number: id, kind: 'visit', visit: visitWith({ due, ...change }), ...item } }),
      );
    planned('v1');
    planned('v2', { visitor: 'steward-b2' });
    planned('v3', { rule: null, why: { 'zh-CN': '停水前上门', en: 'Before the water cut' } }, { unit: '402' });
    planned('v4', { visitor: 'steward-b2' }, { unit: '1001', owner: 'steward-b1' });
    await feed({ kind: 'person', person: 'steward-b1' }, 'steward-b1');
    const { text } = await read();
    expect(text).toContain(
      'UID:east-lake/visit/v1@steward\r\nDTSTAMP:20261123T020000Z\r\nDTSTART:20261127T020000Z\r\nSUMMARY:回访 · 1 栋 1201\r\n',
    );
    expect([...text.matchAll(/UID:east-lake\/visit\/(\w+)@/g)].map(([, id]) => id)).toEqual(['v1', 'v3', 'v4']);
    expect(text).not.toMatch(/停水|投诉|业主|139/);
  });

  test('shows a year of what its person answers for, moved to working days, and names nobody', async () => {
    await feed(own);
    const { status, text } = await read();
    expect(status).toBe(200);
    // 5 December 2026 is a Saturday.
    expect(text).toContain('UID:east-lake/lift-month/2026-12-05@steward\r\n');
    expect(text).toContain('DTSTART:20261207T010000Z\r\nSUMMARY:电梯月检 · 1 号电梯 (DT-1)\r\n');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(12);
    expect(text).not.toMatch(/别的电梯|repairer|维修工/);
  });

  test('shows a site, or an area of it', async () => {
    await feed(site);
    expect((await read()).text.match(/BEGIN:VEVENT/g)).toHaveLength(24);
    const area = desk.ports.documents;
    const organisation = (await area.current(company, 'organisation', 'main'))?.body;
    const ofBuilding = organisation?.buildings.find(({ id }) => id === 'b2')?.area;
    await feed({ kind: 'area', site: 'east-lake', area: ofBuilding });
    const { text } = await read();
    expect(text).toContain('别的电梯');
  });

  test('leads nowhere once it is revoked, or its owner has left', async () => {
    await feed(own);
    const head = await desk.ports.documents.current(company, 'organisation', 'main');
    if (!head) throw new Error('it is seeded');
    const people = head.body.people.map((one) => (one.id === 'repairer-a' ? { ...one, active: false } : one));
    const { version: expected, body, ...rest } = head;
    await desk.ports.documents.publish(company, { ...rest, body: { ...body, people } }, expected);
    expect((await read()).status).toBe(404);
    await desk.ports.feeds.revoke(company, 'repairer-a', 'f1');
    expect((await read()).status).toBe(404);
  });

  test.each(['/calendar/', '/calendar/x.ics', `/calendar/${'t'.repeat(26)}.ics`, `/calendar/${secret}`])(
    'is not %s',
    async (path) => {
      await feed(own);
      expect((await read(path)).status).toBe(404);
    },
  );

  test('is refused to who asks too often', async () => {
    desk = await createResidentDesk({ limits: { take: async (_c, _n, _m, _l, now) => now + 60_000 } });
    await feed(own);
    expect((await read()).status).toBe(429);
  });
});
