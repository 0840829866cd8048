import { useWords } from '../../i18n/language.ts';

export function Brand({ large = false }: { large?: boolean }) {
  const { t } = useWords();
  return (
    <span className={large ? 'brand brand-large' : 'brand'}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M8 24V13l8-6 8 6v11" />
        <path d="m12 18.5 3 3 5.5-6" />
      </svg>
      <span className="brand-name">{t('product.name')}</span>
    </span>
  );
}
