import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { ComplaintDetail, ComplaintSummary, FiledComplaint, TimelineRow } from '#http/schemas/complaint';
import { createDemoApi } from '#test/support/demo-api';

interface Problem {
  message: string;
  statusCode: number;
  errors?: Record<string, string[]>;
  similar?: ComplaintSummary[];
}
type Filed = z.infer<typeof FiledComplaint>;
interface List<T> {
  data: T[];
  next: string | null;
}

const newOne = (change: object = {}) => ({
  site: 'east-lake',
  category: 'corridor-light',
  building: 'b1',
  unit: '1201',
  household: 'east-lake-b1-1201',
  description: '12 楼楼道灯不亮，回电 139 0000 1201',
  channel: 'phone',
  ...change,
});

async function withComplaint(change: object = {}) {
  const api = await createDemoApi();
  const { body } = await api.call<Filed>('POST', '/api/complaints', { body: newOne(change) });
  return { ...api, id: body.id };
}

describe('the API', () => {
  test('answers health without sign-in and without CORS headers', async () => {
    const { call } = await createDemoApi();
    const answer = await call('GET', '/api/health', { as: null });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ok: true });
    expect(Object.keys(answer.headers).filter((name) => name.toLowerCase().startsWith('access-control'))).toEqual([]);
    expect(answer.headers['X-Content-Type-Options']).toBe('nosniff');
  });

  test('asks to sign in, in the language of the reader', async () => {
    const { call } = await createDemoApi();
    const chinese = await call<Problem>('GET', '/api/me', { as: null });
    expect(chinese.body).toEqual({ message: '请先登录。', statusCode: 401 });
    const english = await call<Problem>('GET', '/api/me', {
      as: null,
      headers: { 'Accept-Language': 'fr, en-GB;q=0.8' },
    });
    expect(english.body.message).toBe('Please sign in.');
  });

  test('answers an unknown address with 404', async () => {
    const { call } = await createDemoApi();
    expect((await call<Problem>('GET', '/api/nothing')).body).toEqual({ message: '没有这个接口。', statusCode: 404 });
  });

  test('tells the caller who they are and the directory no contacts', async () => {
    const { call } = await createDemoApi();
    const me = await call<{ person: { id: string }; may: string[]; sites: { id: string }[] }>('GET', '/api/me');
    expect(me.body.person.id).toBe('customer-centre-clerk-a');
    expect(me.body.sites.map(({ id }) => id)).toEqual(['east-lake']);
    expect(me.body.may).toContain('item.file');
    const directory = await call<object>('GET', '/api/directory');
    expect(directory.status).toBe(200);
    expect(JSON.stringify(directory.body)).not.toMatch(/@|phone/);
  });

  test('files, shows, acts and keeps the timeline', async () => {
    const { call, id } = await withComplaint();
    const shown = await call<z.infer<typeof ComplaintDetail>>('GET', `/api/complaints/${id}`, { as: 'site-director' });
    expect(shown.status).toBe(200);
    expect(shown.body.clocks.map(({ what }) => what)).toEqual(['acknowledge', 'reply', 'resolve']);
    const asked = shown.body.asked.map(({ person }) => person);
    expect(asked.length).toBeGreaterThan(0);
    const [handler = ''] = asked;

    const mine = await call<List<ComplaintSummary>>('GET', '/api/work', { as: handler });
    expect(mine.body.data.map((row) => row.id)).toEqual([id]);
    const acted = await call<z.infer<typeof ComplaintDetail>>('POST', `/api/complaints/${id}/actions/acknowledge`, {
      as: handler,
      body: {},
    });
    expect(acted.status).toBe(200);
    expect(acted.body.owner).toBe(handler);
    const offered = acted.body.actions.map(({ action }) => action);
    expect(offered).toContain('promise');
    expect(offered).not.toContain('withdraw');
    expect(acted.body.actions.find(({ action }) => action === 'promise')?.times?.length).toBeGreaterThan(2);

    const timeline = await call<List<TimelineRow>>('GET', `/api/complaints/${id}/timeline`, { as: handler });
    expect(timeline.body.data.map(({ type }) => type)).toContain('acted');
    expect(timeline.body.data[0]?.type).toBe('filed');
  });

  test('takes a promise as an ISO time and explains a refused one at its field', async () => {
    const { call, id } = await withComplaint();
    const promise = (at: string) =>
      call<Problem>('POST', `/api/complaints/${id}/actions/promise`, {
        as: 'site-director',
        body: { at, told: '下午答复' },
      });
    await call('POST', `/api/complaints/${id}/actions/acknowledge`, { as: 'site-director', body: {} });
    expect((await promise('2026-11-23T16:00:00+08:00')).status).toBe(200);
    const past = await promise('2020-01-01T00:00:00Z');
    expect(past.status).toBe(422);
    expect(Object.keys(past.body.errors ?? {})).toEqual(['at']);
  });

  test('hides phone numbers from viewers everywhere, and only from them', async () => {
    const { call, id } = await withComplaint();
    await call('POST', `/api/complaints/${id}/actions/note`, {
      body: { text: '住户另一个号码 138-1234-5678, a@b.example' },
    });
    const secrets = /13900001201|139 0000 1201|138-1234-5678|a@b\.example|resident\.example/;
    const read = async (as: string) =>
      JSON.stringify([
        (await call('GET', `/api/complaints/${id}`, { as })).body,
        (await call('GET', `/api/complaints/${id}/timeline`, { as })).body,
        (await call('GET', '/api/households', { as, query: { site: 'east-lake', q: '1201' } })).body,
        (await call('GET', '/api/households', { as, query: { site: 'east-lake', q: '139' } })).body,
      ]);
    expect(await read('auditor')).not.toMatch(secrets);
    expect(await read('customer-centre-clerk-a')).toMatch(secrets);
  });

  test('lists the fields to correct in the language of the caller', async () => {
    const { call } = await createDemoApi();
    const body = { ...newOne(), unit: undefined, household: undefined, reporter: { phone: 'x' }, description: ' ' };
    const chinese = await call<Problem>('POST', '/api/complaints', { body });
    expect(chinese.status).toBe(422);
    expect(Object.keys(chinese.body.errors ?? {}).sort()).toEqual(['description', 'reporter.phone', 'unit']);
    const place = await call<Problem>('POST', '/api/complaints', {
      body: { ...body, description: 'x', reporter: {} },
      headers: { 'accept-language': 'en' },
    });
    expect(place.body.errors?.unit).toEqual(['Please enter a unit or a public place.']);
  });

  test('a second one within a day joins; a later one lists what is open; the clerk chooses', async () => {
    const { call, ports, id } = await withComplaint();
    const again = await call<Filed>('POST', '/api/complaints', { body: newOne() });
    expect(again.body).toMatchObject({ id, joined: true });
    ports.setNow(ports.clock.now() + 26 * 3_600_000);
    const later = await call<Problem>('POST', '/api/complaints', { body: newOne() });
    expect(later.status).toBe(409);
    expect(later.body.similar?.map((row) => row.id)).toEqual([id]);
    const similar = await call<List<ComplaintSummary>>('GET', '/api/complaints/similar', {
      query: { site: 'east-lake', building: 'b1', unit: '1201', category: 'corridor-light' },
    });
    expect(similar.body.data.map((row) => row.id)).toEqual([id]);
    const anew = await call<Filed>('POST', '/api/complaints', { body: newOne({ similar: 'new' }) });
    expect(anew.status).toBe(201);
    expect(anew.body.joined).toBe(false);
  });

  test('photos of a report that joins are seen with the one joined', async () => {
    const { call, id, ports } = await withComplaint();
    const offered = await call<{ photo: string }>('POST', '/api/photos', { body: {} });
    const { photo } = offered.body;
    ports.uploaded.add(photo);
    const again = await call<Filed>('POST', '/api/complaints', { body: newOne({ photos: [photo] }) });
    expect(again.body).toMatchObject({ id, joined: true });
    const seen = await call<{ url: string }>('GET', `/api/complaints/${id}/photos/${photo}`);
    expect(seen.body.url).toContain(photo);
  });

  test('the same idempotency key files once; a bad key is told', async () => {
    const { call } = await createDemoApi();
    const send = (key: string) =>
      call<Filed & Problem>('POST', '/api/complaints', { body: newOne(), headers: { 'Idempotency-Key': key } });
    const [first, second] = [await send('form-1'), await send('form-1')];
    expect(second.body.id).toBe(first.body.id);
    expect((await send('has space')).body.errors).toHaveProperty(['Idempotency-Key']);
  });

  test('explains each clock, and says when there is none', async () => {
    const { call, id } = await withComplaint();
    for (const clock of ['acknowledge', 'reply', 'resolve']) {
      const why = await call<{ deadline: string; calendar: string | null; counted: unknown[] }>(
        'GET',
        `/api/complaints/${id}/why`,
        {
          query: { clock },
        },
      );
      expect(why.status).toBe(200);
      expect(why.body.counted.length).toBeGreaterThan(0);
      expect(why.body.calendar).toMatch(/@1$/);
    }
    expect((await call('GET', `/api/complaints/${id}/why`, { query: { clock: 'wait' } })).status).toBe(404);
    expect((await call('GET', `/api/complaints/${id}/why`, { query: { clock: 'other' } })).status).toBe(422);
  });

  test('shows the pinned workflow and lists the site', async () => {
    const { call, id } = await withComplaint();
    expect((await call<{ version: number }>('GET', `/api/complaints/${id}/workflow`)).body.version).toBe(1);
    for (const list of ['all', 'open']) {
      const found = await call<List<ComplaintSummary>>('GET', '/api/complaints', {
        query: { site: 'east-lake', list },
      });
      expect(found.body.data.map((row) => row.id)).toEqual([id]);
    }
    const overdue = await call<List<ComplaintSummary>>('GET', '/api/complaints', {
      query: { site: 'east-lake', list: 'overdue' },
    });
    expect(overdue.body.data).toEqual([]);
  });

  test('a plain member of staff sees only what is theirs; a manager nothing of another site', async () => {
    const { call, id } = await withComplaint();
    const site = { site: 'east-lake' };
    for (const as of ['finance-clerk', 'west-manager']) {
      expect((await call('GET', '/api/complaints', { as, query: site })).status).toBe(403);
      expect((await call('GET', `/api/complaints/${id}`, { as })).status).toBe(403);
      expect((await call('GET', '/api/households', { as, query: site })).status).toBe(403);
      expect((await call('POST', `/api/complaints/${id}/actions/note`, { as, body: { text: 'x' } })).status).toBe(403);
      expect((await call('POST', '/api/complaints', { as, body: newOne() })).status).toBe(403);
    }
    expect((await call('POST', '/api/complaints', { as: 'auditor', body: newOne() })).status).toBe(403);
    expect(
      (await call('POST', `/api/complaints/${id}/actions/note`, { as: 'auditor', body: { text: 'x' } })).status,
    ).toBe(403);
  });

  test('photos are offered, kept, attached and shown only with their complaint', async () => {
    const { call, ports, id } = await withComplaint();
    const other = await call<Filed>('POST', '/api/complaints', { body: newOne({ category: 'parking' }) });
    const offered = await call<{ photo: string; url: string }>('POST', `/api/complaints/${id}/photos`, {
      body: { returnTo: '/done' },
    });
    expect(offered.status).toBe(200);
    const { photo } = offered.body;
    expect((await call('POST', `/api/complaints/${id}/photos/${photo}/keep`)).status).toBe(422);
    ports.uploaded.add(photo);
    for (let times = 0; times < 2; times += 1)
      expect((await call('POST', `/api/complaints/${id}/photos/${photo}/keep`)).body).toEqual({
        photo,
        type: 'image/jpeg',
      });
    expect((await call('GET', `/api/complaints/${id}/photos/${photo}`)).status).toBe(200);
    expect((await call('GET', `/api/complaints/${other.body.id}/photos/${photo}`)).status).toBe(404);
    expect((await call('GET', `/api/complaints/${id}/photos/${photo}`, { as: 'finance-clerk' })).status).toBe(403);
    const rows = (await call<List<TimelineRow>>('GET', `/api/complaints/${id}/timeline`)).body.data;
    expect(rows.filter(({ type }) => type === 'attached')).toHaveLength(1);
  });

  test('a photo goes only where it was uploaded for, by whom it was uploaded', async () => {
    const { call, ports, id } = await withComplaint();
    const other = (await call<Filed>('POST', '/api/complaints', { body: newOne({ category: 'parking' }) })).body.id;
    const uploaded = async (base: string, as?: string) => {
      const { photo } = (await call<{ photo: string }>('POST', base, { body: {}, ...(as && { as }) })).body;
      ports.uploaded.add(photo);
      await call('POST', `${base}/${photo}/keep`, { ...(as && { as }) });
      return photo;
    };
    const theirs = await uploaded(`/api/complaints/${other}/photos`);
    const filing = await uploaded('/api/photos', 'site-director');
    for (const photo of [theirs, filing, 'guessed-photo']) {
      const kept = await call('POST', `/api/complaints/${id}/photos/${photo}/keep`);
      const told = await call<Problem>('POST', `/api/complaints/${id}/actions/note`, {
        body: { text: 'Look', photos: [photo] },
      });
      const filed = await call('POST', '/api/complaints', { body: newOne({ category: 'cleaning', photos: [photo] }) });
      expect([kept.status, told.status, filed.status]).toEqual([422, 422, 422]);
      expect(Object.keys(told.body.errors ?? {})).toEqual(['photos.0']);
      expect((await call('GET', `/api/complaints/${id}/photos/${photo}`)).status).toBe(404);
    }
    const own = await uploaded(`/api/complaints/${id}/photos`);
    const body = { text: 'Look', photos: [own] };
    expect((await call('POST', `/api/complaints/${id}/actions/note`, { body })).status).toBe(200);
  });

  test('an upload form never leads elsewhere', async () => {
    const { call } = await createDemoApi();
    for (const returnTo of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      'javascript:alert(1)',
      'http:\\\\elsewhere.example',
    ])
      expect((await call('POST', '/api/photos', { body: { returnTo } })).status).toBe(422);
    expect((await call('POST', '/api/photos', { body: {} })).status).toBe(200);
  });

  test('a removed member is refused at the next request', async () => {
    const { call, ports } = await createDemoApi();
    expect((await call('GET', '/api/me', { as: 'finance-clerk' })).status).toBe(200);
    const current = await ports.documents.current('demo', 'organisation', 'main');
    const body = {
      ...current?.body,
      people: current?.body.people.map((one) => ({ ...one, active: one.id !== 'finance-clerk' })),
    };
    const put = await call('PUT', '/api/documents/organisation/main', {
      as: 'administrator',
      body: { expected: 1, note: 'left', body },
    });
    expect(put.status).toBe(200);
    const refused = await call<Problem>('GET', '/api/me', {
      as: 'finance-clerk',
      headers: { 'accept-language': 'en' },
    });
    expect(refused.body).toEqual({
      message: 'This member is no longer active. Please ask your company admin.',
      statusCode: 403,
    });
  });

  test('logs one line a request, without what was said', async () => {
    const { ports } = await withComplaint();
    expect(ports.lines.map(({ message, data }) => [message, data])).toEqual([
      ['request', { operation: 'fileComplaint', method: 'POST', status: 201 }],
    ]);
  });
});
