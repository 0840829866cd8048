import { Link } from 'react-router';
import type { ImprovementRow } from '#http/schemas/improvement';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { FigurePair } from '../improvements/check-part.tsx';
import { useFigureWords } from '../improvements/figure-words.ts';
import { useMay } from '../workplace/may.ts';

const MANY = 100;

/** Improvements closed in the quarter: cause, action, both figures, what follows. */
export function SharedImprovements({ site, quarter }: { site: string; quarter: string }) {
  const { t } = useWords();
  const list = useCursorList<ImprovementRow>({
    resource: 'sharing/improvements',
    filters: { site, quarter },
    pageSize: MANY,
  });
  return (
    <section className="home-section" aria-labelledby="sharing-improvements">
      <h2 id="sharing-improvements">{t('sharing.improvements')}</h2>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('sharing.noImprovements')} hint={t('sharing.noImprovementsHint')} />
      )}
      <ul className="sharing-cases">
        {list.rows.map((row) => (
          <Closed key={row.id} row={row} />
        ))}
      </ul>
      <Pager list={list} />
    </section>
  );
}

function Closed({ row }: { row: ImprovementRow }) {
  const { t } = useWords();
  const words = useFigureWords();
  const mayRead = useMay('improvement.read');
  const { id, ref, before, after, cause, action, effect, conclusion } = row;
  const name = words.name(row);
  return (
    <li className="panel sharing-case">
      <h3>
        {mayRead ? <Link to={`/improvements/${id}`}>{name}</Link> : name}
        {effect && <span className="quiet"> · {t(`improve.effect.${effect}`)}</span>}
      </h3>
      <FigurePair ref={ref} before={before} after={after} />
      <dl className="facts improve-facts">
        <div>
          <dt>{t('improve.cause')}</dt>
          <dd>{cause}</dd>
        </div>
        <div>
          <dt>{t('improve.action')}</dt>
          <dd>{action}</dd>
        </div>
        <div>
          <dt>{t('improve.conclusion')}</dt>
          <dd>{conclusion}</dd>
        </div>
      </dl>
    </li>
  );
}
