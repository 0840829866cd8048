import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#domain/text';
import type zh from './zh-CN.json';

/** Every key there is; tsc refuses another one, a test refuses a missing or unused one. */
export type Key = Extract<keyof typeof zh, string>;
export type Words = (key: Key, values?: Record<string, string | number>) => string;

const STORED = 'steward.language';
export const isLanguage = (value: unknown): value is Language => value === 'zh-CN' || value === 'en';

/** The reader's own choice on this device, if one was made. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem(STORED);
  return isLanguage(stored) ? stored : null;
}

/** Before anybody is known: the choice made here, else the browser's, else Chinese. */
export function firstLanguage(browser: readonly string[] = navigator.languages): Language {
  const known = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en');
  return storedLanguage() ?? (known === 'en' ? 'en' : 'zh-CN');
}

const load = (language: Language) => (language === 'en' ? import('./en.json') : import('./zh-CN.json'));

/** Words are loaded for the language in use only. */
export async function startLanguage(language: Language): Promise<void> {
  const { default: words } = await load(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: words } },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
}

/** `remember`: the reader chose it; false: it came from the staff directory and may change there. */
export async function changeLanguage(language: Language, remember: boolean): Promise<void> {
  if (remember) localStorage.setItem(STORED, language);
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: words } = await load(language);
    i18next.addResourceBundle(language, 'translation', words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');
export const words: Words = (key, values) => i18next.t(key, { ...values });

export function useWords(): { t: Words; language: Language } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return { t: (key, values) => i18n.t(key, { ...values, lng: language }), language };
}
