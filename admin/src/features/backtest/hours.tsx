import { useWords } from '../../i18n/language.ts';
import { atNight, busiest } from './figure-rows.ts';

/** Mails to staff by the hour of the day: said in words, drawn small. */
export function Hours({ draft, current }: { draft: readonly number[]; current: readonly number[] | null }) {
  const { t } = useWords();
  const peak = busiest(draft);
  if (peak === null) return null;
  const most = Math.max(...draft, ...(current ?? []));
  const height = (n: number) => ({ height: `${(100 * n) / most}%` });
  const night = atNight(draft);
  const nightNow = current && atNight(current);
  return (
    <div className="backtest-part">
      <h4>{t('backtest.hours')}</h4>
      <p>
        {t('backtest.peak', { hour: `${peak}:00`, count: draft[peak] ?? 0 })}{' '}
        {nightNow === null || nightNow === night
          ? t('backtest.night', { count: night })
          : t('backtest.nightChange', { from: nightNow, to: night })}
      </p>
      <div className="backtest-hours" aria-hidden="true">
        {draft.map((n, hour) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
          <div key={hour} data-night={hour >= 22 || hour < 7}>
            <div className="backtest-columns">
              {current && <span style={height(current[hour] ?? 0)} />}
              <span data-draft style={height(n)} />
            </div>
            <small>{hour % 6 === 0 ? hour : ''}</small>
          </div>
        ))}
      </div>
      {current && (
        <p className="backtest-legend" aria-hidden="true">
          <span /> {t('backtest.currentShort')} <span data-draft /> {t('backtest.draft')}
        </p>
      )}
    </div>
  );
}
