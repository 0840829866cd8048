// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createAuthProvider, signInPath } from '../../../admin/src/providers/auth-provider.ts';
import { createSession, ownPath, type Session } from '../../../admin/src/providers/session.ts';

const config = { issuer: 'https://issuer.example', clientId: 'panel', scope: 'openid email', local: true };
const KEY = 'oidc.user:https://issuer.example:panel';
const signedIn = (secondsLeft: number) => {
  const exp = Math.floor(Date.now() / 1000) + secondsLeft;
  const claims = btoa(JSON.stringify({ sub: 'x', exp }));
  const user = {
    id_token: `h.${claims}.s`,
    access_token: 'a',
    token_type: 'Bearer',
    profile: { sub: 'x', exp },
    expires_at: exp,
  };
  sessionStorage.setItem(KEY, JSON.stringify(user));
  return user.id_token;
};
const fake = (changes: Partial<Session>): Session => ({
  token: async () => null,
  signIn: async () => undefined,
  complete: async () => '/',
  signOut: async () => undefined,
  forget: async () => undefined,
  ...changes,
});

describe('session', () => {
  test('the ID token of this tab is the bearer token', async () => {
    const token = signedIn(600);
    expect(await createSession(config, 'https://panel.example').token()).toBe(token);
  });

  test('an expired one that cannot be renewed counts as signed out', async () => {
    signedIn(-5);
    expect(await createSession(config, 'https://panel.example').token()).toBeNull();
  });

  test.each([
    ['/complaints/c1?list=all', '/complaints/c1?list=all'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/sign-in?to=/work', '/'],
    ['/signed-in?code=1', '/'],
  ])('after signing in, %s leads to %s', (to, expected) => expect(ownPath(to)).toBe(expected));
});

describe('auth provider', () => {
  test('an expired session leads back to where one was', async () => {
    let forgotten = false;
    const forget = async () => {
      forgotten = true;
    };
    const auth = createAuthProvider(fake({ forget }), () => '/complaints/c1');
    expect(await auth.onError({ statusCode: 401 })).toEqual({ redirectTo: '/sign-in?to=%2Fcomplaints%2Fc1' });
    expect(forgotten).toBe(true);
    expect(signInPath('/')).toBe('/sign-in');
  });

  test('other errors sign nobody out', async () => {
    const auth = createAuthProvider(fake({}), () => '/');
    expect(await auth.onError({ statusCode: 403 })).toEqual({});
    expect(await auth.onError({ statusCode: 500 })).toEqual({});
  });

  test('check asks for the token', async () => {
    const auth = createAuthProvider(fake({ token: async () => 't' }), () => '/');
    expect(await auth.check()).toEqual({ authenticated: true });
    expect(await createAuthProvider(fake({}), () => '/').check()).toEqual({
      authenticated: false,
      redirectTo: '/sign-in',
    });
  });

  test('signing out is the session’s business', async () => {
    let out = 0;
    const signOut = async () => {
      out++;
    };
    expect(await createAuthProvider(fake({ signOut }), () => '/').logout({})).toEqual({ success: true });
    expect(out).toBe(1);
  });
});
