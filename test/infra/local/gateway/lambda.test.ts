import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { echoSystem, startFront, temporaryFolder } from '#test/support/local-front';

const folder = temporaryFolder();
let front: Awaited<ReturnType<typeof startFront>>;
let token: string;

beforeAll(async () => {
  const system = echoSystem();
  front = await startFront(
    {
      ...system,
      page: async (event) => {
        if (event.rawPath === '/a/fails') throw new Error('a secret');
        if (event.rawPath === '/a/plain') return { hello: 'there' } as never;
        return {
          statusCode: 201,
          headers: { 'Content-Type': 'application/json', 'X-Number': 1 },
          cookies: ['a=1; Path=/', 'b=2'],
          body: Buffer.from(JSON.stringify(event)).toString('base64'),
          isBase64Encoded: true,
        };
      },
    },
    { dataDir: folder.path },
  );
  const answer = await fetch(`${front.origin}/local/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ email: 'site-director@steward.example' }),
  });
  ({ token } = await answer.json());
});
afterAll(async () => {
  await front.close();
  folder.remove();
});

const call = (path: string, init: RequestInit = {}) => fetch(front.origin + path, init);

describe('an event', () => {
  it('is what HTTP API v2 hands over', async () => {
    const answer = await call('/a/token?x=1&x=2&y=%E4%B8%9C', {
      headers: { 'X-Mixed-Case': 'Yes', cookie: 'one=1; two=2' },
    });
    const event = await answer.json();
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/a/token',
      rawQueryString: 'x=1&x=2&y=%E4%B8%9C',
      queryStringParameters: { x: '1,2', y: '东' },
      cookies: ['one=1', 'two=2'],
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'GET', path: '/a/token', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: '23/Nov/2026:12:00:00 +0000',
        timeEpoch: Date.UTC(2026, 10, 23, 12),
      },
    });
    expect(event.headers['x-mixed-case']).toBe('Yes');
    expect(event.headers.cookie).toBeUndefined();
    expect(event.body).toBeUndefined();
    expect(event.requestContext.authorizer).toBeUndefined();
  });
  it('carries JSON as text and a posted form as Base64', async () => {
    const json = await call('/a/t', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":"东"}',
    });
    expect(await json.json()).toMatchObject({ body: '{"a":"东"}', isBase64Encoded: false });
    const form = await (await call('/a/t', { method: 'POST', body: new URLSearchParams({ a: '1' }) })).json();
    expect(form.isBase64Encoded).toBe(true);
    expect(Buffer.from(form.body, 'base64').toString()).toBe('a=1');
  });
  it('of more than 6 MB never reaches the function', async () => {
    const answer = await call('/a/t', { method: 'POST', body: new Uint8Array(6 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ statusCode: 413 });
  });
});

describe('an answer', () => {
  it('keeps status, headers and cookies', async () => {
    const answer = await call('/a/t');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-number')).toBe('1');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
  });
  it('without a status is JSON', async () => {
    expect(await (await call('/a/plain')).json()).toEqual({ hello: 'there' });
  });
  it('of a function that failed tells nothing of it', async () => {
    const answer = await call('/a/fails', { headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'Something went wrong. Please try again.', statusCode: 500 });
  });
});

describe('the authoriser', () => {
  const ask = (authorization?: string, path = '/api/me') =>
    call(path, { headers: { 'accept-language': 'en', ...(authorization === undefined ? {} : { authorization }) } });

  it('hands the claims on, all of them strings', async () => {
    const { requestContext } = await (await ask(`Bearer ${token}`)).json();
    expect(requestContext.authorizer.jwt.claims).toMatchObject({
      iss: `${front.origin}/oidc`,
      aud: 'steward-panel',
      sub: 'site-director',
      email: 'site-director@steward.example',
      email_verified: 'true',
      exp: expect.stringMatching(/^\d+$/),
    });
  });
  it('refuses no token, a broken one, an altered one and one of another issuer', async () => {
    const other = temporaryFolder();
    const elsewhere = await startFront(echoSystem(), { dataDir: other.path });
    const answer = await fetch(`${elsewhere.origin}/local/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ email: 'site-director@steward.example' }),
    });
    const foreign = (await answer.json()).token;
    await elsewhere.close();
    other.remove();
    const [head, , signature] = token.split('.');
    const altered = [head, Buffer.from('{"sub":"administrator"}').toString('base64url'), signature].join('.');
    for (const header of [
      undefined,
      'Bearer',
      'Bearer x',
      `Basic ${token}`,
      `Bearer ${altered}`,
      `Bearer ${foreign}`,
    ]) {
      const refused = await ask(header);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused.json()).toEqual({ message: 'Please sign in.', statusCode: 401 });
    }
  });
  it('lets everyone read health and the description', async () => {
    expect((await ask(undefined, '/api/health')).status).toBe(200);
    expect((await ask(undefined, '/api/openapi.json')).status).toBe(200);
  });
});
