import { describe, expect, test } from 'vitest';
import type {
  CallRow,
  CareFlagView,
  CareHome,
  CareHouseholdRow,
  CareLookView,
  EventDetail,
  HouseholdCare,
  ItemCare,
} from '#http/schemas/care';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

interface Problem {
  message: string;
  errors?: Record<string, string[]>;
}
interface List<T> {
  data: T[];
  next: string | null;
}
type Api = Awaited<ReturnType<typeof createDemoApi>>;
const path = '/api/care/households/east-lake-b1-1201';
const body = (change: object = {}) => ({
  ...{ kind: 'elderly', member: '1201 住户', note: '腿脚不便', source: 'family', sensitivity: 'normal' },
  ...{ from: '2026-11-23', reviewBy: '2027-05-01' },
  consent: { by: '1201 住户', on: '2026-11-20', how: 'written' },
  ...change,
});
const secret = (change: object = {}) =>
  body({ kind: 'patient', note: 'TELLTALE', sensitivity: 'sensitive', reviewBy: '2026-12-20', ...change });
const add = async (api: Api, sent: object = body(), as = 'steward-b1') =>
  (await api.call<HouseholdCare>('POST', `${path}/flags`, { as, body: sent })).body.flags.at(-1) as CareFlagView;
const seen = async (api: Api, as: string) => {
  const answer = await api.call<HouseholdCare>('GET', path, { as });
  return answer.status === 200 ? answer.body.flags.map(({ shown }) => shown).join(' ') : answer.status;
};

describe('care flags', () => {
  test.each([
    ['steward-b1', 'whole folded'],
    ['site-director', 'whole folded'],
    ['administrator', 'whole folded'],
    ['customer-centre-clerk-a', 'whole masked'],
    ['steward-b2', 403],
    ['repairer-a', 403],
    ['auditor', 403],
    ['west-manager', 403],
  ])('%s sees them as %s', async (as, expected) => {
    const api = await createDemoApi();
    await add(api);
    await add(api, secret());
    expect(await seen(api, as)).toBe(expected);
    const { body: answer } = await api.call('GET', path, { as });
    expect(JSON.stringify(answer)).not.toMatch(/TELLTALE|"patient".*2026-12-20/);
  });

  test('whoever opens a sensitive one stands in the log first; managers read it', async () => {
    const api = await createDemoApi();
    const { id } = await add(api, secret());
    const look = (as: string) => api.call<CareFlagView>('POST', `${path}/flags/${id}/look`, { as });
    expect((await look('customer-centre-clerk-a')).status).toBe(403);
    api.ports.setNow(at('2026-11-23', '10:05'));
    expect(await look('steward-b1')).toMatchObject({ status: 200, body: { shown: 'whole', note: 'TELLTALE' } });
    const row = { at: '2026-11-23T02:05:00Z', by: 'steward-b1', unit: '1201', flag: id, reason: 'file' };
    for (const list of [`${path}/looks`, '/api/care/looks']) {
      const query = list === '/api/care/looks' ? { query: { site: 'east-lake' } } : {};
      const looks = await api.call<List<CareLookView>>('GET', list, { as: 'site-director', ...query });
      expect(looks.body.data).toEqual([expect.objectContaining({ ...row, client: expect.any(String) })]);
      expect((await api.call('GET', list, { as: 'steward-b1', ...query })).status).toBe(403);
    }
    expect((await api.call<HouseholdCare>('GET', path, { as: 'steward-b1' })).body.looks).toBe(false);
  });

  test('withdrawn at the desk, also by whoever may not see it, it is gone for everybody', async () => {
    const api = await createDemoApi();
    const { id } = await add(api, secret());
    const ended = await api.call<HouseholdCare>('POST', `${path}/flags/${id}/end`, { body: { why: 'withdrawn' } });
    expect(ended).toMatchObject({ status: 200, body: { flags: [] } });
    expect(await seen(api, 'site-director')).toBe('');
    expect((await api.call('POST', `${path}/flags/${id}/look`, { as: 'steward-b1' })).status).toBe(404);
    expect(JSON.stringify(await api.ports.care.ofHousehold('demo', 'east-lake-b1-1201'))).not.toContain('TELLTALE');
    const changes = await api.call<List<object>>('GET', '/api/audit', { as: 'site-director', query: { kind: 'care' } });
    expect(changes.body.data).toMatchObject([
      { what: 'ended', author: 'customer-centre-clerk-a', note: null },
      { what: 'noted', author: 'steward-b1', note: null },
    ]);
    expect(JSON.stringify(changes.body)).not.toMatch(/1201|TELLTALE|patient/);
  });

  test('a review puts off the next one; an expired one is shown to nobody', async () => {
    const api = await createDemoApi();
    const { id } = await add(api, body({ to: '2026-11-30' }));
    const reviewed = await api.call<HouseholdCare>('POST', `${path}/flags/${id}/review`, {
      as: 'steward-b1',
      body: { expected: 1, reviewBy: '2027-02-01' },
    });
    expect(reviewed.body.flags).toMatchObject([{ reviewBy: '2027-02-01', version: 2, reviewDue: false }]);
    const again = { as: 'steward-b1', body: { expected: 1, reviewBy: '2027-03-01' } };
    expect(await api.call<Problem>('POST', `${path}/flags/${id}/review`, again)).toMatchObject({
      status: 409,
      body: { message: '这个关怀标签刚被他人修改，请刷新后再改。' },
    });
    api.ports.setNow(at('2026-12-01', '00:00'));
    expect(await seen(api, 'site-director')).toBe('');
  });

  test('what may not be seen may not be changed', async () => {
    const api = await createDemoApi();
    const { id } = await add(api, secret());
    const change = { body: { ...secret(), expected: 1 } };
    expect((await api.call('PUT', `${path}/flags/${id}`, change)).status).toBe(403);
    const changed = await api.call('PUT', `${path}/flags/${id}`, { ...change, as: 'steward-b1' });
    expect(changed).toMatchObject({ status: 200, body: { flags: [{ shown: 'folded' }] } });
  });

  test.each<[string, object, string]>([
    ['a kind there is none of', { kind: 'unheard-of' }, 'kind'],
    ['a sensitive kind as normal', { kind: 'patient' }, 'sensitivity'],
    ['a birthday without its day', { kind: 'birthday' }, 'day'],
    ['a day that is none', { kind: 'birthday', day: '02-30' }, 'day'],
    ['a day nobody asked for', { day: '05-20' }, 'day'],
    ['somebody who does not live there', { member: '别人' }, 'member'],
    ['an end before its beginning', { to: '2026-11-22' }, 'to'],
    ['a review that has passed', { reviewBy: '2026-11-22' }, 'reviewBy'],
    ['a review in ten years', { reviewBy: '2036-11-22' }, 'reviewBy'],
    ['consent given tomorrow', { consent: { by: '本人', on: '2026-11-24', how: 'spoken' } }, 'consent.on'],
    ['consent of nobody', { consent: { by: ' ', on: '2026-11-20', how: 'spoken' } }, 'consent.by'],
  ])('are refused with %s, at the field', async (_, change, field) => {
    const api = await createDemoApi();
    const answer = await api.call<Problem>('POST', `${path}/flags`, { as: 'steward-b1', body: body(change) });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.errors ?? {})).toContain(field);
  });

  test('the same request adds one', async () => {
    const api = await createDemoApi();
    const send = () =>
      api.call<HouseholdCare>('POST', `${path}/flags`, {
        as: 'steward-b1',
        body: body(),
        headers: { 'Idempotency-Key': 'once' },
      });
    await send();
    expect((await send()).body.flags).toHaveLength(1);
  });
});

describe("a steward's page", () => {
  test('has the reviews and birthdays of 30 days, and nothing sensitive', async () => {
    const api = await createDemoApi();
    await add(api, secret({ reviewBy: '2026-12-01' }));
    await add(api, body({ kind: 'birthday', day: '12-05' }));
    await add(api, body());
    const home = (as: string, building = 'b1') =>
      api.call<CareHome>('GET', '/api/care/home', { as, query: { site: 'east-lake', building } });
    const { body: own } = await home('steward-b1');
    expect(own.reviews).toMatchObject([{ unit: '1201', date: '2026-12-01', due: false }]);
    expect(own.days).toMatchObject([{ unit: '1201', date: '2026-12-05', kind: 'birthday' }]);
    expect(JSON.stringify({ ...own, kinds: [] })).not.toMatch(/TELLTALE|patient/);
    api.ports.setNow(at('2026-12-01', '08:00'));
    expect((await home('steward-b1')).body.reviews).toMatchObject([{ due: true }]);
    expect((await home('steward-b2')).status).toBe(403);
    expect((await home('steward-b1', 'b2')).status).toBe(403);
    expect((await home('site-director', 'b2')).status).toBe(200);
  });

  test('tells whom nobody has spoken to for months', async () => {
    const api = await createDemoApi();
    const rows = async (silent: string) =>
      (
        await api.call<List<CareHouseholdRow>>('GET', '/api/care/households', {
          as: 'steward-b1',
          query: { site: 'east-lake', building: 'b1', silent, limit: '100' },
        })
      ).body.data;
    const all = (await rows('true')).length;
    expect(all).toBe(12);
    await api.call('POST', `${path}/contact`, { as: 'steward-b1', body: { how: 'visit' } });
    await add(api, secret());
    expect((await rows('true')).map(({ unit }) => unit)).not.toContain('1201');
    expect((await rows('false')).find(({ unit }) => unit === '1201')).toMatchObject({
      ...{ flags: 1, silent: false, contact: { by: 'steward-b1', how: 'visit' } },
    });
    api.ports.setNow(at('2027-02-24', '10:00'));
    expect(await rows('true')).toHaveLength(all);
  });

  test('stewards open the files of their own building, with telephone numbers', async () => {
    const api = await createDemoApi();
    const get = (id: string) =>
      api.call<{ members: { phone: string | null }[] }>('GET', `/api/households/${id}`, { as: 'steward-b1' });
    expect((await get('east-lake-b1-1201')).body.members[0]?.phone).not.toBeNull();
    expect((await get('east-lake-b2-201')).status).toBe(403);
    const found = (query: Record<string, string>) =>
      api.call<List<{ building: string }>>('GET', '/api/households', {
        as: 'steward-b1',
        query: { site: 'east-lake', limit: '100', ...query },
      });
    for (const query of [{}, { q: '201' }] as Record<string, string>[]) {
      const { body: list } = await found(query);
      expect(new Set(list.data.map(({ building }) => building))).toEqual(new Set(['b1']));
    }
    expect((await found({ building: 'b2' })).status).toBe(403);
  });
});

describe('planned events', () => {
  const cut = (change: object = {}) => ({
    ...{ site: 'east-lake', kind: 'waterCut', buildings: ['b1'], words: { 'zh-CN': '更换水泵', en: 'New pump' } },
    ...{ from: '2026-11-26T01:00:00Z', to: '2026-11-26T09:00:00Z', ...change },
  });
  const plan = async (api: Api, change: object = {}) =>
    (await api.call<EventDetail>('POST', '/api/care/events', { as: 'site-director', body: cut(change) })).body;
  const step = (api: Api, { id, version }: EventDetail, what: string, as = 'site-director') =>
    api.call<EventDetail & Problem>('POST', `/api/care/events/${id}/${what}`, { as, body: { expected: version } });

  test('say whom to visit before; the desk only hears how many', async () => {
    const api = await createDemoApi();
    await add(api, secret());
    const event = await plan(api);
    expect(event.care).toMatchObject({
      count: 1,
      visits: [{ unit: '1201', openAt: '2026-11-25T01:00:00Z', by: '2026-11-26T01:00:00Z' }],
    });
    const desk = await api.call<EventDetail>('GET', `/api/care/events/${event.id}`);
    expect(desk.body.care).toEqual({ count: 1, visits: [], more: false });
    const steward = (as: string) => api.call<EventDetail>('GET', `/api/care/events/${event.id}`, { as });
    expect((await steward('steward-b1')).body.care.visits).toHaveLength(1);
    expect((await steward('steward-b2')).body.care.visits).toEqual([]);
    expect((await api.call<EventDetail>('GET', `/api/care/events/${event.id}`, { as: 'repairer-a' })).status).toBe(200);
    expect((await step(api, event, 'announce', 'repairer-a')).status).toBe(403);
  });

  test('are announced once to each who gets mail; the rest are on the list of calls', async () => {
    const api = await createDemoApi();
    const event = await plan(api);
    const announced = await step(api, event, 'announce');
    expect(announced.body).toMatchObject({ announcedAt: '2026-11-23T02:00:00Z', version: 2, mails: { waiting: 10 } });
    expect((await step(api, announced.body, 'announce')).body).toMatchObject({ version: 2, mails: { waiting: 10 } });
    const effects = await api.ports.outbox.all('demo', event.id);
    expect(JSON.stringify(effects)).not.toMatch(/@|住户|139/);
    const calls = () =>
      api.call<List<CallRow>>('GET', `/api/care/events/${event.id}/calls`, {
        as: 'steward-b1',
        query: { building: 'b1', limit: '100' },
      });
    const [first, ...others] = (await calls()).body.data;
    expect([first?.unit, others.length, first?.told]).toEqual(['401', 1, null]);
    expect(first?.members[0]?.phone).not.toBeNull();
    const told = `/api/care/events/${event.id}/calls/${first?.household}`;
    await api.call('POST', told, { as: 'steward-b1', body: { how: 'phone' } });
    expect((await calls()).body.data[0]).toMatchObject({ told: { by: 'steward-b1', how: 'phone' } });
    expect((await api.call('POST', told, { as: 'steward-b2', body: { how: 'phone' } })).status).toBe(403);

    // Whoever keeps the building finds them without looking for the event, and whom no mail reached.
    await api.ports.care.notReached('demo', event.id, 'east-lake-b1-1201', 0);
    const due = async (as: string) => {
      const home = await api.call<CareHome>('GET', '/api/care/home', {
        as,
        query: { site: 'east-lake', building: 'b1' },
      });
      return home.body.calls.map(({ unit, why, members }) => [unit, why, members[0]?.phone !== null]);
    };
    const still = others[0]?.unit;
    expect(await due('steward-b1')).toEqual([
      [still, 'noMail', true],
      ['1201', 'bounced', true],
    ]);
    api.ports.setNow(at('2026-11-26', '09:00'));
    expect(await due('steward-b1')).toEqual([]);
  });

  test('once told they are cancelled, not changed, and whoever heard hears that', async () => {
    const api = await createDemoApi();
    const event = await plan(api);
    const { body: announced } = await step(api, event, 'announce');
    const change = { expected: announced.version, ...cut(), site: undefined };
    expect((await api.call('PUT', `/api/care/events/${event.id}`, { as: 'site-director', body: change })).status).toBe(
      422,
    );
    const { body: cancelled } = await step(api, announced, 'cancel');
    expect(cancelled).toMatchObject({ mails: { waiting: 10 }, care: { count: 0 } });
    expect((await step(api, cancelled, 'announce')).status).toBe(422);
    expect(await api.ports.outbox.all('demo', event.id)).toHaveLength(20);
  });

  test('rules are tried on an imagined one, by managers', async () => {
    const api = await createDemoApi();
    await add(api, body());
    const body0 = { site: 'east-lake', kind: 'heat', from: '2026-11-26T01:00:00Z' };
    const tried = (rules?: object, as = 'site-director') =>
      api.call<EventDetail['care']>('POST', '/api/care/try', { as, body: { ...body0, ...(rules && { rules }) } });
    expect((await tried()).body.count).toBe(1);
    expect((await tried({ kinds: [], rules: [], silentMonths: 3 })).body.count).toBe(0);
    expect((await tried(undefined, 'steward-b1')).status).toBe(403);
  });

  test.each([
    ['to', { to: '2026-11-26T00:00:00Z' }],
    ['to', { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' }],
    ['buildings.0', { buildings: ['b99'] }],
  ])('are refused at %s', async (field, change) => {
    const api = await createDemoApi();
    const answer = await api.call<Problem>('POST', '/api/care/events', { as: 'site-director', body: cut(change) });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.errors ?? {})).toEqual([field]);
  });
});

describe('personal data of one resident', () => {
  test.each([
    ['site-director', 200],
    ['administrator', 200],
    ['customer-centre-clerk-a', 403],
    ['steward-b1', 403],
    ['auditor', 403],
    ['west-manager', 403],
  ])('%s may copy and erase them: %s', async (as, status) => {
    const api = await createDemoApi();
    await add(api, secret());
    for (const what of ['copy', 'erase'])
      expect((await api.call('POST', `${path}/${what}`, { as, body: { member: '1201 住户' } })).status).toBe(status);
    const left = JSON.stringify(await api.ports.care.ofHousehold('demo', 'east-lake-b1-1201'));
    expect(left.includes('TELLTALE')).toBe(status === 403);
  });

  test('somebody who does not live there is told at the field', async () => {
    const api = await createDemoApi();
    const answer = await api.call<Problem>('POST', `${path}/erase`, { as: 'site-director', body: { member: '别人' } });
    expect(Object.keys(answer.body.errors ?? {})).toEqual(['member']);
  });

  test('a copy of what is sensitive is a look, which is kept', async () => {
    const api = await createDemoApi();
    await add(api, secret());
    const copy = await api.call<{ care: { note: string }[] }>('POST', `${path}/copy`, {
      as: 'site-director',
      body: { member: '1201 住户' },
    });
    expect(copy.body.care).toMatchObject([{ note: 'TELLTALE' }]);
    const looks = await api.call<List<CareLookView>>('GET', `${path}/looks`, { as: 'site-director' });
    expect(looks.body.data).toMatchObject([{ by: 'site-director', reason: 'export' }]);
  });
});

describe('work on an item', () => {
  test('the right worker reads the hint and opens what is for workers; nobody else does', async () => {
    const api = await createDemoApi();
    await add(api, secret({ visibleTo: ['worker'] }));
    await add(api, secret({ kind: 'illness', note: 'TELLTALE too' }));
    const filed = await api.call<{ id: string }>('POST', '/api/complaints', {
      body: {
        ...{ site: 'east-lake', category: 'corridor-light', household: 'east-lake-b1-1201' },
        ...{ building: 'b1', unit: '1201', description: '灯不亮' },
      },
    });
    const item = `/api/care/items/${filed.body.id}`;
    const read = (as: string) => api.call<ItemCare>('GET', item, { as });
    const repairer = await read('repairer-a');
    expect(repairer.body).toMatchObject({ hints: [{ en: expect.any(String) }], flags: [{ shown: 'folded' }] });
    expect(JSON.stringify(repairer.body)).not.toContain('TELLTALE');
    expect((await read('repairer-b')).status).toBe(403);
    expect((await read('customer-centre-clerk-a')).body).toEqual({ hints: [], flags: [], kinds: [] });
    expect((await read('auditor')).body.flags).toEqual([]);
    const [flag] = repairer.body.flags;
    const look = (as: string) => api.call<CareFlagView>('POST', `${item}/flags/${flag?.id}/look`, { as });
    expect((await look('customer-centre-clerk-a')).status).toBe(404);
    expect((await look('repairer-a')).body).toMatchObject({ note: 'TELLTALE' });
    const looks = await api.call<List<CareLookView>>('GET', `${path}/looks`, { as: 'site-director' });
    expect(looks.body.data).toMatchObject([{ by: 'repairer-a', reason: 'item' }]);
  });
});
