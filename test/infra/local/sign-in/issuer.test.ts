import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoPeople } from '#local/people';
import { echoSystem, startFront, temporaryFolder } from '#test/support/local-front';
import { organisation } from '#test/support/one-site';

let folder: ReturnType<typeof temporaryFolder>;
let front: Awaited<ReturnType<typeof startFront>>;

beforeAll(async () => {
  folder = temporaryFolder();
  front = await startFront(echoSystem(), { dataDir: folder.path });
});
afterAll(async () => {
  await front.close();
  folder.remove();
});

/** What a browser does: keeps cookies by path and follows redirects by hand. */
const browser = () => {
  const jar = new Map<string, { value: string; path: string }>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { pathname } = new URL(url);
    const cookie = [...jar].flatMap(([name, { value, path }]) =>
      pathname.startsWith(path) ? [`${name}=${value}`] : [],
    );
    const headers = {
      'accept-language': 'zh-CN',
      ...(init.headers as Record<string, string>),
      cookie: cookie.join('; '),
    };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const path = attributes.find((a) => a.startsWith('path='))?.slice(5) ?? '/';
      if (value === '') jar.delete(name);
      else jar.set(name, { value, path });
    }
    return answer;
  };
  return { visit };
};
const locationOf = (answer: Response): string => new URL(answer.headers.get('location') ?? '', answer.url).href;

const verifier = randomBytes(32).toString('base64url');
const authorisation = (changes: Record<string, string> = {}): string => {
  const query = new URLSearchParams({
    client_id: 'steward-panel',
    redirect_uri: `${front.origin}/signed-in`,
    response_type: 'code',
    scope: 'openid email profile',
    state: 'a-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return `${front.origin}/oidc/auth?${query}`;
};
const choose = async ({ visit }: ReturnType<typeof browser>, person: string): Promise<URL> => {
  const page = locationOf(await visit(authorisation()));
  await visit(page);
  const chosen = await visit(page, { method: 'POST', body: new URLSearchParams({ person }) });
  expect(chosen.status).toBe(303);
  return new URL(locationOf(await visit(locationOf(chosen))));
};
const exchange = (body: Record<string, string>) =>
  fetch(`${front.origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'steward-panel', ...body }),
  });
const signIn = async (tab: ReturnType<typeof browser>, person: string) => {
  const back = await choose(tab, person);
  const answer = await exchange({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: `${front.origin}/signed-in`,
    code_verifier: verifier,
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { id_token: string; access_token: string; refresh_token: string };
};
const me = (token: string) => fetch(`${front.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } });

describe('the code flow', () => {
  it('ends in tokens for the chosen person that the API takes', async () => {
    const tokens = await signIn(browser(), 'repairer-a');
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      iss: `${front.origin}/oidc`,
      aud: 'steward-panel',
      sub: 'repairer-a',
      email: 'repairer-a@steward.example',
      email_verified: true,
    });
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      aud: 'steward-panel',
      sub: 'repairer-a',
      email: 'repairer-a@steward.example',
      email_verified: true,
    });
    expect((await me(tokens.id_token)).status).toBe(200);
    expect((await me(tokens.access_token)).status).toBe(200);
  });
  it('brings the state back to the panel', async () => {
    const back = await choose(browser(), 'auditor');
    expect(back.origin + back.pathname).toBe(`${front.origin}/signed-in`);
    expect(back.searchParams.get('state')).toBe('a-state');
  });
  it('asks for a person each time, so that another can be chosen', async () => {
    const tab = browser();
    expect(decodeJwt((await signIn(tab, 'repairer-a')).id_token).sub).toBe('repairer-a');
    expect(decodeJwt((await signIn(tab, 'site-director')).id_token).sub).toBe('site-director');
    expect(decodeJwt((await signIn(tab, 'site-director')).id_token).sub).toBe('site-director');
  });
  it('renews with a refresh token, also after a restart', async () => {
    const { refresh_token } = await signIn(browser(), 'auditor');
    await front.close();
    front = await startFront(echoSystem(), { dataDir: folder.path, port: front.port });
    const answer = await exchange({ grant_type: 'refresh_token', refresh_token });
    const renewed = (await answer.json()) as { id_token: string };
    expect(decodeJwt(renewed.id_token)).toMatchObject({ sub: 'auditor', email: 'auditor@steward.example' });
    expect((await me(renewed.id_token)).status).toBe(200);
  });
  it('keeps who is signed in over a restart', async () => {
    const { id_token } = await signIn(browser(), 'auditor');
    await front.close();
    front = await startFront(echoSystem(), { dataDir: folder.path, port: front.port });
    expect((await me(id_token)).status).toBe(200);
  });
  it("needs PKCE, the right verifier and the panel's own address", async () => {
    const { visit } = browser();
    const without = await visit(authorisation({ code_challenge: '' }));
    expect(locationOf(without)).toContain('error=invalid_request');
    expect((await visit(authorisation({ redirect_uri: 'http://evil.example/signed-in' }))).status).toBe(400);
    const code = (await choose(browser(), 'auditor')).searchParams.get('code') ?? '';
    const wrong = await exchange({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${front.origin}/signed-in`,
      code_verifier: randomBytes(32).toString('base64url'),
    });
    expect(wrong.status).toBe(400);
  });
  it('offers no sign-out of its own: leaving the panel is enough', async () => {
    const found = await (await fetch(`${front.origin}/oidc/.well-known/openid-configuration`)).json();
    expect(found.end_session_endpoint).toBeUndefined();
    expect(found.token_endpoint).toBe(`${front.origin}/oidc/token`);
  });
});

describe('the page of people', () => {
  const open = async (language: string) => {
    const { visit } = browser();
    const address = locationOf(await visit(authorisation()));
    return visit(`${address}?language=${language}`);
  };
  it('lists everyone by role in both languages', async () => {
    const people = demoPeople(organisation);
    const zh = await (await open('zh-CN')).text();
    const en = await (await open('en')).text();
    for (const { id, name } of people) {
      expect(zh).toContain(`value="${id}"><b>${name['zh-CN']}</b>`);
      expect(en).toContain(`value="${id}"><b>${name.en}</b>`);
    }
    expect(zh).toContain('无需密码');
    expect(en).toContain('no password');
    expect(zh).toContain('东湖花园');
    expect(en).toContain('East Lake Garden');
  });
  it('runs no script and cannot be framed', async () => {
    const answer = await open('en');
    expect(await answer.text()).not.toMatch(/<script|\son\w+=/);
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
  it('that is too old leads back to signing in', async () => {
    const answer = await fetch(`${front.origin}/oidc/interaction/gone`, { headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('href="/sign-in"');
  });
});

it('says nothing on the console', async () => {
  const said = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  const other = await startFront(echoSystem(), { dataDir: folder.path });
  await fetch(`${other.origin}/oidc/jwks`);
  await other.close();
  for (const spy of said) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});
