/**
 * Remembers in a phone's browser which walk it is on, so that a scanned label leads there. Its value is the link of the
 * mail: signed, of one person and one walk, and worth nothing afterwards. `Lax`: opened by the camera it is sent, posted
 * from another site it is not.
 */
const NAME = 'patrol';
const TOKEN = /^[\w.-]{20,2000}$/;

export const patrolCookie = (token: string, seconds: number, secure: boolean): string =>
  `${NAME}=${token}; Path=/; Max-Age=${Math.max(0, Math.floor(seconds))}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** The link in it; null: none, or nothing of ours. */
export function walkIn(cookies: readonly string[] | undefined): string | null {
  for (const cookie of cookies ?? []) {
    const [name, value = ''] = cookie.trim().split('=', 2);
    if (name === NAME && TOKEN.test(value)) return value;
  }
  return null;
}
export const patrolCookieName = NAME;
