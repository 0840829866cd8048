import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { readJson, writeJson } from '../private-file.ts';

const PrivateKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
});
const Keys = z.object({ signing: PrivateKey, cookies: z.array(z.string().min(32)).min(1) });
/** Key of the tokens (RS256, as API Gateway's authoriser demands) and of the issuer's cookies. */
export type SignInKeys = z.infer<typeof Keys>;

/** Made at the first start and kept, so that who is signed in stays so after a restart. */
export const loadKeys = async (file: string): Promise<SignInKeys> => {
  const found = await readJson(file);
  if (found !== null) return Keys.parse(found);
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  const keys = Keys.parse({ signing, cookies: [randomBytes(32).toString('base64url')] });
  await writeJson(file, keys);
  return keys;
};
