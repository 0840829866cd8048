// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  changeLanguage,
  firstLanguage,
  startLanguage,
  storedLanguage,
  words,
} from '../../../admin/src/i18n/language.ts';
import { i18nProvider } from '../../../admin/src/providers/i18n-provider.ts';

beforeAll(() => startLanguage('zh-CN'));
beforeEach(async () => {
  localStorage.clear();
  await changeLanguage('zh-CN', false);
});

describe('language', () => {
  test('the first one: chosen here, else the browser’s, else Chinese', () => {
    expect(firstLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
    expect(firstLanguage(['fr'])).toBe('zh-CN');
    localStorage.setItem('steward.language', 'zh-CN');
    expect(firstLanguage(['en'])).toBe('zh-CN');
  });

  test('a change is remembered only when the reader made it', async () => {
    await changeLanguage('en', false);
    expect([words('nav.work'), storedLanguage(), document.documentElement.lang]).toEqual(['My work', null, 'en']);
    await changeLanguage('zh-CN', true);
    expect([words('nav.work'), storedLanguage()]).toEqual(['我的待办', 'zh-CN']);
  });

  test('Refine’s two ways to ask for words', () => {
    expect(i18nProvider.translate('nav.work', 'fallback')).toBe('我的待办');
    expect(i18nProvider.translate('no.such.key', 'fallback')).toBe('fallback');
    expect(i18nProvider.translate('pager.page', { page: 2 }, 'fallback')).toBe('第 2 页');
    expect(i18nProvider.translate('no.such.key', { page: 2 }, 'fallback')).toBe('fallback');
    expect(i18nProvider.translate('no.such.key')).toBe('no.such.key');
  });
});
