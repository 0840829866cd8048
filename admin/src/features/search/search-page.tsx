import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { SearchBox } from './search-box.tsx';

/** Where a phone searches: the box has the page, and the keyboard is there at once. What was typed stays on the way back. */
export default function SearchPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  usePageTitle(t('search.label'));
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('search.label')}</h1>
      </div>
      <SearchBox
        input={input}
        page
        start={params.get('q') ?? ''}
        onTyped={(q) => setParams(q === '' ? {} : { q }, { replace: true })}
      />
    </div>
  );
}
