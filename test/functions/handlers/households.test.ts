import { describe, expect, test } from 'vitest';
import type { HouseholdDetail } from '#http/schemas/household';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

interface Problem {
  message: string;
  errors?: Record<string, string[]>;
}
interface List<T> {
  data: T[];
  next: string | null;
}
const path = '/api/households/east-lake-b1-201';
const member = (change: object = {}) => ({
  name: '李小明',
  phone: '138 0000 1111',
  email: 'li@resident.example',
  language: 'zh-CN',
  preferredTime: null,
  channel: 'message',
  relation: 'tenant',
  ...change,
});

describe('resident files', () => {
  test('are changed by the desk, which stands in them with the time', async () => {
    const { call, ports } = await createDemoApi();
    const before = await call<HouseholdDetail>('GET', path);
    expect(before.body).toMatchObject({ unit: '201', version: 1, changedBy: null, changedAt: null });
    ports.setNow(at('2026-11-23', '10:05'));
    const changed = await call<HouseholdDetail>('PUT', path, { body: { expected: 1, members: [member()] } });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        members: [member()],
        version: 2,
        changedBy: 'customer-centre-clerk-a',
        changedAt: '2026-11-23T02:05:00Z',
      },
    });
    expect((await call<HouseholdDetail>('GET', path)).body).toEqual(changed.body);
    const found = await call<List<{ id: string }>>('GET', '/api/households', {
      query: { site: 'east-lake', q: '李小明' },
    });
    expect(found.body.data.map(({ id }) => id)).toEqual(['east-lake-b1-201']);
  });

  test('refuse a change of what somebody else changed since', async () => {
    const { call } = await createDemoApi();
    await call('PUT', path, { body: { expected: 1, members: [member()] } });
    const late = await call<Problem>('PUT', path, { body: { expected: 1, members: [] } });
    expect(late).toMatchObject({ status: 409, body: { message: '这份档案刚被他人修改，请刷新后再改。' } });
    expect((await call<HouseholdDetail>('GET', path)).body.members).toHaveLength(1);
  });

  test.each([
    ['phone', '12', 'members.0.phone'],
    ['email', 'nobody', 'members.0.email'],
    ['name', ' ', 'members.0.name'],
    ['channel', 'fax', 'members.0.channel'],
  ])('say at the field that %s "%s" is wrong', async (field, value, at) => {
    const { call } = await createDemoApi();
    const answer = await call<Problem>('PUT', path, { body: { expected: 1, members: [member({ [field]: value })] } });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.errors ?? {})).toEqual([at]);
  });

  test('are opened for a unit that has none, once', async () => {
    const { call } = await createDemoApi();
    const body = { site: 'east-lake', building: 'b2', unit: '3-1401', members: [member()] };
    const opened = await call<HouseholdDetail>('POST', '/api/households', { body });
    expect(opened).toMatchObject({ status: 201, body: { id: 'east-lake-b2-3-1401', version: 1 } });
    const again = await call<Problem>('POST', '/api/households', { body: { ...body, unit: '3 1401' } });
    expect(again).toMatchObject({ status: 422, body: { errors: { unit: ['这个房号已有档案。'] } } });
    const elsewhere = await call<Problem>('POST', '/api/households', { body: { ...body, building: 'b9' } });
    expect(Object.keys(elsewhere.body.errors ?? {})).toEqual(['building']);
  });

  test('without words the list is the site, building by building', async () => {
    const { call } = await createDemoApi();
    const first = await call<List<{ building: string; unit: string }>>('GET', '/api/households', {
      query: { site: 'east-lake', limit: '13' },
    });
    expect(first.body.data.map(({ building, unit }) => `${building}-${unit}`).slice(0, 2)).toEqual([
      'b1-201',
      'b1-202',
    ]);
    expect(first.body.data.at(-1)).toMatchObject({ building: 'b2', unit: '201' });
    const building = await call<List<{ building: string }>>('GET', '/api/households', {
      query: { site: 'east-lake', building: 'b3', limit: '100' },
    });
    expect(new Set(building.body.data.map((row) => row.building))).toEqual(new Set(['b3']));
  });

  test('show a viewer neither numbers nor addresses, and let nobody else write', async () => {
    const { call } = await createDemoApi();
    const preferredTime = '先打 13900001111';
    await call('PUT', path, { body: { expected: 1, members: [member({ preferredTime })] } });
    const seen = await call<HouseholdDetail>('GET', path, { as: 'auditor' });
    expect(seen.status).toBe(200);
    expect(seen.body.members[0]).toMatchObject({ phone: null, email: null, preferredTime: '先打 •••' });
    for (const as of ['auditor', 'repairer-a', 'west-manager']) {
      const change = await call('PUT', path, { as, body: { expected: 2, members: [] } });
      expect(change.status).toBe(403);
    }
    expect((await call('GET', path, { as: 'west-manager' })).status).toBe(403);
    expect((await call('GET', `${path}/complaints`, { as: 'repairer-a' })).status).toBe(403);
    expect((await call('GET', '/api/households/nobody')).status).toBe(404);
  });

  test('list the complaints of a household, newest first', async () => {
    const { call, ports } = await createDemoApi();
    const file = (category: string) =>
      call<{ id: string }>('POST', '/api/complaints', {
        body: {
          site: 'east-lake',
          category,
          building: 'b1',
          unit: '201',
          household: 'east-lake-b1-201',
          description: '请处理',
        },
      });
    const { body: older } = await file('corridor-light');
    ports.setNow(at('2026-11-23', '11:00'));
    const { body: newer } = await file('parking');
    const listed = await call<List<{ id: string }>>('GET', `${path}/complaints`);
    expect(listed.body.data.map(({ id }) => id)).toEqual([newer.id, older.id]);
  });

  test('count the promises of all its complaints', async () => {
    const { call, ports } = await createDemoApi();
    const clerk = 'customer-centre-clerk-a';
    for (const category of ['corridor-light', 'parking']) {
      const { body } = await call<{ id: string }>('POST', '/api/complaints', {
        body: { site: 'east-lake', category, unit: '201', household: 'east-lake-b1-201', description: '请处理' },
      });
      await call('POST', `/api/complaints/${body.id}/actions/promise`, {
        as: clerk,
        body: { at: '2026-11-23T04:00:00Z', told: '中午答复' },
      });
      ports.setNow(at('2026-11-23', category === 'parking' ? '12:30' : '11:00'));
      await call('POST', `/api/complaints/${body.id}/actions/reply`, { as: clerk, body: { told: '已安排' } });
    }
    const { promises } = (await call<HouseholdDetail>('GET', path)).body;
    expect(promises).toEqual({ kept: 1, broken: 1, complaints: 2, more: false });
  });
});
