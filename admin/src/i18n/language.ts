import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#domain/text';
import { allWords, featureWords } from './bundles.ts';
import type { Key } from './keys.ts';

export type { Key } from './keys.ts';
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

/** Words are loaded for the language in use only. */
export async function startLanguage(language: Language): Promise<void> {
  const words = await allWords(language);
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
  i18next.addResourceBundle(language, 'translation', await allWords(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Adds the words of a feature in the language in use; a later change of language brings them along. */
export async function loadFeature(feature: string): Promise<void> {
  const language = currentLanguage();
  i18next.addResourceBundle(language, 'translation', await featureWords(feature, language));
  if (currentLanguage() !== language) await loadFeature(feature);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');
export const words: Words = (key, values) => i18next.t(key, { ...values });

export function useWords(): { t: Words; language: Language } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return { t: (key, values) => i18n.t(key, { ...values, lng: language }), language };
}
