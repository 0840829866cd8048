import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { type RateName, rateNames, shareWords } from '#domain/order-rates';
import type { RatesView } from '#http/schemas/rates';
import { useWords } from '../../i18n/language.ts';
import '../../styles/rates.css';
import { RateTrend } from './rate-trend.tsx';
import { movedWords, rateName, stateOf, targetWords } from './rate-words.ts';

interface RateTilesProps {
  /** Undefined: on its way. */
  view: RatesView | undefined;
  to: (rate: RateName) => string;
  chosen?: RateName;
}

/** The five standards side by side: figure, target, how it moved, twelve weeks; each leads to what it is made of. */
export function RateTiles({ view, to, chosen }: RateTilesProps) {
  const { t, language } = useWords();
  return (
    <ul className="rate-tiles" aria-label={t('rate.all')} aria-busy={!view}>
      {rateNames.map((rate) => {
        const tally = view?.rates[rate];
        const state = tally ? stateOf(rate, tally) : 'none';
        const moved = view ? movedWords(view.rates[rate], view.before.rates[rate]) : null;
        return (
          <li key={rate}>
            <Link
              to={to(rate)}
              className="rate-tile"
              data-state={state}
              aria-current={rate === chosen ? 'true' : undefined}
            >
              <span className="rate-name">
                {state === 'met' && <CheckCircleFilled aria-label={t('rate.met')} />}
                {state === 'missed' && <WarningFilled aria-label={t('rate.missed')} />}
                {rateName(rate, language)}
              </span>
              <span className="rate-value">
                {tally ? (shareWords(rate, tally) ?? '–') : <Skeleton.Button active size="small" />}
              </span>
              <span className="rate-target">
                {t('rate.target', { target: targetWords(rate) })}
                {moved && <span className="rate-moved">{t('rate.moved', { moved })}</span>}
              </span>
              {view && <RateTrend rate={rate} trend={view.trend.map(({ rates }) => rates[rate])} />}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
