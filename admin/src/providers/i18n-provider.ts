import type { I18nProvider } from '@refinedev/core';
import i18next from 'i18next';
import { changeLanguage, currentLanguage, isLanguage } from '../i18n/language.ts';

/** Refine calls `translate(key, default)` and `translate(key, options, default)`: both are understood. */
export const i18nProvider: I18nProvider = {
  translate: (key: string, options?: unknown, fallback?: string) => {
    const defaultValue = fallback ?? (typeof options === 'string' ? options : key);
    const values = typeof options === 'object' && options !== null ? options : {};
    return i18next.t(key, { ...values, defaultValue });
  },
  changeLocale: async (locale: string) => {
    if (isLanguage(locale)) await changeLanguage(locale, true);
  },
  getLocale: currentLanguage,
};
