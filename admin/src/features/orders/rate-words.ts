import { isMet, type RateName, rateDefinitions, shareOf, type Tally } from '#domain/order-rates';
import type { Language } from '#domain/text';

/** "≥ 99 %"; there is nothing above "100 %". */
export function targetWords(rate: RateName): string {
  const { target, bound } = rateDefinitions[rate];
  const percent = `${Math.round(target * 1000) / 10} %`;
  if (target === 1) return percent;
  return `${bound === 'least' ? '≥' : '≤'} ${percent}`;
}

/** How a figure moved, in points of a hundred: "+0.4"; null: there was nothing to compare with, or it did not move. */
export function movedWords(now: Tally, before: Tally): string | null {
  const [share, earlier] = [shareOf(now), shareOf(before)];
  if (share === null || earlier === null) return null;
  const points = Math.round((share - earlier) * 1000) / 10;
  return points === 0 ? null : `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
}

export type RateState = 'met' | 'missed' | 'none';
export function stateOf(rate: RateName, tally: Tally): RateState {
  const met = isMet(rate, tally);
  if (met === null) return 'none';
  return met ? 'met' : 'missed';
}

export const rateName = (rate: RateName, language: Language): string => rateDefinitions[rate].name[language];
