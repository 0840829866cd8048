import { beforeAll, describe, expect, test } from 'vitest';
import type { Organisation, Person, Role } from '#domain/organisation';
import type { Route } from '#http/route';
import { routes } from '#http/routes';
import { createDemoApi } from '#test/support/demo-api';

/** Everything that reads or writes one complaint, or names a site, tried by people of another site. */
type Api = Awaited<ReturnType<typeof createDemoApi>>;
const foreigners: { id: string; role: Role; desk: boolean }[] = [
  { id: 'west-manager', role: 'manager', desk: true },
  { id: 'west-clerk', role: 'staff', desk: true },
  { id: 'west-repairer', role: 'staff', desk: false },
  { id: 'west-viewer', role: 'viewer', desk: false },
];
const ofOneComplaint = (route: Route) => route.path.startsWith('/api/complaints/{id}');
const namesSite = ({ query, body }: Route) =>
  query?.shape.site !== undefined ||
  (body !== undefined && 'shape' in body && Object.hasOwn(Object(body.shape), 'site'));
/** One query that all of them understand. */
const asked = {
  ...{ site: 'east-lake', category: 'corridor-light', building: 'b1', unit: '1201' },
  ...{ q: '1201', clock: 'reply', from: '2026-11-01', to: '2026-11-30', plan: 'night-patrol' },
  quarter: '2026-Q4',
};
const bound = Object.entries<Route>(routes).filter(([, route]) => ofOneComplaint(route) || namesSite(route));

let api: Api;
let complaint: string;

beforeAll(async () => {
  api = await createDemoApi();
  const { documents, clock } = api.ports;
  const seeded = (await documents.current('demo', 'organisation', 'main'))?.body;
  if (!seeded) throw new Error('the organisation is seeded');
  const [someone] = seeded.people;
  const added = foreigners
    .filter(({ id }) => !seeded.people.some((one) => one.id === id))
    .map(({ id, role }) => ({ ...someone, id, role, sites: ['west-hill'], email: `${id}@steward.example` }) as Person);
  const clerks = foreigners.filter(({ desk }) => desk).map(({ id }) => id);
  const organisation: Organisation = {
    ...seeded,
    people: [...seeded.people, ...added],
    sites: seeded.sites.map((site) =>
      site.id === 'west-hill'
        ? { ...site, departments: site.departments.map((one) => ({ ...one, handlers: clerks })) }
        : site,
    ),
  };
  const published = { author: 'system', at: clock.now(), note: 'people of the other site' } as const;
  await documents.publish('demo', { ...published, kind: 'organisation', id: 'main', body: organisation }, 1);
  const filed = await api.call<{ id: string }>('POST', '/api/complaints', { body: routes.fileComplaint.example() });
  complaint = filed.body.id;
});

const send = ({ method, path, query, example }: Route, as: string) =>
  api.call<{ message: string }>(
    method,
    path
      .replace('{id}', complaint)
      .replace('{photo}', 'a-photo')
      .replace('{rate}', 'pass')
      .replace('{measure}', 'held'),
    {
      as,
      ...(example && { body: example(api.ports.clock.now()) }),
      ...(query && { query: asked }),
    },
  );
/** The complaint as it is stored, with its timeline. */
const stored = async () => [
  await api.ports.items.get('demo', complaint),
  await api.ports.items.timeline('demo', complaint, { limit: 100 }),
];

test('there is much to be kept from them', () => {
  expect(bound.length).toBeGreaterThan(30);
});

describe.each(foreigners)('$role of another site ($id)', ({ id }) => {
  test.each(bound)('%s', async (_, route) => {
    const before = await stored();
    const answer = await send(route, id);
    // A search in what one may see finds nothing; all else is refused.
    if (answer.status === 200) expect(Object.values(answer.body).flat()).toEqual([]);
    else expect([403, 404]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toMatch(/1201|楼道|EL-/);
    expect(await stored()).toEqual(before);
  });
});

const kept = new Set([
  ...['findSimilar', 'listDeliveries', 'listSuppressed', 'listHistories'],
  ...['listCareLooks', 'showCareHome', 'listCareHouseholds'],
  'listPointLabels',
  'listRecoveries',
]);

test('a viewer of the site reads, takes no complaints and changes nothing', async () => {
  for (const [id, route] of bound) {
    const before = await stored();
    const { status } = await send(route, 'auditor');
    // A photo that is not there, a search without its own words: told as such, once reading is allowed. Deliveries hold
    // addresses and are for managers, as are pasts, the labels that prove a walk and what recoveries cost. Care is for those whose households they are.
    const reads = route.method === 'GET' && !kept.has(id);
    expect({ id, allowed: status !== 403 }).toEqual({ id, allowed: reads });
    expect(await stored()).toEqual(before);
  }
});
