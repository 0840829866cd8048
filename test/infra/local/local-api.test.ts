import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { echoSystem, startFront, steppedClock, temporaryFolder } from '#test/support/local-front';

const start = Date.UTC(2026, 10, 23, 12);
let folder: ReturnType<typeof temporaryFolder>;
let front: Awaited<ReturnType<typeof startFront>>;

beforeEach(async () => {
  folder = temporaryFolder();
  front = await startFront(echoSystem({ clock: steppedClock(start) }), { dataDir: folder.path });
});
afterEach(async () => {
  await front.close();
  folder.remove();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(front.origin + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const moved = async (body: unknown) => (await post('/local/clock', body)).json();

describe('/local/clock', () => {
  it('shows the time and how fast it runs', async () => {
    expect(await (await fetch(`${front.origin}/local/clock`)).json()).toEqual({
      now: '2026-11-23T12:00:00Z',
      speed: 1,
    });
  });
  it('stands while the demo estate is filled, and says how far that is', async () => {
    await front.close();
    const filling = { day: 23, days: 60 };
    const system = echoSystem({ clock: steppedClock(start), filling: () => filling });
    front = await startFront(system, { dataDir: folder.path });
    expect(await (await fetch(`${front.origin}/local/clock`)).json()).toMatchObject({ filling });
    expect((await post('/local/clock', { advance: 'PT1H' })).status).toBe(409);
  });
  it('moves by a duration, to an instant, and changes its speed', async () => {
    expect(await moved({ advance: 'PT30M' })).toEqual({ now: '2026-11-23T12:30:00Z', speed: 1 });
    expect(await moved({ advance: 'P1M1D' })).toMatchObject({ now: '2026-12-24T12:30:00Z' });
    expect(await moved({ to: '2026-12-25T08:00:00+08:00' })).toMatchObject({ now: '2026-12-25T00:00:00Z' });
    expect(await moved({ speed: 60 })).toMatchObject({ speed: 60 });
    expect(await moved({ speed: 0 })).toMatchObject({ speed: 0 });
  });
  it('never goes back, and says so', async () => {
    for (const body of [{ advance: '-PT1M' }, { to: '2026-11-23T11:59:59Z' }]) {
      const answer = await post('/local/clock', body);
      expect(answer.status).toBe(400);
      expect((await answer.json()).message).toContain('never goes back');
    }
  });
  it('says what it takes when it gets something else', async () => {
    for (const body of [
      {},
      [],
      'no json',
      { advance: '30 min' },
      { to: 'tomorrow' },
      { speed: -1 },
      { speed: 1, advance: 'PT1M' },
    ]) {
      const answer = await post('/local/clock', body);
      expect(answer.status).toBe(400);
      expect((await answer.json()).message).toMatch(/ISO 8601|not JSON/);
    }
    expect((await post('/local/clock', { advance: 'P11Y' })).status).toBe(400);
  });
  it('is not moved by a page of another site', async () => {
    const answer = await post('/local/clock', { speed: 9 }, { origin: 'http://evil.example' });
    expect(answer.status).toBe(403);
    expect((await post('/local/clock', { speed: 9 }, { origin: front.origin })).status).toBe(200);
  });
});

describe('/local/people', () => {
  it('lists people with e-mail, posts, role and site', async () => {
    const answer = await fetch(`${front.origin}/local/people`, { headers: { 'accept-language': 'en' } });
    const people = await answer.json();
    expect(people.find(({ id }: { id: string }) => id === 'steward-b1')).toEqual({
      id: 'steward-b1',
      name: 'Steward of building 1',
      email: 'steward-b1@steward.example',
      role: 'staff',
      posts: ['North area: keeper'],
      site: 'east-lake',
      sites: ['east-lake'],
    });
    expect(people.every(({ posts }: { posts: string[] }) => posts.length > 0)).toBe(true);
  });
});

describe('/local/sign-in', () => {
  it('gives a token that the API takes', async () => {
    const answer = await post('/local/sign-in', { email: 'Auditor@steward.example' });
    const { token } = await answer.json();
    const me = await fetch(`${front.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
  });
  it('knows only the people of the company', async () => {
    const answer = await post('/local/sign-in', { email: 'nobody@steward.example' });
    expect(answer.status).toBe(404);
    expect((await answer.json()).message).toContain('/local/people');
    expect((await post('/local/sign-in', {})).status).toBe(400);
  });
});

it('has no other addresses', async () => {
  expect((await fetch(`${front.origin}/local/else`)).status).toBe(404);
});
