import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { z } from 'zod';

/** A JSON secret, parsed. The error names the secret, never what is in it. */
export async function readSecret<T extends z.ZodType>(
  client: Pick<SecretsManagerClient, 'send'>,
  arn: string,
  schema: T,
): Promise<z.infer<T>> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  let value: unknown;
  try {
    value = JSON.parse(SecretString);
  } catch {
    throw new Error(`The secret ${arn} is not JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Error(
      `The secret ${arn} is not complete: ${parsed.error.issues.map((i) => i.path.join('.')).join(', ')}.`,
    );
  return parsed.data;
}
