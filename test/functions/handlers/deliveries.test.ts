import { expect, test } from 'vitest';
import type { DeliveryRow, SuppressedRow } from '#http/schemas/delivery';
import type { MailRow } from '#ports';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
const nine = Date.parse('2026-11-23T01:00:00Z');
const mail = (item: string, seq: number, change: Partial<MailRow> = {}): MailRow => ({
  company: 'demo',
  item,
  kind: 'complaint',
  number: 'EL-261123-001',
  effect: {
    type: 'mail',
    id: `${item}/${seq}`,
    to: 'repairer-a',
    reason: 'asked',
    template: 'asked',
    level: 0,
    step: 'handle',
    ask: 1,
    due: null,
    cause: 1,
  },
  state: 'done',
  attempts: 1,
  notBefore: nine,
  at: nine + seq,
  error: null,
  finishedAt: nine + 2000,
  providerId: 'p1',
  ...change,
});
async function withComplaint() {
  const api = await createDemoApi();
  const { body } = await api.call<{ id: string }>('POST', '/api/complaints', {
    body: {
      site: 'east-lake',
      category: 'corridor-light',
      building: 'b1',
      unit: '1201',
      description: '灯',
      channel: 'desk',
    },
  });
  const failed = mail(body.id, 2, { state: 'failed', error: '550 no such user', providerId: null });
  api.ports.mails.push({ site: 'east-lake', row: mail(body.id, 1) }, { site: 'east-lake', row: failed });
  return { ...api, id: body.id };
}
const list = (api: Api, as: string, query: Record<string, string> = {}) =>
  api.call<{ data: DeliveryRow[] }>('GET', '/api/deliveries', {
    as,
    query: { site: 'east-lake', ...query },
    headers: { 'accept-language': 'en' },
  });

test('mails are listed with state, reason and provider id, by state as well', async () => {
  const api = await withComplaint();
  const { body } = await list(api, 'site-director');
  expect(body.data.map(({ to, about, state, error, providerId }) => ({ to, about, state, error, providerId }))).toEqual(
    [
      { to: 'repairer-a', about: 'asked to act', state: 'failed', error: '550 no such user', providerId: null },
      { to: 'repairer-a', about: 'asked to act', state: 'done', error: null, providerId: 'p1' },
    ],
  );
  expect((await list(api, 'administrator', { state: 'done' })).body.data).toHaveLength(1);
  for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a', 'west-manager'])
    expect((await list(api, as)).status).toBe(403);
});

test('a failed mail is tried again once, by those who may; one that arrived stays', async () => {
  const api = await withComplaint();
  const retry = (as: string, id: string, complaint = api.id) =>
    api.call<{ retried: boolean }>('POST', '/api/deliveries/retry', { as, body: { complaint, id } });
  for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a', 'west-manager'])
    expect((await retry(as, `${api.id}/2`)).status).toBe(403);
  expect((await retry('site-director', `${api.id}/2`)).body).toEqual({ retried: true });
  expect((await retry('site-director', `${api.id}/2`)).body).toEqual({ retried: false });
  expect((await retry('site-director', `${api.id}/1`)).body).toEqual({ retried: false });
  expect((await retry('site-director', `${api.id}/9`)).status).toBe(404);
  expect((await retry('site-director', 'x/1', 'nowhere')).status).toBe(404);
});

test('suppressed addresses are shown and lifted at their own site only', async () => {
  const api = await createDemoApi();
  await api.ports.suppressions.suppress('demo', 'b1-1201@x.example', '550', nine, 'east-lake');
  const suppressed = (as: string) =>
    api.call<{ data: SuppressedRow[] }>('GET', '/api/suppressed', { as, query: { site: 'east-lake' } });
  const lift = (as: string, site: string) =>
    api.call<{ lifted: boolean }>('POST', '/api/suppressed/lift', { as, body: { site, email: 'b1-1201@x.example' } });
  expect((await suppressed('site-director')).body.data).toEqual([
    { id: 'b1-1201@x.example', email: 'b1-1201@x.example', why: '550', at: '2026-11-23T01:00:00Z' },
  ]);
  for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a', 'west-manager']) {
    expect((await suppressed(as)).status).toBe(403);
    expect((await lift(as, 'east-lake')).status).toBe(403);
  }
  expect((await lift('west-manager', 'west-hill')).body).toEqual({ lifted: false });
  expect((await lift('site-director', 'east-lake')).body).toEqual({ lifted: true });
  expect((await suppressed('site-director')).body.data).toEqual([]);
  const audit = (as: string) =>
    api.call<{ data: object[] }>('GET', '/api/audit', { as, query: { kind: 'suppression' } });
  expect((await audit('site-director')).body.data).toMatchObject([
    { kind: 'suppression', id: 'east-lake', what: 'lifted', author: 'site-director', version: null, note: null },
  ]);
  expect(JSON.stringify(await api.ports.audit.links('demo', { kind: 'suppression', id: 'east-lake' }))).not.toContain(
    '@',
  );
  expect((await audit('west-manager')).body.data).toEqual([]);
});
