import '../../admin/src/no-eval.ts';
import { expect, test } from 'vitest';

test('Zod neither compiles checks nor tries whether it may, in the panel', async () => {
  const { config, z } = await import('zod');
  const { allowsEval } = (await import('zod/v4/core')).util;
  expect(config().jitless).toBe(true);
  expect(allowsEval.value).toBe(false);
  expect(z.object({ a: z.string() }).safeParse({ a: 1 }).success).toBe(false);
});
