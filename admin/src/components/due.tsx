import { ClockCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { Language } from '#domain/text';
import { HOUR, MINUTE } from '#domain/time';
import { durationWords, whenWords } from '#domain/words';
import { useNow } from '../features/clock/system-clock.tsx';
import { useZone } from '../features/workplace/workplace.tsx';
import { type Key, useWords } from '../i18n/language.ts';

const SOON = HOUR;

/** How long until a deadline, or since it passed: a key and its values. */
export function howLong(at: number, now: number, language: Language): [Key, Record<string, string>] {
  if (at <= now && now - at < MINUTE) return ['due.just', {}];
  return [at <= now ? 'due.overdue' : 'due.left', { length: durationWords(at - now, language) }];
}

/** The nearest deadline in words: "超时 2 小时" / "2 h overdue", else what is left; and the time itself. */
export function Due({ due, site }: { due: string | null; site: string }) {
  const { t, language } = useWords();
  const now = useNow();
  const zone = useZone(site);
  if (due === null) return <span className="due quiet">{t('due.none')}</span>;
  const at = Date.parse(due);
  const late = at <= now;
  return (
    <span className="due" data-late={late} data-soon={!late && at - now < SOON}>
      {late ? <WarningFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      <span className="due-words">{t(...howLong(at, now, language))}</span>
      <time className="due-time" dateTime={due}>
        {whenWords(at, now, zone, language)}
      </time>
    </span>
  );
}
