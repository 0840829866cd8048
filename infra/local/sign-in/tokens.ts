import { importJWK, jwtVerify, SignJWT } from 'jose';
import type { DemoPerson } from '../people.ts';
import type { SignInKeys } from './keys.ts';

/** A token is no JWT, expired, for somebody else, or of another issuer. */
export class TokenRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('The token is missing, expired or not ours.', options);
    this.name = 'TokenRefused';
  }
}

/** Claims as API Gateway's JWT authoriser hands them on: every value a string. */
export type Claims = Record<string, string>;

export interface Tokens {
  /** A bearer token like the one the code flow gives. */
  mint(person: Pick<DemoPerson, 'id' | 'email'>): Promise<string>;
  /** @throws TokenRefused */
  verify(token: string): Promise<Claims>;
}

/** For scripts that run a while: a working day. */
const MINTED_FOR = '12h';

/** Tokens run on the world's time, never on the system's clock: a person does not sign in anew after a fast-forward. */
export const createTokens = async (keys: SignInKeys, issuer: string, audience: string): Promise<Tokens> => {
  const { kid, kty, n, e } = keys.signing;
  const [privateKey, publicKey] = await Promise.all([
    importJWK(keys.signing, 'RS256'),
    importJWK({ kty, n, e }, 'RS256'),
  ]);
  return {
    mint: ({ id, email }) =>
      new SignJWT({ email, email_verified: true })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime(MINTED_FOR)
        .sign(privateKey),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, publicKey, { issuer, audience, algorithms: ['RS256'] });
        return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
      } catch (cause) {
        throw new TokenRefused({ cause });
      }
    },
  };
};

const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};
