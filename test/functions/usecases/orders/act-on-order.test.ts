import { expect, test } from 'vitest';
import { asset } from '#test/support/assets';
import { createDemoApi } from '#test/support/demo-api';
import { createActOnItem } from '#usecases/act-on-item';
import { createDecide } from '#usecases/decide';
import { createFactsLoader } from '#usecases/load-facts';
import { createOpenOrder } from '#usecases/orders/open-order';
import { createRecoveryDesk } from '#usecases/recovery/recovery-desk';
import { defaultWorkOrder } from '#workflows/default-work-order';

/** An accepted order for a lift with its checklist; only photos ending in p1 were kept. */
async function accepted() {
  const { ports, call } = await createDemoApi();
  const published = { author: 'system', at: ports.clock.now(), note: 'seed' } as const;
  await ports.documents.publish(
    'demo',
    { ...published, kind: 'workflow', id: 'work-order', body: defaultWorkOrder },
    0,
  );
  await ports.assets.put(asset());
  await ports.assets.put(asset({ id: 'w1', number: 'DT-9', site: 'west-hill', code: 'code-w1' }));
  const loadFacts = createFactsLoader(ports);
  const decide = createDecide(ports, loadFacts);
  const kept = async (_: string, photo: string) => photo.endsWith('p1');
  const siteOf = async (of: string, id: string) => (await ports.assets.get(of, id))?.site ?? null;
  const act = createActOnItem(decide, kept, siteOf, createRecoveryDesk(ports, loadFacts));
  const request = { company: 'demo', site: 'east-lake', key: 'photos', work: 'x', assets: ['a1'], takenBy: null };
  const { id } = await createOpenOrder(ports, loadFacts)({ ...request, checklist: 'lift' });
  const by = 'repairer-a';
  await act({ company: 'demo', itemId: id, by, action: 'acknowledge', input: {} });
  const check = (answers: object[]) =>
    act({ company: 'demo', itemId: id, by, action: 'check', input: { asset: 'a1', section: 'machine-room', answers } });
  return { id, act, check, call };
}
const fieldsOf = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => null,
    (thrown: { issues?: { path: PropertyKey[]; message: string }[] }) => thrown,
  );
  return error?.issues?.map(({ path, message }) => `${path.join('.')} ${message}`);
};

test('answers that cannot be taken are told at their fields, and nothing is saved', async () => {
  const { check } = await accepted();
  const bad = check([
    { item: 'brake', value: 'maybe' },
    { item: 'temperature', value: '21' },
    { item: 'nothing', value: 'pass' },
  ]);
  expect(await fieldsOf(bad)).toEqual(['answers.0.value answer_choice', 'answers.2.value answer_unknown']);
  const { item } = await check([{ item: 'temperature', value: '21' }]);
  expect(Object.keys(item.order?.answers ?? {})).toEqual(['a1/machine-room/temperature']);
});

test('photos of an answer are those uploaded for the order', async () => {
  const { id, check } = await accepted();
  const own = `${id}__repairer-a__p1`;
  const answer = (photo: string) => check([{ item: 'brake', value: 'pass', photos: [photo] }]);
  expect(await fieldsOf(answer('other-item__repairer-a__p1'))).toEqual(['answers.0.photos.0 unknown_photo']);
  expect(await fieldsOf(answer(`${id}__repairer-a__p2`))).toEqual(['answers.0.photos.0 unknown_photo']);
  expect((await answer(own)).item.order?.answers['a1/machine-room/brake']?.photos).toEqual([own]);
});

test('the work is not complete before its checklist is', async () => {
  const { id, act } = await accepted();
  const complete = act({ company: 'demo', itemId: id, by: 'repairer-a', action: 'complete', input: { done: 'x' } });
  await expect(complete).rejects.toMatchObject({ name: 'ActionRefused', why: 'unfinished' });
});

test('a work order out of a complaint names a facility of its site', async () => {
  const { act, call } = await accepted();
  const filed = { site: 'east-lake', category: 'corridor-light', building: 'b1', unit: '1201', description: '灯不亮' };
  const { body } = await call<{ id: string }>('POST', '/api/complaints', { body: { ...filed, channel: 'phone' } });
  const by = 'repairer-a';
  await act({ company: 'demo', itemId: body.id, by, action: 'acknowledge', input: {} });
  const open = (facility: string) =>
    act({ company: 'demo', itemId: body.id, by, action: 'openOrder', input: { asset: facility, work: '换灯' } });
  expect(await fieldsOf(open('w1'))).toEqual(['asset unknown_asset']);
  expect(await fieldsOf(open('gone'))).toEqual(['asset unknown_asset']);
  expect((await open('a1')).unchanged).toBe(false);
});
