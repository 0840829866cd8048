import { SearchOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../../i18n/language.ts';
import { type Hit, useSearch } from './use-search.ts';

interface SearchBoxProps {
  input: RefObject<HTMLInputElement | null>;
  /** On a page of its own the results stay open below. */
  page?: boolean;
  start?: string;
  onTyped?: (typed: string) => void;
}

/** One box for unit, name, phone and number; arrows choose, Enter opens, Escape leaves. */
export function SearchBox({ input, page = false, start = '', onTyped }: SearchBoxProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState(start);
  const [open, setOpen] = useState(page);
  const [chosen, setChosen] = useState(0);
  const { q, hits, searching, error } = useSearch(typed);
  const shown = (open || page) && typed.trim() !== '';
  const current = Math.min(chosen, Math.max(hits.length - 1, 0));
  const leave = () => {
    setOpen(false);
    if (page) return;
    setTyped('');
    input.current?.blur();
  };
  const go = (hit: Hit) => {
    leave();
    navigate(hit.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While a Chinese word is being composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const hit = hits[current];
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && hit && !searching) go(hit);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  return (
    <search className={page ? 'search-box search-box-page' : 'search-box'}>
      <label className="search-field">
        <SearchOutlined aria-hidden />
        <input
          ref={input}
          type="search"
          role="combobox"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          aria-label={t('search.label')}
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && hits.length > 0 ? `${listId}-${current}` : undefined}
          placeholder={t('search.placeholder')}
          value={typed}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={({ target }) => {
            setTyped(target.value);
            onTyped?.(target.value);
            setChosen(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        {!page && (
          <span className="search-key" aria-hidden="true">
            /
          </span>
        )}
      </label>
      {page && typed.trim() === '' && <p className="quiet">{t('search.start')}</p>}
      <div className="search-found" hidden={!shown}>
        <div id={listId} role="listbox" aria-label={t('search.label')} aria-busy={searching}>
          {hits.map((hit, index) => (
            <Option
              key={hit.to}
              id={`${listId}-${index}`}
              hit={hit}
              heading={hits[index - 1]?.group === hit.group ? null : t(`search.${hit.group}`)}
              selected={index === current}
              point={() => setChosen(index)}
              leave={leave}
            />
          ))}
        </div>
        {error && <p className="search-state">{error}</p>}
        {!error && hits.length === 0 && (
          <p className="search-state">
            {searching ? (
              t('state.loading')
            ) : (
              <>
                {t('search.none', { q })}
                <span className="quiet">{t('search.noneHint')}</span>
              </>
            )}
          </p>
        )}
      </div>
      <span className="unseen" role="status">
        {shown && !searching && t('search.count', { n: hits.length })}
      </span>
    </search>
  );
}

interface OptionProps {
  id: string;
  hit: Hit;
  heading: string | null;
  selected: boolean;
  point: () => void;
  leave: () => void;
}

function Option({ id, hit, heading, selected, point, leave }: OptionProps) {
  return (
    <>
      {heading && (
        <span className="search-heading" role="presentation">
          {heading}
        </span>
      )}
      <Link
        id={id}
        to={hit.to}
        role="option"
        aria-selected={selected}
        tabIndex={-1}
        className="search-hit"
        onMouseEnter={point}
        // Before the box loses the focus and takes its results away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={leave}
      >
        <strong>{hit.title}</strong>
        <span className="quiet">{hit.sub}</span>
      </Link>
    </>
  );
}
