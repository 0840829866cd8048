import { expect, it } from 'vitest';
import { messageTemplates } from '#domain/mail/view';
import type { Person } from '#domain/organisation';
import { toIso } from '#domain/time';
import type { Schedules } from '#ports';
import { at } from '#test/support/estate';
import { startTestSystem, type TestSystem } from '#test/support/system';
import { createPlans } from '#usecases/plan-publication';

const monday = '2026-11-23';
const office = { kind: 'calendar', id: 'cn-office' } as const;

/** A town and its administrator, who closes the office on Tuesday by a publication planned for noon. */
async function townWithPlan(options: Omit<Parameters<typeof startTestSystem>[0], 'start'> = {}) {
  const town = await startTestSystem({ ...options, start: at(monday, '10:00') });
  const { ports, loadDirectory } = town.system;
  const plans = createPlans({ ...ports, loadDirectory }, { templates: messageTemplates });
  const { organisation } = (await loadDirectory(town.company)).directory;
  const person = organisation.people.find(({ role }) => role === 'admin') as Person;
  const caller = { company: town.company, person, language: 'en' as const };
  const current = await ports.documents.current(town.company, office.kind, office.id);
  if (!current) throw new Error('the demo estate has a calendar');
  const closed = { date: '2026-11-24', open: [], reason: { 'zh-CN': '盘点', en: 'Stocktaking' } };
  const body = { ...current.body, exceptions: [...current.body.exceptions, closed] };
  const request = { ...office, expected: current.version, note: 'Stocktaking', body, at: at(monday, '12:00') };
  const planned = await plans.plan(caller, request);
  await town.system.settle();
  return { town, plans, caller, planned, versions: () => versionsOf(town) };
}
const versionsOf = async ({ system, company, local }: TestSystem) => {
  const { rows } = await system.ports.documents.history(company, office.kind, office.id, {});
  return rows.map(({ version, at: when, note }) => `${version} ${local(when)} ${note}`);
};
const only = '1 11-23 10:00 scenario';

it('goes off at its time, moves what hangs on it, and a second delivery changes nothing', async () => {
  const { town, plans, caller, versions } = await townWithPlan();
  const { id } = await town.file();
  town.mails();
  const resolve = async () => town.local((await town.item(id)).clocks.resolve?.deadline ?? 0);
  expect(await resolve()).toBe('11-25 18:00');
  await town.advanceTo(monday, '11:59');
  expect(await versions()).toEqual([only]);
  await town.advanceTo(monday, '12:00');
  expect(await versions()).toEqual(['2 11-23 12:00 Stocktaking', only]);
  expect(await resolve()).toBe('11-26 18:00');
  expect(await plans.of(caller, office.kind, office.id)).toBeNull();
  // Delivered again, and by two at once.
  await Promise.all([town.system.sweep(), town.system.sweep()]);
  expect(await versions()).toHaveLength(2);
  await town.expectSound();
  expect(town.problems).toEqual([]);
});

it('is made up for by the sweeper when its alarm was lost', async () => {
  const lost: Schedules = { arm: async () => {}, disarm: async () => {} };
  const { town, versions } = await townWithPlan({ wrap: (ports) => ({ ...ports, schedules: lost }) });
  await town.advanceTo(monday, '12:04');
  await town.advanceTo(monday, '12:05');
  expect((await versions())[0]).toMatch(/^2 11-23 12:0[05] Stocktaking$/);
  await town.finish();
});

it('does not come once it was cancelled, and its alarm is taken away', async () => {
  const told: string[] = [];
  const spy = (inner: Schedules): Schedules => ({
    arm: (name, when, payload) => {
      told.push(`arm ${toIso(when)}`);
      return inner.arm(name, when, payload);
    },
    disarm: (name) => {
      told.push('disarm');
      return inner.disarm(name);
    },
  });
  const { town, plans, caller, planned, versions } = await townWithPlan({
    wrap: (ports) => ({ ...ports, schedules: spy(ports.schedules) }),
  });
  await plans.cancel(caller, office.kind, office.id, planned.plan);
  await town.system.settle();
  expect(told).toEqual([`arm ${toIso(at(monday, '12:00'))}`, 'disarm']);
  await town.advanceTo(monday, '13:00');
  expect(await versions()).toEqual([only]);
  await town.finish();
});

it('is refused, and says why, when somebody published meanwhile', async () => {
  const { town, plans, caller, versions } = await townWithPlan();
  await town.publish('calendar', 'cn-office', (body) => ({ ...body, horizon: '2027-06-30' }));
  expect(await plans.of(caller, office.kind, office.id)).toMatchObject({ state: 'planned', stale: true });
  await town.advanceTo(monday, '12:00');
  expect(await plans.of(caller, office.kind, office.id)).toMatchObject({
    state: 'failed',
    failure: { why: 'stale', version: 2 },
  });
  expect(await versions()).toEqual(['2 11-23 10:00 scenario', only]);
  expect((await plans.list(caller, {})).data).toHaveLength(1);
  await town.finish();
});
