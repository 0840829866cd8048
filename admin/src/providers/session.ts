import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Config } from '../config.ts';

/** Who is signed in, by OpenID Connect: authorisation code with PKCE; tokens live in this tab's sessionStorage only. */
export interface Session {
  /** Bearer token for the API, renewed when it is about to run out and the issuer lets us; null = nobody is signed in. */
  token(): Promise<string | null>;
  /** Leaves for the issuer; comes back to /signed-in. `to` is where the reader wanted to be. */
  signIn(to: string): Promise<void>;
  /** Finishes what `signIn` began; answers where to go on. Throws when the issuer refused or the state is not ours. */
  complete(): Promise<string>;
  /** Ends the session here and, where the issuer offers it, there. Leaves the page: nothing read before stays in memory. */
  signOut(): Promise<void>;
  /** The token was refused: forget it, so that the next check asks to sign in. */
  forget(): Promise<void>;
}

const SOON = 60_000;

export function createSession({ issuer, clientId, scope }: Config, origin = window.location.origin): Session {
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    scope,
    redirect_uri: `${origin}/signed-in`,
    post_logout_redirect_uri: `${origin}/sign-in`,
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
    monitorSession: false,
  });
  let renewal: Promise<string | null> | null = null;

  /** With a refresh token only: a hidden frame would need third-party cookies, which browsers no longer give. */
  const renew = (): Promise<string | null> => {
    renewal ??= manager
      .signinSilent()
      .then((user) => user?.id_token ?? null)
      .catch(() => null)
      .finally(() => {
        renewal = null;
      });
    return renewal;
  };

  return {
    async token() {
      const user = await manager.getUser();
      if (!user?.id_token) return null;
      const left = user.profile.exp * 1000 - Date.now();
      if (left > SOON) return user.id_token;
      const renewed = user.refresh_token ? await renew() : null;
      return renewed ?? (left > 0 ? user.id_token : null);
    },
    signIn: (to) => manager.signinRedirect({ state: { to } }),
    async complete() {
      const { state } = await manager.signinRedirectCallback();
      const to = (state as { to?: unknown } | undefined)?.to;
      return ownPath(typeof to === 'string' ? to : '/');
    },
    async signOut() {
      const end = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
      if (end) return manager.signoutRedirect();
      window.location.assign(`${origin}/sign-in`);
      await manager.removeUser();
    },
    forget: () => manager.removeUser(),
  };
}

/** Only paths of this panel, never another address, and not the sign-in pages themselves. */
export function ownPath(to: string): string {
  const own = /^\/(?![/\\])/.test(to) && !/^\/(sign-in|signed-in)\b/.test(to);
  return own ? to : '/';
}
