import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { definitionOf, type VisitMeasure } from '#domain/learned/figure';
import { scoreWords } from '#domain/timeline/visit-words';
import type { LearnedView, LearnedVisit } from '#http/schemas/learned';
import { useCursorList } from '../../components/cursor-list.ts';
import { useItemWords } from '../../components/item-words.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { usePartNames } from './use-part-names.ts';

interface LearnedVisitsProps {
  measure: VisitMeasure;
  site: string;
  /** Local dates. */
  period: { from: string; to: string };
  filter: Record<string, string | undefined>;
  view: LearnedView | undefined;
}

/** The visits behind a figure: those that pull it down, or all that were counted. Each opens. */
export function LearnedVisits({ measure, site, period, filter, view }: LearnedVisitsProps) {
  const { t, language } = useWords();
  const [all, setAll] = useState(false);
  const narrowed = filter.reason !== undefined;
  const list = useCursorList<LearnedVisit>({
    resource: `learned/${measure}/visits`,
    filters: { site, ...period, ...filter, all: all && !narrowed ? 'true' : 'false' },
    pageSize: 10,
  });
  return (
    <div className="learned-behind">
      {!narrowed && (
        <Segmented
          value={all ? 'all' : 'against'}
          onChange={(value) => setAll(value === 'all')}
          options={[
            { value: 'against', label: definitionOf(measure).against[language] },
            { value: 'all', label: t('learned.allVisits') },
          ]}
          aria-label={t('learned.behind')}
        />
      )}
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('learned.noVisits')} hint={t('learned.noVisitsHint')} />
      )}
      {list.rows.length > 0 && (
        <ul className={`learned-visits${list.stale ? ' stale' : ''}`} aria-label={t('learned.behind')}>
          {list.rows.map((visit) => (
            <Visit key={visit.id} visit={visit} view={view} />
          ))}
        </ul>
      )}
      <Pager list={list} />
    </div>
  );
}

function Visit({ visit, view }: { visit: LearnedVisit; view: LearnedView | undefined }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { at } = useWhen(visit.site);
  const words = useItemWords();
  const { reason } = usePartNames(visit.site, view);
  const { answers } = visit;
  const said = answers
    ? [
        scoreWords(answers, language),
        ...(answers.onTime === null ? [] : [t(answers.onTime ? 'learned.wasOnTime' : 'learned.wasLate')]),
        ...(answers.reason === null ? [] : [reason(answers.reason)]),
      ]
    : [scoreWords({ score: null, held: null }, language)];
  return (
    <li>
      <Link to={`/visits/${visit.id}`}>{words.title(visit)}</Link>
      <span>{said.join(' · ')}</span>
      <span className="quiet">
        {names.place(visit)} · {at(visit.counted)}
      </span>
    </li>
  );
}
