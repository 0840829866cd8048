import { useEffect, useRef } from 'react';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { SearchBox } from './search-box.tsx';

/** Where a phone searches: the box has the page, and the keyboard is there at once. */
export default function SearchPage() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  usePageTitle(t('search.label'));
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('search.label')}</h1>
      </div>
      <SearchBox input={input} page />
    </div>
  );
}
