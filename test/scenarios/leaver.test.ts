import { expect, it } from 'vitest';
import { messageTemplates } from '#domain/mail/view';
import { at } from '#test/support/estate';
import { startTestSystem, type TestSystem } from '#test/support/system';
import { createDecide } from '#usecases/decide';
import { createLeaver } from '#usecases/leaver/replace-person';
import { createPublishDocument } from '#usecases/publish-document';

/** As an administrator does it on the leaver's page: checked, then confirmed. */
async function leave({ system, company }: TestSystem, person: string, all: string): Promise<void> {
  const { ports, loadDirectory, loadFacts } = system;
  const { directory } = await loadDirectory(company);
  const administrator = directory.organisation.people.find(({ id }) => id === 'administrator');
  if (!administrator) throw new Error('The estate has an administrator.');
  const caller = { company, person: administrator, language: 'zh-CN' } as const;
  const options = { templates: messageTemplates };
  const publishDocument = createPublishDocument({ ...ports, loadDirectory }, options);
  const leaver = createLeaver(
    { ...ports, loadDirectory, decide: createDecide(ports, loadFacts), publishDocument },
    options,
  );
  const choice = { all, lines: {} };
  const { planned, issues } = await leaver.check(caller, person, choice);
  expect(issues).toEqual([]);
  expect(await leaver.apply(caller, person, choice, { token: planned.token, note: '离职' })).toMatchObject({
    done: true,
  });
  await system.settle();
}

it('the owner leaves: the other one is asked with the time anew, the clocks go on, the leaver hears nothing more', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  await town.act(town.mailTo('repairer-a'), 'acknowledge');
  const old = town.mailTo('repairer-a');
  const { clocks } = await town.item();
  town.mails();
  await town.advanceTo('2026-11-23', '11:00');
  await leave(town, 'repairer-a', 'repairer-b');
  expect(town.mails()).toEqual(['11-23 11:00 repairer-b 系统管理员将此事转派给您 | 周一 16:30 前响应']);
  expect(await town.item()).toMatchObject({ owner: 'repairer-b', clocks });
  expect((await town.tap(old)).status).toBe(404);

  // New ones reach the other one by the post, and climb as before.
  await town.file({ unit: '402', household: 'east-lake-b1-402' });
  expect(town.mails()).toEqual([
    '11-23 11:00 b1-402 您的投诉已受理',
    '11-23 11:00 repairer-b 有一项投诉等您处理 | 周一 16:30 前响应',
  ]);
  await town.expectSound();
});

it('a superior leaves while something waits for them: the other one is told, the owner keeps it', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.file();
  await town.advanceTo('2026-11-23', '15:30');
  town.mails();
  await leave(town, 'engineering-head', 'repairer-b');
  expect(town.mails()).toEqual(['11-23 15:30 repairer-b 已升级到您：第 2 级（共 4 级） | 周二 10:30 前响应']);
  expect(await town.item()).toMatchObject({ owner: 'repairer-a', level: 1 });
  await town.act(town.mailTo('repairer-b'), 'acknowledge');
  expect(await town.item()).toMatchObject({ owner: 'repairer-b', level: 1, status: 'inProgress' });
  town.mails();
  await town.expectSound();
});
