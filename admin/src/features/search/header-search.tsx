import { SearchOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { usePhone } from '../../components/media.ts';
import { useWords } from '../../i18n/language.ts';
import { SearchBox } from './search-box.tsx';

/** In the header of a desk, reached by "/" or Ctrl+K from anywhere; on a phone the way to the search page. */
export default function HeaderSearch() {
  const { t } = useWords();
  const phone = usePhone();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!input.current || !(slash || k)) return;
      event.preventDefault();
      input.current.focus();
      input.current.select();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  if (phone)
    return (
      <Link to="/search" className="user-button" aria-label={t('search.label')}>
        <SearchOutlined aria-hidden />
      </Link>
    );
  return <SearchBox input={input} />;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
