import type { Language } from '#domain/text';
import { changeLanguage, useWords } from '../i18n/language.ts';

const NAMES: readonly { language: Language; name: string }[] = [
  { language: 'zh-CN', name: '中文' },
  { language: 'en', name: 'English' },
];

/** Each language in its own words, so that a reader of the other one finds it. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <fieldset className="language-switch" aria-label={t('language.label')}>
      {NAMES.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          aria-pressed={choice.language === language}
          onClick={() => void changeLanguage(choice.language, true)}
        >
          {choice.name}
        </button>
      ))}
    </fieldset>
  );
}
