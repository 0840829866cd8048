import { useMemo } from 'react';
import { compileCalendar } from '#domain/calendar';
import { nextDutyGap } from '#domain/duty-gap';
import { nextShift, shiftsAt } from '#domain/on-duty';
import type { Roster } from '#domain/organisation';
import { whenWords } from '#domain/words';
import { DutyGap } from '../../components/duty-gap.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { Duties } from '../organisation/use-duties.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { PersonOrDeputy } from './person-or-deputy.tsx';

const EVERY = 60_000;

/** Who takes what comes now, until when, and who is next. */
export function OnDutyNow({ roster, zone, duties }: { roster: Roster; zone: string; duties: Duties }) {
  const { t, language } = useWords();
  const now = useNow();
  const running = shiftsAt(roster, zone, now);
  const next = nextShift(roster, zone, now);
  const gap = useGap(roster, zone, duties, now);
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
      {gap && <DutyGap {...gap} person={gap.person === null ? null : duties.names.of(gap.person)} zone={zone} />}
    </p>
  );
}

/** As the rosters stand on screen; looked for anew every so often, for it looks weeks ahead. */
function useGap(roster: Roster, zone: string, { directory }: Duties, now: number) {
  const { directory: published, me } = useWorkplace();
  const calendarId = me.sites.find(({ id }) => id === roster.site)?.calendar;
  const version = published.calendars.find(({ id }) => id === calendarId);
  const calendar = useMemo(
    () => (version ? compileCalendar(version.body, `${version.id}@${version.version}`) : null),
    [version],
  );
  const at = Math.floor(now / EVERY) * EVERY;
  return useMemo(
    () => (calendar ? nextDutyGap(roster, zone, calendar, directory, at) : null),
    [roster, zone, calendar, directory, at],
  );
}
