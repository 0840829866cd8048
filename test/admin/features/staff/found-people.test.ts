import { expect, test } from 'vitest';
import { roles } from '#domain/organisation';
import { organisation } from '#test/support/one-site';
import { foundPeople, ROLES, type StaffFilter } from '../../../../admin/src/features/staff/found-people.ts';

const [first] = organisation.people;
if (!first) throw new Error('the demo estate has people');
const people = [
  { ...first, id: 'a', name: { 'zh-CN': '维修工甲', en: 'Repairer A' }, phone: '139 0000 1234', sites: ['east'] },
  { ...first, id: 'b', name: { 'zh-CN': '保洁领班', en: 'Cleaning lead' }, email: 'b@x.cn', sites: ['west'] },
  { ...first, id: 'c', name: { 'zh-CN': '总经理', en: 'General manager' }, sites: [] },
  { ...first, id: 'd', name: { 'zh-CN': '离职维修工', en: 'Former repairer' }, sites: ['east'], active: false },
  { ...first, id: 'e', role: 'viewer' as const, name: { 'zh-CN': '审计员', en: 'Auditor' }, sites: ['east', 'west'] },
];
const found = (filter: Partial<StaffFilter>, seen: string[] | null = null) =>
  foundPeople(people, { text: '', active: true, ...filter }, seen).map(({ id }) => id);

test.each([
  ['everybody who is active', {}, ['a', 'b', 'c', 'e']],
  ['by either name', { text: 'repair' }, ['a']],
  ['in Chinese', { text: ' 维修 ' }, ['a']],
  ['by mail', { text: 'B@X' }, ['b']],
  ['by phone as written or not', { text: '1390000-1234' }, ['a']],
  ['by a part of the number as written', { text: '0000 12' }, ['a']],
  ['those who left', { active: false }, ['d']],
  ['of a site', { site: 'west' }, ['b', 'e']],
  ['of a role', { role: 'viewer' as const }, ['e']],
  ['nobody', { text: 'xyz' }, []],
])('%s', (_, filter, ids) => {
  expect(found(filter)).toEqual(ids);
});

test('people of other sites stay unseen, those of the company do not', () => {
  expect(found({}, ['west'])).toEqual(['b', 'c', 'e']);
});

test('the roles are the domain’s', () => {
  expect(ROLES).toEqual(roles);
});
