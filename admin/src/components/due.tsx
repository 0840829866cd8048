import { ClockCircleOutlined, WarningFilled } from '@ant-design/icons';
import { durationWords, whenWords } from '#domain/words';
import { useNow } from '../features/clock/system-clock.tsx';
import { useZone } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';

const SOON = 3_600_000;

/** The nearest deadline in words: "超时 2 小时" / "2 h overdue", else what is left; and the time itself. */
export function Due({ due, site }: { due: string | null; site: string }) {
  const { t, language } = useWords();
  const now = useNow();
  const zone = useZone(site);
  if (due === null) return <span className="due quiet">{t('due.none')}</span>;
  const at = Date.parse(due);
  const late = at <= now;
  const length = durationWords(at - now, language);
  return (
    <span className="due" data-late={late} data-soon={!late && at - now < SOON}>
      {late ? <WarningFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      <span className="due-words">{late ? t('due.overdue', { length }) : t('due.left', { length })}</span>
      <time className="due-time" dateTime={due}>
        {whenWords(at, now, zone, language)}
      </time>
    </span>
  );
}
