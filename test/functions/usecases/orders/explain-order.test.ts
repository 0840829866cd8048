import { expect, test } from 'vitest';
import { toIso } from '#domain/time';
import type { Caller } from '#http/caller';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';
import { organisation } from '#test/support/one-site';
import { createActOnItem } from '#usecases/act-on-item';
import { createDecide } from '#usecases/decide';
import { createExplainDeadline } from '#usecases/explain-deadline';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenOrder } from '#usecases/orders/open-order';
import { createRecoveryDesk } from '#usecases/recovery/recovery-desk';
import { defaultWorkOrder } from '#workflows/default-work-order';

test('a deadline that its plan puts off says so, one of its own limit does not', async () => {
  const { ports } = await createDemoApi();
  const published = { author: 'system', at: ports.clock.now(), note: 'seed' } as const;
  await ports.documents.publish(
    'demo',
    { ...published, kind: 'workflow', id: 'work-order', body: defaultWorkOrder },
    0,
  );
  await ports.assets.put(asset());
  const loadFacts = createFactsLoader(ports);
  const act = createActOnItem(
    createDecide(ports, loadFacts),
    async () => false,
    async () => null,
    createRecoveryDesk(ports, loadFacts),
  );
  const why = createExplainDeadline({ ...ports, loadFacts });
  const person = organisation.people.find(({ id }) => id === 'repairer-a');
  if (!person) throw new Error('the estate has a repairer');
  const caller = { company: 'demo', person, language: 'zh-CN' } as Caller;
  const until = at('2026-11-25', '24:00');
  const name = { 'zh-CN': '月检', en: 'Monthly' };
  const plan = { id: 'p', occurrence: '2026-11-24', name, date: '2026-11-24', until };
  const open = createOpenOrder(ports, loadFacts);
  for (const [key, given, expected] of [
    ['planned', plan, toIso(until)],
    ['by hand', null, null],
    ['of a plan whose grace ends before', { ...plan, date: '2026-11-20', until: at('2026-11-20', '24:00') }, null],
  ] as const) {
    const request = {
      company: 'demo',
      site: 'east-lake',
      key,
      work: 'x',
      assets: ['a1'],
      takenBy: null,
      checklist: null,
    };
    const { id } = await open({ ...request, plan: given });
    await act({ company: 'demo', itemId: id, by: 'repairer-a', action: 'acknowledge', input: {} });
    expect([key, (await why(caller, id, 'resolve')).planUntil]).toEqual([key, expected]);
  }
});
