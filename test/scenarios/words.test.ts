import { expect, it } from 'vitest';
import type { Forms } from '#domain/forms/forms';
import type { Routing } from '#domain/routing';
import type { Templates } from '#domain/templates/templates';
import { MINUTE } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { at } from '#test/support/estate';
import { formsOf, wordsOf } from '#test/support/page-form';
import { aReport, report } from '#test/support/residents';
import { startTestSystem } from '#test/support/system';

const w = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const reworded = (body: Templates): Templates => ({
  ...body,
  notices: [
    ...body.notices.map((one) =>
      one.id === 'promised' ? { ...one, headline: w('{{name}}，请再等等', 'Please bear with us') } : one,
    ),
    {
      id: 'thanks',
      name: w('致谢', 'Thanks'),
      subject: w('[{{number}}] 谢谢您', '[{{number}}] Thank you'),
      headline: w('谢谢您告诉我们', 'Thank you for telling us'),
      before: w('{% if when %}我们在{{when}} 前答复。{% endif %}', '{{when}}'),
      after: w('', ''),
      button: w('查看', 'See'),
      toldLabel: w('', ''),
    },
  ],
  staff: body.staff.map((one) =>
    one.id === 'asked' ? { ...one, headline: w('{{reader}}，来活了', 'Work for you') } : one,
  ),
});

it('reworded mails go out in the new words; a complaint filed before keeps the old ones', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  const before = await town.file();
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-1201 您的投诉已受理',
    '11-23 10:00 repairer-a 有一项投诉等您处理 | 周一 15:30 前响应',
  ]);
  await town.publish('templates', 'main', reworded);
  await town.publish('workflow', 'complaint', (body: Definition) => ({
    ...body,
    steps: body.steps.map((step) =>
      step.id === 'received' && step.type === 'notify' ? { ...step, template: 'thanks' } : step,
    ),
  }));
  const after = await town.file({
    unit: '401',
    household: null,
    reporter: { name: '张三', email: 'b1-401@resident.example' },
  });
  expect(town.mails()).toEqual([
    '11-23 10:00 b1-401 谢谢您告诉我们',
    '11-23 10:00 repairer-a 维修工甲，来活了 | 周一 15:30 前响应',
  ]);
  expect((await town.item(after.id)).templates).toEqual({ id: 'main', version: 2 });

  await town.advance(10 * MINUTE);
  const promise = { at: at('2026-11-23', '16:00'), told: '下午上门。' };
  await town.actAs('repairer-a', 'promise', promise, before.id);
  await town.actAs('repairer-a', 'promise', promise, after.id);
  const told = town.inbox.received.filter(({ to }) => to.startsWith('b1-'));
  expect(told.map(({ text }) => text.split('\n')[0]).slice(2)).toEqual(['我们仍在处理', '张三，请再等等']);
  expect(told.every(({ subject }) => !/张三/.test(subject))).toBe(true);
  town.mails();
  await town.expectSound();
});

const forms: Forms = {
  intake: [
    {
      id: 'drain-blocked',
      fields: [
        { id: 'floor', type: 'number', label: w('楼层', 'Floor'), min: 1, max: 40, whole: true, required: true },
        {
          id: 'where',
          type: 'choice',
          label: w('哪一处', 'Which drain'),
          required: true,
          options: [
            { id: 'kitchen', label: w('厨房', 'Kitchen') },
            { id: 'bath', label: w('卫生间', 'Bathroom') },
          ],
        },
      ],
    },
  ],
  actions: [
    {
      id: 'resolve',
      fields: [
        {
          id: 'checks',
          type: 'checklist',
          label: w('复查', 'Checks'),
          required: true,
          options: [
            { id: 'flows', label: w('排水通畅', 'It flows') },
            { id: 'clean', label: w('已清洁', 'Clean') },
          ],
        },
        { id: 'photo1', type: 'photo', label: w('完工照片', 'Photo of the work'), required: true },
      ],
    },
  ],
};

it('a new category with its form: filed by a resident and by a clerk, acted on from the mail', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00') });
  await town.publish('routing', 'main', (body: Routing) => ({
    ...body,
    categories: [
      ...body.categories,
      {
        id: 'drain-blocked',
        name: w('下水堵塞', 'Blocked drain'),
        department: 'engineering',
        severity: 'normal' as const,
        major: false,
        active: true,
      },
    ],
    rules: [
      ...body.rules,
      {
        id: 'high-floor',
        name: w('高层', 'High up'),
        when: { field: 'fields.floor', is: 'gte' as const, value: 30 },
        gives: { severity: 'urgent' as const },
      },
    ],
  }));
  await town.publish('forms', 'main', () => forms);

  const first = await report(town, { category: 'drain-blocked', unit: '401' });
  expect(first.status).toBe(200);
  expect(first.words).toContain('就快好了');
  expect(first.html).toContain(aReport.description);
  expect(first.words).not.toContain('请检查标出的内容');
  expect(town.mails()).toEqual([]);
  const wrong = await report(town, {
    category: 'drain-blocked',
    unit: '401',
    form: 'drain-blocked',
    'f.floor': '300',
    'f.where': 'roof',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.words).toContain('不得大于 40。');
  expect(wrong.html).toContain('value="300"');
  const sent = await report(town, {
    category: 'drain-blocked',
    unit: '401',
    form: 'drain-blocked',
    'f.floor': '３１',
    'f.where': 'bath',
  });
  expect(sent.number).toMatch(/^EL-/);
  expect((await town.item(sent.item)).fields).toMatchObject({ floor: 31, where: 'bath' });
  expect((await town.item(sent.item)).severity).toBe('urgent');

  await expect(town.file({ category: 'drain-blocked' })).rejects.toThrow();
  const filed = await town.file({ category: 'drain-blocked', fields: { floor: 3, where: 'kitchen' } });
  const story = await town.timeline(filed.id);
  expect(story[0]).toMatchObject({
    type: 'filed',
    answers: [{ label: { en: 'Floor' }, shown: { en: '3' } }, { shown: { 'zh-CN': '厨房' } }],
  });

  const mail = town.mailTo('repairer-a');
  const page = await town.tap(mail, 'resolve');
  const form = formsOf(page.html).find(({ action }) => action === 'resolve');
  expect(form?.fields).toEqual(['done', 'told', 'f.checks']);
  expect(wordsOf(page.html)).toContain('完工照片');
  expect(wordsOf(page.html)).toContain('哪一处 厨房');
  const half = await town.post(
    mail,
    town.fill(page.html, 'resolve', { done: '已疏通', told: '已疏通，可以使用。', 'f.checks': 'flows' }),
  );
  expect(half.status).toBe(422);
  expect(half.words).toContain('请逐项确认并勾选。');
  expect(half.html).toContain('已疏通，可以使用。');
  const body = `${town.fill(half.html, 'resolve', { done: '已疏通', told: '已疏通，可以使用。', 'f.checks': 'flows' })}&f.checks=clean`;
  expect((await town.post(mail, body)).status).toBe(200);
  await town.system.settle();
  expect((await town.item(filed.id)).fields).toMatchObject({ 'checks.flows': true, 'checks.clean': true });
  const acted = (await town.timeline(filed.id)).find((entry) => entry.type === 'acted');
  expect(acted).toMatchObject({ answers: [{ shown: { 'zh-CN': '2/2 ✓ 排水通畅、已清洁' } }] });
  town.mails();
  await town.expectSound();
});
