import { useWords } from '../../i18n/language.ts';
import { isPastMidnight } from './week.ts';

/** "18:00–次日 09:00". */
export function useTurnTime(): (turn: { from: string; to: string }) => string {
  const { t } = useWords();
  return (turn) => t(isPastMidnight(turn) ? 'roster.pastMidnight' : 'roster.hours', { from: turn.from, to: turn.to });
}
