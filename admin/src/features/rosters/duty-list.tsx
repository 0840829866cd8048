import { type HttpError, useCustom } from '@refinedev/core';
import { whenWords } from '#domain/words';
import type { DutyView } from '#http/schemas/duty';
import { DutyGap } from '../../components/duty-gap.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

const EVERY = 60_000;
type Row = DutyView['data'][number];

/** Who is on duty now and next, for everybody who may have to call them. */
export function DutyList() {
  const { t } = useWords();
  const { query } = useCustom<DutyView, HttpError>({
    url: '/api/duty',
    method: 'get',
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const rows = query.data?.data.data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.rosters')}</h1>
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.error && !rows && <Failed message={query.error.message} retry={() => void query.refetch()} />}
      {rows?.length === 0 && <Empty title={t('roster.none')} hint={t('roster.noneAsk')} />}
      <div className="stack">
        {rows?.map((row) => (
          <OnDuty key={`${row.site}/${row.roster}`} row={row} />
        ))}
      </div>
    </div>
  );
}

function OnDuty({ row }: { row: Row }) {
  const { t, language } = useWords();
  const { me, names } = useWorkplace();
  const now = useNow();
  const zone = me.sites.find(({ id }) => id === row.site)?.zone ?? 'UTC';
  const when = (instant: string) => whenWords(Date.parse(instant), now, zone, language);
  return (
    <section className="panel" aria-label={row.name[language]}>
      <h2>
        {row.name[language]}
        {me.sites.length > 1 && <span className="quiet"> · {names.site(row.site)}</span>}
      </h2>
      <p className="duty-now">
        <span className="duty-mark" data-on={row.now.length > 0} aria-hidden="true" />
        {row.now.length === 0 && <strong>{t('roster.nobodyNow')}</strong>}
        {row.now.map((turn) => (
          <span key={`${turn.person.id}/${turn.from}`}>
            <strong>
              <Taker turn={turn} />
            </strong>{' '}
            {turn.phone && <a href={`tel:${turn.phone}`}>{turn.phone}</a>}{' '}
            <span className="quiet">{t('roster.until', { until: when(turn.to) })}</span>
          </span>
        ))}
        {row.next && (
          <span className="quiet">
            {t('roster.next', { when: when(row.next.from) })} <Taker turn={row.next} />
          </span>
        )}
        {row.gap && (
          <DutyGap
            from={Date.parse(row.gap.from)}
            to={Date.parse(row.gap.to)}
            person={row.gap.person?.name[language] ?? null}
            zone={zone}
          />
        )}
      </p>
    </section>
  );
}

function Taker({ turn: { person, present } }: { turn: Row['now'][number] }) {
  const { t, language } = useWords();
  const name = person.name[language];
  if (present?.id === person.id) return <span>{name}</span>;
  return (
    <span>
      <s>{name}</s>{' '}
      <span className="away">
        {present === null ? t('roster.nobodyStandsIn') : t('roster.standsIn', { person: present.name[language] })}
      </span>
    </span>
  );
}
