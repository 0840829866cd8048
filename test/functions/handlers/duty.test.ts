import { expect, test } from 'vitest';
import type { DutyView } from '#http/schemas/duty';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
const duty = async ({ call }: Api, as: string) => (await call<DutyView>('GET', '/api/duty', { as })).body.data;
const publish = ({ call }: Api, kind: string, body: unknown) =>
  call('PUT', `/api/documents/${kind}/main`, { as: 'administrator', body: { expected: 1, note: 'a change', body } });
const lines = (rows: DutyView['data']) =>
  rows.map(({ roster, now, next }) => [
    roster,
    now.map(({ person, present }) => `${person.id} by ${present?.id ?? 'nobody'}`),
    next && `${next.person.id} by ${next.present?.id ?? 'nobody'} from ${next.from}`,
  ]);

test('everybody at the site learns who is on duty and who is next, by name and without addresses', async () => {
  const api = await createDemoApi();
  expect(lines(await duty(api, 'gardener'))).toEqual([
    ['duty-manager', [], 'duty-manager-a by duty-manager-a from 2026-11-23T10:00:00Z'],
  ]);
  api.ports.setNow(at('2026-11-24', '03:00'));
  const rows = await duty(api, 'customer-centre-clerk-a');
  expect(lines(rows)).toEqual([
    [
      'duty-manager',
      ['duty-manager-a by duty-manager-a'],
      'duty-manager-b by duty-manager-b from 2026-11-24T10:00:00Z',
    ],
  ]);
  expect(rows[0]?.now[0]).toMatchObject({ person: { name: { en: 'Duty manager A' } }, to: '2026-11-24T01:00:00Z' });
  expect(JSON.stringify(rows)).not.toContain('@');
});

test('who is away is replaced by who stands in, at the time it is asked for', async () => {
  const api = await createDemoApi();
  api.ports.setNow(at('2026-11-23', '19:00'));
  const away = (person: string, deputy: string | null, from: string, to: string) => ({
    person,
    deputy,
    from: at(from, '00:00'),
    to: at(to, '00:00'),
  });
  await publish(api, 'absences', {
    absences: [
      away('duty-manager-a', 'security-head', '2026-11-23', '2026-11-25'),
      away('duty-manager-b', null, '2026-11-24', '2026-11-25'),
    ],
  });
  expect(lines(await duty(api, 'gardener'))).toEqual([
    ['duty-manager', ['duty-manager-a by security-head'], 'duty-manager-b by nobody from 2026-11-24T10:00:00Z'],
  ]);
});

test('the next stretch with nobody on duty is told: a turn without anybody to stand in, or a holiday no turn covers', async () => {
  const api = await createDemoApi();
  const [plain] = await duty(api, 'gardener');
  expect(plain?.gap).toBeNull();
  await publish(api, 'absences', {
    absences: [
      { person: 'duty-manager-b', deputy: null, from: at('2026-11-26', '00:00'), to: at('2026-11-27', '00:00') },
    ],
  });
  const [row] = await duty(api, 'gardener');
  expect(row?.gap).toMatchObject({
    from: '2026-11-26T10:00:00Z',
    to: '2026-11-27T01:00:00Z',
    person: { id: 'duty-manager-b' },
  });
  api.ports.setNow(at('2026-09-29', '10:00'));
  const [before] = await duty(api, 'gardener');
  expect(before?.gap).toEqual({ from: '2026-10-01T01:00:00Z', to: '2026-10-01T10:00:00Z', person: null });
});

test('the phone number of who takes the turn is for the desk and managers', async () => {
  const api = await createDemoApi();
  api.ports.setNow(at('2026-11-23', '19:00'));
  const organisation = structuredClone((await api.ports.documents.current('demo', 'organisation', 'main'))?.body);
  for (const person of organisation?.people ?? []) person.phone = `phone of ${person.id}`;
  await publish(api, 'organisation', organisation);
  const phones = async (as: string) => (await duty(api, as)).flatMap(({ now, next }) => [now[0]?.phone, next?.phone]);
  const both = ['phone of duty-manager-a', 'phone of duty-manager-b'];
  for (const as of ['customer-centre-clerk-a', 'site-director']) expect(await phones(as)).toEqual(both);
  for (const as of ['gardener', 'auditor']) expect(await phones(as)).toEqual([null, null]);
});

test('rosters of other sites stay unseen', async () => {
  expect(await duty(await createDemoApi(), 'west-manager')).toEqual([]);
});
