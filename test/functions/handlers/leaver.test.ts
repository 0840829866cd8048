import { beforeEach, describe, expect, test } from 'vitest';
import type { Asset } from '#domain/asset';
import type { Absences, Organisation } from '#domain/organisation';
import { routes } from '#http/routes';
import type { ReferencesView, ReplacementCheck, ReplacementDone } from '#http/schemas/leaver';
import { asset as anAsset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});

const ADMIN = 'administrator';
const organisation = async () =>
  (await api.ports.documents.current('demo', 'organisation', 'main'))?.body as Organisation;
const versions = async () =>
  Object.fromEntries((await api.ports.documents.heads('demo')).map(({ kind, version }) => [kind, version]));
const publish = async (kind: string, body: unknown, expected = 1) => {
  const sent = { as: ADMIN, body: { expected, note: 'set-up', body } };
  expect((await api.call('PUT', `/api/documents/${kind}/main`, sent)).status).toBe(200);
};
const file = async () => {
  const { body } = await api.call<{ id: string }>('POST', '/api/complaints', { body: routes.fileComplaint.example() });
  return body.id;
};
const show = async (id: string, as = ADMIN) => api.call<ReferencesView>('GET', `/api/people/${id}/references`, { as });
const check = async (id: string, body: unknown, as = ADMIN) =>
  api.call<ReplacementCheck>('POST', `/api/people/${id}/replacement/check`, {
    as,
    body,
    headers: { 'accept-language': 'en' },
  });
const apply = async (id: string, body: object, as = ADMIN) =>
  api.call<ReplacementDone & { message: string }>('POST', `/api/people/${id}/replacement`, {
    as,
    body: { note: 'has left', ...body },
    headers: { 'accept-language': 'en' },
  });

describe('what names a person', () => {
  test('is told by name, with the open items they own or are asked about', async () => {
    const id = await file();
    const { body } = await show('repairer-a');
    expect(body.person).toEqual({ id: 'repairer-a', name: { 'zh-CN': '维修工甲', en: 'Repairer A' }, active: true });
    expect(body.lines.map(({ kind, name, count }) => [kind, name?.en, count])).toEqual([
      ['handler', 'Engineering', 1],
      ['areaRepairer', 'North area', 1],
    ]);
    expect(body.items.map((item) => item.id)).toEqual([id]);
    const roster = await show('duty-manager-a');
    expect(roster.body.lines.map(({ kind, name, count }) => [kind, name?.en, count])).toEqual([
      ['weeklyShift', 'Duty manager', 2],
    ]);
  });

  test('a manager sees their own staff, nobody else; those who configure nothing see nobody', async () => {
    expect((await show('repairer-a', 'site-director')).status).toBe(200);
    expect((await show('quality-manager', 'site-director')).status).toBe(403);
    expect((await show('administrator', 'site-director')).status).toBe(403);
    expect((await show('repairer-a', 'west-manager')).status).toBe(403);
    for (const as of ['repairer-b', 'auditor', 'customer-centre-clerk-a'])
      expect((await show('repairer-a', as)).status).toBe(403);
    expect((await show('nobody-here')).status).toBe(404);
  });
});

describe('the dry run', () => {
  test('says what would be published and handed over, and stores nothing', async () => {
    await file();
    const before = await versions();
    const { body } = await check('repairer-a', { all: 'repairer-b' });
    expect(body).toMatchObject({ handOvers: 1, deactivates: true, problems: {} });
    expect(body.documents.map(({ kind, version }) => [kind, version])).toEqual([['organisation', 2]]);
    expect(await versions()).toEqual(before);
  });

  test('nothing is left empty without a word', async () => {
    const { body } = await check('duty-manager-a', {});
    expect(body.problems).toEqual({ 'lines.weeklyShift/east-lake/duty-manager': ['Please choose who takes over.'] });
    const { status } = await apply('duty-manager-a', { token: body.token });
    expect(status).toBe(422);
    expect((await check('duty-manager-a', { all: null })).body.problems).toEqual({});
  });

  test('an open item needs somebody; a place may stay empty', async () => {
    const id = await file();
    const { body } = await check('repairer-a', { all: null });
    expect(body.problems).toEqual({ [`lines.item/${id}`]: ['Please choose who takes over.'] });
    const chosen = await check('repairer-a', { all: null, lines: { [`item/${id}`]: 'repairer-b' } });
    expect(chosen.body.problems).toEqual({});
  });

  test('who is gone, a viewer or the leaver cannot take over', async () => {
    for (const all of ['nobody-here', 'auditor', 'repairer-a'])
      expect((await check('repairer-a', { all })).status).toBe(422);
  });

  test('the last administrators cannot leave', async () => {
    const body = await organisation();
    const people = body.people.map((one) =>
      one.id === 'general-manager' || one.id === 'west-manager' ? { ...one, role: 'staff' } : one,
    );
    await publish('organisation', { ...body, people });
    const { body: answer } = await check(ADMIN, { all: 'quality-manager' });
    expect(answer.problems).toEqual({
      'organisation/main.body.people': ['At least one active company admin must remain.'],
    });
  });
});

describe('the register of assets', () => {
  const stand = async (number: string, people: Pick<Asset, 'responsible' | 'deputy'>, at: Partial<Asset> = {}) => {
    const asset = anAsset({ id: number, number, code: `code-${number}`, ...people, ...at });
    await api.ports.assets.put(asset);
    return async () => {
      const { responsible, deputy, version } = (await api.ports.assets.get('demo', asset.id)) ?? {};
      return [responsible, deputy, version];
    };
  };

  test('facilities the leaver answers for are lines of the page, and go to others with the rest', async () => {
    const first = await stand('DT-1', { responsible: 'repairer-a', deputy: 'repairer-b' });
    const second = await stand('DT-2', { responsible: 'security-head', deputy: 'repairer-a' });
    const other = await stand('DT-3', { responsible: 'repairer-b', deputy: null });
    const named = (await show('repairer-a')).body.lines.filter(({ kind }) => kind.startsWith('asset'));
    expect(named.map(({ key, count }) => [key, count])).toEqual([
      ['assetResponsible/east-lake', 1],
      ['assetDeputy/east-lake', 1],
    ]);
    const undecided = await check('repairer-a', {});
    expect(undecided.body.problems).toMatchObject({
      'lines.assetResponsible/east-lake': ['Please choose who takes over.'],
    });
    const choice = { all: 'repairer-b', lines: { 'assetDeputy/east-lake': null } };
    const { body } = await check('repairer-a', choice);
    expect(body).toMatchObject({ assets: 2, problems: {} });
    expect(await first()).toEqual(['repairer-a', 'repairer-b', 1]);
    expect((await apply('repairer-a', { ...choice, token: body.token })).status).toBe(200);
    // Nobody is their own deputy.
    expect(await first()).toEqual(['repairer-b', null, 2]);
    expect(await second()).toEqual(['security-head', null, 2]);
    expect(await other()).toEqual(['repairer-b', null, 1]);
    expect((await show('repairer-a')).body.lines).toEqual([]);
  });

  test('who does not keep the register of a site does not give away its facilities', async () => {
    const lift = await stand(
      'WH-1',
      { responsible: 'repairer-a', deputy: null },
      { site: 'west-hill', building: null },
    );
    expect((await check('repairer-a', { all: 'repairer-b' }, 'site-director')).status).toBe(403);
    expect(await lift()).toEqual(['repairer-a', null, 1]);
  });
});

describe('replacing', () => {
  const absences: Absences = {
    absences: [
      { person: 'duty-manager-b', from: 1, to: 2, deputy: 'duty-manager-a' },
      { person: 'duty-manager-a', from: 3, to: 4, deputy: null },
    ],
  };

  test('puts others in every place, deactivates, and leaves nothing that names the leaver', async () => {
    await publish('absences', absences);
    const choice = { all: 'security-head', lines: { 'weeklyShift/east-lake/duty-manager': 'duty-manager-b' } };
    const { body: shown } = await check('duty-manager-a', choice);
    const { status, body } = await apply('duty-manager-a', { ...choice, token: shown.token });
    expect([status, body.done]).toEqual([200, true]);
    expect(await versions()).toMatchObject({ organisation: 2, rosters: 2, absences: 3, workflow: 1 });
    const rosters = await api.ports.documents.current('demo', 'rosters', 'main');
    expect(new Set(rosters?.body.rosters[0]?.weekly.map(({ person }) => person))).toEqual(new Set(['duty-manager-b']));
    expect((await api.ports.documents.current('demo', 'absences', 'main'))?.body.absences).toEqual([
      { person: 'duty-manager-b', from: 1, to: 2, deputy: 'security-head' },
    ]);
    expect((await organisation()).people.find(({ id }) => id === 'duty-manager-a')?.active).toBe(false);
    expect((await show('duty-manager-a')).body).toMatchObject({ person: { active: false }, lines: [], items: [] });
  });

  test('an owner’s item is handed over, and acknowledged anew; the timeline says by whom', async () => {
    const id = await file();
    await api.call('POST', `/api/complaints/${id}/actions/acknowledge`, { as: 'repairer-a', body: {} });
    const { body: shown } = await check('repairer-a', { all: 'repairer-b' }, 'site-director');
    const { body } = await apply('repairer-a', { all: 'repairer-b', token: shown.token }, 'site-director');
    expect(body).toMatchObject({ done: true, handedOver: 1 });
    expect(await api.ports.items.get('demo', id)).toMatchObject({ owner: 'repairer-b', step: 'accept' });
    const { rows } = await api.ports.items.timeline('demo', id, { limit: 100 });
    expect(rows.find((row) => row.type === 'acted' && row.action.name === 'handOver')).toMatchObject({
      by: 'site-director',
      action: { input: { to: 'repairer-b', note: 'has left' } },
    });
  });

  test('what was not shown is not done', async () => {
    const { body: shown } = await check('repairer-a', { all: 'repairer-b' });
    const before = await versions();
    expect((await apply('repairer-a', { all: 'engineering-head', token: shown.token })).status).toBe(409);
    expect(await versions()).toEqual(before);
    const body = await organisation();
    await publish('organisation', { ...body, posts: [] });
    const { status, body: answer } = await apply('repairer-a', { all: 'repairer-b', token: shown.token });
    expect([status, answer.message]).toEqual([
      409,
      'Something changed since the preview, so nothing was done. Please look at it again, then confirm.',
    ]);
  });

  test('interrupted halfway, checked again, it goes on with what is left', async () => {
    await publish('absences', absences);
    const id = await file();
    await api.call('POST', `/api/complaints/${id}/actions/handOver`, {
      as: 'site-director',
      body: { to: 'duty-manager-a' },
    });
    const { commit } = api.ports.items;
    const { body: shown } = await check('duty-manager-a', { all: 'duty-manager-b' });
    api.ports.items.commit = () => Promise.reject(new Error('the light went out'));
    expect((await apply('duty-manager-a', { all: 'duty-manager-b', token: shown.token })).status).toBe(500);
    api.ports.items.commit = commit;
    expect(await versions()).toMatchObject({ organisation: 1, rosters: 2, absences: 3 });

    const { body: again } = await check('duty-manager-a', { all: 'duty-manager-b' });
    expect(again.documents.map(({ kind }) => kind)).toEqual(['organisation']);
    const { body } = await apply('duty-manager-a', { all: 'duty-manager-b', token: again.token });
    expect(body).toMatchObject({ done: true, handedOver: 1 });
    expect(await versions()).toMatchObject({ organisation: 2, rosters: 2, absences: 3 });
    expect(await api.ports.items.get('demo', id)).toMatchObject({ owner: 'duty-manager-b' });
  });

  test('more items than one request takes are passed on in several', async () => {
    const id = await file();
    const item = await api.ports.items.get('demo', id);
    if (!item) throw new Error('it was filed');
    for (let n = 0; n < 120; n += 1) api.ports.items.put({ ...item, id: `more-${n}` });
    const { body: shown } = await check('repairer-a', { all: 'repairer-b' });
    expect(shown).toMatchObject({ handOvers: 100, more: true });
    const { body: first } = await apply('repairer-a', { all: 'repairer-b', token: shown.token });
    expect(first).toMatchObject({ done: false, handedOver: 100, published: [] });
    const { body: second } = await apply('repairer-a', { all: 'repairer-b', token: first.token });
    expect(second).toMatchObject({ done: true, handedOver: 21, token: null });
    expect((await organisation()).people.find((one) => one.id === 'repairer-a')?.active).toBe(false);
  });
});
