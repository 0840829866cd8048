import { Link } from 'react-router';
import type { LearnedView } from '#http/schemas/learned';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { usePartNames } from './use-part-names.ts';

/** Height of a row, as in learned.css. */
const ROW = 36;
const FEW = 0.8;

/** Why scores were low, most frequent first, with the share the reasons down to each make up together (帕累托图). */
export function ReasonPareto({
  view,
  site,
  to,
}: {
  view: LearnedView;
  site: string;
  to: (reason: string) => string | null;
}) {
  const { t } = useWords();
  const names = usePartNames(site, view);
  const all = view.why.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <Empty title={t('learned.noLow')} hint={t('learned.noLowHint')} />;
  const most = Math.max(...view.why.map(({ count }) => count));
  let sum = 0;
  const rows = view.why.map(({ reason, count }) => {
    sum += count;
    return { reason, count, together: sum / all };
  });
  const middle = (index: number) => index * ROW + ROW / 2;
  return (
    <div className="pareto">
      <ol className="pareto-rows" aria-label={t('learned.why')}>
        {rows.map(({ reason, count, together }) => {
          const address = to(reason);
          const name = names.reason(reason);
          return (
            <li key={reason}>
              <span className="pareto-name">{address ? <Link to={address}>{name}</Link> : name}</span>
              <span className="pareto-bar" aria-hidden>
                <span style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className="pareto-count">
                {t('learned.times', { n: count })}
                <small className="pareto-share">{t('learned.together', { share: Math.round(together * 100) })}</small>
              </span>
            </li>
          );
        })}
      </ol>
      <div className="pareto-over" aria-hidden>
        <svg viewBox={`0 0 100 ${rows.length * ROW}`} preserveAspectRatio="none" height={rows.length * ROW}>
          <title>{t('learned.why')}</title>
          <line x1={FEW * 100} x2={FEW * 100} y1={0} y2={rows.length * ROW} />
          <polyline points={rows.map(({ together }, index) => `${together * 100},${middle(index)}`).join(' ')} />
          <path d={rows.map(({ together }, index) => `M${together * 100} ${middle(index)}h0`).join('')} />
        </svg>
      </div>
    </div>
  );
}
