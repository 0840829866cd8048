import type { AuthProvider } from '@refinedev/core';
import { ownPath, type Session } from './session.ts';

/** Where an expired session goes: the sign-in page, which leads back to where the reader was. */
export const signInPath = (from: string): string => {
  const to = ownPath(from);
  return to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
};

export function createAuthProvider(session: Session, here: () => string): AuthProvider {
  return {
    login: async ({ to }: { to?: string }) => {
      await session.signIn(ownPath(to ?? '/'));
      return { success: true };
    },
    logout: async () => {
      await session.signOut();
      return { success: true };
    },
    // Refine's <Authenticated> adds the way back by itself.
    check: async () =>
      (await session.token()) === null ? { authenticated: false, redirectTo: '/sign-in' } : { authenticated: true },
    onError: async (error: { statusCode?: number }) => {
      if (error.statusCode !== 401) return {};
      await session.forget();
      return { redirectTo: signInPath(here()) };
    },
  };
}
