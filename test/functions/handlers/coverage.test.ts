import { expect, test } from 'vitest';
import { departmentsOf, workflowsOf } from '#domain/coverage/departments-of';
import type { Organisation } from '#domain/organisation';
import { DAY, HOUR, toIso } from '#domain/time';
import type { CoverageView } from '#http/schemas/coverage';
import { createDemoApi } from '#test/support/demo-api';
import { defaultRouting } from '#workflows/default-routing';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
type Answer = CoverageView & { message: string };
const read = ({ call }: Api, as = 'site-director', site = 'east-lake') =>
  call<Answer>('GET', '/api/coverage', { as, query: { site } });
const away = async (api: Api, person: string, from: number, to: number, deputy: string | null, expected = 1) => {
  const body = { absences: [{ person, from, to, deputy }] };
  const path = '/api/documents/absences/main';
  const { status } = await api.call('PUT', path, { as: 'administrator', body: { expected, note: 'away', body } });
  expect(status).toBe(200);
};

test('what is in force: the desk’s absence shows where nobody else is asked, with the reason', async () => {
  const api = await createDemoApi();
  const now = api.ports.clock.now();
  const from = Math.ceil(now / HOUR) * HOUR + DAY;
  const before = (await read(api)).body;
  expect(before.workflows.map(({ id, version }) => [id, version])).toEqual([['complaint', 1]]);
  expect(Date.parse(before.to) - Date.parse(before.from)).toBe(90 * DAY);
  const nobody = (view: CoverageView) =>
    view.workflows.flatMap(({ lanes }) => lanes.flatMap(({ gaps }) => gaps.filter(({ state }) => state === 'nobody')));
  const known = nobody(before).length;
  await away(api, 'site-director', from, from + 6 * HOUR, null);
  const found = nobody((await read(api)).body).filter(({ reasons }) =>
    reasons.some((reason) => reason.kind === 'away' && reason.person === 'site-director'),
  );
  expect(nobody((await read(api)).body).length).toBeGreaterThan(known);
  expect(found[0]).toMatchObject({ from: toIso(from), people: [] });
  expect(found.every(({ to }) => Date.parse(to) <= from + 6 * HOUR)).toBe(true);
  expect(JSON.stringify((await read(api)).body)).not.toMatch(/@steward|139|138/);
});

test('computed once for the same documents, anew when one of them changes or a day has passed', async () => {
  const api = await createDemoApi();
  const first = (await read(api)).body.computedAt;
  api.ports.setNow(api.ports.clock.now() + 5 * HOUR);
  expect((await read(api)).body.computedAt).toBe(first);
  await away(api, 'repairer-a', api.ports.clock.now(), api.ports.clock.now() + DAY, null);
  const second = (await read(api)).body.computedAt;
  expect(second).toBe(toIso(api.ports.clock.now()));
  api.ports.setNow(api.ports.clock.now() + DAY);
  expect((await read(api)).body.computedAt).toBe(toIso(api.ports.clock.now()));
});

test('who leaves by a planned publication is missed from that day, by those who may know of it', async () => {
  const api = await createDemoApi();
  const path = '/api/documents/organisation/main';
  const stands = async (as: string) => (await api.call<{ body: Organisation }>('GET', path, { as })).body.body;
  const all = await stands('administrator');
  const viewer = all.people.map((one) => (one.id === 'gardener' ? { ...one, role: 'viewer' } : one));
  await api.call('PUT', path, {
    as: 'administrator',
    body: { expected: 1, note: 'may look', body: { ...all, people: viewer } },
  });
  const body = await stands('site-director');
  const people = body.people.map((one) => (one.id === 'repairer-a' ? { ...one, active: false } : one));
  const sites = body.sites.map((site) => ({
    ...site,
    departments: site.departments.map((one) => ({
      ...one,
      handlers: one.handlers.filter((id) => id !== 'repairer-a'),
    })),
  }));
  const areas = body.areas.map((area) => (area.repairer === 'repairer-a' ? { ...area, repairer: null } : area));
  const at = toIso(api.ports.clock.now() + 10 * DAY);
  const planned = await api.call('PUT', `${path}/planned`, {
    as: 'site-director',
    body: { expected: 2, note: 'leaves', at, body: { ...body, people, sites, areas } },
  });
  expect(planned.status).toBe(200);
  const owners = async (as: string) =>
    (await read(api, as)).body.workflows
      .flatMap(({ lanes }) => lanes.filter(({ rungs }) => rungs.some(({ step, level }) => step === 'accept' && !level)))
      .flatMap(({ gaps }) => gaps.filter(({ where }) => where.departments?.includes('engineering')))
      .map(({ from, people: reached }) => [from, reached]);
  const [begin] = await owners('gardener');
  expect(await owners('gardener')).toEqual([[begin?.[0], ['repairer-a']]]);
  expect(await owners('site-director')).toEqual([
    [begin?.[0], ['repairer-a']],
    [at, ['repairer-b']],
  ]);
});

test.each([
  ['administrator', 200],
  ['site-director', 200],
  ['repairer-a', 403],
  ['customer-centre-clerk-a', 403],
  ['west-manager', 403],
])('%s: %i', async (as, status) => {
  expect((await read(await createDemoApi(), as)).status).toBe(status);
});

test('a site that is not there is refused', async () => {
  const api = await createDemoApi();
  expect((await read(api, 'administrator', 'nowhere')).status).toBe(404);
  expect((await read(api, 'site-director', 'nowhere')).status).toBe(403);
});

test('departments and workflows come from the routing: a rule’s, only where it leads to the workflow', () => {
  const [category] = defaultRouting.categories;
  if (!category) throw new Error('there are categories');
  const when = { field: 'severity', is: 'eq', value: 'low' } as const;
  const rule = (id: string, gives: object) => ({ id, name: category.name, when, gives });
  const routing = {
    ...defaultRouting,
    categories: [
      { ...category, department: 'engineering', active: true },
      { ...category, department: 'old', active: false },
    ],
    rules: [rule('fees', { department: 'finance', workflow: 'fees' }), rule('night', { department: 'security' })],
  };
  expect(workflowsOf(routing)).toEqual([routing.workflow, 'fees']);
  expect(departmentsOf(routing, routing.workflow)).toEqual(['engineering', 'security']);
  expect(departmentsOf(routing, 'fees')).toEqual(['engineering', 'finance']);
  expect(departmentsOf(routing, 'unused')).toEqual(['engineering', 'finance', 'security']);
});
