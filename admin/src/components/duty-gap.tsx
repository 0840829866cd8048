import { WarningFilled } from '@ant-design/icons';
import { whenWords } from '#domain/words';
import { useNow } from '../features/clock/system-clock.tsx';
import { useWords } from '../i18n/language.ts';

interface DutyGapProps {
  from: number;
  to: number;
  /** Whose turn it is, who is away; null: nobody's. */
  person: string | null;
  zone: string;
}

/** The next stretch in which nobody is on duty, and why. */
export function DutyGap({ from, to, person, zone }: DutyGapProps) {
  const { t, language } = useWords();
  const now = useNow();
  const span = {
    from: whenWords(from, now, zone, language),
    to: whenWords(to, now, zone, language),
  };
  return (
    <span className="duty-gap">
      <WarningFilled aria-hidden />{' '}
      {t(person === null ? 'duty.gap' : 'duty.gapAway', { ...span, person: person ?? '' })}
    </span>
  );
}
