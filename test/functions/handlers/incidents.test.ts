import { describe, expect, test } from 'vitest';
import type { ComplaintDetail } from '#http/schemas/complaint';
import type { GroupOutcome, IncidentDetail, IncidentMemberView, IncidentView } from '#http/schemas/incident';
import { createDemoApi } from '#test/support/demo-api';

interface Problem {
  message: string;
  errors?: Record<string, string[]>;
}
interface List<T> {
  data: T[];
  next: string | null;
}
type Api = Awaited<ReturnType<typeof createDemoApi>>;

const file = async ({ call }: Api, unit: string, change: object = {}) => {
  const body = {
    site: 'east-lake',
    category: 'corridor-light',
    building: 'b1',
    unit,
    household: `east-lake-b1-${unit}`,
    description: '灯不亮',
    ...change,
  };
  return (await call<{ id: string }>('POST', '/api/complaints', { body })).body.id;
};

async function linked(units = ['201', '202', '401']) {
  const api = await createDemoApi();
  const complaints: string[] = [];
  for (const unit of units) complaints.push(await file(api, unit));
  const body = { title: '照明回路跳闸', complaints };
  const answer = await api.call<IncidentView>('POST', '/api/incidents', { body, headers: { 'Idempotency-Key': 'a' } });
  return { ...api, complaints, answer, id: answer.body.id };
}

describe('incidents', () => {
  test('link complaints about one cause, once', async () => {
    const { call, answer, complaints, id } = await linked();
    expect(answer).toMatchObject({
      status: 201,
      body: { number: 'EL-261123-I01', title: '照明回路跳闸', members: 3, closedAt: null },
    });
    const again = await call<IncidentView>('POST', '/api/incidents', {
      body: { title: '照明回路跳闸', complaints },
      headers: { 'Idempotency-Key': 'a' },
    });
    expect(again.body).toEqual(answer.body);
    const { body } = await call<ComplaintDetail>('GET', `/api/complaints/${complaints[0]}`);
    expect(body.incident).toEqual({ id, number: 'EL-261123-I01', title: '照明回路跳闸' });
    const shown = await call<IncidentDetail>('GET', `/api/incidents/${id}`);
    expect(shown.body).toMatchObject(answer.body);
    expect(shown.body.times[0]).toBe('2026-11-23T03:00:00Z');
    const { data } = (await call<List<IncidentView>>('GET', '/api/incidents', { query: { site: 'east-lake' } })).body;
    expect(data).toEqual([answer.body]);
  });

  test('a further one joins the incident that the other belongs to', async () => {
    const api = await linked();
    const fourth = await file(api, '402');
    const { body } = await api.call<IncidentView>('POST', '/api/incidents', {
      body: { complaints: [fourth, api.complaints[0]] },
    });
    expect(body).toMatchObject({ id: api.id, members: 4 });
  });

  test('refuse what cannot belong together, at the field', async () => {
    const api = await linked(['201', '202']);
    const others = [await file(api, '401'), await file(api, '402')];
    const post = (body: object) => api.call<Problem>('POST', '/api/incidents', { body });
    expect((await post({ complaints: others })).body.errors).toHaveProperty('title');
    expect((await post({ title: 'x', complaints: [others[0]] })).body.errors).toHaveProperty('complaints');
    await post({ title: '另一原因', complaints: others });
    const mixed = await post({ complaints: [api.complaints[0], others[0]] });
    expect(mixed.body.errors?.complaints).toEqual(['所选投诉分属不同的关联事件，请先移出其一。']);
    const taken = await post({ incident: api.id, complaints: [others[0]] });
    expect(taken).toMatchObject({ status: 409, body: { message: '该投诉已关联到另一事件，请先在那里移出。' } });
    expect((await post({ title: 'x', complaints: ['nobody', others[0]] })).status).toBe(404);
  });

  test('show each resident’s words and what can be done now', async () => {
    const api = await createDemoApi();
    const anonymous = await file(api, '201', { household: undefined, reporter: { language: 'en' } });
    const known = await file(api, '202', { reporter: { name: '李女士' } });
    const { body } = await api.call<IncidentView>('POST', '/api/incidents', {
      body: { title: '跳闸', complaints: [anonymous, known] },
    });
    const members = await api.call<List<IncidentMemberView>>('GET', `/api/incidents/${body.id}/members`);
    expect(members.body.data).toMatchObject([
      {
        language: 'en',
        via: 'none',
        values: { name: 'resident', unit: 'Building 1, 201', number: 'EL-261123-001' },
        actions: ['reply', 'resolve'],
      },
      { language: 'zh-CN', via: 'mail', values: { name: '李女士', unit: '1 栋 202' } },
    ]);
    const seen = await api.call<List<IncidentMemberView>>('GET', `/api/incidents/${body.id}/members`, {
      as: 'auditor',
    });
    expect(seen.body.data.map(({ actions }) => actions)).toEqual([[], []]);
  });

  test('ask what the form of each asks for; what one refuses for it is told with the field’s words', async () => {
    const api = await createDemoApi();
    const before = await file(api, '201');
    const label = { 'zh-CN': '更换数量', en: 'Replaced' };
    const asked = [{ id: 'replaced', type: 'number', label, required: true, whole: true, max: 9 }];
    const body = { expected: 0, note: '第一版', body: { intake: [], actions: [{ id: 'resolve', fields: asked }] } };
    expect((await api.call('PUT', '/api/documents/forms/main', { as: 'administrator', body })).status).toBe(200);
    const complaints = [before, await file(api, '202'), await file(api, '401')];
    const { id } = (await api.call<IncidentView>('POST', '/api/incidents', { body: { title: '跳闸', complaints } }))
      .body;
    const members = await api.call<List<IncidentMemberView>>('GET', `/api/incidents/${id}/members`);
    expect(members.body.data.map(({ forms }) => [forms.reply.length, forms.resolve.length])).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
    ]);
    const resolve = async (chosen: string[], fields?: object) =>
      (
        await api.call<GroupOutcome>('POST', `/api/incidents/${id}/resolve`, {
          body: { complaints: chosen, texts: { 'zh-CN': '已恢复' }, done: '合闸', ...(fields && { fields }) },
          headers: { 'Idempotency-Key': 'same' },
        })
      ).body.results.map(({ outcome, message }) => [outcome, message]);
    expect(await resolve(complaints)).toEqual([
      ['done', null],
      ['refused', expect.stringContaining('请填写')],
      ['refused', expect.stringContaining('请填写')],
    ]);
    expect(await resolve(complaints.slice(1), { replaced: '3' })).toEqual([
      ['done', null],
      ['done', null],
    ]);
    expect((await api.ports.items.get('demo', complaints[2] ?? ''))?.fields).toMatchObject({ replaced: 3 });
  });

  test('want the text in every language that somebody reads, with known variables', async () => {
    const api = await linked(['201', '202']);
    const english = await file(api, '401', { reporter: { language: 'en' } });
    await api.call('POST', '/api/incidents', { body: { incident: api.id, complaints: [english] } });
    const reply = await api.call<Problem>('POST', `/api/incidents/${api.id}/reply`, {
      body: { complaints: [...api.complaints, english], texts: { 'zh-CN': '{姓名}，{电话}' } },
    });
    expect(reply).toMatchObject({
      status: 422,
      body: {
        errors: {
          'texts.zh-CN': ['没有“电话”这个变量，可用：{姓名}、{房号}、{编号}、{类别}。'],
          'texts.en': ['有 1 位业主使用该语言，请填写这一语言的内容。'],
        },
      },
    });
  });

  test('say for each complaint what became of it', async () => {
    const api = await linked();
    const [first = '', second = '', third = ''] = api.complaints;
    await api.call('POST', `/api/complaints/${second}/actions/withdraw`, { body: { reason: '已自行解决' } });
    await api.call('POST', `/api/incidents/${api.id}/unlink`, { body: { complaint: third } });
    const { body } = await api.call<GroupOutcome>('POST', `/api/incidents/${api.id}/resolve`, {
      body: { complaints: api.complaints, texts: { 'zh-CN': '{姓名}，已修好。' }, done: '更换断路器' },
    });
    expect(body.results).toEqual([
      { complaint: first, outcome: 'done', message: null },
      { complaint: second, outcome: 'refused', message: expect.stringContaining('结束') },
      { complaint: third, outcome: 'refused', message: '该投诉不在此事件中。' },
    ]);
    expect(body.incident).toMatchObject({ members: 2, closedAt: '2026-11-23T02:00:00Z' });
    const open = await api.call<List<IncidentView>>('GET', '/api/incidents', { query: { site: 'east-lake' } });
    expect(open.body.data).toEqual([]);
  });

  test('are for the desk: others read at most, strangers see nothing', async () => {
    const { call, id, complaints } = await linked();
    const body = { complaints, texts: { 'zh-CN': '好' }, done: '好' };
    for (const as of ['auditor', 'repairer-a', 'west-manager']) {
      expect((await call('POST', `/api/incidents/${id}/resolve`, { as, body })).status).toBe(403);
      expect((await call('POST', '/api/incidents', { as, body: { title: 'x', complaints } })).status).toBe(403);
      expect(
        (await call('POST', `/api/incidents/${id}/unlink`, { as, body: { complaint: complaints[0] } })).status,
      ).toBe(403);
    }
    expect((await call('GET', `/api/incidents/${id}`, { as: 'auditor' })).status).toBe(200);
    expect((await call('GET', `/api/incidents/${id}`, { as: 'west-manager' })).status).toBe(403);
    expect((await call('GET', `/api/incidents/${id}/members`, { as: 'repairer-a' })).status).toBe(403);
    expect((await call('GET', '/api/incidents/nothing')).status).toBe(404);
  });
});
