import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { audiences, type CareFlag, ended } from '#domain/care/flag';
import { type CareContext, type CareView, visibleFlags } from '#domain/care/visible-flags';
import type { Organisation, Person, Role } from '#domain/organisation';
import { roles } from '#domain/organisation';
import { at, directory } from '#test/support/estate';
import { careFlag } from './care-fixture.ts';

const now = at('2026-11-25', '10:00');
const ZONE = 'Asia/Shanghai';
const file: CareContext = { zone: ZONE, work: null };
const person = (id: string): Person => {
  const found = directory.organisation.people.find((one) => one.id === id);
  if (!found) throw new Error(`There is nobody called ${id}.`);
  return found;
};
const look = (id: string, change: Partial<CareFlag>, context = file) =>
  visibleFlags({ person: person(id), directory }, [careFlag(change)], context, now).map(({ shown }) => shown)[0] ?? '-';
const work = (kind: 'visit' | 'workOrder', owner: string | null, open = true): CareContext => ({
  zone: ZONE,
  work: { kind, owner, asked: [], open },
});

describe('what a reader sees of a flag in the file', () => {
  test.each([
    ['administrator', 'whole', 'whole'],
    ['site-director', 'whole', 'whole'],
    ['steward-b1', 'whole', 'whole'],
    ['customer-centre-clerk-a', 'whole', 'masked'],
    ['steward-b2', '-', '-'],
    ['repairer-a', '-', '-'],
    ['security-head', '-', '-'],
    ['auditor', '-', '-'],
  ])('%s: normal %s, sensitive %s', (id, normal, sensitive) => {
    expect([look(id, {}), look(id, { sensitivity: 'sensitive' })]).toEqual([normal, sensitive]);
  });

  it('a masked one says nothing but that it is there', () => {
    const reader = { person: person('customer-centre-clerk-a'), directory };
    const seen = visibleFlags(reader, [careFlag({ sensitivity: 'sensitive' })], file, now);
    expect(seen).toEqual([{ shown: 'masked', id: 'f1', household: 'east-lake-b1-1201' }]);
  });

  it('whoever needs it for what they do there sees it while they do it', () => {
    const shared: Partial<CareFlag> = { sensitivity: 'sensitive', visibleTo: ['visitor', 'worker'] };
    expect(look('repairer-a', shared, work('workOrder', 'repairer-a'))).toBe('whole');
    expect(look('repairer-a', shared, work('workOrder', 'repairer-b'))).toBe('-');
    expect(look('repairer-a', shared, work('workOrder', 'repairer-a', false))).toBe('-');
    expect(look('repairer-a', { ...shared, visibleTo: ['visitor'] }, work('workOrder', 'repairer-a'))).toBe('-');
    expect(look('steward-b2', { ...shared, visibleTo: ['visitor'] }, work('visit', 'steward-b2'))).toBe('whole');
    expect(look('customer-centre-clerk-a', { ...shared, visibleTo: ['desk'] })).toBe('whole');
  });

  test.each<[string, Partial<CareFlag>]>([
    ['has not begun', { from: '2026-11-26' }],
    ['is over', { to: '2026-11-24' }],
    ['lost its consent', { consent: { state: 'withdrawn', at: now } }],
    ['was erased', ended(careFlag(), 'erased', 'site-director', now, ZONE)],
  ])('nobody sees one that %s', (_, change) => {
    for (const { id } of directory.organisation.people) expect(look(id, change)).toBe('-');
  });

  it('its last day is one of its days, by the clock of the site', () => {
    const last = at('2026-11-25', '23:59');
    const reader = { person: person('steward-b1'), directory };
    const flags = [careFlag({ to: '2026-11-25' })];
    expect(visibleFlags(reader, flags, file, last)).toHaveLength(1);
    expect(visibleFlags(reader, flags, file, last + 60_000)).toEqual([]);
  });
});

it('what ended keeps nothing of what it said', () => {
  const gone = ended(careFlag({ sensitivity: 'sensitive', day: '05-20' }), 'withdrawn', 'steward-b1', now, ZONE);
  expect(JSON.stringify(gone)).not.toMatch(/腿脚不便|住户|elderly|05-20|written/);
  expect(gone).toMatchObject({ consent: { state: 'withdrawn', at: now }, version: 2, to: '2026-11-25' });
});

/** Anybody, anywhere: of any role, at one site or another, perhaps on the desk, perhaps the steward of a building. */
const readers = fc
  .record({
    role: fc.constantFrom<Role>(...roles),
    sites: fc.subarray(['east-lake', 'west-hill']),
    active: fc.boolean(),
    desk: fc.boolean(),
    keeps: fc.subarray(['b1', 'b2']),
  })
  .map(({ role, sites, active, desk, keeps }) => {
    const somebody: Person = { ...person('auditor'), id: 'somebody', role, sites, active };
    const { organisation } = directory;
    const changed: Organisation = {
      ...organisation,
      people: [...organisation.people, somebody],
      buildings: organisation.buildings.map((one) => (keeps.includes(one.id) ? { ...one, steward: 'somebody' } : one)),
      sites: organisation.sites.map((site) => ({
        ...site,
        departments: site.departments.map((one) =>
          one.id === 'customer-centre' && desk ? { ...one, handlers: [...one.handlers, 'somebody'] } : one,
        ),
      })),
    };
    return { person: somebody, directory: { organisation: changed }, desk, keeps };
  });
const days = (min: number, max: number) =>
  fc.integer({ min, max }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const flags = fc.array(
  fc
    .record({
      building: fc.constantFrom('b1', 'b2', 'b3'),
      sensitivity: fc.constantFrom<CareFlag['sensitivity']>('normal', 'sensitive'),
      visibleTo: fc.subarray([...audiences]),
      from: days(16, 27),
      to: fc.option(days(23, 30)),
      consent: fc.constantFrom<CareFlag['consent']>(
        { state: 'given', by: 'SECRET', on: '2026-11-01', how: 'spoken' },
        { state: 'given', by: 'SECRET', on: '2026-11-01', how: 'written' },
        { state: 'withdrawn', at: now },
      ),
    })
    .map((change) => careFlag({ ...change, kind: 'secret-kind', member: 'SECRET', note: 'SECRET' })),
  { maxLength: 6 },
);
const contexts = fc.record({
  zone: fc.constant(ZONE),
  work: fc.option(
    fc.record({
      kind: fc.constantFrom<'complaint' | 'workOrder' | 'visit'>('complaint', 'workOrder', 'visit'),
      owner: fc.constantFrom(null, 'somebody', 'repairer-a'),
      asked: fc.subarray(['somebody', 'repairer-a']),
      open: fc.boolean(),
    }),
  ),
});

test('over random roles and data nothing sensitive comes out for a reader without the right, nothing at all of what is not in force', () => {
  let whole = 0;
  let hidden = 0;
  fc.assert(
    fc.property(readers, flags, contexts, (reader, some, context) => {
      const seen = visibleFlags(reader, some, context, now);
      const open = (view: CareView) => view.shown === 'whole';
      const { person: who, desk, keeps } = reader;
      const doing = context.work?.open === true && [context.work.owner, ...context.work.asked].includes('somebody');
      const need = {
        desk: desk && who.role === 'staff',
        visitor: doing && context.work?.kind === 'visit',
        worker: doing && context.work?.kind !== 'visit',
      };
      // Said again in other words than the code's: who has a right of place, who a need.
      const allowed = some.filter(({ building, sensitivity, visibleTo, from, to, consent }) => {
        if (!who.active || consent.state !== 'given' || from > '2026-11-25' || (to !== null && to < '2026-11-25'))
          return false;
        const place =
          who.role === 'admin' ||
          (who.role === 'manager' && who.sites.includes('east-lake')) ||
          (who.role === 'staff' && keeps.includes(building)) ||
          (sensitivity === 'normal' && need.desk);
        return place || visibleTo.some((one) => (one === 'desk' ? desk : need[one]));
      });
      expect(seen.filter(open)).toHaveLength(allowed.length);
      if (allowed.length === 0) expect(JSON.stringify(seen)).not.toMatch(/secret/i);
      whole += allowed.length;
      hidden += some.length - allowed.length;
    }),
    { numRuns: 1000 },
  );
  expect(whole).toBeGreaterThan(300);
  expect(hidden).toBeGreaterThan(300);
});
