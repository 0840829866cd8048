import { nextShift, shiftsAt } from '#domain/on-duty';
import type { Roster } from '#domain/organisation';
import { whenWords } from '#domain/words';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { Duties } from '../organisation/use-duties.ts';
import { PersonOrDeputy } from './person-or-deputy.tsx';

/** Who takes what comes now, until when, and who is next. */
export function OnDutyNow({ roster, zone, duties }: { roster: Roster; zone: string; duties: Duties }) {
  const { t, language } = useWords();
  const now = useNow();
  const running = shiftsAt(roster, zone, now);
  const next = nextShift(roster, zone, now);
  return (
    <p className="duty-now">
      <span className="duty-mark" data-on={running.length > 0} aria-hidden="true" />
      {running.length === 0 ? (
        <strong>{t('roster.nobodyNow')}</strong>
      ) : (
        <>
          <span className="quiet">{t('roster.now')}</span>
          {running.map((shift) => (
            <span key={`${shift.date}/${shift.index}`}>
              <strong>
                <PersonOrDeputy person={shift.person} at={now} duties={duties} />
              </strong>{' '}
              <span className="quiet">{t('roster.until', { until: whenWords(shift.ends, now, zone, language) })}</span>
            </span>
          ))}
        </>
      )}
      {next && (
        <span className="quiet">
          {t('roster.next', { when: whenWords(next.begins, now, zone, language) })}{' '}
          <PersonOrDeputy person={next.person} at={next.begins} duties={duties} />
        </span>
      )}
    </p>
  );
}
