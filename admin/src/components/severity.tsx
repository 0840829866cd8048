import type { Severity as SeverityName } from '#domain/routing';
import { severityLabel } from '#domain/words';
import { useWords } from '../i18n/language.ts';
import { capital } from './capital.ts';

const BARS: Record<SeverityName, number> = { critical: 4, urgent: 3, high: 2, normal: 1, low: 0 };

/** Readable without colour: the word, and as many filled bars as it is severe. */
export function Severity({ severity, major = false }: { severity: SeverityName; major?: boolean }) {
  const { t, language } = useWords();
  return (
    <span className="severity" data-severity={severity}>
      <svg viewBox="0 0 18 12" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 5}
            y={10 - bar * 2.5}
            width="3.4"
            height={bar * 2.5 + 2}
            rx="1"
            data-on={bar <= BARS[severity]}
          />
        ))}
      </svg>
      {capital(severityLabel(severity, language))}
      {major && <span className="major">{t('item.major')}</span>}
    </span>
  );
}
