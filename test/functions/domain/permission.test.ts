import { describe, expect, test } from 'vitest';
import type { Organisation, Person, Role } from '#domain/organisation';
import { may, mayAct, mayAnywhere, mayContractorSee, type Operation, operations, sitesOf } from '#domain/permission';
import { actionNames } from '#domain/workflow/action';
import { directory } from '#test/support/estate';

const base = directory.organisation.people[0] as Person;
const person = (role: Role, change: Partial<Person> = {}): Person => ({
  ...base,
  id: 'somebody',
  role,
  sites: role === 'admin' ? [] : ['east-lake'],
  ...change,
});
const [east] = directory.organisation.sites;
if (!east) throw new Error('the demo estate has a site');
const desk = { ...east.departments[0], id: 'customer-centre', handlers: ['somebody'], head: null };
const organisation: Organisation = {
  ...directory.organisation,
  sites: [
    { ...east, departments: [] },
    { ...east, id: 'west-hill', departments: [] },
  ],
};
const withDesk: Organisation = {
  ...organisation,
  sites: organisation.sites.map((site) =>
    site.id === 'east-lake' ? { ...site, departments: [desk] } : site,
  ) as Organisation['sites'],
};

type Standing = Role | 'desk';
const people: Record<Standing, Person> = {
  admin: person('admin'),
  manager: person('manager'),
  desk: person('staff'),
  staff: person('staff'),
  viewer: person('viewer'),
  contractor: person('contractor', { firm: 'Lifts & Co' }),
};
const organisationOf = (standing: Standing) => ({ organisation: standing === 'desk' ? withDesk : organisation });

const foreignItem = (site: string) => ({ site, owner: null, ask: null, involved: [] });
const ownItem = (site: string) => ({ ...foreignItem(site), owner: 'somebody' });

const pastItem = (site: string) => ({ ...foreignItem(site), wereAsked: ['somebody'] });

/**
 * Letters: s = a site's, i = somebody else's item there, o = an own item, p = one they were asked about before; upper
 * case: at a foreign site; c = company. A contractor may nothing of it, whatever is added.
 */
const expected: Record<Operation, Record<Exclude<Standing, 'contractor'>, string>> = {
  'improvement.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'improvement.write': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'sharing.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: 'siop', viewer: 'siop' },
  'goodCase.mark': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'order.open': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'recovery.read': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'item.list': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'item.file': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'item.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siopOP', staff: 'opOP', viewer: 'siop' },
  'item.act': { admin: 'csiopSIOP', manager: 'siop', desk: 'siopO', staff: 'oO', viewer: '' },
  'item.actAny': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'item.move': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'household.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'household.write': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'phone.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siopO', staff: 'oO', viewer: '' },
  'incident.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'incident.write': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'household.import': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'household.export': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'item.export': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'staff.import': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'staff.export': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: 'siop' },
  'notice.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: 'siop' },
  'history.read': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'document.read': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: 'siop' },
  'document.publish': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'audit.read': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'asset.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: 'siop', viewer: 'siop' },
  'asset.write': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'care.read': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'care.readSensitive': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'care.write': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'care.readLooks': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'care.readEvents': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: 'siop', viewer: 'siop' },
  'care.event': { admin: 'csiopSIOP', manager: 'siop', desk: 'siop', staff: '', viewer: '' },
  'care.erase': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'delivery.read': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
  'delivery.retry': { admin: 'csiopSIOP', manager: 'siop', desk: '', staff: '', viewer: '' },
};
const targets = {
  c: {},
  s: { site: 'east-lake' },
  i: { item: foreignItem('east-lake') },
  o: { item: ownItem('east-lake') },
  p: { item: pastItem('east-lake') },
  S: { site: 'west-hill' },
  I: { item: foreignItem('west-hill') },
  O: { item: ownItem('west-hill') },
  P: { item: pastItem('west-hill') },
};

describe('permission', () => {
  for (const operation of operations)
    for (const [standing, somebody] of Object.entries(people) as [Standing, Person][])
      test(`${standing}: ${operation}`, () => {
        const allowed = Object.entries(targets).flatMap(([letter, target]) =>
          may(somebody, operation, target, organisationOf(standing)) ? [letter] : [],
        );
        expect(allowed.join('')).toBe(standing === 'contractor' ? '' : expected[operation][standing]);
      });

  test('a steward has files and care of the buildings they keep, and of no others', () => {
    const [first] = organisation.buildings;
    if (!first) throw new Error('the demo estate has buildings');
    const kept = {
      ...organisation,
      buildings: [
        { ...first, id: 'b1', steward: 'somebody' },
        { ...first, id: 'b2' },
      ],
    };
    const allowed = (building: string | null, site = 'east-lake') =>
      operations.filter((one) => may(people.staff, one, { site, building }, { organisation: kept }));
    const ofAll = ['asset.read', 'care.readEvents', 'sharing.read'];
    expect(allowed('b1').filter((one) => !ofAll.includes(one))).toEqual([
      'household.read',
      'phone.read',
      'care.read',
      'care.readSensitive',
      'care.write',
    ]);
    for (const others of [allowed('b2'), allowed(null), allowed('b1', 'west-hill')])
      expect(others.filter((one) => !ofAll.includes(one))).toEqual([]);
    expect(mayAnywhere(people.staff, { organisation: kept })).toContain('care.readSensitive');
  });

  test('a removed person may nothing, nowhere', () => {
    for (const [standing, somebody] of Object.entries(people) as [Standing, Person][]) {
      const removed = { ...somebody, active: false };
      for (const operation of operations)
        for (const target of Object.values(targets))
          expect(may(removed, operation, target, organisationOf(standing))).toBe(false);
      expect(mayAnywhere(removed, organisationOf(standing))).toEqual([]);
    }
  });

  test('asked and escalated people count an item as theirs', () => {
    const asked = { person: 'somebody', level: 0, at: 0, reached: true, confirmed: false };
    const ask = {
      id: 1,
      level: 0,
      timer: 0,
      since: 0,
      asked: [asked],
      due: null,
      dueLimit: null,
      repeated: 0,
      reminder: null,
    };
    expect(may(people.staff, 'item.act', { item: { ...foreignItem('west-hill'), ask } }, { organisation })).toBe(true);
    expect(
      may(
        people.staff,
        'item.act',
        { item: { ...foreignItem('west-hill'), involved: ['somebody'] } },
        { organisation },
      ),
    ).toBe(true);
    expect(mayAct(people.staff, 'verdict', { ...foreignItem('east-lake'), ask }, { organisation })).toBe(true);
  });

  test('an owner who is not on the desk neither judges the own work nor withdraws nor corrects', () => {
    const item = ownItem('east-lake');
    for (const action of ['verdict', 'withdraw', 'correct'] as const) {
      expect(mayAct(people.staff, action, item, { organisation })).toBe(false);
      expect(mayAct(people.desk, action, item, { organisation: withDesk })).toBe(true);
    }
    expect(mayAct(people.staff, 'resolve', item, { organisation })).toBe(true);
    expect(mayAct(people.viewer, 'note', item, { organisation })).toBe(false);
  });

  test('a contractor does an order of their own by its mail, names none of our people, and nothing else', () => {
    const order = { ...ownItem('east-lake'), kind: 'workOrder' as const };
    const acts = (item: Parameters<typeof mayAct>[2], who = people.contractor) =>
      actionNames.filter((action) => mayAct(who, action, item, { organisation }));
    expect(new Set(acts(order))).toEqual(
      new Set(['acknowledge', 'check', 'complete', 'pause', 'resume', 'noAnswer', 'notMine', 'note']),
    );
    for (const other of [
      ownItem('east-lake'),
      { ...ownItem('east-lake'), kind: 'complaint' as const },
      { ...ownItem('east-lake'), kind: 'visit' as const },
      { ...order, owner: 'another', involved: ['somebody'], wereAsked: ['somebody'] },
    ])
      expect(acts(other)).toEqual([]);
    expect(acts(order, { ...people.contractor, active: false })).toEqual([]);
    expect(mayAnywhere(people.contractor, { organisation: withDesk })).toEqual([]);
    expect(mayContractorSee(people.contractor, order)).toBe(true);
    expect(mayContractorSee(people.contractor, { ...order, owner: 'another', wereAsked: ['somebody'] })).toBe(true);
    expect(mayContractorSee(people.contractor, { ...order, owner: 'another' })).toBe(false);
    expect(mayContractorSee(people.contractor, { ...order, kind: 'complaint' })).toBe(false);
  });

  test('names the operations somebody may do anywhere, an admin of a company without sites included', () => {
    expect(mayAnywhere(people.staff, { organisation })).toEqual([
      ...['item.read', 'item.act', 'phone.read', 'asset.read', 'care.readEvents', 'sharing.read'],
    ]);
    expect(mayAnywhere(people.admin, { organisation: { ...organisation, sites: [] } })).toEqual([...operations]);
    expect(sitesOf(people.admin, organisation)).toEqual(['east-lake', 'west-hill']);
    expect(sitesOf(person('staff', { sites: [] }), withDesk)).toEqual(['east-lake']);
  });
});
