import { describe, expect, test } from 'vitest';
import { absenceProblems } from '#domain/absence-problems';
import type { Item } from '#domain/item';
import { namesFor, namesIn } from '#domain/item-words';
import { addressOf } from '#domain/mail/address';
import { messageTemplates } from '#domain/mail/view';
import { organisationProblems, rosterProblems } from '#domain/organisation-problems';
import { personById, type Recipient, resolveRecipients } from '#domain/recipients';
import { planStaff } from '#domain/transfer/plan-staff';
import { check } from '#domain/workflow/check';
import type { Effect } from '#domain/workflow/effect';
import { complaint, directory, facts } from '#test/support/estate';
import { orderItem, someOrder } from '#test/support/orders';
import { ask, define, end, person } from '#test/support/small-workflow';

const { organisation, rosters } = directory;
const mechanic = 'lift-mechanic';
const post = (path: (string | number)[]) => ({
  path,
  code: 'contractor_post',
  value: { 'zh-CN': '电梯维保员', en: 'Lift mechanic' },
});
const order = someOrder({ responsible: mechanic, deputy: 'repairer-a' });
const where = { site: 'east-lake', building: 'b1', department: 'engineering' };

describe('a contractor (维保单位)', () => {
  const reached = (recipients: Recipient[], item: Parameters<typeof resolveRecipients>[1], absences = directory) =>
    resolveRecipients(recipients, item, absences, facts.calendar, 1_000).people;

  test('is reached for a work order that is theirs, by no post, and for nothing else', () => {
    const responsible: Recipient = { kind: 'responsible' };
    expect(reached([responsible], { ...where, owner: null, order })).toEqual([mechanic]);
    expect(reached([{ kind: 'owner' }], { ...where, owner: mechanic, order })).toEqual([mechanic]);
    expect(reached([{ kind: 'owner' }], { ...where, owner: mechanic })).toEqual([]);
    expect(reached([person(mechanic)], { ...where, owner: null, order })).toEqual([]);
    const visit = { visitor: mechanic, workers: [mechanic] };
    expect(reached([{ kind: 'worker' }, { kind: 'visitor' }], { ...where, owner: null, visit })).toEqual([]);
    const isHead = {
      ...directory,
      organisation: {
        ...organisation,
        sites: organisation.sites.map((site) => ({
          ...site,
          departments: site.departments.map((one) => ({ ...one, head: mechanic, handlers: [mechanic, 'repairer-a'] })),
        })),
      },
    };
    expect(reached([{ kind: 'head', department: 'item' }], { ...where, owner: null, order }, isHead)).toEqual([]);
  });

  test('away, is replaced by the deputy for the facility', () => {
    const absences = { absences: [{ person: mechanic, from: 0, to: 2_000, deputy: null }] };
    expect(reached([{ kind: 'responsible' }], { ...where, owner: null, order }, { ...directory, absences })).toEqual([
      'repairer-a',
    ]);
  });

  test('holds no post and takes no turn', () => {
    const [first, ...others] = organisation.sites;
    if (!first) throw new Error('the estate has a site');
    const body = {
      ...organisation,
      posts: [{ ...organisation.posts[0], id: 'quality', name: first.name, holders: ['quality-manager', mechanic] }],
      sites: [{ ...first, director: mechanic, departments: [] }, ...others],
      buildings: organisation.buildings.map((one) => (one.id === 'b1' ? { ...one, steward: mechanic } : one)),
    };
    expect(organisationProblems(organisation, ['cn-office'])).toEqual([]);
    expect(organisationProblems(body, ['cn-office'])).toEqual([
      post(['posts', 0, 'holders', 1]),
      post(['sites', 0, 'director']),
      post(['buildings', 0, 'steward']),
    ]);
    const [roster] = rosters.rosters;
    if (!roster) throw new Error('the estate has a roster');
    const dated = [{ date: '2026-11-23', from: '08:00', to: '20:00', person: mechanic }];
    expect(rosterProblems({ rosters: [{ ...roster, dated }] }, organisation)).toEqual([
      post(['rosters', 0, 'dated', 0, 'person']),
    ]);
  });

  test('stands in for another contractor, never for one of our people; has a firm', () => {
    const absence = (person: string) => ({ absences: [{ person, from: 0, to: 1, deputy: mechanic }] });
    expect(absenceProblems(absence('repairer-a'), organisation)).toMatchObject([
      { path: ['absences', 0, 'deputy'], code: 'contractor_deputy' },
    ]);
    const people = organisation.people.map((one) => ({ ...one, firm: undefined }));
    const at = people.findIndex(({ id }) => id === mechanic);
    expect(organisationProblems({ ...organisation, people }, ['cn-office'])).toEqual([
      { path: ['people', at, 'firm'], code: 'no_firm' },
    ]);
    people.push({ ...(people[at] as (typeof people)[number]), id: 'other-mechanic', email: 'other@firm.example' });
    expect(absenceProblems(absence('other-mechanic'), { ...organisation, people })).toEqual([]);
  });

  test('is no level of a ladder: a workflow that would reach contractors only is refused', () => {
    const ladder = (to: Recipient[]) =>
      check(define([ask('work', [{ to: [person('engineering-head')], within: 'acknowledge' }, { to }]), end('done')]), {
        directory,
        routing: facts.routing,
        templates: messageTemplates,
      }).filter(({ field }) => field.startsWith('levels'));
    expect(ladder([person(mechanic)])).toEqual([
      { step: 'work', field: 'levels.1.to', code: 'only_contractors', detail: { site: 'east-lake' } },
    ]);
    expect(ladder([person(mechanic), person('site-director')])).toEqual([]);
    expect(ladder([person('nobody')])).toMatchObject([{ code: 'reaches_nobody' }]);
  });

  test('is named with the firm, and reads posts instead of our people’s names', () => {
    const names = namesIn(facts, 'zh-CN');
    expect(names.person(mechanic)).toBe('电梯维保员（申安电梯维保）');
    const reader = personById(directory, mechanic);
    if (!reader) throw new Error('the estate has a contractor');
    const seen = namesFor(facts, { site: 'east-lake' }, reader);
    expect([mechanic, 'engineering-head', 'repairer-a', 'site-director'].map(seen.person)).toEqual([
      ...['电梯维保员', '工程部负责人', '物业管理处', '管理处主任'],
    ]);
  });

  test('gets mails of work orders only, whatever they had in hand before', () => {
    const mail = { type: 'mail', to: mechanic } as Extract<Effect, { type: 'mail' }>;
    const to = (item: Item) => addressOf({ item, facts }, mail);
    expect(to(orderItem(0, { responsible: mechanic }))).toBe('lift-mechanic@steward.example');
    expect(to(complaint(0))).toBeNull();
  });

  test('comes with a table of staff, with the firm', () => {
    const head = ['姓名', '邮箱', '角色', '所属单位', '项目'];
    const sheet = (...rows: string[][]) => [head, ...rows].map((cells, index) => ({ line: index + 1, cells }));
    const plan = (...rows: string[][]) => planStaff(sheet(...rows), organisation, () => true);
    const { people, problems } = plan(['消防维保员', 'fire@firm.example', '维保单位', '安泰消防', '东湖花园']);
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ person: { role: 'contractor', firm: '安泰消防', sites: ['east-lake'] } }]);
    expect(plan(['甲', 'a@firm.example', '维保单位', '', '东湖花园']).problems).toEqual([
      { line: 2, column: 'firm', code: 'needed', value: '' },
    ]);
    // Whoever becomes one of ours is of no firm any more.
    const joined = plan(['电梯维保员', 'lift-mechanic@steward.example', '员工', '', '']).people[0];
    expect(joined?.person).toMatchObject({ id: mechanic, role: 'staff' });
    expect(joined?.person.firm).toBeUndefined();
  });
});
