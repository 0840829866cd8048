import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { startTestSystem, unreachable } from '#test/support/system';
import { createDeliveries } from '#usecases/deliveries';

it('a mail that was given up is tried again when somebody asks, and arrives once the address is good', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00'), change: unreachable('repairer-a') });
  const { id } = await town.file();
  town.mails();
  const { ports, loadDirectory } = town.system;
  const { organisation } = (await loadDirectory(town.company)).directory;
  const person = organisation.people.find(({ role }) => role === 'admin');
  if (!person) throw new Error('the demo estate has an admin');
  const caller = { company: town.company, person, language: 'en' as const };
  const deliveries = createDeliveries({ ...ports, loadDirectory });
  const listed = async (state?: 'failed' | 'done') =>
    (await deliveries.list(caller, { site: 'east-lake', state, limit: 50 })).data;
  const [failed] = await listed('failed');
  if (!failed) throw new Error('the mail to the repairer failed');
  expect(failed).toMatchObject({ to: 'repairer-a', state: 'failed', complaint: id });
  const suppressed = () => deliveries.listSuppressed(caller, { site: 'east-lake', limit: 10 });
  expect((await suppressed()).data.map(({ email }) => email)).toEqual(['repairer-a@undeliverable.invalid']);

  // Still suppressed: tried, given up again, and said so on the timeline.
  expect(await deliveries.retry(caller, { complaint: id, id: failed.id })).toEqual({ retried: true });
  await town.system.settle();
  expect((await listed('failed')).find((row) => row.id === failed.id)?.error).toBe('suppressed');
  expect(town.mails()).toEqual([]);

  await town.publish('organisation', 'main', (body) => ({
    ...body,
    people: body.people.map((one) => (one.id === 'repairer-a' ? { ...one, email: 'repairer-a@steward.example' } : one)),
  }));
  expect(await deliveries.lift(caller, { site: 'east-lake', email: 'repairer-a@undeliverable.invalid' })).toEqual({
    lifted: true,
  });
  expect(await deliveries.retry(caller, { complaint: id, id: failed.id })).toEqual({ retried: true });
  await town.system.settle();
  expect(await deliveries.retry(caller, { complaint: id, id: failed.id })).toEqual({ retried: false });
  expect(town.mails().map((line) => line.split(' ')[2])).toEqual(['repairer-a']);
  expect((await listed('done')).find((row) => row.id === failed.id)).toMatchObject({ state: 'done', error: null });
  const told = (await town.timeline()).flatMap((entry) =>
    ['retried', 'bounced', 'sent'].includes(entry.type) && 'effect' in entry && entry.effect === failed.id
      ? [`${entry.type} ${entry.by}`]
      : [],
  );
  expect(told).toEqual([
    'bounced system',
    'retried administrator',
    'bounced system',
    'retried administrator',
    'sent system',
  ]);
});
