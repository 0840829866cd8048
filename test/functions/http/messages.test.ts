import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languages } from '#domain/text';
import { actionInputs } from '#domain/workflow/action';
import { fieldMessages } from '#http/messages';
import { NewComplaint } from '#http/schemas/complaint';

const issuesOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues ?? [];

describe('fieldMessages', () => {
  it('names the field by its path', () => {
    const issues = issuesOf(NewComplaint, {
      site: 's',
      category: 'c',
      description: ' ',
      reporter: { email: 'nobody' },
      unit: '1',
    });
    expect(fieldMessages(issues, 'en')).toEqual({
      description: ['Please fill this in.'],
      'reporter.email': ['Please enter a valid e-mail address.'],
    });
  });
  it('says what is missing in both languages', () => {
    const issues = issuesOf(actionInputs.promise, {});
    expect(fieldMessages(issues, 'zh-CN')).toEqual({ at: ['请选择或填写时间。'], told: ['请填写。'] });
    expect(fieldMessages(issues, 'en')).toEqual({
      at: ['Please choose or enter a time.'],
      told: ['Please fill this in.'],
    });
  });
  it('knows the codes of our own checks', () => {
    const issues = issuesOf(NewComplaint, { site: 's', category: 'c', description: 'd' });
    expect(fieldMessages(issues, 'en')).toEqual({ unit: ['Please enter a unit or a public place.'] });
    expect(fieldMessages(issues, 'zh-CN')).toEqual({ unit: ['请填写房号或公共区域位置。'] });
  });
  it.each(languages)('has words for every kind of issue, never the library’s own (%s)', (language) => {
    const schema = z.strictObject({
      a: z.string().max(2),
      b: z.number().max(2),
      c: z.array(z.string()).min(2),
      d: z.enum(['x']),
      e: z.iso.datetime(),
      f: z.union([z.string(), z.number()]),
      g: z.boolean(),
      h: z.number().multipleOf(2),
      i: z.string().min(5),
      j: z.record(z.enum(['k']), z.string()),
      k: z.string().refine(() => false, { message: 'no_such_code' }),
    });
    const value = {
      a: 'long',
      b: 3,
      c: [],
      d: 'y',
      e: 'z',
      f: null,
      g: 1,
      h: 3,
      i: 'a',
      j: { z: '1' },
      k: 'k',
      extra: 1,
    };
    const messages = fieldMessages(issuesOf(schema, value), language);
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(['', ...'abcdefghi', 'j.k', 'k']));
    for (const words of Object.values(messages).flat()) expect(words).toMatch(language === 'en' ? /\.$/ : /。$/);
    expect(Object.values(messages).flat().join()).not.toMatch(/Invalid|expected|no_such_code/);
  });
  it('cannot be made to write elsewhere by a field’s name', () => {
    const issue: z.core.$ZodIssue = { code: 'custom', path: ['__proto__'], message: 'constructor' };
    const messages = fieldMessages([issue], 'en');
    expect(Object.keys(messages)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)[0]).toBeUndefined();
  });
});
