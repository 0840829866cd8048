import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, type TextValues, unknownVariables } from '#domain/incident';

const values: TextValues = { name: '李女士', unit: '1 栋 502', number: 'EL-261123-001', category: '停水' };

describe('a text to several residents', () => {
  it.each([
    ['{姓名}您好，{房号}预计今晚恢复。', '李女士您好，1 栋 502预计今晚恢复。'],
    ['Dear {name}, about {number}: {category}', 'Dear 李女士, about EL-261123-001: 停水'],
    ['｛ 姓名 ｝ and { Name }', '李女士 and 李女士'],
    ['no variable at all', 'no variable at all'],
    ['{phone} stays', '{phone} stays'],
    ['{} and {', '{} and {'],
  ])('%s', (text, expected) => {
    expect(fillIn(text, values)).toBe(expected);
  });

  it('names what means nothing, once', () => {
    expect(unknownVariables('{姓名} {电话} {phone} {电话}')).toEqual(['电话', 'phone']);
  });

  it('never reads a value as a variable, whatever residents are called', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fillIn('{name}', { ...values, name })).toBe(name);
      }),
    );
  });
});
