import { beforeEach, describe, expect, test } from 'vitest';
import type { AssetDetail, AssetKindView, AssetRow } from '#http/schemas/asset';
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
type Api = Awaited<ReturnType<typeof createDemoApi>>;
const lift = (change: object = {}) => ({
  ...{ site: 'east-lake', building: 'b1', place: '电梯厅', kind: 'lift', number: 'DT-1', name: '1 号电梯' },
  ...{ responsible: 'repairer-a', deputy: 'repairer-b', certificateUntil: '2026-12-01', ...change },
});
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});
const create = (change: object = {}, as = 'site-director') =>
  api.call<AssetDetail>('POST', '/api/assets', { as, body: lift(change) });
const problems = async (change: object) => {
  const { status, body } = await api.call<Problem>('POST', '/api/assets', { as: 'site-director', body: lift(change) });
  return { status, errors: body.errors };
};

describe('the register', () => {
  test('takes an asset and shows it with the days its papers have left, by the date of the site', async () => {
    api.ports.setNow(at('2026-11-23', '10:00'));
    const { status, body } = await create({ warrantyUntil: '2026-11-20', meter: { unit: 'h', reading: 12 } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ number: 'DT-1', condition: 'good', version: 1, certificateDays: 8, warrantyDays: -3, editable: true },
      meter: { unit: 'h', reading: 12, at: '2026-11-23T02:00:00Z' },
    });
    expect(body.label).toMatch(/^https:\/\/steward\.example\/e\/\w+$/);
    expect((await api.call('GET', `/api/assets/${body.id}`, { as: 'site-director' })).body).toEqual(body);
  });

  test('is found by the code of its label, by staff of its site; a contractor is told to act by the mail', async () => {
    const { body } = await create({ responsible: 'lift-mechanic', deputy: null });
    const scan = (as: string, code = body.label.split('/').at(-1)) => api.call('GET', `/api/labels/${code}`, { as });
    expect(await scan('repairer-b')).toMatchObject({ status: 200, body: { id: body.id, editable: false } });
    expect((await scan('repairer-b', 'nothing')).status).toBe(404);
    const refused = await scan('lift-mechanic');
    expect(refused).toMatchObject({ status: 403, body: { message: expect.stringContaining('工单邮件') } });
  });

  test('takes the same request once', async () => {
    const sent = { as: 'site-director', body: lift(), headers: { 'Idempotency-Key': 'once' } };
    const first = await api.call<AssetDetail>('POST', '/api/assets', sent);
    const second = await api.call<AssetDetail>('POST', '/api/assets', sent);
    expect(second.body).toEqual(first.body);
  });

  test('lists and finds', async () => {
    await create();
    await create({ number: 'DT-2', building: null, kind: 'pump', name: '水泵', condition: 'limited', deputy: null });
    const found = async (query: Record<string, string>) =>
      (await api.call<List<AssetRow>>('GET', '/api/assets', { query: { site: 'east-lake', ...query } })).body.data.map(
        ({ number }) => number,
      );
    expect(await found({})).toEqual(['DT-2', 'DT-1']);
    expect(await found({ building: 'b1' })).toEqual(['DT-1']);
    expect(await found({ kind: 'pump' })).toEqual(['DT-2']);
    expect(await found({ condition: 'limited' })).toEqual(['DT-2']);
    expect(await found({ condition: 'inUse' })).toEqual(['DT-2', 'DT-1']);
    expect(await found({ responsible: 'repairer-a' })).toEqual(['DT-2', 'DT-1']);
    expect(await found({ responsible: '' })).toEqual([]);
    // By its building, which is in an area.
    expect(await found({ area: 'north' })).toEqual(['DT-1']);
    expect(await found({ area: '' })).toEqual(['DT-2']);
    expect(await found({ q: 'dt-1' })).toEqual(['DT-1']);
    expect(await found({ person: 'repairer-b' })).toEqual(['DT-1']);
  });

  test('names its kinds for whoever may read it', async () => {
    const kinds = await api.call<List<AssetKindView>>('GET', '/api/asset-kinds', {
      as: 'repairer-a',
      query: { site: 'east-lake' },
    });
    expect(kinds.body.data[0]).toEqual({
      ...{ id: 'lift', name: { 'zh-CN': '电梯', en: 'Lift' }, impact: 'building', checklist: 'lift', active: true },
    });
  });

  test.each<[string, object, string]>([
    ['a building of nowhere', { building: 'b99' }, 'building'],
    ['an area of nowhere', { area: 'nowhere' }, 'area'],
    ['an unknown kind', { kind: 'rocket' }, 'kind'],
    ['somebody of another site', { responsible: 'west-manager' }, 'responsible'],
    ['nobody as deputy', { deputy: 'nobody' }, 'deputy'],
    ['their own deputy', { deputy: 'repairer-a' }, 'deputy'],
    ['a date there is not', { certificateUntil: '2026-02-30' }, 'certificateUntil'],
    ['no number', { number: ' ' }, 'number'],
    ['a document nobody uploaded', { documents: ['a-photo'] }, 'documents.0'],
  ])('says what is wrong: %s', async (_, change, field) => {
    const { status, errors } = await problems(change);
    expect(status).toBe(422);
    expect(Object.keys(errors ?? {})).toEqual([field]);
    expect(errors?.[field]?.[0]).toMatch(/\p{Script=Han}/u);
  });

  test('says that a number is taken', async () => {
    await create();
    expect((await problems({})).errors).toEqual({ number: ['该项目已有设备使用这个编号。'] });
  });

  test('is changed by one person at a time', async () => {
    const { body } = await create();
    const path = `/api/assets/${body.id}`;
    const { site: _, ...rest } = lift({ condition: 'outOfOrder' });
    const change = (expected: number) =>
      api.call<AssetDetail & Problem>('PUT', path, { as: 'site-director', body: { expected, ...rest } });
    expect((await change(1)).body).toMatchObject({ version: 2, condition: 'outOfOrder', label: body.label });
    expect(await change(1)).toMatchObject({ status: 409, body: { message: '这项设备刚被他人修改，请刷新后再改。' } });
  });

  test('keeps a kind and people that are no longer there, and takes no new ones', async () => {
    const { body } = await create();
    const { documents, clock } = api.ports;
    const seeded = await documents.current('demo', 'organisation', 'main');
    if (!seeded) throw new Error('the organisation is seeded');
    const people = seeded.body.people.map((one) => (one.id === 'repairer-a' ? { ...one, active: false } : one));
    const published = { author: 'system', at: clock.now(), note: 'left' } as const;
    const organisation = { ...seeded.body, people };
    await documents.publish('demo', { ...published, kind: 'organisation', id: 'main', body: organisation }, 1);
    const { site: _, ...rest } = lift({ name: '新名' });
    const put = (change: object) =>
      api.call<Problem>('PUT', `/api/assets/${body.id}`, {
        as: 'site-director',
        body: { expected: 1, ...rest, ...change },
      });
    expect((await put({ responsible: 'repairer-b', deputy: 'repairer-a' })).body.errors).toHaveProperty('deputy');
    expect((await put({})).status).toBe(200);
  });

  test('shows documents that were kept, and only of that asset', async () => {
    const as = 'site-director';
    const deed = 'asset__site-director__p1';
    api.ports.uploaded.add(deed);
    expect((await api.call('POST', `/api/asset-documents/${deed}/keep`, { as })).status).toBe(200);
    const { body } = await create({ documents: [deed] }, as);
    const other = await create({ number: 'DT-2' });
    const view = (id: string, document: string) =>
      api.call<{ url: string }>('GET', `/api/assets/${id}/documents/${document}`);
    expect((await view(body.id, deed)).body.url).toContain(deed);
    expect((await view(other.body.id, deed)).status).toBe(404);
  });
});

describe('who may what', () => {
  const people = [
    ['administrator', 200, 201],
    ['site-director', 200, 201],
    ['customer-centre-clerk-a', 200, 403],
    ['repairer-a', 200, 403],
    ['auditor', 200, 403],
    ['west-manager', 403, 403],
  ] as const;

  test.each(people)('%s', async (as, reads, creates) => {
    const { body } = await create();
    const own = `/api/assets/${body.id}`;
    const query = { site: 'east-lake' };
    for (const path of ['/api/assets', '/api/asset-kinds'])
      expect((await api.call('GET', path, { as, query })).status).toBe(reads);
    expect((await api.call('GET', own, { as })).status).toBe(reads);
    expect((await create({ number: 'DT-2' }, as)).status).toBe(creates);
    const { site: _, ...rest } = lift();
    const changed = await api.call('PUT', own, { as, body: { expected: 1, ...rest } });
    expect(changed.status).toBe(creates === 201 ? 200 : 403);
    if (reads === 200) {
      const shown = await api.call<AssetDetail>('GET', own, { as });
      expect(shown.body.editable).toBe(creates === 201);
      expect(JSON.stringify(shown.body)).not.toMatch(/"(phone|email)"/);
    }
  });

  test('a manager of another site neither uploads for it nor sees its documents', async () => {
    const deed = 'asset__site-director__p1';
    api.ports.uploaded.add(deed);
    await api.call('POST', `/api/asset-documents/${deed}/keep`, { as: 'site-director' });
    expect((await create({ documents: [deed] }, 'administrator')).status).toBe(422);
    const { body } = await create({ documents: [deed] }, 'site-director');
    const seen = await api.call('GET', `/api/assets/${body.id}/documents/${deed}`, { as: 'west-manager' });
    expect(seen.status).toBe(403);
    expect((await api.call('POST', '/api/asset-documents', { as: 'repairer-a', body: {} })).status).toBe(403);
  });
});
