import { beforeEach, describe, expect, it, test } from 'vitest';
import type { ComplaintDetail, TimelineRow } from '#http/schemas/complaint';
import type { RecoveryPage } from '#http/schemas/recovery';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
interface Problem {
  errors?: Record<string, string[]>;
}
const CLERK = 'customer-centre-clerk-a';
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});
/** Handed to the steward, who has it in hand from now on. */
async function file(unit = '1201', owner = 'steward-b1'): Promise<string> {
  const body = { site: 'east-lake', category: 'corridor-light', building: 'b1', unit, channel: 'phone' };
  const filed = await api.call<{ id: string }>('POST', '/api/complaints', {
    as: CLERK,
    body: { ...body, description: '灯不亮', similar: 'new' },
  });
  const { id } = filed.body;
  const handed = await api.call('POST', `/api/complaints/${id}/actions/handOver`, { as: CLERK, body: { to: owner } });
  expect(handed.status).toBe(200);
  return id;
}
const recover = (id: string, body: object, as = 'steward-b1', key?: string) =>
  api.call<ComplaintDetail & Problem>('POST', `/api/complaints/${id}/actions/recover`, {
    as,
    body: { words: '断水给住户添了麻烦', ...body },
    ...(key && { headers: { 'Idempotency-Key': key } }),
  });
const list = (query: object = {}, as = 'site-director') =>
  api.call<RecoveryPage>('GET', '/api/recoveries', { as, query: { site: 'east-lake', ...query } });
const offered = async (id: string, as: string) => {
  const { body } = await api.call<ComplaintDetail>('GET', `/api/complaints/${id}`, { as });
  return body.actions.find(({ action }) => action === 'recover')?.recovery ?? null;
};

describe('putting things right on the spot', () => {
  it('is offered to whoever has it in hand and whose post allows it, with what is left', async () => {
    const id = await file();
    expect(await offered(id, 'steward-b1')).toMatchObject({ left: 100, gestures: [{ id: 'fruit' }, {}, {}] });
    expect(await offered(id, CLERK)).toBeNull();
    expect(await offered(id, 'site-director')).toBeNull();
    expect((await recover(id, { amount: 1 }, CLERK)).status).toBe(403);
  });

  it('stands on the timeline without changing what waits, and counts for the case and the month', async () => {
    const id = await file();
    const before = api.ports.items.effects.length;
    const { status, body } = await recover(id, { gesture: 'fruit', amount: 30.5 }, 'steward-b1', 'k');
    expect([status, body.owner, body.status]).toEqual([200, 'steward-b1', 'assigned']);
    expect((await recover(id, { gesture: 'fruit', amount: 30.5 }, 'steward-b1', 'k')).status).toBe(200);
    expect(api.ports.items.effects.slice(before)).toEqual([]);
    const { body: timeline } = await api.call<{ data: TimelineRow[] }>('GET', `/api/complaints/${id}/timeline`, {
      as: CLERK,
    });
    const fruit = { 'zh-CN': '登门致歉并送果篮', en: 'An apology at the door, with fruit' };
    expect(timeline.data.filter(({ data }) => data.recovered)).toMatchObject([
      { by: 'steward-b1', type: 'acted', data: { recovered: { fen: 3050, gesture: fruit } } },
    ]);
    expect(await offered(id, 'steward-b1')).toMatchObject({ left: 69.5 });
    const { body: month } = await list();
    expect(month).toMatchObject({
      month: '2026-11',
      total: { amount: 30.5, count: 1 },
      people: [{ person: 'steward-b1', amount: 30.5, count: 1 }],
      data: [{ person: 'steward-b1', amount: 30.5, gesture: fruit, item: id, kind: 'complaint' }],
      next: null,
    });
    expect(JSON.stringify(month)).not.toMatch(/1201|断水/);
    expect((await list({ month: '2026-10' })).body.total).toEqual({ amount: 0, count: 0 });
  });

  test.each([
    ['nothing', {}, 'amount', /填写金额/],
    ['three decimals', { amount: 1.001 }, 'amount', /两位小数/],
    ['a negative amount', { amount: -1 }, 'amount', /./],
    ['above the case', { amount: 100.01 }, 'amount', /100 元/],
    ['a gesture of another post', { gesture: 'parking' }, 'gesture', /不能选择/],
    ['no words', { amount: 1, words: ' ' }, 'words', /./],
  ])('%s is refused at its field, and nothing is counted', async (_, body, field, words) => {
    const id = await file();
    const answer = await recover(id, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[field]?.[0]).toMatch(words);
    expect((await list()).body.total.count).toBe(0);
  });

  it('a case costs no more than the post allows whoever gave it, a month no more than a person may give', async () => {
    const cases = await Promise.all(['101', '102', '103', '104', '105', '106'].map((unit) => file(unit)));
    const [first = '', ...others] = cases;
    expect((await recover(first, { amount: 80 })).status).toBe(200);
    expect((await recover(first, { amount: 20.01 })).body.errors?.amount?.[0]).toContain('20 元');
    for (const id of others.slice(0, 4)) expect((await recover(id, { amount: 100 })).status).toBe(200);
    const last = others.at(-1) ?? '';
    expect((await recover(last, { amount: 21 })).body.errors?.amount?.[0]).toContain('20 元');
    expect((await recover(last, { amount: 20 })).status).toBe(200);
    // The next month begins anew, by the site's clock.
    api.ports.setNow(at('2026-12-01', '00:00'));
    expect((await recover(last, { amount: 80 })).status).toBe(200);
    expect((await list()).body).toMatchObject({ month: '2026-12', total: { amount: 80, count: 1 } });
  });

  it('somebody without an allowance is told so', async () => {
    const id = await file('1201', 'repairer-a');
    expect(await offered(id, 'repairer-a')).toMatchObject({ left: 0, gestures: [{ id: 'parts' }] });
    expect((await recover(id, { gesture: 'parts' }, 'repairer-a')).status).toBe(200);
    const rules = await api.ports.documents.current('demo', 'care-rules', 'main');
    if (!rules) throw new Error('The estate has care rules.');
    const published = { kind: 'care-rules', id: 'main', author: 'administrator', at: 0, note: '' } as const;
    await api.ports.documents.publish('demo', { ...published, body: { ...rules.body, recovery: [] } }, 1);
    expect(await offered(id, 'repairer-a')).toBeNull();
    expect((await recover(id, { gesture: 'parts' }, 'repairer-a')).body.errors?.amount?.[0]).toMatch(/没有/);
  });
});

test.each([
  ['administrator', 200],
  ['site-director', 200],
  [CLERK, 403],
  ['steward-b1', 403],
  ['auditor', 403],
  ['west-manager', 403],
])('%s reads what a month cost: %s', async (as, status) => {
  expect((await list({}, as)).status).toBe(status);
});
