import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Item } from '#domain/item';
import type { VisitOf } from '#domain/visit';
import type { ComplaintDetail, ComplaintSummary } from '#http/schemas/complaint';
import type { Round, VisitPreview } from '#http/schemas/visit';
import type { Answer, Sent } from '#test/support/demo-api';
import { at, complaint } from '#test/support/estate';
import { createVisitTown, type VisitTown } from '#test/support/visit-town';

interface List {
  data: ComplaintSummary[];
  next: string | null;
  errors?: Record<string, string[]>;
}
const site = 'east-lake';
let town: VisitTown;
beforeEach(async () => {
  town = await createVisitTown();
});
const list = (query: Record<string, string> = {}, as = 'customer-centre-clerk-a') =>
  town.call<List>('GET', '/api/visits', { as, query: { site, ...query } });
const idsOf = async (query: Record<string, string>) => (await list(query)).body.data.map(({ id }) => id);
const show = (id: string, as = 'customer-centre-clerk-a') =>
  town.call<ComplaintDetail>('GET', `/api/complaints/${id}`, { as });
const act = (id: string, action: string, body: object, as = 'steward-b1') =>
  town.call<ComplaintDetail & { message: string }>('POST', `/api/complaints/${id}/actions/${action}`, { as, body });

describe('visits of a site', () => {
  it('stand on the day they are to be made, with who makes them, before anybody was asked to', async () => {
    const id = await town.open({ due: at('2026-11-27', '10:00') });
    expect((await list()).body.data).toMatchObject([
      {
        ...{ id, kind: 'visit', owner: null, due: '2026-11-27T02:00:00Z', overdue: false },
        visit: { visitor: 'steward-b1', at: '2026-11-27T02:00:00Z' },
      },
    ]);
    expect(await idsOf({ list: 'due', from: '2026-11-27', to: '2026-11-27' })).toEqual([id]);
    expect(await idsOf({ list: 'due', from: '2026-11-28' })).toEqual([]);
    expect(await idsOf({ list: 'due' })).toEqual([]);
    expect(await idsOf({ list: 'overdue' })).toEqual([]);
  });

  it('of an area, and those that ended within a period', async () => {
    const [first, second] = [await town.open(), await town.open({ home: 'east-lake-b2-201', visitor: 'steward-b2' })];
    const areaOf = (id: string) => town.ports.items.all('demo').find((item) => item.id === id)?.building;
    expect([areaOf(first), areaOf(second)]).toEqual(['b1', 'b2']);
    expect(await idsOf({ area: 'nowhere' })).toEqual([]);
    await act(first, 'visited', { score: 4, held: 'yes' });
    expect(await idsOf({ list: 'ended', from: '2026-11-23', to: '2026-11-23' })).toEqual([first]);
    expect(await idsOf({ list: 'ended', to: '2026-11-22' })).toEqual([]);
    expect(await idsOf({})).toEqual([second]);
  });

  it('refuse a period that ends before it begins, at the field', async () => {
    const { status, body } = await list({ list: 'due', from: '2026-11-28', to: '2026-11-27' });
    expect([status, Object.keys(body.errors ?? {})]).toEqual([422, ['to']]);
  });

  test.each([
    ['administrator', 200],
    ['site-director', 200],
    ['auditor', 200],
    ['repairer-a', 403],
    ['west-manager', 403],
  ])('are listed for %s: %i', async (as, status) => {
    expect((await list({}, as)).status).toBe(status);
  });
});

describe('one visit', () => {
  const of: VisitOf = {
    ...{ item: 'c9', number: 'EL-261120-001', category: 'corridor-light', endedAt: at('2026-11-20', '12:00') },
    name: { 'zh-CN': '楼道灯不亮', en: 'Corridor light' },
    kind: 'complaint',
    severity: 'normal',
  };

  it('says what it asks about, whom and how, and afterwards what was said', async () => {
    const rule = { id: 'after-complaint', name: { 'zh-CN': '投诉结案后回访', en: 'After a closed complaint' } };
    const id = await town.open({ of, rule });
    expect((await show(id)).body).toMatchObject({
      owner: 'steward-b1',
      visitDetail: {
        ...{ rule: rule.name, of: { item: 'c9', number: of.number, kind: 'complaint', name: of.name } },
        ...{ visitor: 'steward-b1', channel: 'phone', tried: [], answers: null },
      },
    });
    const said = { score: 2, held: 'partly', onTime: 'no', remarks: '请打 13900001201', reason: 'too-slow' };
    expect((await act(id, 'visited', said)).status).toBe(200);
    const { answers } = (await show(id)).body.visitDetail ?? {};
    expect(answers).toMatchObject({
      ...{ score: 2, held: 'partly', onTime: false, remarks: said.remarks, by: 'steward-b1', channel: 'phone' },
      reason: { 'zh-CN': '处理太慢' },
    });
    const viewer = (await show(id, 'auditor')).body;
    expect(viewer.visitDetail?.answers?.remarks).not.toContain('139');
    expect(viewer.reporter.phone).toBeNull();
  });

  it('is told why it was low afterwards by the desk or a manager, in words the list has now', async () => {
    const id = await town.open({ of, workers: ['repairer-a'] });
    const offers = async (as: string) =>
      (await show(id, as)).body.actions.filter(({ action }) => action === 'giveReason').length;
    const unknown = await act(id, 'visited', { score: 1, reason: 'because' });
    expect([unknown.status, Object.keys((unknown.body as { errors?: object }).errors ?? {})]).toEqual([
      422,
      ['reason'],
    ]);
    expect((await act(id, 'visited', { score: 1, held: 'no' })).status).toBe(200);
    expect([await offers('site-director'), await offers('steward-b1'), await offers('auditor')]).toEqual([1, 0, 0]);
    expect((await act(id, 'giveReason', { reason: 'too-slow' }, 'steward-b1')).status).toBe(403);
    expect((await act(id, 'giveReason', { reason: 'because' }, 'site-director')).status).toBe(422);
    expect((await act(id, 'giveReason', { reason: 'too-slow' }, 'site-director')).status).toBe(200);
    expect((await act(id, 'giveReason', { reason: 'manner' }, 'customer-centre-clerk-a')).status).toBe(200);
    expect((await show(id)).body.visitDetail?.answers?.reason).toMatchObject({ 'zh-CN': '服务态度' });
    const { body } = await town.call<{ data: { title: string; details?: unknown }[] }>(
      'GET',
      `/api/complaints/${id}/timeline`,
      { as: 'site-director' },
    );
    expect(JSON.stringify(body)).toMatch(/服务态度/);
    const good = await town.open({ key: 'good' });
    await act(good, 'visited', { score: 5, held: 'yes' });
    expect((await act(good, 'giveReason', { reason: 'manner' }, 'site-director')).status).toBe(409);
  });

  it('is not made by whoever did the work', async () => {
    const id = await town.open({ of, workers: ['steward-b1'], visitor: 'customer-centre-clerk-a' });
    expect((await act(id, 'visited', { score: 5, held: 'yes' })).status).toBe(403);
    expect((await act(id, 'visited', { score: 5, held: 'yes' }, 'customer-centre-clerk-a')).status).toBe(200);
  });

  it('has clocks from when it is due, and none before', async () => {
    const waiting = await town.open({ due: at('2026-11-27', '10:00') });
    expect((await show(waiting)).body.clocks.map(({ what }) => what)).toEqual(['wait']);
    const due = await town.open({ key: 'now' });
    expect((await show(due)).body.clocks.map(({ what }) => what)).toEqual(['acknowledge', 'resolve']);
  });
});

describe('the round', () => {
  it('is one’s own, by building and floor, with times and numbers for who makes it', async () => {
    const open = (unit: string) => town.open({ home: `east-lake-b1-${unit}`, key: unit });
    for (const unit of ['1201', '402', '1001']) await open(unit);
    await town.open({ key: 'later', home: 'east-lake-b1-1202', due: at('2026-11-27', '10:00') });
    const read = async (as: string) => (await town.call<Round>('GET', '/api/visits/round', { as })).body;
    const round = async (as: string) =>
      (await read(as)).visits.map(({ unit, resident }) => `${unit} ${resident.phone}`);
    expect(await round('steward-b1')).toEqual(['402 13900000402', '1001 13900001001', '1201 13900001201']);
    expect(await round('steward-b2')).toEqual([]);
    expect(await round('site-director')).toEqual([]);
    // What is planned for the next days comes after it, for its visitor alone.
    expect((await read('steward-b1')).coming).toMatchObject([{ unit: '1202', due: '2026-11-27T02:00:00Z' }]);
    expect((await read('steward-b2')).coming).toEqual([]);
  });
});

describe('who would have been visited', () => {
  const ended = (id: string, date: string, change: Partial<Item> = {}): Item =>
    complaint(at(date, '09:00'), {
      item: { id, number: id, status: 'closed', endedAt: at(date, '16:00'), severity: 'urgent', ...change },
    });
  const pages = async (body: object, as = 'administrator') => {
    const all: VisitPreview[] = [];
    let cursor: string | null = null;
    do {
      const sent: Sent = { as, body: { site, body, ...(cursor && { cursor }) } };
      const answer: Answer<VisitPreview> = await town.call<VisitPreview>('POST', '/api/visits/preview', sent);
      expect(answer.status).toBe(200);
      all.push(answer.body);
      cursor = answer.body.next;
    } while (cursor !== null);
    return all;
  };
  const settings = async () => (await town.ports.documents.current('demo', 'visits', 'main'))?.body ?? Promise.reject();

  it('is asked of all that ended in the month, and of homes whose day it was, and stores nothing', async () => {
    for (let n = 0; n < 230; n += 1) town.ports.items.put(ended(`c${n}`, '2026-11-20'));
    town.ports.items.put(ended('before', '2026-10-20'));
    town.ports.items.put(ended('withdrawn', '2026-11-20', { status: 'withdrawn' }));
    const before = town.ports.items.all('demo').length;
    const body = await settings();
    const found = await pages(body);
    expect(found.reduce((sum, { looked }) => sum + looked, 0)).toBe(231);
    const all = found.flatMap(({ candidates }) => candidates);
    expect(all.filter(({ rule }) => rule === 'after-complaint')).toHaveLength(230);
    expect(new Set(all.map(({ rule, id }) => `${rule}/${id}`)).size).toBe(all.length);
    const homes = all.filter(({ item }) => item === null);
    expect(homes.length).toBeGreaterThan(0);
    expect(new Set(homes.map(({ rule }) => rule))).toEqual(new Set(['half-yearly']));
    expect(town.ports.items.all('demo')).toHaveLength(before);
    expect(town.ports.items.effects).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(/139\d{8}|业主|@/);
  });

  it('tells when a home had been asked before those days', async () => {
    town.ports.items.put(ended('c1', '2026-10-28'));
    const booking = { key: 'old', household: 'east-lake-b1-1201', visitor: 'steward-b1', date: '2026-10-20' } as const;
    const of = null;
    await town.ports.visitBook.book(
      'demo',
      { ...booking, due: at('2026-10-20', '10:00'), channel: 'phone', of },
      { version: 0, onDay: 0 },
    );
    const [one] = (await pages(await settings())).flatMap(({ candidates }) => candidates.filter(({ item }) => item));
    expect(one).toMatchObject({ asked: [{ at: '2026-10-20T02:00:00Z', of: null }] });
  });

  it('is not told to whoever may not publish there, nor of settings that could not be published', async () => {
    const body = await settings();
    const ask = (as: string, sent: object = body) =>
      town.call<{ errors: object }>('POST', '/api/visits/preview', { as, body: { site, body: sent } });
    for (const as of ['customer-centre-clerk-a', 'repairer-a', 'auditor', 'west-manager'])
      expect((await ask(as)).status).toBe(403);
    const rules = body.rules.map((rule) => ({ ...rule, questionnaire: 'unheard-of' }));
    const wrong = await ask('administrator', { ...body, rules });
    expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([
      422,
      rules.map((_, n) => `body.rules.${n}.questionnaire`),
    ]);
  });
});
