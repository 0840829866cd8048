import { type HttpError, useCustom } from '@refinedev/core';
import { useId } from 'react';
import { Link } from 'react-router';
import type { CareHome } from '#http/schemas/care';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { dayWords } from '../../components/day-words.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { useKindNames } from './use-care.ts';

/** What the next 30 days bring to a building: reviews, birthdays, promised replies. */
export function Coming({ site, building }: { site: string; building: string }) {
  const { t } = useWords();
  const [comingId, promisesId] = [useId(), useId()];
  const { query } = useCustom<CareHome, HttpError>({
    url: '/api/care/home',
    method: 'get',
    config: { query: { site, building } },
    errorNotification: false,
  });
  const home = query.data?.data;
  if (query.isPending) return <RowsSkeleton />;
  if (!home) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <section className="panel" aria-labelledby={comingId}>
        <h2 id={comingId}>{t('care.coming')}</h2>
        <Lines home={home} site={site} />
        {home.more && <p className="quiet">{t('care.more')}</p>}
      </section>
      {home.promises.length > 0 && (
        <section aria-labelledby={promisesId}>
          <h2 id={promisesId}>{t('care.promises')}</h2>
          <ComplaintRows rows={home.promises} label={t('care.promises')} />
        </section>
      )}
    </>
  );
}

function Lines({ home, site }: { home: CareHome; site: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const kindName = useKindNames(home.kinds);
  const lines = [
    ...home.reviews.map((one) => ({ ...one, what: t(one.due ? 'care.reviewOverdue' : 'care.reviewComing') })),
    ...home.days.map((one) => ({ ...one, due: false, what: kindName(one.kind) })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (lines.length === 0) return <p className="quiet">{t('care.nothingComing')}</p>;
  return (
    <ol className="care-coming">
      {lines.map(({ flag, what, date, due, household, building, unit }) => (
        <li key={`${flag} ${what}`} data-due={due}>
          <time dateTime={date}>{dayWords(date, language)}</time>
          <span>
            <Link to={`/households/${household}`}>{names.place({ site, building, unit, place: null })}</Link>
            <span> · {what}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
