import { describe, expect, test } from 'vitest';
import { actionInputs, actionNames } from '#domain/workflow/action';
import { actionBody, toInstant } from '../../../../admin/src/features/complaint/action-body.ts';
import { actionFields, elsewhere } from '../../../../admin/src/features/complaint/action-fields.ts';

describe('forms of the staff actions', () => {
  test.each(actionNames.filter((name) => !elsewhere.has(name)))(
    '%s has the fields of its schema, required where they are',
    (name) => {
      const shape = Object.entries(actionInputs[name].shape);
      const fields = actionFields[name];
      expect(fields.map((field) => field.name).sort()).toEqual(shape.map(([field]) => field).sort());
      for (const [field, schema] of shape) {
        expect(fields.find((one) => one.name === field)?.required).toBe(!schema.safeParse(undefined).success);
      }
    },
  );

  test('a typed-in time is the site’s local time; an offered one passes through', () => {
    expect(toInstant('2026-11-24T09:30', 'Asia/Shanghai')).toBe('2026-11-24T01:30:00.000Z');
    expect(toInstant('2026-11-24T01:30:00Z', 'Asia/Shanghai')).toBe('2026-11-24T01:30:00Z');
  });

  test('what was left empty is left out', () => {
    const body = actionBody(
      actionFields.resolve,
      { done: 'Valve changed', told: 'Fixed', photos: [] },
      'Asia/Shanghai',
    );
    expect(body).toEqual({ done: 'Valve changed', told: 'Fixed' });
    expect(actionBody(actionFields.openOrder, { asset: { id: 'a1', name: '1 号电梯' }, work: '检查' }, 'UTC')).toEqual({
      asset: 'a1',
      work: '检查',
    });
    expect(actionBody(actionFields.called, { call: 'k', reached: false, note: '' }, 'UTC')).toEqual({
      call: 'k',
      reached: false,
    });
  });
});
