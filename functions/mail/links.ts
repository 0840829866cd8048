import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { LinkInvalid } from '#domain/errors';
import { type ActionName, actionNames } from '#domain/workflow/action';
import type { Clock, LinkClaims, Links } from '#ports';

export interface LinkSettings {
  /** The first key signs, all verify: put a new one in front, drop the old one after 30 days. Secrets of 32 bytes or more. */
  keys: readonly { kid: string; secret: string }[];
  /** Public address of the installation, without the final slash: "https://steward.example". */
  baseUrl: string;
}

/** The claims on the wire, short: the address has to survive mail programs. */
const Wire = z.object({
  c: z.string(),
  i: z.string(),
  p: z.string(),
  s: z.string(),
  a: z.int().nullable(),
  v: z.array(z.enum(actionNames as [ActionName, ...ActionName[]])),
  e: z.int(),
});
const LONGEST = 4000;

/**
 * Signed capabilities as compact JWS (HS256, key id in the header). `clock` must be the system clock, not the local
 * stepped one. Expired links still give their claims: the page then shows the present state.
 */
export function signedLinks(settings: LinkSettings, clock: Clock): Links {
  const keys = new Map(settings.keys.map(({ kid, secret }) => [kid, new TextEncoder().encode(secret)]));
  const first = settings.keys[0];
  if (first === undefined) throw new Error('Links need at least one key.');
  for (const [kid, secret] of keys)
    if (secret.length < 32) throw new Error(`The links secret "${kid}" is shorter than 32 bytes.`);
  const signing = new TextEncoder().encode(first.secret);

  return {
    sign(claims) {
      const payload = new TextEncoder().encode(JSON.stringify(toWire(claims)));
      return new CompactSign(payload).setProtectedHeader({ alg: 'HS256', kid: first.kid }).sign(signing);
    },
    async verify(token) {
      const claims = await read(token, keys);
      return { claims, expired: clock.now() >= claims.expires };
    },
    url: (token) => linkUrl(settings.baseUrl, token),
  };
}

/** Absolute address of the action page. Needs no key. */
export const linkUrl = (baseUrl: string, token: string): string => `${baseUrl.replace(/\/+$/, '')}/a/${token}`;

async function read(token: string, keys: ReadonlyMap<string, Uint8Array>): Promise<LinkClaims> {
  if (token.length > LONGEST) throw new LinkInvalid();
  try {
    const { payload } = await compactVerify(
      token,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keys.get(kid);
        if (key === undefined) throw new LinkInvalid();
        return key;
      },
      { algorithms: ['HS256'] },
    );
    return fromWire(Wire.parse(JSON.parse(new TextDecoder().decode(payload))));
  } catch (cause) {
    throw cause instanceof LinkInvalid ? cause : new LinkInvalid({ cause });
  }
}

const toWire = (c: LinkClaims): z.infer<typeof Wire> => ({
  c: c.company,
  i: c.item,
  p: c.person,
  s: c.step,
  a: c.ask,
  v: c.verbs,
  e: c.expires,
});
const fromWire = (w: z.infer<typeof Wire>): LinkClaims => ({
  company: w.c,
  item: w.i,
  person: w.p,
  step: w.s,
  ask: w.a,
  verbs: w.v,
  expires: w.e,
});
