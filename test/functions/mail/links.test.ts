import { CompactSign, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { LinkInvalid } from '#domain/errors';
import { signedLinks } from '#mail/links';
import type { LinkClaims } from '#ports';

const old = { kid: '2026-10', secret: 'o'.repeat(32) };
const fresh = { kid: '2026-11', secret: 'n'.repeat(40) };
let now = 0;
const links = (keys = [old]) => signedLinks({ keys, baseUrl: 'https://steward.example/' }, { now: () => now });
const claims: LinkClaims = {
  company: 'demo',
  item: '01JDKQ4V5W6X7Y8Z9A0BCDEFGH',
  person: 'wang-wei',
  step: 'accept',
  ask: 3,
  verbs: ['acknowledge', 'handOver'],
  expires: 1_000_000,
};
beforeEach(() => {
  now = 0;
});

describe('signedLinks', () => {
  it('gives back what was signed, in an address short enough for mail programs', async () => {
    const token = await links().sign(claims);
    expect(await links().verify(token)).toEqual({ claims, expired: false });
    expect(links().url(token)).toBe(`https://steward.example/a/${token}`);
    expect(links().url(token).length).toBeLessThan(400);
    expect(token).toMatch(/^[\w.-]+$/);
  });
  it('keeps the links of staff and residents apart', async () => {
    const receipt = { company: 'demo', item: claims.item, report: null, expires: 1_000_000 };
    const token = await links().signReceipt(receipt);
    expect(await links().verifyReceipt(token)).toEqual({ claims: receipt, expired: false });
    expect(links().receiptUrl(token)).toBe(`https://steward.example/r/${token}`);
    await expect(links().verify(token)).rejects.toThrow(LinkInvalid);
    await expect(links().verifyReceipt(await links().sign(claims))).rejects.toThrow(LinkInvalid);
    now = receipt.expires;
    expect((await links().verifyReceipt(token)).expired).toBe(true);
  });
  it('seals a text by its key: the same for the same, another for another', async () => {
    const [one, same, other, rotated] = await Promise.all([
      links().seal('203.0.113.7'),
      links().seal('203.0.113.7'),
      links().seal('203.0.113.8'),
      links([fresh]).seal('203.0.113.7'),
    ]);
    expect(same).toBe(one);
    expect(new Set([one, other, rotated]).size).toBe(3);
    expect(one).not.toContain('203');
  });
  it('still says what an expired link was about', async () => {
    const token = await links().sign({ ...claims, ask: null, verbs: [] });
    now = claims.expires;
    expect(await links().verify(token)).toEqual({ claims: { ...claims, ask: null, verbs: [] }, expired: true });
  });
  it('goes on accepting the older key after a rotation, and not after it is gone', async () => {
    const before = await links([old]).sign(claims);
    const after = await links([fresh, old]).sign(claims);
    expect((await links([fresh, old]).verify(before)).claims).toEqual(claims);
    await expect(links([old]).verify(after)).rejects.toBeInstanceOf(LinkInvalid);
    await expect(links([fresh]).verify(before)).rejects.toBeInstanceOf(LinkInvalid);
  });
  it('refuses every change of one character', async () => {
    const token = await links().sign(claims);
    for (let i = 0; i < token.length; i += 7) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      await expect(links().verify(changed)).rejects.toBeInstanceOf(LinkInvalid);
    }
  });
  it('refuses what is unsigned, signed otherwise, badly shaped or too long', async () => {
    const secret = new TextEncoder().encode(old.secret);
    const sign = (payload: unknown, header: { alg: string; kid?: string }) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader(header).sign(secret);
    const wire = { c: 'demo', i: 'i', p: 'p', s: 's', a: 1, v: ['acknowledge'], e: 9 };
    const bad = [
      new UnsecuredJWT(wire).encode(),
      await sign(wire, { alg: 'HS256' }),
      await sign({ ...wire, v: ['rule-the-world'] }, { alg: 'HS256', kid: old.kid }),
      await sign({ ...wire, e: 'never' }, { alg: 'HS256', kid: old.kid }),
      '',
      'a.b.c',
      '../../etc/passwd',
      'x'.repeat(100_000),
    ];
    for (const token of bad) await expect(links().verify(token)).rejects.toBeInstanceOf(LinkInvalid);
  });
  it('wants real secrets', () => {
    expect(() => links([])).toThrow('at least one key');
    expect(() => links([{ kid: 'k', secret: 'short' }])).toThrow('shorter');
  });
});
