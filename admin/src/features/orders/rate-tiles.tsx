import { type RateName, rateNames, shareWords } from '#domain/order-rates';
import type { RatesView } from '#http/schemas/rates';
import { FigureTile } from '../../components/figure-tile.tsx';
import { useWords } from '../../i18n/language.ts';
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
          <FigureTile
            key={rate}
            to={to(rate)}
            isChosen={rate === chosen}
            state={state}
            name={rateName(rate, language)}
            value={tally && (shareWords(rate, tally) ?? '–')}
            target={t('rate.target', { target: targetWords(rate) })}
            moved={moved && t('rate.moved', { moved })}
          >
            {view && <RateTrend rate={rate} trend={view.trend.map(({ rates }) => rates[rate])} />}
          </FigureTile>
        );
      })}
    </ul>
  );
}
