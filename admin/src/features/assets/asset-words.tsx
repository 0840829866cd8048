import type { Condition } from '#domain/asset';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';

/** In colour and in words. */
export function ConditionTag({ condition }: { condition: Condition }) {
  const { t } = useWords();
  return (
    <span className="condition" data-condition={condition}>
      {t(`asset.condition.${condition}`)}
    </span>
  );
}

/** Days before the end from which on somebody should see to it. */
const SOON = 60;

/** "12 days left · 5 Dec": a last day in words; late and soon ones stand out. */
export function Until({ date, days }: { date: string | null; days: number | null }) {
  const { t, language } = useWords();
  if (date === null || days === null) return <span className="quiet">{t('asset.noDate')}</span>;
  const words =
    days < 0
      ? t('asset.expired', { count: -days })
      : days === 0
        ? t('asset.lastDay')
        : t('asset.daysLeft', { count: days });
  return (
    <span className="until" data-state={days < 0 ? 'late' : days <= SOON ? 'soon' : 'fine'}>
      <span>{words}</span>
      <span className="quiet">{dayWords(date, language, true)}</span>
    </span>
  );
}
