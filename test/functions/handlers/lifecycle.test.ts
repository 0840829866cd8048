import { describe, expect, test } from 'vitest';
import type { Organisation } from '#domain/organisation';
import { DAY, HOUR, toIso } from '#domain/time';
import type { AuditRow, DraftRow, DraftState, PlannedView } from '#http/schemas/document';
import { createDemoApi } from '#test/support/demo-api';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createPublishPlanned } from '#usecases/publish-planned';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
type Refusal = { message: string; errors?: Record<string, string[]>; draft?: DraftState };
type Editing = DraftState & { version: number; planned: PlannedView | null };

const at = (kind: string, id = 'main') => `/api/documents/${kind}/${id}`;
const english = { 'accept-language': 'en' };
const show = async ({ call }: Api, as: string, kind: string, id = 'main') =>
  (await call<Editing>('GET', `${at(kind, id)}/draft`, { as })).body;
const save = ({ call }: Api, as: string, kind: string, body: { revision: number; base: number; body: unknown }) =>
  call<DraftState & Refusal>('PUT', `${at(kind)}/draft`, { as, body, headers: english });
const discard = ({ call }: Api, as: string, kind: string, revision: number) =>
  call<DraftState & Refusal>('DELETE', `${at(kind)}/draft`, { as, query: { revision: `${revision}` } });
const organisationOf = async ({ call }: Api, as: string) =>
  (await call<{ body: Organisation }>('GET', at('organisation'), { as })).body.body;
const changesOf = async ({ call }: Api, as: string) =>
  (await call<{ data: AuditRow[] }>('GET', '/api/audit', { as })).body;
const rosters = (words: string) => ({ rosters: [], words });

describe('drafts', () => {
  test('are one for all who may edit the same; who comes second is given what stands', async () => {
    const api = await createDemoApi();
    expect(await show(api, 'administrator', 'routing')).toEqual({
      ...{ revision: 0, draft: null, ended: null, version: 1, planned: null },
    });
    const half = { categories: [], typed: 'not sound yet' };
    expect((await save(api, 'administrator', 'routing', { revision: 0, base: 1, body: half })).body).toMatchObject({
      revision: 1,
      draft: { base: 1, body: half, author: 'administrator', editors: [{ person: 'administrator' }] },
    });
    api.ports.setNow(api.ports.clock.now() + 2 * 60_000);
    const second = await save(api, 'administrator', 'routing', { revision: 0, base: 1, body: {} });
    expect(second.status).toBe(409);
    expect(second.body.message).toContain('Merge');
    expect(second.body.draft).toMatchObject({ revision: 1, draft: { body: half } });
    await save(api, 'administrator', 'routing', { revision: 1, base: 1, body: { merged: true } });
    const { draft, revision } = await show(api, 'administrator', 'routing');
    expect({ revision, body: draft?.body }).toEqual({ revision: 2, body: { merged: true } });
  });

  test('a manager’s part is a draft of its own, and shows nothing of others', async () => {
    const api = await createDemoApi();
    const whole = await organisationOf(api, 'administrator');
    await save(api, 'administrator', 'organisation', { revision: 0, base: 1, body: { ...whole } });
    expect(await show(api, 'west-manager', 'organisation')).toMatchObject({ revision: 0, draft: null });
    const own = await organisationOf(api, 'west-manager');
    await save(api, 'west-manager', 'organisation', { revision: 0, base: 1, body: { ...own } });
    expect((await show(api, 'administrator', 'organisation')).draft?.body).toEqual(whole);
    expect((await show(api, 'site-director', 'organisation')).draft).toBeNull();
    expect((await show(api, 'west-manager', 'organisation')).draft?.body).toEqual(own);
  });

  test('are seen and written by those who may publish the document, and by nobody else', async () => {
    const api = await createDemoApi();
    const body = { revision: 0, base: 1, body: {} };
    for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a'])
      expect((await save(api, as, 'rosters', body)).status).toBe(403);
    for (const as of ['site-director', 'west-manager']) expect((await save(api, as, 'routing', body)).status).toBe(403);
    expect((await api.call('GET', `${at('routing')}/draft`, { as: 'site-director' })).status).toBe(403);
    expect((await save(api, 'site-director', 'rosters', body)).status).toBe(200);
    expect((await api.call('GET', `${at('rosters', 'second')}/draft`, { as: 'administrator' })).status).toBe(404);
  });

  test('a body nested without end is refused', async () => {
    const api = await createDemoApi();
    let body: object = {};
    for (let depth = 0; depth < 60; depth += 1) body = { body };
    expect((await save(api, 'administrator', 'rosters', { revision: 0, base: 1, body })).status).toBe(413);
  });

  test('is discarded as it was seen, never with changes nobody looked at', async () => {
    const api = await createDemoApi();
    await save(api, 'administrator', 'rosters', { revision: 0, base: 1, body: rosters('first') });
    await save(api, 'administrator', 'rosters', { revision: 1, base: 1, body: rosters('second') });
    const stale = await discard(api, 'administrator', 'rosters', 1);
    expect([stale.status, stale.body.draft?.revision]).toEqual([409, 2]);
    expect((await discard(api, 'administrator', 'rosters', 2)).body).toMatchObject({
      revision: 3,
      draft: null,
      ended: { how: 'discarded', author: 'administrator' },
    });
    const [first] = (await changesOf(api, 'administrator')).data;
    expect(first).toMatchObject({
      kind: 'rosters',
      what: 'discarded',
      author: 'administrator',
      version: null,
      note: null,
    });
    // Begun anew from an old revision: told, not taken for the one of before.
    expect((await save(api, 'administrator', 'rosters', { revision: 1, base: 1, body: rosters('old') })).status).toBe(
      409,
    );
  });

  test('are listed by kind for those who may edit them, also what was never published', async () => {
    const api = await createDemoApi();
    const list = async (as: string, kind: string) => {
      const { status, body } = await api.call<{ data: DraftRow[] }>('GET', '/api/drafts', { as, query: { kind } });
      return status === 200 ? body.data : status;
    };
    const put = (as: string, id: string, body: object) =>
      api.call('PUT', `${at('workflow', id)}/draft`, { as, body: { revision: 0, base: 0, body } });
    const name = { 'zh-CN': '停电', en: 'Power outage' };
    await put('administrator', 'power-outage', { name });
    await put('administrator', 'unnamed', { name: { en: '' }, steps: 3 });
    await put('administrator', 'complaint', {});
    await put('site-director', 'complaint@east-lake', {});
    const by = { kind: 'workflow', base: 0, revision: 1, author: 'administrator' };
    expect(await list('administrator', 'workflow')).toMatchObject([
      { ...by, id: 'complaint', version: 1 },
      { ...by, id: 'complaint@east-lake', version: 0, author: 'site-director' },
      { ...by, id: 'power-outage', version: 0, name },
      { ...by, id: 'unnamed', version: 0, name: null },
    ]);
    expect(await list('site-director', 'workflow')).toMatchObject([{ id: 'complaint@east-lake' }]);
    expect(await list('west-manager', 'workflow')).toEqual([]);
    expect(await list('administrator', 'calendar')).toEqual([]);
    for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a']) expect(await list(as, 'workflow')).toBe(403);
    expect(await list('administrator', 'everything')).toBe(422);
    await api.call('DELETE', `${at('workflow', 'power-outage')}/draft`, {
      as: 'administrator',
      query: { revision: '1' },
    });
    expect(await list('administrator', 'workflow')).toHaveLength(3);
  });

  test('ends when it is published; what somebody saved since goes on', async () => {
    const api = await createDemoApi();
    const whole = await organisationOf(api, 'administrator');
    const publish = (expected: number, draft: number) =>
      api.call('PUT', at('organisation'), {
        as: 'administrator',
        body: { expected, note: 'why', body: whole, draft },
      });
    await save(api, 'administrator', 'organisation', { revision: 0, base: 1, body: { ...whole } });
    expect((await publish(1, 1)).status).toBe(200);
    expect(await show(api, 'administrator', 'organisation')).toMatchObject({
      ...{ revision: 2, draft: null, version: 2, ended: { how: 'published', author: 'administrator' } },
    });
    await save(api, 'administrator', 'organisation', { revision: 2, base: 2, body: { ...whole } });
    await save(api, 'administrator', 'organisation', { revision: 3, base: 2, body: { later: true } });
    expect((await publish(2, 3)).status).toBe(200);
    expect((await show(api, 'administrator', 'organisation')).draft?.body).toEqual({ later: true });
  });
});

describe('publishing at a set time', () => {
  const inAnHour = ({ ports }: Api) => toIso(ports.clock.now() + HOUR);
  const plan = (api: Api, as: string, body: unknown, change: object = {}, kind = 'organisation') =>
    api.call<PlannedView & Refusal>('PUT', `${at(kind)}/planned`, {
      as,
      body: { expected: 1, note: 'from December on', body, at: inAnHour(api), ...change },
      headers: english,
    });
  const carryOut = ({ ports }: Api, kind: 'organisation' | 'rosters' = 'organisation') => {
    const schedules = { arm: async () => {}, disarm: async () => {} };
    const parts = { ...ports, schedules, loadDirectory: createDirectoryLoader(ports) };
    return createPublishPlanned(parts, { templates: [] }).publish('demo', kind, 'main');
  };
  const later = async (api: Api, kind: 'organisation' | 'rosters' = 'organisation') => {
    api.ports.setNow(api.ports.clock.now() + HOUR);
    return carryOut(api, kind);
  };
  const renamed = async (api: Api, phone: string) => {
    const own = structuredClone(await organisationOf(api, 'site-director'));
    for (const site of own.sites) site.phone = phone;
    return own;
  };
  const current = async ({ ports }: Api) => (await ports.documents.current('demo', 'organisation', 'main'))?.version;

  test('is frozen, shown, and published once when it is due', async () => {
    const api = await createDemoApi();
    const whole = await organisationOf(api, 'administrator');
    const planned = await plan(api, 'site-director', await renamed(api, '0755-1'));
    expect(planned.body).toMatchObject({ state: 'planned', stale: false, cancellable: true, why: [] });
    expect((await show(api, 'administrator', 'organisation')).planned?.plan).toBe(planned.body.plan);
    expect(await carryOut(api)).toBe(false);
    expect(await current(api)).toBe(1);
    expect(await later(api)).toBe(true);
    expect(await later(api)).toBe(false);
    const { body, version, author, note } = (await api.ports.documents.current('demo', 'organisation', 'main')) ?? {};
    expect({ version, author, note }).toEqual({ version: 2, author: 'site-director', note: 'from December on' });
    // The other site, which the author never saw, stands as it was.
    const other = (of: Organisation | undefined) => of?.sites.find(({ id }) => id === 'west-hill');
    expect(other(body as Organisation)).toEqual(other(whole));
    expect((await show(api, 'administrator', 'organisation')).planned).toBeNull();
  });

  test('what is not sound, not allowed, past or too far is refused at once', async () => {
    const api = await createDemoApi();
    const own = await renamed(api, '1');
    const past = await plan(api, 'site-director', own, { at: toIso(api.ports.clock.now()) });
    expect([past.status, Object.keys(past.body.errors ?? {})]).toEqual([422, ['at']]);
    expect((await plan(api, 'site-director', own, { at: toIso(api.ports.clock.now() + 400 * DAY) })).status).toBe(422);
    expect((await plan(api, 'site-director', own, { expected: 7 })).status).toBe(409);
    for (const site of own.sites) site.director = 'nobody';
    expect((await plan(api, 'site-director', own)).body.errors).toHaveProperty(['body.sites.0.director']);
    expect((await plan(api, 'auditor', own)).status).toBe(403);
  });

  test('one a document; it can be cancelled, and what others planned stays unseen', async () => {
    const api = await createDemoApi();
    const { body: planned } = await plan(api, 'site-director', await renamed(api, '0755-1'));
    const second = await plan(api, 'administrator', await organisationOf(api, 'administrator'));
    expect([second.status, second.body.message]).toEqual([409, expect.stringContaining('planned already')]);
    const list = async (as: string) =>
      (await api.call<{ data: PlannedView[] }>('GET', '/api/planned', { as })).body.data.map((one) => one.plan);
    expect(await list('administrator')).toEqual([planned.plan]);
    expect(await list('west-manager')).toEqual([]);
    const cancel = (as: string) =>
      api.call('DELETE', `${at('organisation')}/planned`, { as, query: { plan: planned.plan } });
    expect((await cancel('west-manager')).status).toBe(404);
    expect((await api.call('GET', `${at('organisation')}/planned`, { as: 'west-manager' })).status).toBe(404);
    expect((await cancel('site-director')).status).toBe(200);
    expect((await cancel('site-director')).status).toBe(200);
    expect(await later(api)).toBe(false);
    expect(await current(api)).toBe(1);
    const told = (await changesOf(api, 'administrator')).data.slice(0, 2);
    expect(told.map(({ what, author, due }) => [what, author, due])).toEqual([
      ['cancelled', 'site-director', planned.at],
      ['planned', 'site-director', planned.at],
    ]);
    expect((await changesOf(api, 'west-manager')).data.filter(({ what }) => what !== 'published')).toEqual([]);
  });

  test('a newer version stands in the way: not published, and told before and after', async () => {
    const api = await createDemoApi();
    const why = async () => (await show(api, 'administrator', 'organisation')).planned;
    const change = async (next: (body: Organisation) => void) => {
      const body = structuredClone(await organisationOf(api, 'administrator'));
      next(body);
      const expected = (await current(api)) ?? 0;
      const sent = { expected, note: 'meanwhile', body };
      expect((await api.call('PUT', at('organisation'), { as: 'administrator', body: sent })).status).toBe(200);
    };
    await plan(api, 'site-director', await renamed(api, '0755-1'));
    await change((body) => {
      body.company.name.en = 'Renamed';
    });
    expect(await why()).toMatchObject({ state: 'planned', stale: true });
    expect(await later(api)).toBe(true);
    expect(await why()).toMatchObject({ state: 'failed', why: [expect.stringContaining('第 2 版')] });
    expect(await current(api)).toBe(2);

    // A failed one makes way for another.
    expect((await plan(api, 'site-director', await renamed(api, '0755-2'), { expected: 2 })).status).toBe(200);
  });

  test.each([
    { change: { role: 'viewer' as const }, failure: { why: 'notAllowed' } },
    { change: { active: false }, failure: { why: 'authorGone' } },
    { change: { phone: '1' }, failure: null },
  ])('the author is judged as they are by then: $change -> $failure', async ({ change, failure }) => {
    const api = await createDemoApi();
    await plan(api, 'site-director', { rosters: [] }, {}, 'rosters');
    const body = structuredClone(await organisationOf(api, 'administrator'));
    for (const one of body.people) if (one.id === 'site-director') Object.assign(one, change);
    const sent = { expected: 1, note: 'meanwhile', body };
    expect((await api.call('PUT', at('organisation'), { as: 'administrator', body: sent })).status).toBe(200);
    expect(await later(api, 'rosters')).toBe(true);
    expect((await api.ports.planned.get('demo', 'rosters', 'main'))?.failure).toEqual(failure);
    expect((await api.ports.documents.current('demo', 'rosters', 'main'))?.version).toBe(failure ? 1 : 2);
  });

  test('a body that is not sound any more tells its reasons in words', async () => {
    const api = await createDemoApi();
    const shift = { person: 'repairer-a', date: '2026-12-01', from: '08:00', to: '12:00' };
    const [first] = (await api.ports.documents.current('demo', 'rosters', 'main'))?.body.rosters ?? [];
    const body = { rosters: [{ ...first, weekly: [], dated: [shift] }] };
    expect((await plan(api, 'administrator', body, {}, 'rosters')).body.errors).toBeUndefined();
    const organisation = structuredClone(await organisationOf(api, 'administrator'));
    const left = (id: string | null) => (id === 'repairer-a' ? null : id);
    organisation.people = organisation.people.filter(({ id }) => left(id));
    for (const area of organisation.areas) area.repairer = left(area.repairer);
    for (const { departments } of organisation.sites)
      for (const one of departments) one.handlers = one.handlers.filter(left);
    await api.ports.documents.publish(
      'demo',
      { kind: 'organisation', id: 'main', body: organisation, author: 'system', at: 0, note: 'left' },
      1,
    );
    expect(await later(api, 'rosters')).toBe(true);
    expect((await show(api, 'administrator', 'rosters')).planned?.why.join()).toContain('repairer-a');
  });
});
