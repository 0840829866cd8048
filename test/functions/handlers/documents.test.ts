import { describe, expect, test } from 'vitest';
import { documentKinds } from '#domain/document-kinds';
import type { Absences, Organisation } from '#domain/organisation';
import type { DocumentBodies, DocumentKind } from '#ports';
import { createDemoApi } from '#test/support/demo-api';

interface Problem {
  statusCode: number;
  message: string;
  errors?: Record<string, string[]>;
}
type Api = Awaited<ReturnType<typeof createDemoApi>>;

const bodyOf = async <K extends DocumentKind>({ ports }: Api, kind: K, id = 'main'): Promise<DocumentBodies[K]> => {
  const found = await ports.documents.current('demo', kind, id);
  if (!found) throw new Error(`${kind} is seeded`);
  return structuredClone(found.body);
};
const put = ({ call }: Api, as: string, kind: string, body: unknown, change: object = {}, id = 'main') =>
  call<Problem>('PUT', `/api/documents/${kind}/${id}`, {
    as,
    body: { expected: 1, note: 'a change', body, ...change },
    headers: { 'accept-language': 'en' },
  });

describe('documents', () => {
  test('are listed, shown by version and kept for good', async () => {
    const api = await createDemoApi();
    const list = await api.call<{ data: { kind: string }[] }>('GET', '/api/documents', { as: 'site-director' });
    // Words and forms nobody has published here, nor plans of a site.
    expect(new Set(list.body.data.map(({ kind }) => kind)).size).toBe(documentKinds.length - 3);
    const organisation = await bodyOf(api, 'organisation');
    organisation.company.name.en = 'Renamed';
    expect((await put(api, 'administrator', 'organisation', organisation)).status).toBe(200);
    const shown = async (query: Record<string, string>) =>
      (
        await api.call<{ version: number; body: Organisation }>('GET', '/api/documents/organisation/main', {
          as: 'administrator',
          query,
        })
      ).body;
    expect((await shown({})).version).toBe(2);
    expect((await shown({ version: '1' })).body.company.name.en).not.toBe('Renamed');
    const history = await api.call<{ data: { version: number }[] }>(
      'GET',
      '/api/documents/organisation/main/versions',
      { as: 'administrator' },
    );
    expect(history.body.data.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('a stale version is told, not overwritten', async () => {
    const api = await createDemoApi();
    const organisation = await bodyOf(api, 'organisation');
    await put(api, 'administrator', 'organisation', organisation);
    const stale = await put(api, 'administrator', 'organisation', organisation);
    expect(stale.body).toEqual({
      statusCode: 409,
      message: 'Somebody published a newer version. Please reload and try again.',
    });
  });

  test('staff read none, viewers no phone numbers', async () => {
    const api = await createDemoApi();
    const organisation = await bodyOf(api, 'organisation');
    for (const one of organisation.people) one.phone = '13811112222';
    await put(api, 'administrator', 'organisation', organisation);
    const read = (as: string) => api.call('GET', '/api/documents/organisation/main', { as });
    expect((await read('finance-clerk')).status).toBe(403);
    expect(JSON.stringify((await read('auditor')).body)).not.toContain('13811112222');
    expect(JSON.stringify((await read('site-director')).body)).toContain('13811112222');
  });

  test('a manager changes what touches own sites, and nothing above', async () => {
    const api = await createDemoApi();
    const own = await bodyOf(api, 'organisation');
    for (const site of own.sites) if (site.id === 'east-lake') site.phone = '0755-1';
    expect((await put(api, 'site-director', 'organisation', own)).status).toBe(200);

    const foreign = structuredClone(own);
    for (const site of foreign.sites) if (site.id === 'west-hill') site.phone = '0755-2';
    const promoted = structuredClone(own);
    for (const one of promoted.people) if (one.id === 'finance-clerk') one.role = 'admin';
    const renamed = structuredClone(own);
    renamed.company.name.en = 'Mine';
    for (const body of [foreign, promoted, renamed])
      expect((await put(api, 'site-director', 'organisation', body, { expected: 2 })).status).toBe(403);
    expect((await put(api, 'site-director', 'routing', await bodyOf(api, 'routing'))).status).toBe(403);
    for (const as of ['auditor', 'customer-centre-clerk-a'])
      expect((await put(api, as, 'rosters', { rosters: [] })).status).toBe(403);
    const theirs = (await bodyOf(api, 'rosters')).rosters.map((roster) => ({ ...roster, weekly: [] }));
    expect((await put(api, 'west-manager', 'rosters', { rosters: theirs })).status).toBe(403);
    expect((await put(api, 'site-director', 'rosters', { rosters: [] })).status).toBe(200);
  });

  test('names that lead nowhere are told at their field', async () => {
    const api = await createDemoApi();
    const organisation = await bodyOf(api, 'organisation');
    const [site] = organisation.sites;
    if (site) Object.assign(site, { director: 'nobody', calendar: 'none', zone: 'Asia/Nowhere' });
    const [building] = organisation.buildings;
    if (building) building.area = 'nowhere';
    const [first, second] = organisation.people;
    if (first && second) second.email = first.email.toUpperCase();
    const answer = await put(api, 'administrator', 'organisation', organisation);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual({
      'body.sites.0.director': ['There is no person "nobody".'],
      'body.sites.0.calendar': ['No calendar "none" is published.'],
      'body.sites.0.zone': ['"Asia/Nowhere" is not a time zone.'],
      'body.buildings.0.area': ['The site has no area "nowhere".'],
      'body.people.1.email': [expect.stringContaining('more than once')],
    });
  });

  test('a department that complaints are routed to stays at one site at least', async () => {
    const api = await createDemoApi();
    const organisation = await bodyOf(api, 'organisation');
    const [site] = organisation.sites;
    if (site) site.departments = site.departments.filter(({ id }) => id !== 'finance' && id !== 'leasing');
    expect((await put(api, 'site-director', 'organisation', organisation)).body.errors).toEqual({
      'body.sites.0.departments': [
        'Complaints are still routed to "Finance": change the categories and routing first.',
      ],
    });
  });

  test('the last admin stays', async () => {
    const api = await createDemoApi();
    const organisation = await bodyOf(api, 'organisation');
    for (const one of organisation.people) if (one.role === 'admin') one.active = false;
    expect((await put(api, 'administrator', 'organisation', organisation)).body.errors).toEqual({
      'body.people': ['At least one active company admin must remain.'],
    });
  });

  test('deputies may not stand in for each other at the same time', async () => {
    const api = await createDemoApi();
    const away = (person: string, deputy: string | null, from: number, to: number) => ({ person, deputy, from, to });
    const publish = (absences: Absences['absences']) => put(api, 'administrator', 'absences', { absences });
    const loop = [
      away('repairer-a', 'repairer-b', 0, 10),
      away('repairer-b', 'steward-b1', 5, 15),
      away('steward-b1', 'repairer-a', 8, 9),
    ];
    expect((await publish(loop)).body.errors).toEqual({
      'body.absences.2.deputy': [
        'The deputies go in a circle: Steward of building 1 → Repairer A → Repairer B → Steward of building 1. ' +
          'Choose another deputy or other dates.',
      ],
    });
    expect(
      (await publish([away('repairer-a', null, 0, 10), away('repairer-a', 'gardener', 9, 12)])).body.errors,
    ).toEqual({ 'body.absences.1.from': ['This person is already away in this time.'] });
    expect(
      (await publish([away('repairer-a', 'repairer-b', 0, 10), away('repairer-b', 'repairer-a', 10, 20)])).status,
    ).toBe(200);
  });

  test('a calendar must open and its zone must be one', async () => {
    const api = await createDemoApi();
    const calendarId = (await bodyOf(api, 'organisation')).sites[0]?.calendar ?? '';
    const calendar = await bodyOf(api, 'calendar', calendarId);
    const shut = { ...calendar, exceptions: [], week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
    const errors = async (body: unknown) =>
      (await put(api, 'administrator', 'calendar', body, {}, calendarId)).body.errors;
    expect(await errors(shut)).toEqual({ 'body.week': ['The calendar never opens.'] });
    expect(await errors({ ...calendar, zone: 'Mars/Base' })).toEqual({
      'body.zone': ['"Mars/Base" is not a time zone.'],
    });
    expect(Object.keys((await errors({ ...calendar, horizon: 'soon' })) ?? {})).toEqual(['body.horizon']);
  });

  test('a workflow is checked before it stands; a draft as well', async () => {
    const api = await createDemoApi();
    const workflow = await bodyOf(api, 'workflow', 'complaint');
    workflow.start = 'nowhere';
    const answer = await put(api, 'administrator', 'workflow', workflow, {}, 'complaint');
    expect(answer.body.errors).toHaveProperty(['body.start'], ['It leads to "nowhere", a step that does not exist.']);
    const checked = await api.call<{ problems: { field: string }[] }>('POST', '/api/documents/workflow/check', {
      as: 'site-director',
      body: { body: workflow },
    });
    expect(checked.body.problems[0]?.field).toBe('start');
    expect(
      (await api.call('POST', '/api/documents/workflow/check', { as: 'site-director', body: { body: {} } })).status,
    ).toBe(422);
  });

  test('routing leads to departments, workflows and fields there are', async () => {
    const api = await createDemoApi();
    const routing = await bodyOf(api, 'routing');
    const name = { 'zh-CN': '规则', en: 'Rule' };
    routing.rules.push({
      id: 'r1',
      name,
      when: { field: 'weather', is: 'known' },
      gives: { department: 'nowhere', workflow: 'none' },
    });
    const last = routing.rules.length - 1;
    expect((await put(api, 'administrator', 'routing', routing)).body.errors).toEqual({
      [`body.rules.${last}.when`]: ['There is no field "weather" for conditions.'],
      [`body.rules.${last}.gives.department`]: ['There is no department "nowhere".'],
      [`body.rules.${last}.gives.workflow`]: ['No workflow "none" is published.'],
    });
  });

  test('a kind a company has once has one id', async () => {
    const api = await createDemoApi();
    expect((await put(api, 'administrator', 'rosters', { rosters: [] }, { expected: 0 }, 'second')).status).toBe(404);
    expect((await api.call('GET', '/api/documents/unknown/main', { as: 'administrator' })).status).toBe(422);
  });

  test('every change is listed: all for an admin, those of own sites and the company for a manager, none for others', async () => {
    const api = await createDemoApi();
    const own = await bodyOf(api, 'organisation');
    for (const site of own.sites) if (site.id === 'west-hill') site.phone = '0755-9';
    await put(api, 'administrator', 'organisation', own, { note: 'phone of the other site' });
    for (const site of own.sites) if (site.id === 'east-lake') site.phone = '0755-1';
    await put(api, 'site-director', 'organisation', own, { note: 'phone of the site', expected: 2 });
    const changes = (as: string, query: Record<string, string> = {}) =>
      api.call<{ data: { kind: string; note: string; author: string; name: unknown }[] }>('GET', '/api/audit', {
        as,
        query,
      });
    const notes = async (as: string) =>
      (await changes(as, { kind: 'organisation' })).body.data.map(({ note, author }) => [note, author]);
    expect(await notes('administrator')).toEqual([
      ['phone of the site', 'site-director'],
      ['phone of the other site', 'administrator'],
      ['seed', 'system'],
    ]);
    expect(await notes('site-director')).toEqual([
      ['phone of the site', 'site-director'],
      ['seed', 'system'],
    ]);
    const { body } = await changes('administrator');
    expect(body.data[0]).toMatchObject({
      ...{ kind: 'organisation', seq: 3, what: 'published', version: 3 },
      from: { channel: 'api', client: '203.0.113.0/24' },
    });
    expect(body.data.find(({ kind }) => kind === 'calendar')?.name).toMatchObject({ en: 'Site office hours' });
    for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a']) expect((await changes(as)).status).toBe(403);
  });
});
