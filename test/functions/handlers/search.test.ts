import { describe, expect, test } from 'vitest';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { Found } from '#http/schemas/search';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

interface List<T> {
  data: T[];
  next: string | null;
}
const body = {
  site: 'east-lake',
  category: 'corridor-light',
  building: 'b1',
  unit: '201',
  household: 'east-lake-b1-201',
  description: '灯不亮',
};
async function estate() {
  const api = await createDemoApi();
  const { body: filed } = await api.call<{ id: string; number: string }>('POST', '/api/complaints', { body });
  const search = async (q: string, as?: string) =>
    (await api.call<Found>('GET', '/api/search', { query: { q, site: 'east-lake' }, ...(as && { as }) })).body;
  return { ...api, filed, search };
}

describe('the one box', () => {
  test('finds households by unit, name or phone, with their open complaints', async () => {
    const { search, filed } = await estate();
    for (const q of ['201', '1390000120']) {
      const { households } = await search(q);
      expect(households.length).toBeGreaterThan(0);
    }
    const { households, complaints } = await search('201');
    expect(households.map(({ unit }) => unit)).toContain('201');
    expect(complaints.map(({ id }) => id)).toEqual([filed.id]);
  });

  test('finds complaints and incidents by number, however it is typed', async () => {
    const { call, search, filed } = await estate();
    for (const q of [filed.number, 'el 261123 1', '261123-001'])
      expect((await search(q)).complaints.map(({ id }) => id)).toEqual([filed.id]);
    const { body: second } = await call<{ id: string }>('POST', '/api/complaints', {
      body: { ...body, category: 'parking' },
    });
    await call('POST', '/api/incidents', { body: { title: '同一原因', complaints: [filed.id, second.id] } });
    expect((await search('EL-261123-I01')).incidents).toMatchObject([{ title: '同一原因' }]);
    expect(await search('EL-261123-999')).toEqual({ households: [], complaints: [], incidents: [] });
  });

  test('finds nothing of other sites, and for a repairer only their own', async () => {
    const { search, filed } = await estate();
    const nothing = { households: [], complaints: [], incidents: [] };
    expect(await search(filed.number, 'west-manager')).toEqual(nothing);
    expect(await search('201', 'west-manager')).toEqual(nothing);
    expect(await search('201', 'repairer-a')).toEqual(nothing);
    expect((await search(filed.number, 'repairer-a')).complaints.map(({ id }) => id)).toEqual([filed.id]);
    expect(await search(filed.number, 'repairer-b')).toEqual(nothing);
  });

  test('tells a viewer no phone number', async () => {
    const { search } = await estate();
    expect(JSON.stringify(await search('201', 'auditor'))).not.toMatch(/1390000|@/);
    expect((await search('13900001', 'auditor')).households).toEqual([]);
  });
});

describe('the archive', () => {
  test('finds closed forms by number, household, period and category', async () => {
    const { call, ports, filed } = await estate();
    const archive = async (query: Record<string, string>) =>
      (
        await call<List<ComplaintSummary>>('GET', '/api/archive', { query: { site: 'east-lake', ...query } })
      ).body.data.map(({ id }) => id);
    expect(await archive({})).toEqual([]);
    ports.setNow(at('2026-11-24', '23:30'));
    await call('POST', `/api/complaints/${filed.id}/actions/withdraw`, { body: { reason: '已自行解决' } });
    ports.setNow(at('2026-11-26', '09:00'));
    const { body: later } = await call<{ id: string }>('POST', '/api/complaints', {
      body: { ...body, category: 'parking' },
    });
    await call('POST', `/api/complaints/${later.id}/actions/withdraw`, { body: { reason: '已自行解决' } });
    expect(await archive({})).toEqual([later.id, filed.id]);
    expect(await archive({ from: '2026-11-24', to: '2026-11-24' })).toEqual([filed.id]);
    expect(await archive({ from: '2026-11-25' })).toEqual([later.id]);
    expect(await archive({ category: 'parking' })).toEqual([later.id]);
    expect(await archive({ household: 'east-lake-b1-201' })).toEqual([later.id, filed.id]);
    expect(await archive({ household: 'east-lake-b1-201', to: '2026-11-25' })).toEqual([filed.id]);
    expect(await archive({ household: 'east-lake-b1-202' })).toEqual([]);
    expect(await archive({ number: '261123-001' })).toEqual([filed.id]);
    expect(await archive({ number: 'WH-261123-001' })).toEqual([]);
    expect(await archive({ status: 'closed' })).toEqual([]);
    const { status } = await call('GET', '/api/archive', {
      query: { site: 'east-lake', from: '2026-11-25', to: '2026-11-24' },
    });
    expect(status).toBe(422);
    expect((await call('GET', '/api/archive', { query: { site: 'east-lake' }, as: 'west-manager' })).status).toBe(403);
  });
});
