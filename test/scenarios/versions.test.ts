import { expect, it } from 'vitest';
import { elapsed } from '#domain/limit';
import { messageTemplates } from '#domain/mail/view';
import type { Person } from '#domain/organisation';
import type { Definition, Step } from '#domain/workflow/definition';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';
import { createDrafts } from '#usecases/drafts';
import { createPlans } from '#usecases/plan-publication';
import { createPublishDocument } from '#usecases/publish-document';

const monday = '2026-11-23';
const WORKFLOW = 'complaint';

/** So many minutes for each level that has a limit, on whatever day it is. */
const hurried =
  (minutes: number) =>
  (body: Definition): Definition => ({
    ...body,
    steps: body.steps.map((step): Step => {
      if (step.id !== 'accept' || step.type !== 'ask') return step;
      return { ...step, levels: step.levels.map((one) => (one.within ? { ...one, within: elapsed(minutes) } : one)) };
    }),
  });

/** A town at ten on Monday, and two who may publish. */
async function townAtTen() {
  const town = await startTestSystem({ start: at(monday, '10:00') });
  const { company, system } = town;
  const { ports, loadDirectory } = system;
  const parts = { ...ports, loadDirectory };
  const options = { templates: messageTemplates };
  const { people } = (await loadDirectory(company)).directory.organisation;
  const callerOf = (id: string) => {
    const person = people.find((one) => one.id === id) as Person;
    return { company, person, language: 'en' as const };
  };
  const current = async () => {
    const found = await ports.documents.current(company, 'workflow', WORKFLOW);
    if (!found) throw new Error('the demo estate has a workflow');
    return found;
  };
  const publishDocument = createPublishDocument(parts, options);
  const publish = async (by: string, body: Definition, expected: number, draft?: number) => {
    const note = `by ${by}`;
    const done = await publishDocument(callerOf(by), { kind: 'workflow', id: WORKFLOW, expected, note, body, draft });
    await system.settle();
    return done.version;
  };
  const plan = async (by: string, body: Definition, when: number) => {
    const { version } = await current();
    await createPlans(parts, options).plan(callerOf(by), {
      ...{ kind: 'workflow', id: WORKFLOW, expected: version, note: 'from noon', body, at: when },
    });
    await system.settle();
  };
  const versionOf = async (id: string) => (await town.item(id)).workflow.version;
  return { town, callerOf, current, publish, plan, versionOf, drafts: createDrafts(parts) };
}
const ADMIN = 'administrator';
const DIRECTOR = 'site-director';
const CLERK = 'customer-centre-clerk-a';
/** Other households of the building. */
const at802 = { unit: '802', household: 'east-lake-b1-802' };
const at402 = { unit: '402', household: 'east-lake-b1-402' };

it('published while complaints are open, and rolled back: each goes on as it began, also where it begins anew', async () => {
  const { town, current, publish, versionOf } = await townAtTen();
  const first = await current();
  const old = await town.file();
  expect(await publish(ADMIN, hurried(20)(first.body), 1)).toBe(2);
  const young = await town.file(at802);
  expect(await publish(ADMIN, first.body, 2)).toBe(3);
  const last = await town.file(at402);
  expect((await current()).body).toEqual(first.body);
  expect(await Promise.all([old, young, last].map(({ id }) => versionOf(id)))).toEqual([1, 2, 3]);
  town.mails();

  await town.advanceTo(monday, '10:21');
  expect(town.mails()).toEqual(['11-23 10:20 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 10:40 前响应']);
  // Reopened one level up, they are asked anew, each by its own version.
  for (const { id } of [young, last]) {
    await town.actAs('repairer-a', 'resolve', { done: '已换灯', told: '已修好' }, id);
    await town.actAs(CLERK, 'verdict', { verdict: 'notSolved' }, id);
  }
  const due = async ({ id }: { id: string }) => town.local((await town.item(id)).ask?.due ?? 0);
  expect([await due(young), await due(last)]).toEqual(['11-23 10:41', '11-23 15:51']);
  town.mails();
  await town.advanceTo(monday, '10:42');
  expect(town.mails()).toEqual([
    '11-23 10:41 quality-manager 已升级到您：第 4 级（共 4 级） | 周二 18:00 前答复业主',
    '11-23 10:41 general-manager 已升级到您：第 4 级（共 4 级） | 周二 18:00 前答复业主',
  ]);
  for (const { id } of [old, young, last]) await town.actAs(CLERK, 'withdraw', { reason: '不再需要' }, id);
  town.mails();
  await town.finish();
});

it('two publish at once: one stands, the other is told and loses nothing; what is filed meanwhile goes by one of them', async () => {
  const { town, callerOf, current, publish, versionOf, drafts } = await townAtTen();
  const { body, version } = await current();
  const [admin, director] = [callerOf(ADMIN), callerOf(DIRECTOR)];
  const draftOf = { kind: 'workflow', id: WORKFLOW, base: version } as const;
  // Both begin to edit in the same moment: one draft, and the second is given what the first saved.
  const saved = await Promise.allSettled([
    drafts.save(admin, { ...draftOf, revision: 0, body: hurried(20)(body) }),
    drafts.save(director, { ...draftOf, revision: 0, body: hurried(30)(body) }),
  ]);
  expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [first] = saved.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [second] = saved.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect([second.name, second.state]).toEqual(['DraftInTheWay', first]);

  const [a, b, filed] = await Promise.allSettled([
    publish(ADMIN, hurried(20)(body), version),
    publish(DIRECTOR, hurried(30)(body), version),
    town.file(),
  ]);
  expect([a.status, b.status].sort()).toEqual(['fulfilled', 'rejected']);
  const refused = a.status === 'rejected' ? a : b;
  expect(refused).toMatchObject({ reason: { name: 'DocumentChanged' } });
  const stands = await current();
  expect([stands.version, stands.author]).toEqual([2, a.status === 'fulfilled' ? ADMIN : DIRECTOR]);
  // The draft is as it was saved, and is published over what stands now.
  const draft = await drafts.show(director, 'workflow', WORKFLOW);
  expect(draft).toEqual(first);
  expect(await publish(DIRECTOR, draft.draft?.body as Definition, 2, draft.revision)).toBe(3);
  expect(await drafts.show(admin, 'workflow', WORKFLOW)).toMatchObject({ draft: null, ended: { how: 'published' } });

  const { id } = filed.status === 'fulfilled' ? filed.value : expect.fail('it was not filed');
  expect([1, 2]).toContain(await versionOf(id));
  await town.actAs(CLERK, 'withdraw', { reason: '不再需要' }, id);
  town.mails();
  await town.finish();
});

it('published at a set time: what is filed the minute before goes by the old version, what is filed then by the new', async () => {
  const { town, current, plan, versionOf } = await townAtTen();
  await plan(ADMIN, hurried(20)((await current()).body), at(monday, '11:00'));
  await town.advanceTo(monday, '10:59');
  const before = await town.file();
  await town.advanceTo(monday, '11:00');
  const after = await town.file(at802);
  expect([await versionOf(before.id), await versionOf(after.id)]).toEqual([1, 2]);
  town.mails();
  await town.advanceTo(monday, '11:30');
  expect(town.mails()).toEqual(['11-23 11:20 engineering-head 已升级到您：第 2 级（共 4 级） | 周一 11:40 前响应']);
  for (const { id } of [before, after]) await town.actAs(CLERK, 'withdraw', { reason: '不再需要' }, id);
  town.mails();
  await town.finish();
});
