import { expect, it } from 'vitest';
import { at } from '#test/support/estate';
import { jpeg } from '#test/support/pictures';
import { startTestSystem } from '#test/support/system';

it('a photo after acting: posted straight to storage, kept, and seen by whoever comes next', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  const done = await town.act(town.mailTo('repairer-a'), 'acknowledge');
  const fields = Object.fromEntries(
    [...done.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  );
  const answer = await town.files().acceptUpload(fields, jpeg());
  expect(answer).toMatchObject({ status: 303, location: expect.stringContaining('?uploaded=') });
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  await town.system.keepUploadedPhoto(town.company, fields.photo ?? '');
  const attached = (await town.timeline()).filter(({ type }) => type === 'attached');
  expect(attached).toMatchObject([{ by: 'repairer-a', photos: [fields.photo] }]);
  const page = await town.tap(town.mailTo('repairer-a'));
  expect(page.html).toContain(`?photo=${fields.photo}`);
  town.mails();
  await town.expectSound();
});
