import { Button } from 'antd';
import { localDate, localTime } from '#domain/time';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { Thumbs } from './photos.tsx';
import { tellRow } from './tell-row.ts';
import { photosOf, shownRows, useTimeline } from './use-timeline.ts';

/** Everything that happened, oldest first: decisions, mails, clicks and the engine's own steps. */
export function Timeline({ complaint }: { complaint: ComplaintDetail }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { site } = complaint;
  const { at: when } = useWhen(site);
  const zone = useZone(site);
  const { query, rows: all } = useTimeline(complaint);
  const rows = shownRows(all);
  if (query.isPending) return <RowsSkeleton />;
  if (query.error && rows.length === 0)
    return <Failed message={query.error.message} retry={() => void query.refetch()} />;

  return (
    <>
      <ol className="timeline" aria-label={t('detail.timeline')}>
        {rows.map((row, index) => {
          const at = Date.parse(row.at);
          const date = localDate(at, zone);
          const before = rows[index - 1];
          const newDay = !before || localDate(Date.parse(before.at), zone) !== date;
          const time = localTime(at, zone);
          const sameTime = !newDay && localTime(Date.parse(before.at), zone) === time;
          const told = tellRow(row, { language, names, site, when, kind: complaint.kind });
          return (
            <li key={row.seq} data-tone={told.tone}>
              {newDay && <span className="timeline-day">{dayWords(date, language)}</span>}
              <time className={sameTime ? 'unseen' : undefined} dateTime={row.at}>
                {time}
              </time>
              <span className="timeline-mark" aria-hidden="true" />
              <div className="timeline-text">
                <span>{told.title}</span>
                {told.lines.map(({ words, quoted }) =>
                  quoted ? <q key={words}>{words}</q> : <small key={words}>{words}</small>,
                )}
                <Thumbs complaint={complaint.id} photos={photosOf(row)} />
              </div>
            </li>
          );
        })}
      </ol>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('detail.moreTimeline')}
        </Button>
      )}
    </>
  );
}

/** A local date is read as UTC noon: the weekday and the day are the date's own, whatever this device's zone is. */
function dayWords(date: string, language: string): string {
  const options = {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(new Date(`${date}T12:00:00Z`));
}
