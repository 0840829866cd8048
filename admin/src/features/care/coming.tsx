import { type HttpError, useCustom } from '@refinedev/core';
import { useId } from 'react';
import { Link } from 'react-router';
import { concerns } from '#domain/care/event';
import { localDate } from '#domain/time';
import type { CareHome, EventRow } from '#http/schemas/care';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { dayWords } from '../../components/day-words.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { CallsDue } from './calls-due.tsx';
import { useEventWords } from './event-words.tsx';
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
      <CallsDue calls={home.calls} site={site} />
      <section className="panel" aria-labelledby={comingId}>
        <h2 id={comingId}>{t('care.coming')}</h2>
        <Lines home={home} site={site} building={building} />
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

interface Line {
  key: string;
  date: string;
  due: boolean;
  to: string;
  where: string;
  what: string;
}

function Lines({ home, site, building }: { home: CareHome; site: string; building: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const kindName = useKindNames(home.kinds);
  const zone = useZone(site);
  const words = useEventWords();
  const events = useCursorList<EventRow>({ resource: 'care/events', filters: { site, when: 'ahead' } });
  const here = ({ household, unit }: { household: string; unit: string }) => ({
    to: `/households/${household}`,
    where: names.place({ site, building, unit, place: null }),
  });
  const lines: Line[] = [
    ...events.rows
      .filter((event) => event.cancelledAt === null && concerns(event, building))
      .map((event) => ({
        ...{ key: event.id, date: localDate(Date.parse(event.from), zone), due: false },
        ...{ to: `/care/events/${event.id}`, where: words.name(event), what: words.when(event) },
      })),
    ...home.reviews.map((one) => ({
      ...{ key: `${one.flag} review`, date: one.date, due: one.due, ...here(one) },
      what: t(one.due ? 'care.reviewOverdue' : 'care.reviewComing'),
    })),
    ...home.days.map((one) => ({
      ...{ key: `${one.flag} day`, date: one.date, due: false, ...here(one) },
      what: kindName(one.kind),
    })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  if (lines.length === 0) return <p className="quiet">{t('care.nothingComing')}</p>;
  return (
    <ol className="care-coming">
      {lines.map(({ key, what, date, due, to, where }) => (
        <li key={key} data-due={due}>
          <time dateTime={date}>{dayWords(date, language)}</time>
          <span>
            <Link to={to}>{where}</Link>
            <span> · {what}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
