import { Link } from 'react-router';
import { definitionOf, type VisitMeasure, visitMeasures } from '#domain/learned/figure';
import type { LearnedView } from '#http/schemas/learned';
import { usePhone } from '../../components/media.ts';
import { Empty, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { figureWords, stateOf } from './figure-words.ts';
import { type Part, usePartNames } from './use-part-names.ts';

interface FigurePartsProps {
  by: Part;
  measure: VisitMeasure;
  view: LearnedView | undefined;
  site: string;
  /** Address of the visits behind a figure of a part. */
  to: (measure: VisitMeasure, part: string) => string;
}

/** The four figures of each part, worst of the chosen one first: that is where something can be learned. */
export function FigureParts({ by, measure, view, site, to }: FigurePartsProps) {
  const { t, language } = useWords();
  const names = usePartNames(site, view);
  // A phone has room for the one that was chosen above.
  const shown = usePhone() ? [measure] : visitMeasures;
  const { chooseSite } = useWorkplace();
  if (!view?.groups) return <RowsSkeleton />;
  const rows = view.groups.toSorted(
    (a, b) => (a.figures[measure].value ?? 9) - (b.figures[measure].value ?? 9) || (a.id < b.id ? -1 : 1),
  );
  if (rows.length === 0) return <Empty title={t('learned.nothing')} hint={t('learned.nothingHint')} />;
  return (
    <div className="table-frame">
      <table className="rows rate-parts learned-parts">
        <thead>
          <tr>
            <th scope="col">{t(`learned.by.${by}`)}</th>
            {shown.map((one) => (
              <th key={one} scope="col" aria-sort={one === measure ? 'ascending' : undefined}>
                {definitionOf(one).name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, figures }) => (
            <tr key={id}>
              <th scope="row">{names.part(by, id)}</th>
              {shown.map((one) => {
                const figure = figures[one];
                const target = view.targets.find((each) => each.measure === one);
                const words = figureWords(one, figure);
                return (
                  <td key={one} data-state={stateOf(target, figure)}>
                    {figure.value === null ? (
                      words
                    ) : (
                      // Another site's visits are looked at there.
                      <Link to={to(one, id)} onClick={by === 'site' ? () => chooseSite(id) : undefined}>
                        {words}
                      </Link>
                    )}
                    {figure.counted > 0 && <small className="learned-n">{t('learned.n', { n: figure.counted })}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
