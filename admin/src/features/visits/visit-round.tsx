import { type HttpError, useCustom } from '@refinedev/core';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { grouped } from '#domain/grouped';
import type { Round, RoundVisit } from '#http/schemas/visit';
import { Due } from '../../components/due.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const EVERY = 60_000;

/** Today's round: building by building and floor by floor, with whom to ask for and when they like it. */
export function VisitRound() {
  const { t } = useWords();
  const { names } = useWorkplace();
  const { query } = useCustom<Round & { id?: string }, HttpError>({
    url: '/api/visits/round',
    method: 'get',
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const round = query.data?.data;
  if (query.isPending) return <RowsSkeleton />;
  if (!round) return <Failed message={query.error?.message ?? ''} retry={() => void query.refetch()} />;
  const groups = grouped(round.visits, ({ site, building }) =>
    building === null ? names.site(site) : names.building(site, building),
  );
  return (
    <div className="stack">
      {round.visits.length === 0 ? (
        <Empty title={t('visits.roundEmpty')} hint={t('visits.roundEmptyHint')} />
      ) : (
        <p className="quiet">{t('visits.roundLead', { count: round.visits.length })}</p>
      )}
      {[...groups].map(([building, visits]) => (
        <section key={building} aria-label={building}>
          <h2>{building}</h2>
          <ul className="cards">
            {visits.map((visit) => (
              <RoundCard key={visit.id} visit={visit} />
            ))}
          </ul>
        </section>
      ))}
      {round.more && <p className="quiet">{t('visits.roundMore')}</p>}
      {round.coming.length > 0 && (
        <section aria-label={t('visits.coming')}>
          <h2>{t('visits.coming')}</h2>
          <ul className="plain-list">
            {round.coming.map((visit) => (
              <Coming key={visit.id} visit={visit} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Not due yet: when, where and about what. */
function Coming({ visit }: { visit: RoundVisit }) {
  const { language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(visit.site);
  const { building, unit, about, rule, resident } = visit;
  return (
    <li>
      <Link to={`/visits/${visit.id}`}>
        {[building && names.building(visit.site, building), unit].filter(Boolean).join(' ') || visit.number}
      </Link>
      <span className="quiet">
        {[visit.due && when.at(visit.due), about?.[language] ?? rule?.[language], resident.preferredTime]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

function RoundCard({ visit }: { visit: RoundVisit }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { resident, of, rule } = visit;
  const named = visit.about?.[language] ?? names.category(visit.category);
  const about = [rule?.[language] ?? named, ...(of ? [named, of] : [])];
  return (
    <li className="card visit-card">
      <Link className="entity-title" to={`/visits/${visit.id}`}>
        {[visit.unit, resident.name].filter(Boolean).join(' · ') || visit.number}
      </Link>
      <span>{about.join(' · ')}</span>
      <span className="visit-how">
        <Tag>{t(`visitRules.channel.${visit.channel}`)}</Tag>
        {visit.attempts > 0 && <Tag>{t('visits.attempts', { count: visit.attempts })}</Tag>}
        {resident.preferredTime && <span>{t('visits.prefers', { time: resident.preferredTime })}</span>}
      </span>
      <Due due={visit.due} site={visit.site} />
      {resident.phone && (
        <a className="visit-call" href={`tel:${resident.phone.replace(/[^+\d]/g, '')}`}>
          {t('visits.call', { phone: resident.phone })}
        </a>
      )}
    </li>
  );
}
