import { createHmac } from 'node:crypto';
import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { LinkInvalid } from '#domain/errors';
import { type ActionName, actionNames } from '#domain/workflow/action';
import type { Clock, LinkClaims, Links, ReceiptClaims } from '#ports';

export interface LinkSettings {
  /** The first key signs, all verify: put a new one in front, keep the old one while its links are in use. Secrets of 32 bytes or more. */
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
/** A resident's: told apart by `u`, so that neither kind passes for the other. */
const ReceiptWire = z.strictObject({
  u: z.literal('resident'),
  c: z.string(),
  i: z.string(),
  r: z.string().nullable(),
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
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = crypto.subtle.importKey('raw', new TextEncoder().encode(first.secret), hmac, false, ['sign']);
  const sign = async (wire: object): Promise<string> =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(wire)))
      .setProtectedHeader({ alg: 'HS256', kid: first.kid })
      .sign(await imported);
  const opened = <C extends { expires: number }>(claims: C) => ({ claims, expired: clock.now() >= claims.expires });

  return {
    sign: (claims) => sign(toWire(claims)),
    verify: async (token) => opened(fromWire(await read(token, keys, Wire))),
    url: (token) => linkUrl(settings.baseUrl, token),
    signReceipt: (claims) => sign(toReceiptWire(claims)),
    verifyReceipt: async (token) => opened(fromReceiptWire(await read(token, keys, ReceiptWire))),
    receiptUrl: (token) => receiptUrl(settings.baseUrl, token),
    seal: async (text) => createHmac('sha256', first.secret).update(`seal/${text}`).digest('base64url').slice(0, 22),
  };
}

/** Absolute address of the action page. Needs no key. */
export const linkUrl = (baseUrl: string, token: string): string => `${baseUrl.replace(/\/+$/, '')}/a/${token}`;
/** Absolute address of a resident's page. Needs no key. */
export const receiptUrl = (baseUrl: string, token: string): string => `${baseUrl.replace(/\/+$/, '')}/r/${token}`;

async function read<T>(token: string, keys: ReadonlyMap<string, Uint8Array>, wire: z.ZodType<T>): Promise<T> {
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
    return wire.parse(JSON.parse(new TextDecoder().decode(payload)));
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
const toReceiptWire = (c: ReceiptClaims): z.infer<typeof ReceiptWire> => ({
  u: 'resident',
  c: c.company,
  i: c.item,
  r: c.report,
  e: c.expires,
});
const fromReceiptWire = (w: z.infer<typeof ReceiptWire>): ReceiptClaims => ({
  company: w.c,
  item: w.i,
  report: w.r,
  expires: w.e,
});
