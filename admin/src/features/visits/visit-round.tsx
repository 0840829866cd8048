import { type HttpError, useCustom } from '@refinedev/core';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { grouped } from '#domain/grouped';
import type { Round, RoundVisit } from '#http/schemas/visit';
import { Due } from '../../components/due.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
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
  if (round.visits.length === 0) return <Empty title={t('visits.roundEmpty')} hint={t('visits.roundEmptyHint')} />;
  const groups = grouped(round.visits, ({ site, building }) =>
    building === null ? names.site(site) : names.building(site, building),
  );
  return (
    <div className="stack">
      <p className="quiet">{t('visits.roundLead', { count: round.visits.length })}</p>
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
    </div>
  );
}

function RoundCard({ visit }: { visit: RoundVisit }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { resident, of, rule } = visit;
  const about = [
    rule?.[language] ?? names.category(visit.category),
    ...(of ? [names.category(visit.category), of] : []),
  ];
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
