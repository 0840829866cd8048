import { describe, expect, it } from 'vitest';
import type { Household } from '#domain/household';
import { searchWords, wordsOf } from '#store/household-words';

const household = (name: string, phone: string | null = null): Household => ({
  id: 'h',
  site: 'east-lake',
  building: 'b3',
  unit: '3-1-502',
  members: [{ name, phone, email: null, language: 'zh-CN', preferredTime: null, channel: null, relation: null }],
});

describe('the words a household is found by', () => {
  it('has the unit whole and in parts, alone and with its building', () => {
    const words = wordsOf(household('王'));
    for (const word of ['31502', '3', '1', '502', 'b3', 'b331502']) expect(words).toContain(word);
  });
  it('has every tail of a Chinese name and every word of another', () => {
    expect([...wordsOf(household('欧阳小明'))]).toEqual(expect.arrayContaining(['欧阳小明', '阳小明', '小明', '明']));
    expect([...wordsOf(household('Anna Müller'))]).toEqual(expect.arrayContaining(['anna', 'müller']));
  });
  it('has a phone number with and without the country, and its last four digits', () => {
    const words = [...wordsOf(household('王', '+86 138-0000-1111'))];
    expect(words).toEqual(expect.arrayContaining(['8613800001111', '13800001111', '1111']));
  });
});

describe('the words of a search text', () => {
  it.each([
    ['3-1-502', ['31502']],
    ['3栋502', ['3', '502']],
    ['3 栋 502', ['3', '502']],
    ['Building 3, 502', ['3', '502']],
    ['3 502 李', ['3', '502', '李']],
    ['李小明502', ['李小明', '502']],
    ['138 0000 1111', ['13800001111']],
    ['+86 138-0000', ['861380000']],
    ['１３８００００１１１１', ['13800001111']],
    ['Müller, Anna', ['müller', 'anna']],
    ['B3-502', ['b3502']],
    ['  -- ', []],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });
});
