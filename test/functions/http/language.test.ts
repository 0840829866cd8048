import { describe, expect, test } from 'vitest';
import { languageFrom } from '#http/language';

describe('the language of an answer', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-TW', 'zh-CN'],
    ['fr, en;q=0.3, zh;q=0.2', 'en'],
    ['en;q=0.4, zh-CN;q=0.8', 'zh-CN'],
    ['en;q=0, zh', 'zh-CN'],
    ['fr', 'zh-CN'],
    [';;;q=,,', 'zh-CN'],
  ])('%j -> %s', (header, expected) => {
    expect(languageFrom(header)).toBe(expected);
  });

  test('falls back to the person’s own', () => {
    expect(languageFrom('fr', 'en')).toBe('en');
  });
});
