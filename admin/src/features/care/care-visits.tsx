import { Link } from 'react-router';
import type { EventDetail } from '#http/schemas/care';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Visits that care rules open: to whom for those who may see it, for others how many. */
export function CareVisits({ care, site }: { care: EventDetail['care']; site: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const { count, visits, more } = care;
  if (count === 0) return <p className="quiet">{t('event.noVisits')}</p>;
  return (
    <>
      <p>{t('event.visitCount', { count })}</p>
      {visits.length < count && !more && <p className="quiet">{t('event.visitsHidden')}</p>}
      <ul className="plain-list care-visits">
        {visits.map(({ household, building, unit, openAt, todo }) => (
          <li key={household}>
            <span>
              <Link to={`/households/${household}`}>{names.place({ site, building, unit, place: null })}</Link>
              <span className="quiet"> · {t('event.visitFrom', { when: when.at(openAt) })}</span>
            </span>
            {todo.map((one) => (
              <span key={one[language]}>{one[language]}</span>
            ))}
          </li>
        ))}
      </ul>
      {more && <p className="quiet">{t('event.moreVisits')}</p>}
    </>
  );
}
