import { expect, test } from 'vitest';
import { createDemoApi } from '#test/support/demo-api';
import { improvement, notice } from '#test/support/improvements';
import { createDecide } from '#usecases/decide';
import { createFactsLoader } from '#usecases/load-facts';
import { createRecordBounce } from '#usecases/record-bounce';

test('the address a mail about an improvement bounced from gets no more', async () => {
  const { ports } = await createDemoApi();
  const row = notice('demo', 'i1');
  await ports.improvements.put(improvement('demo', 'i1'), [row]);
  const recordBounce = createRecordBounce(ports, createDecide(ports, createFactsLoader(ports)));
  const email = 'site-director@steward.example';
  const bounce = { company: 'demo', item: 'i1', effect: row.effect.id, email, why: '550 unknown' };
  await recordBounce({ ...bounce, permanent: false });
  expect(await ports.suppressions.isSuppressed('demo', email)).toBe(false);
  await recordBounce({ ...bounce, permanent: true });
  expect(await ports.suppressions.isSuppressed('demo', email)).toBe(true);
});
