import { DAY, localDate } from '#domain/time';
import { useWords } from '../../i18n/language.ts';

const EVERY = 30;

/** Dates below the strips. */
export function CoverageScale({ from, to, zone }: { from: number; to: number; zone: string }) {
  const { language } = useWords();
  const days = Math.round((to - from) / DAY);
  const marks = Array.from({ length: Math.floor(days / EVERY) + 1 }, (_, i) => from + i * EVERY * DAY);
  const said = (at: number) => {
    const [, month = '', day = ''] = localDate(at, zone).split('-');
    const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone });
    return language === 'en' ? english.format(at) : `${Number(month)}月${Number(day)}日`;
  };
  return (
    <div className="coverage-scale" aria-hidden>
      {marks.map((at) => (
        <span key={at}>{said(at)}</span>
      ))}
    </div>
  );
}
