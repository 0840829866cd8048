import type { Person } from '#domain/organisation';
import { whenWords } from '#domain/words';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { Duties } from '../organisation/use-duties.ts';

/** Said only where somebody is away or on duty now. */
export function Presence({ person, duties }: { person: Person; duties: Duties }) {
  const { t, language } = useWords();
  const now = useNow();
  const { away, present } = duties.chain(person.id, now);
  const [first] = away;
  if (first !== undefined) {
    const until = whenWords(first.to, now, duties.zoneOf(person.id), language);
    return (
      <span className="away">
        {present === null
          ? t('staff.awayNobody', { until })
          : t('staff.away', { until, deputy: duties.names.of(present) })}
      </span>
    );
  }
  const onDuty = duties.onDutyNow(now).filter((shift) => shift.person === person.id);
  if (onDuty.length === 0) return null;
  return (
    <span className="on-duty">
      {t('staff.onDuty', { roster: onDuty.map(({ name }) => name[language]).join(' · ') })}
    </span>
  );
}
