import { type RateName, rateDefinitions, shareOf, shareWords, type Tally } from '#domain/order-rates';
import { useWords } from '../../i18n/language.ts';
import { stateOf } from './rate-words.ts';

const [WIDTH, HEIGHT, GAP] = [120, 28, 2];
/** A bar of nothing still shows where its week is. */
const LEAST = 2;

/** A bar a week or month, from the worst of them or the target up to the best there can be; in words for those who cannot see it. */
export function RateTrend({ rate, trend }: { rate: RateName; trend: readonly Tally[] }) {
  const { t } = useWords();
  const { target, bound } = rateDefinitions[rate];
  const shares = trend.map(shareOf);
  const known = shares.filter((share) => share !== null);
  const low = bound === 'least' ? Math.max(0, Math.min(target, ...known) - 0.02) : 0;
  const high = bound === 'least' ? 1 : Math.max(target * 2, ...known);
  const y = (share: number) => HEIGHT - LEAST - ((share - low) / (high - low)) * (HEIGHT - LEAST);
  const width = WIDTH / trend.length;
  const words = trend.map((tally) => shareWords(rate, tally) ?? '–').join(', ');
  return (
    <svg
      className="rate-trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('rate.trend', { words })}
    >
      {trend.map((tally, index) => {
        const share = shareOf(tally);
        const top = share === null ? HEIGHT - LEAST : Math.min(y(share), HEIGHT - LEAST);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis of time
            key={index}
            x={index * width + GAP / 2}
            y={top}
            width={width - GAP}
            height={HEIGHT - top}
            data-state={stateOf(rate, tally)}
          />
        );
      })}
      <line x1={0} x2={WIDTH} y1={y(target)} y2={y(target)} />
    </svg>
  );
}
