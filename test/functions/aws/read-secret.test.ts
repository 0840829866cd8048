import { describe, expect, test } from 'vitest';
import { readSecret } from '../../../functions/aws/read-secret.ts';
import { LinksSecret } from '../../../functions/settings.ts';

const client = (SecretString: string) => ({ send: async () => ({ SecretString }) }) as never;

describe('a secret', () => {
  test('is parsed by its schema', async () => {
    const secret = JSON.stringify({ kid: 'k1', secret: 's'.repeat(64) });
    expect(await readSecret(client(secret), 'arn:links', LinksSecret)).toEqual({
      keys: [{ kid: 'k1', secret: 's'.repeat(64) }],
    });
  });

  test.each(['no json: hunter2', '{"kid":"k1","secret":"hunter2"}'])('never shows in its error', async (value) => {
    const error = await readSecret(client(value), 'arn:links', LinksSecret).catch((thrown: unknown) => String(thrown));
    expect(error).toContain('arn:links');
    expect(error).not.toContain('hunter2');
  });
});
