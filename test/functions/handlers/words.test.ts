import { beforeEach, describe, expect, test } from 'vitest';
import type { Forms } from '#domain/forms/forms';
import { defaultTemplates } from '#domain/templates/built-in';
import type { Notice, Templates } from '#domain/templates/templates';
import type { ComplaintDetail, TimelineRow } from '#http/schemas/complaint';
import type { MailPreviews } from '#http/schemas/words';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});
const w = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const forms: Forms = {
  intake: [
    {
      id: 'water-leak',
      fields: [
        {
          id: 'meter',
          type: 'number',
          label: w('水表读数', 'Meter'),
          unit: w('立方米', 'm³'),
          min: 0,
          max: 9999,
          whole: false,
          required: true,
        },
        {
          id: 'spot',
          type: 'choice',
          label: w('部位', 'Spot'),
          required: false,
          options: [
            { id: 'ceiling', label: w('天花', 'Ceiling') },
            { id: 'wall', label: w('墙面', 'Wall') },
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
            { id: 'dry', label: w('已干', 'Dry') },
            { id: 'clean', label: w('已清理', 'Clean') },
          ],
        },
      ],
    },
  ],
};
const publish = (kind: string, body: unknown, expected = 0, as = 'administrator') =>
  api.call<{ errors?: Record<string, string[]> }>('PUT', `/api/documents/${kind}/main`, {
    as,
    body: { expected, note: 'test', body },
    headers: { 'Accept-Language': 'en' },
  });
const file = (fields?: object, put: object = {}) =>
  api.call<{ id: string; errors?: Record<string, string[]> }>('POST', '/api/complaints', {
    body: {
      site: 'east-lake',
      category: 'water-leak',
      building: 'b1',
      unit: '1201',
      description: '漏水',
      similar: 'new',
      ...(fields && { fields }),
      ...put,
    },
    headers: { 'Accept-Language': 'en' },
  });
const show = async (id: string) => (await api.call<ComplaintDetail>('GET', `/api/complaints/${id}`)).body;
const withNotice = (changes: Partial<Notice>): Templates => ({
  ...defaultTemplates,
  notices: defaultTemplates.notices.map((one) => (one.id === 'received' ? { ...one, ...changes } : one)),
});

describe('forms', () => {
  test('ask at intake, judge what is answered, and show it in words', async () => {
    expect((await publish('forms', forms)).status).toBe(200);
    const asked = await api.call<Forms>('GET', '/api/sites/east-lake/forms');
    expect(asked.body.intake).toEqual(forms.intake);
    const missing = await file();
    expect(missing).toMatchObject({ status: 422, body: { errors: { 'fields.meter': ['Please fill this in.'] } } });
    const wrong = await file({ meter: '10000', spot: 'roof', other: 'x' });
    expect(Object.keys(wrong.body.errors ?? {}).sort()).toEqual(['fields.meter', 'fields.other', 'fields.spot']);
    const filed = await file({ meter: '12.5', spot: 'wall' });
    expect(filed.status).toBe(201);
    const seen = await show(filed.body.id);
    expect(seen.answers.map(({ label, shown }) => `${label.en}: ${shown.en}`)).toEqual([
      'Meter: 12.5 m³',
      'Spot: Wall',
    ]);
    const item = await api.ports.items.get('demo', filed.body.id);
    expect(item?.fields).toMatchObject({ meter: 12.5, spot: 'wall', verified: true });
    const { body } = await api.call<{ data: TimelineRow[] }>('GET', `/api/complaints/${filed.body.id}/timeline`);
    expect(body.data.find(({ type }) => type === 'filed')?.data.answers).toMatchObject([
      { field: 'meter' },
      { field: 'spot' },
    ]);
  });

  test('an action asks as its complaint was filed, whatever is published later', async () => {
    const before = (await file(undefined, { unit: '401' })).body.id;
    await publish('forms', forms);
    const after = (await file({ meter: 3 })).body.id;
    const resolve = (id: string, fields?: object) =>
      api.call<{ errors?: object }>('POST', `/api/complaints/${id}/actions/resolve`, {
        body: { done: '换管', told: '已换', ...(fields && { fields }) },
      });
    expect((await show(after)).actions.find(({ action }) => action === 'resolve')?.fields).toEqual(
      forms.actions[0]?.fields,
    );
    expect((await resolve(before)).status).toBe(200);
    expect((await resolve(after)).body.errors).toEqual({ 'fields.checks': ['请逐项确认并勾选。'] });
    expect((await resolve(after, { checks: ['dry'] })).status).toBe(422);
    await publish('forms', { intake: [], actions: [] }, 1);
    expect((await resolve(after, { checks: ['dry', 'clean'] })).status).toBe(200);
    expect((await api.ports.items.get('demo', after))?.fields).toMatchObject({
      'checks.dry': true,
      'checks.clean': true,
    });
    expect((await show(after)).answers.at(-1)?.shown.en).toBe('2/2 ✓ Dry, Clean');
  });

  test('answers are fields of conditions; a name that nothing stores is none', async () => {
    await publish('forms', forms);
    const { body: current } = await api.call<{ body: Record<string, unknown> }>('GET', '/api/documents/routing/main', {
      as: 'administrator',
    });
    const rule = (field: string) => ({
      ...current.body,
      rules: [
        {
          id: 'much-water',
          name: w('水多', 'Much water'),
          when: { field, is: 'gt', value: 100 },
          gives: { severity: 'critical' },
        },
      ],
    });
    expect((await publish('routing', rule('fields.metre'), 1)).body.errors).toEqual({
      'body.rules.0.when': ['There is no field "fields.metre" for conditions.'],
    });
    expect((await publish('routing', rule('fields.meter'), 1)).status).toBe(200);
    expect((await show((await file({ meter: 101 })).body.id)).severity).toBe('critical');
    expect((await show((await file({ meter: 99 }, { unit: '401' })).body.id)).severity).toBe('urgent');
  });

  test('what does not fit is refused at its field', async () => {
    const [leak] = forms.intake;
    const [meter] = leak?.fields ?? [];
    const bad = {
      intake: [
        { id: 'nothing', fields: [] },
        {
          id: 'parking',
          fields: [meter, meter, { ...meter, id: 'verified' }, { ...meter, id: 'low', min: 5, max: 1 }],
        },
      ],
      actions: [{ id: 'note', fields: [{ id: 'meter', type: 'date', label: w('日', 'Day'), required: false }] }],
    };
    const { status, body } = await publish('forms', bad);
    expect(status).toBe(422);
    expect(Object.keys(body.errors ?? {}).sort()).toEqual([
      'body.actions.0.fields.0.id',
      'body.intake.0.id',
      'body.intake.1.fields.1.id',
      'body.intake.1.fields.2.id',
      'body.intake.1.fields.3.max',
    ]);
    expect((await publish('forms', forms, 0, 'customer-centre-clerk-a')).status).toBe(403);
  });
});

describe('templates', () => {
  test('hostile words are refused with line and column', async () => {
    const { status, body } = await publish(
      'templates',
      withNotice({ subject: w('[{{number}}] {{name}}', 'x'), before: w('{% include "x" %}', 'one\n{{ nmber }}') }),
    );
    expect(status).toBe(422);
    const at = `body.notices.${defaultTemplates.notices.findIndex(({ id }) => id === 'received')}`;
    expect(body.errors).toEqual({
      [`${at}.subject.zh-CN`]: [
        'Line 1, column 16: "name" is personal and cannot stand in a subject: subjects show on locked screens.',
      ],
      [`${at}.before.zh-CN`]: ['Line 1, column 1: "{% include "x" %}" cannot be used. There are if, unless and case.'],
      [`${at}.before.en`]: ['Line 2, column 4: There is no variable "nmber".'],
    });
  });

  test('a workflow may name a template once there are words for it', async () => {
    const { body: workflow } = await api.call<{ body: { steps: { id: string }[] } }>(
      'GET',
      '/api/documents/workflow/complaint',
      { as: 'administrator' },
    );
    const steps = workflow.body.steps.map((step) => (step.id === 'received' ? { ...step, template: 'thanks' } : step));
    const draft = { body: { ...workflow.body, steps } };
    const check = async () =>
      (
        await api.call<{ problems: { code: string }[] }>('POST', '/api/documents/workflow/check', {
          as: 'administrator',
          body: draft,
        })
      ).body.problems;
    expect(await check()).toMatchObject([{ code: 'unknown_template' }]);
    const [first] = defaultTemplates.notices;
    await publish('templates', {
      ...defaultTemplates,
      notices: [...defaultTemplates.notices, { ...first, id: 'thanks' }],
    });
    expect(await check()).toEqual([]);
  });

  test('are shown on a real complaint in both languages, and sent to nobody but oneself', async () => {
    const { id } = (await file()).body;
    const body = withNotice({ headline: w('谢谢您，{{name}}', 'Thank you for {{number}}') });
    const asked = { complaint: id, template: 'received', body };
    const { body: shown } = await api.call<MailPreviews>('POST', '/api/templates/preview', {
      as: 'site-director',
      body: asked,
    });
    expect(shown.mails.map(({ language }) => language)).toEqual(['zh-CN', 'en']);
    expect(shown.mails[1]?.html).toContain('Thank you for EL-');
    expect(api.sent).toEqual([]);
    const sent = await api.call('POST', '/api/templates/test', {
      as: 'site-director',
      body: { ...asked, language: 'en' },
    });
    expect(sent).toMatchObject({ status: 200, body: { to: 'site-director@steward.example' } });
    expect(api.sent).toMatchObject([
      { to: 'site-director@steward.example', subject: expect.stringMatching(/^\[Test\] \[EL-/) },
    ]);
    for (const as of ['repairer-a', 'west-manager', 'customer-centre-clerk-a'])
      expect((await api.call('POST', '/api/templates/preview', { as, body: asked })).status).toBe(403);
  });

  test('every staff mail can be shown', async () => {
    const { id } = (await file()).body;
    for (const { id: template, headline } of defaultTemplates.staff) {
      const { status, body } = await api.call<MailPreviews>('POST', '/api/templates/preview', {
        as: 'site-director',
        body: { complaint: id, template, body: defaultTemplates },
      });
      expect({ template, status }).toEqual({ template, status: 200 });
      const plain = headline.en.replace(/\{[{%].*$/s, '').trim();
      expect(body.mails[1]?.text.startsWith(plain)).toBe(true);
    }
  });

  test('tests are limited', async () => {
    api = await createDemoApi({ limits: { take: async () => api.ports.clock.now() + 1 } });
    const { id } = (await file()).body;
    const body = { complaint: id, template: 'received', body: defaultTemplates, language: 'en' };
    expect((await api.call('POST', '/api/templates/test', { as: 'site-director', body })).status).toBe(429);
    expect(api.sent).toEqual([]);
  });
});
