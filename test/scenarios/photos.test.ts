import { expect, it } from 'vitest';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { jpeg } from '#test/support/pictures';
import { report } from '#test/support/residents';
import { startTestSystem, type TestSystem } from '#test/support/system';

/** The hidden fields of the form that posts to storage. */
const uploadFields = (html: string): Record<string, string> => {
  const form = /<form method="post" enctype="multipart\/form-data"[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  );
};
const upload = async (town: TestSystem, fields: Record<string, string>) => {
  const answer = await town.files().acceptUpload(fields, jpeg());
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  return answer;
};

it('a photo after acting: posted straight to storage, kept, and seen by whoever comes next', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  const done = await town.act(town.mailTo('repairer-a'), 'acknowledge');
  const fields = uploadFields(done.html);
  const answer = await town.files().acceptUpload(fields, jpeg());
  expect(answer).toMatchObject({
    status: 303,
    location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4000\/a\/\S+\?uploaded=/),
  });
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  const attached = (await town.timeline()).filter(({ type }) => type === 'attached');
  expect(attached).toMatchObject([{ by: 'repairer-a', photos: [fields.photo] }]);
  const page = await town.tap(town.mailTo('repairer-a'));
  expect(page.html).toContain(`?photo=${fields.photo}`);
  town.mails();
  await town.expectSound();
});

it('a resident’s photos come with the receipt, ten at most, also by forms offered before', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const { html, path } = await report(town);
  const early = await Promise.all([1, 2].map(async () => uploadFields((await town.visit(path)).html)));
  const first = await upload(town, uploadFields(html));
  expect(first).toMatchObject({ status: 303, location: expect.stringContaining(`${path}?uploaded=`) });
  const attached = async () => (await town.timeline()).filter(({ type }) => type === 'attached');
  expect(await attached()).toMatchObject([{ by: 'resident' }]);
  for (let n = 2; n <= 10; n += 1) await upload(town, uploadFields((await town.visit(path)).html));
  expect((await town.visit(path)).html).not.toContain('type="file"');
  for (const fields of early) await upload(town, fields);
  expect(await attached()).toHaveLength(10);
  town.mails();
  await town.expectSound();
});

it('a photo with a fault told by a label: on the page after it, to the order, seen by who is to mend it', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.system.ports.assets.put(asset({ code: 'c0de' }));
  const [, key = ''] = /name="key" value="(\w+)"/.exec((await town.visit('/e/c0de')).html) ?? [];
  const { location } = await town.submit('/e/c0de', { key, what: '门关不上' });
  const { rows } = await town.system.ports.items.byAsset(town.company, 'a1', { limit: 1 });
  town.filed.push(rows[0]?.id ?? '');
  const answer = await upload(town, uploadFields((await town.visit(location ?? '')).html));
  expect(answer).toMatchObject({ status: 303, location: expect.stringMatching(/\/e\/c0de\?reported=.+&uploaded=/) });
  const back = 'location' in answer ? answer.location : '';
  expect((await town.visit(back)).words).toContain('照片已保存。');
  expect((await town.timeline()).filter(({ type }) => type === 'attached')).toMatchObject([{ by: 'resident' }]);
  expect((await town.tap(town.mailTo('repairer-a'))).html).toContain('?photo=');
  // Once it is mended nothing more is wanted, nor taken.
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  await town.act(town.mailTo('repairer-a'), 'complete', { done: '已调整门机' });
  await town.act(town.mailTo('engineering-head'), 'approve');
  expect((await town.visit(location ?? '')).html).not.toContain('type="file"');
  town.mails();
  await town.expectSound();
});
