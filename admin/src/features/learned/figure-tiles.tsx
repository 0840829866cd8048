import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { definitionOf, goalWords, type VisitMeasure, visitMeasures } from '#domain/learned/figure';
import type { LearnedView } from '#http/schemas/learned';
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
          <li key={measure}>
            <Link
              to={to(measure)}
              className="rate-tile"
              data-state={state}
              aria-current={measure === chosen ? 'true' : undefined}
            >
              <span className="rate-name">
                {state === 'met' && <CheckCircleFilled aria-label={t('learned.met')} />}
                {state === 'missed' && <WarningFilled aria-label={t('learned.missed')} />}
                {definitionOf(measure).name[language]}
              </span>
              <span className="rate-value">
                {figure ? figureWords(measure, figure) : <Skeleton.Button active size="small" />}
              </span>
              <span className="rate-target">
                {target ? t('learned.target', { target: goalWords(target) }) : t('learned.noTarget')}
                {moved && <span className="rate-moved">{t('learned.moved', { moved })}</span>}
              </span>
              <span className="learned-counted">
                {figure && t(state === 'few' ? 'learned.few' : 'learned.counted', { n: figure.counted })}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
