import { Checkbox, Input, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { scoreWords } from '#domain/timeline/visit-words';
import type { LearnedView, SaidView } from '#http/schemas/learned';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { usePartNames } from './use-part-names.ts';

interface SaidListProps {
  site: string;
  period: { from: string; to: string };
  view: LearnedView | undefined;
}

/** What residents said (住户原话), newest first; what is sought stands in the address. */
export function SaidList({ site, period, view }: SaidListProps) {
  const { t, language } = useWords();
  const [params, setParams] = useSearchParams();
  const words = params.get('words') ?? '';
  const low = params.get('low') === 'true';
  const reason = params.get('why') ?? undefined;
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const list = useCursorList<SaidView>({
    resource: 'learned/said',
    filters: { site, ...period, words: words || undefined, low: low ? 'true' : undefined, reason },
  });
  const sought = words !== '' || low || reason !== undefined;
  return (
    <>
      <div className="toolbar said-tools">
        <Input.Search
          className="said-search"
          key={words}
          defaultValue={words}
          allowClear
          maxLength={100}
          placeholder={t('learned.search')}
          aria-label={t('learned.search')}
          onSearch={(value) => set('words', value.trim())}
        />
        <Select
          className="filter"
          allowClear
          aria-label={t('learned.reason')}
          placeholder={t('learned.reason')}
          value={reason}
          options={(view?.reasons ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))}
          popupMatchSelectWidth={false}
          onChange={(value: string | undefined) => set('why', value)}
        />
        <Checkbox checked={low} onChange={({ target }) => set('low', target.checked ? 'true' : undefined)}>
          {t('learned.lowOnly')}
        </Checkbox>
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty
          title={t(list.older ? 'learned.saidFurther' : sought ? 'learned.saidNotFound' : 'learned.saidNone')}
          hint={t(
            list.older ? 'learned.saidFurtherHint' : sought ? 'learned.saidNotFoundHint' : 'learned.saidNoneHint',
          )}
        />
      )}
      {list.rows.length > 0 && (
        <ul className={`said-list${list.stale ? ' stale' : ''}`} aria-label={t('learned.said')}>
          {list.rows.map((said) => (
            <Said key={said.item} said={said} site={site} view={view} />
          ))}
        </ul>
      )}
      <Pager list={list} />
    </>
  );
}

function Said({ said, site, view }: { said: SaidView; site: string; view: LearnedView | undefined }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { at } = useWhen(site);
  const parts = usePartNames(site, view);
  const about = [
    scoreWords(said, language),
    ...(said.reason === null ? [] : [parts.reason(said.reason)]),
    parts.category(said.category),
  ];
  return (
    <li data-low={said.low || undefined}>
      {said.texts.map(({ question, text }) => (
        <blockquote key={question?.en ?? ''}>
          {question && <span className="quiet">{question[language]}</span>}
          {text}
        </blockquote>
      ))}
      <p className="quiet">
        <strong>{about.join(' · ')}</strong>
        <span>
          {names.place({ ...said, site, place: null })} · {at(said.at)}
        </span>
        <Link to={`/visits/${said.item}`} aria-label={t('learned.openVisit', { number: said.number })}>
          {said.number}
        </Link>
      </p>
    </li>
  );
}
