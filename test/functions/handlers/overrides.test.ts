import { beforeEach, describe, expect, test } from 'vitest';
import type { DocumentBodies, DocumentKind } from '#ports';
import { createDemoApi } from '#test/support/demo-api';

interface Row {
  kind: string;
  id: string;
  version: number;
  retired: boolean;
  errors?: Record<string, string[]>;
}
type Api = Awaited<ReturnType<typeof createDemoApi>>;

const bodyOf = async <K extends DocumentKind>({ ports }: Api, kind: K, id = 'main'): Promise<DocumentBodies[K]> => {
  const found = await ports.documents.current('demo', kind, id);
  if (!found) throw new Error(`${kind} is seeded`);
  return structuredClone(found.body);
};
const put = ({ call }: Api, as: string, path: string, body: unknown, expected = 0) =>
  call<Row>('PUT', `/api/documents/${path}`, { as, body: { expected, note: 'ours', body } });
const retire = ({ call }: Api, as: string, path: string, expected: number) =>
  call<Row>('POST', `/api/documents/${path}/retire`, { as, body: { expected, note: 'default again' } });
const file = async ({ call, ports }: Api, category = 'corridor-light') => {
  const body = {
    site: 'east-lake',
    category,
    building: 'b1',
    unit: '1201',
    description: '12 楼楼道灯不亮',
    channel: 'phone',
    reporter: { name: '业主', phone: '13900001201' },
    similar: 'new',
  };
  const answer = await call<{ id: string }>('POST', '/api/complaints', { body });
  expect(answer.status).toBe(201);
  const item = await ports.items.get('demo', answer.body.id);
  if (!item) throw new Error('it was filed');
  return item;
};

let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});

describe("a site's own version", () => {
  test('is published by its manager, holds for what is filed there, and is put away again', async () => {
    const own = await bodyOf(api, 'workflow', 'complaint');
    expect((await put(api, 'site-director', 'workflow/complaint@east-lake', own)).status).toBe(200);
    const first = await file(api);
    expect(first.workflow).toEqual({ id: 'complaint@east-lake', version: 1 });

    const gone = await retire(api, 'site-director', 'workflow/complaint@east-lake', 1);
    expect([gone.status, gone.body.version, gone.body.retired]).toEqual([200, 2, true]);
    expect((await file(api)).workflow).toEqual({ id: 'complaint', version: 1 });
    const pinned = await api.call<{ version: number }>('GET', `/api/complaints/${first.id}/workflow`);
    expect([pinned.status, pinned.body.version]).toEqual([200, 1]);

    expect((await put(api, 'site-director', 'workflow/complaint@east-lake', own, 2)).status).toBe(200);
    expect((await file(api)).workflow).toEqual({ id: 'complaint@east-lake', version: 3 });
  });

  test('of routing decides at its site only', async () => {
    const own = await bodyOf(api, 'routing');
    for (const category of own.categories)
      if (category.id === 'corridor-light') Object.assign(category, { severity: 'urgent', department: 'security' });
    const [another] = own.categories;
    if (another) own.categories.push({ ...another, id: 'boat-house', name: { 'zh-CN': '船坞', en: 'Boat house' } });
    expect((await put(api, 'site-director', 'routing/main@east-lake', own)).status).toBe(200);
    expect(await file(api)).toMatchObject({ severity: 'urgent', department: 'security' });
    expect((await file(api, 'boat-house')).category).toBe('boat-house');
    const own2 = (
      await api.call<{ ownRouting: { site: string; categories: { id: string }[] }[] }>('GET', '/api/directory')
    ).body.ownRouting;
    expect(own2.map(({ site, categories }) => [site, categories.some(({ id }) => id === 'boat-house')])).toEqual([
      ['east-lake', true],
    ]);
    const theirs = await api.call<{ ownRouting: unknown[] }>('GET', '/api/directory', { as: 'west-manager' });
    expect(theirs.body.ownRouting).toEqual([]);
  });

  test('needs to reach people at its site, and no department of another', async () => {
    const routing = await bodyOf(api, 'routing');
    // West Hill has a customer centre and nothing else.
    const refused = await put(api, 'west-manager', 'routing/main@west-hill', routing);
    expect(refused.status).toBe(422);
    for (const category of routing.categories) category.department = 'customer-centre';
    expect((await put(api, 'west-manager', 'routing/main@west-hill', { ...routing, rules: [] })).status).toBe(200);

    const workflow = await bodyOf(api, 'workflow', 'complaint');
    workflow.calls.to = [{ kind: 'person', person: 'nobody' }];
    const nobody = await put(api, 'site-director', 'workflow/complaint@east-lake', workflow);
    expect(Object.keys(nobody.body.errors ?? {})).toEqual(['body.calls.to']);
    const checked = await api.call<{ problems: { field: string }[] }>('POST', '/api/documents/workflow/check', {
      as: 'site-director',
      body: { body: workflow, id: 'complaint@east-lake' },
    });
    expect(checked.body.problems.map(({ field }) => field)).toEqual(['calls.to']);
  });

  test('keeps the departments it routes to from being removed', async () => {
    const own = await bodyOf(api, 'routing');
    for (const category of own.categories) category.department = 'customer-centre';
    for (const { gives } of own.rules) delete gives.department;
    expect((await put(api, 'west-manager', 'routing/main@west-hill', own)).status).toBe(200);
    const organisation = await bodyOf(api, 'organisation');
    for (const site of organisation.sites) if (site.id === 'west-hill') site.departments = [];
    const answer = await put(api, 'administrator', 'organisation/main', organisation, 1);
    expect(Object.keys(answer.body.errors ?? {})).toEqual(['body.sites.1.departments']);
  });

  test("is neither seen nor written from another site, and stands beside the company's own", async () => {
    const own = await bodyOf(api, 'workflow', 'complaint');
    await put(api, 'site-director', 'workflow/complaint@east-lake', own);
    const path = '/api/documents/workflow/complaint@east-lake';
    for (const at of [path, `${path}/versions`])
      expect((await api.call('GET', at, { as: 'west-manager' })).status).toBe(404);
    expect((await put(api, 'west-manager', 'workflow/complaint@east-lake', own, 1)).status).toBe(403);
    expect((await retire(api, 'west-manager', 'workflow/complaint@east-lake', 1)).status).toBe(403);
    const listed = async (as: string, at: string) =>
      (await api.call<{ data: Row[] }>('GET', at, { as })).body.data
        .filter(({ kind }) => kind === 'workflow')
        .map(({ id }) => id);
    for (const at of ['/api/documents', '/api/audit']) {
      expect((await listed('west-manager', at)).includes('complaint@east-lake')).toBe(false);
      expect((await listed('site-director', at)).includes('complaint@east-lake')).toBe(true);
    }
  });

  test('is found by its name as a browser sends it, and a name that is none is refused', async () => {
    await put(api, 'site-director', 'routing/main%40east-lake', await bodyOf(api, 'routing'));
    const shown = (path: string) => api.call<Row>('GET', `/api/documents/routing/${path}`, { as: 'site-director' });
    expect((await shown('main%40east-lake')).body.id).toBe('main@east-lake');
    expect((await shown('main%E0%A4%A')).status).toBe(400);
  });

  test.each([
    ['calendar/cn-office@east-lake', 404],
    ['organisation/main@east-lake', 404],
    ['workflow/complaint@nowhere', 404],
    ['workflow/unheard-of@east-lake', 404],
    ['workflow/complaint@east-lake@west-hill', 404],
    ['routing/other@east-lake', 404],
  ])('is none: %s', async (path, status) => {
    const kind = path.split('/')[0] as 'workflow';
    const body = await bodyOf(
      api,
      kind,
      kind === 'workflow' ? 'complaint' : kind === ('calendar' as string) ? 'cn-office' : 'main',
    );
    expect((await put(api, 'administrator', path, body)).status).toBe(status);
    expect((await retire(api, 'administrator', path, 1)).status).toBe(status);
  });
});
