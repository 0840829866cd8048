import {
  definitionOf,
  type Figure,
  isMissed,
  type Target,
  type VisitMeasure,
  valueWords,
} from '#domain/learned/figure';

/** "4.3", "97.5 %", "–" where nothing was counted. */
export const figureWords = (measure: VisitMeasure, { value }: Figure): string =>
  value === null ? '–' : valueWords(measure, value);

/** How a figure moved: "+0.3" of a mean, "−4.2" points of a hundred; null: nothing to compare with, or it did not move. */
export function movedWords(measure: VisitMeasure, now: Figure, before: Figure): string | null {
  if (now.value === null || before.value === null) return null;
  const scale = definitionOf(measure).unit === 'mean' ? 1 : 100;
  const moved = Math.round((now.value - before.value) * scale * 10) / 10;
  return moved === 0 ? null : `${moved > 0 ? '+' : '−'}${Math.abs(moved)}`;
}

export type FigureState = 'met' | 'missed' | 'few' | 'none';
/** `few`: too few answers to hold against the target. */
export function stateOf(target: Target | undefined, figure: Figure): FigureState {
  if (figure.value === null || !target) return 'none';
  if (figure.counted < target.answers) return 'few';
  return isMissed(target, figure) ? 'missed' : 'met';
}
