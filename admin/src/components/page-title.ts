import { useEffect } from 'react';
import { useWords } from '../i18n/language.ts';

/** Title of the browser's tab: what this page is, then the product. */
export function usePageTitle(title: string): void {
  const { t } = useWords();
  const product = t('product.name');
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}
