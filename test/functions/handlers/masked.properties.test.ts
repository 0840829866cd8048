import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { bySystem } from '#domain/audit/link';
import { audiences, type CareFlag } from '#domain/care/flag';
import type { Ask } from '#domain/item';
import { type Organisation, type Person, type Role, roles } from '#domain/organisation';
import { pathsOf, type Route } from '#http/route';
import { routes } from '#http/routes';
import { complaint } from '#test/support/estate';
import { createVisitTown, type VisitTown } from '#test/support/visit-town';
import { visitWith } from '#test/support/visits';
import { careFlag } from '../domain/care/care-fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

const site = 'east-lake';
const household = 'east-lake-b1-1201';
const READERS = ['reader-0', 'reader-1', 'reader-2'];
const FLAGS = 4;
/** In everything a flag says; never a part of another's. */
const mark = (n: number): string => `telltale-${n}`;

const reader = fc.record({
  role: fc.constantFrom<Role>(...roles, 'staff', 'staff', 'staff'),
  here: fc.boolean(),
  desk: fc.boolean(),
  steward: fc.boolean(),
});
const flag = fc.record({
  sensitivity: fc.constantFrom<CareFlag['sensitivity']>('normal', 'sensitive', 'sensitive'),
  visibleTo: fc.subarray([...audiences]),
});
const item = fc.record({
  kind: fc.constantFrom<'complaint' | 'visit'>('complaint', 'visit'),
  owner: fc.constantFrom(null, ...READERS),
  asked: fc.subarray(READERS, { maxLength: 2 }),
  open: fc.boolean(),
});
const worlds = fc.record({
  readers: fc.tuple(reader, reader, reader),
  flags: fc.array(flag, { minLength: FLAGS, maxLength: FLAGS }),
  items: fc.tuple(item, item),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

async function build(town: VisitTown, { readers, flags, items }: World): Promise<void> {
  const { documents, clock, care } = town.ports;
  const now = await documents.current(town.company, 'organisation', 'main');
  const [someone] = now?.body.people ?? [];
  if (!now || !someone) throw new Error('The demo estate has people.');
  const people = readers.map(
    ({ role, here }, n): Person => ({
      ...{ ...someone, id: `reader-${n}`, email: `reader-${n}@steward.example`, role },
      sites: [here ? site : 'west-hill'],
    }),
  );
  const desk = READERS.filter((_, n) => readers[n]?.desk);
  const steward = READERS.find((_, n) => readers[n]?.steward);
  const body: Organisation = {
    ...now.body,
    people: [...now.body.people, ...people],
    buildings: now.body.buildings.map((one) =>
      one.site === site && one.id === 'b1' && steward ? { ...one, steward } : one,
    ),
    sites: now.body.sites.map((one) => ({
      ...one,
      departments: one.departments.map((each) =>
        one.id === site && each.id === 'customer-centre' ? { ...each, handlers: [...each.handlers, ...desk] } : each,
      ),
    })),
  };
  const head = { author: 'system', at: clock.now(), note: 'world', kind: 'organisation', id: 'main' } as const;
  await documents.publish(town.company, { ...head, body }, now.version);
  const asked = { by: 'steward-b1', at: clock.now(), from: bySystem };
  for (const [n, one] of flags.entries()) {
    const said = { kind: mark(n), note: mark(n), member: '1201 住户', consent: { ...given, by: mark(n) } };
    await care.put(careFlag({ id: `f${n}`, household, ...said, ...one }), 'noted', asked, clock.now());
  }
  for (const [n, one] of items.entries()) {
    const asking = { id: 1, level: 0, timer: 0, since: clock.now(), due: null, dueLimit: null, repeated: 0 };
    const ask: Ask = {
      ...{ ...asking, reminder: null },
      asked: one.asked.map((person) => ({ person, level: 0, at: clock.now(), reached: true, confirmed: false })),
    };
    const change = {
      ...{ id: `item-${n}`, number: `N-${n}`, kind: one.kind, owner: one.owner, ask },
      ...(one.kind === 'visit' && { visit: visitWith({ visitor: one.owner ?? 'steward-b1' }) }),
      ...(!one.open && { status: 'closed' as const, endedAt: clock.now() }),
    };
    town.ports.items.put(complaint(clock.now(), { item: change }));
  }
}
const given = { state: 'given', on: '2026-11-01', how: 'written' } as const;

/** Said in other words than the code's: who may read a flag in the file, or for what they do there. */
function rights({ readers, items }: World, n: number) {
  const who = readers[n];
  if (!who) throw new RangeError();
  const { role, here, desk, steward } = who;
  const first = readers.findIndex((one) => one.steward);
  const place = role === 'admin' || (role === 'manager' && here) || (role === 'staff' && steward && first === n);
  const works = (kind: 'visit' | 'complaint') =>
    role !== 'contractor' &&
    items.some(
      (one) => one.open && one.kind === kind && (one.owner === READERS[n] || one.asked.includes(`reader-${n}`)),
    );
  const need = { desk: role === 'staff' && desk, visitor: works('visit'), worker: works('complaint') };
  return ({ sensitivity, visibleTo }: World['flags'][number]): boolean =>
    place ||
    (sensitivity === 'normal' && need.desk) ||
    visibleTo.some((one) => (one === 'desk' ? desk && role !== 'contractor' : need[one]));
}

const asked = {
  ...{ site, category: 'corridor-light', building: 'b1', unit: '1201', household, clock: 'reply' },
  ...{ from: '2026-11-01', to: '2026-11-30', plan: 'night-patrol', quarter: '2026-Q4', limit: '100' },
};
const reads = Object.values<Route>(routes).filter(({ method }) => method === 'GET');
const idFor = (path: string): string[] =>
  path.includes('household') ? [household] : path.includes('/api/documents') ? ['main'] : ['item-0', 'item-1'];
const pathsFor = (route: Route): string[] =>
  pathsOf(route).flatMap((path) =>
    path.includes('{id}') ? idFor(path).map((id) => path.replace('{id}', id)) : [path],
  );

test('over random roles and data no answer of the API has anything of a flag its reader has no right to', async () => {
  let opened = 0;
  let refused = 0;
  let told = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const town = await createVisitTown();
      await build(town, world);
      for (const [n, as] of READERS.entries()) {
        const mayRead = rights(world, n);
        const check = (text: string, where: string, folded: boolean) => {
          for (const [f, one] of world.flags.entries()) {
            if (!text.includes(mark(f))) continue;
            told += 1;
            expect({
              where,
              flag: one,
              allowed: mayRead(one),
              folded: folded && one.sensitivity === 'sensitive',
            }).toEqual({
              ...{ where, flag: one, allowed: true, folded: false },
            });
          }
        };
        for (const route of reads)
          for (const path of pathsFor(route))
            for (const more of [{ q: '1201' }, ...(path === '/api/search' ? [{ q: mark(0) }, { q: mark(1) }] : [])]) {
              const query = { ...asked, ...more, ...(path === '/api/audit' && { kind: 'care' }) };
              const answer = await town.call('GET', path, { as, query });
              check(JSON.stringify(answer.body), `${as} ${path}`, true);
            }
        // Opened one by one, and as a copy for the resident: that is a POST, and kept.
        for (const [f, one] of world.flags.entries()) {
          const looks = [`/api/care/households/${household}`, '/api/care/items/item-0', '/api/care/items/item-1'];
          for (const path of looks) {
            const { status, body } = await town.call('POST', `${path}/flags/f${f}/look`, { as });
            check(JSON.stringify(body), `${as} opens ${path}`, false);
            if (status === 200) opened += 1;
            else refused += mayRead(one) ? 0 : 1;
          }
        }
        const copy = await town.call('POST', `/api/care/households/${household}/copy`, {
          as,
          body: { member: '1201 住户' },
        });
        check(JSON.stringify(copy.body), `${as} copies`, false);
      }
      const { rows } = await town.ports.care.looks(town.company, { household }, { limit: 100 });
      expect(JSON.stringify(rows)).not.toContain('telltale');
    }),
    { numRuns: 12 },
  );
  expect(Math.min(opened, refused, told)).toBeGreaterThan(20);
});
