import { expect, test } from 'vitest';
import { type OperationId, routes } from '#http/routes';
import { createDemoApi } from '#test/support/demo-api';

/** Examples of OpenAPI, sent as they are but for ids and tokens, which only a running system gives. */
type Api = Awaited<ReturnType<typeof createDemoApi>>;
type Named = Extract<
  OperationId,
  keyof { [K in OperationId as (typeof routes)[K] extends { example: unknown } ? K : never]: 1 }
>;

const send = async <T>(
  { call, ports }: Api,
  id: Named,
  {
    as = 'customer-centre-clerk-a',
    path = {},
    put = {},
  }: { as?: string; path?: Record<string, string>; put?: object } = {},
): Promise<T> => {
  const { method, path: pattern, example } = routes[id];
  const address = Object.entries(path).reduce<string>((all, [name, value]) => all.replace(`{${name}}`, value), pattern);
  const answer = await call<T>(method, address, { as, body: { ...example(ports.clock.now()), ...put } });
  expect({ id, answer: answer.status < 300 || answer.body }).toEqual({ id, answer: true });
  return answer.body;
};
const file = (api: Api, unit: string) =>
  send<{ id: string }>(api, 'fileComplaint', { put: { unit, household: `east-lake-b1-${unit}` } });

test('of households: opened, then changed', async () => {
  const api = await createDemoApi();
  const { id } = await send<{ id: string }>(api, 'openHousehold');
  await send(api, 'changeHousehold', { path: { id } });
});

test('of care: a flag added, changed, reviewed, ended; a contact', async () => {
  const api = await createDemoApi();
  const { id } = await send<{ id: string }>(api, 'openHousehold');
  const { flags } = await send<{ flags: { id: string }[] }>(api, 'addCareFlag', { path: { id } });
  const path = { id, flag: flags[0]?.id ?? '' };
  for (const one of ['changeCareFlag', 'reviewCareFlag', 'endCareFlag'] as const) await send(api, one, { path });
  await send(api, 'recordContact', { path });
});

test('of a resident: a copy, then erased', async () => {
  const api = await createDemoApi();
  const path = { id: 'east-lake-b1-1201' };
  await send(api, 'copyResidentData', { as: 'site-director', path });
  await send(api, 'eraseResidentData', { as: 'site-director', path });
});

test('of planned events: planned, changed, announced, told, cancelled; rules tried', async () => {
  const api = await createDemoApi();
  const { id } = await send<{ id: string }>(api, 'createCareEvent');
  const path = { id, household: 'east-lake-b1-401' };
  for (const one of ['changeCareEvent', 'announceCareEvent', 'recordEventCall', 'cancelCareEvent'] as const)
    await send(api, one, { path });
  await send(api, 'tryCareRules', { as: 'site-director' });
});

test('of incidents: linked, answered, unlinked, resolved together', async () => {
  const api = await createDemoApi();
  const complaints = [(await file(api, '1201')).id, (await file(api, '401')).id, (await file(api, '201')).id];
  const { id } = await send<{ id: string }>(api, 'linkComplaints', { put: { complaints } });
  const [first = '', ...left] = complaints;
  const path = { id };
  await send(api, 'replyTogether', { path, put: { complaints } });
  await send(api, 'unlinkComplaint', { path, put: { complaint: first } });
  await send(api, 'resolveTogether', { path, put: { complaints: left } });
});

test('of leaving: looked at, then done', async () => {
  const api = await createDemoApi();
  const to = { as: 'administrator', path: { id: 'repairer-a' } };
  const { token } = await send<{ token: string }>(api, 'checkReplacement', to);
  await send(api, 'applyReplacement', { ...to, put: { token } });
});

test('of moves: looked at, then made', async () => {
  const api = await createDemoApi();
  const { id } = await file(api, '1201');
  const to = { as: 'administrator', path: { id: 'complaint' }, put: { items: [id] } };
  await send(api, 'previewMoves', to);
  await send(api, 'moveItems', to);
});

test('of imports: checked, then taken in', async () => {
  const api = await createDemoApi();
  const as = 'administrator';
  const households = await send<{ token: string }>(api, 'checkHouseholdImport', { as });
  await send(api, 'applyHouseholdImport', { as, put: { token: households.token } });
  const staff = await send<{ token: string }>(api, 'checkStaffImport', { as });
  await send(api, 'applyStaffImport', { as, put: { token: staff.token } });
});

test('of calendars and photos', async () => {
  const api = await createDemoApi();
  await send(api, 'previewCalendar', { as: 'administrator', path: { id: 'cn-office' } });
  const { id } = await file(api, '1201');
  await send(api, 'offerComplaintPhoto', { path: { id } });
});
