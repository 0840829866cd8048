import { definitionOf, goalWords, type VisitMeasure, visitMeasures } from '#domain/learned/figure';
import type { LearnedView } from '#http/schemas/learned';
import { FigureTile } from '../../components/figure-tile.tsx';
import { useWords } from '../../i18n/language.ts';
import { figureWords, movedWords, stateOf } from './figure-words.ts';

interface FigureTilesProps {
  /** Undefined: on its way. */
  view: LearnedView | undefined;
  to: (measure: VisitMeasure) => string;
  chosen: VisitMeasure;
}

/** The four figures of visits side by side: value, target, how it moved; each leads to what it is made of. */
export function FigureTiles({ view, to, chosen }: FigureTilesProps) {
  const { t, language } = useWords();
  return (
    <ul className="rate-tiles learned-tiles" aria-label={t('learned.all')} aria-busy={!view}>
      {visitMeasures.map((measure) => {
        const figure = view?.figures[measure];
        const target = view?.targets.find((one) => one.measure === measure);
        const state = figure ? stateOf(target, figure) : 'none';
        const moved = view ? movedWords(measure, view.figures[measure], view.before[measure]) : null;
        return (
          <FigureTile
            key={measure}
            to={to(measure)}
            isChosen={measure === chosen}
            state={state}
            name={definitionOf(measure).name[language]}
            value={figure && figureWords(measure, figure)}
            target={target ? t('learned.target', { target: goalWords(target) }) : t('learned.noTarget')}
            moved={moved && t('learned.moved', { moved })}
          >
            <span className="learned-counted">
              {figure && t(state === 'few' ? 'learned.few' : 'learned.counted', { n: figure.counted })}
            </span>
          </FigureTile>
        );
      })}
    </ul>
  );
}
