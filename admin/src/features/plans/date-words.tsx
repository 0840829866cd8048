import { epochDay } from '#domain/civil-date';
import { type Instant, localDate } from '#domain/time';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';

interface DateWordsProps {
  date: string | null;
  now: Instant;
  zone: string;
  /** Said where there is none. */
  none: string;
}

/** "Mon 7 Dec" and how far away that is; with its year when it is not this one's. */
export function DateWords({ date, now, zone, none }: DateWordsProps) {
  const { t, language } = useWords();
  if (date === null) return <span className="quiet">{none}</span>;
  const today = localDate(now, zone);
  const days = epochDay(date) - epochDay(today);
  const far = days === 0 ? t('plans.today') : days === 1 ? t('plans.tomorrow') : t('plans.inDays', { count: days });
  return (
    <span className="date-words">
      <span>{dayWords(date, language, date.slice(0, 4) !== today.slice(0, 4))}</span>
      {days >= 0 && <span className="quiet">{far}</span>}
    </span>
  );
}
