import { Link } from 'react-router';
import type { GoodCaseRow } from '#http/schemas/sharing';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const paths = { complaint: 'complaints', workOrder: 'orders', visit: 'visits' } as const;
/** All that a quarter has, as a rule: a page is printed whole. */
const MANY = 100;

/** Good cases, newest first: what, why, who. */
export function SharedCases({ site, quarter }: { site: string; quarter: string }) {
  const { t } = useWords();
  const list = useCursorList<GoodCaseRow & { id: string }>({
    resource: 'good-cases',
    filters: { site, quarter },
    pageSize: MANY,
  });
  const mayMark = useMay('goodCase.mark');
  return (
    <section className="home-section" aria-labelledby="sharing-cases">
      <h2 id="sharing-cases">{t('sharing.cases')}</h2>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('sharing.noCases')} hint={t(mayMark ? 'sharing.noCasesHint' : 'sharing.noCasesWait')} />
      )}
      <ul className="sharing-cases">
        {list.rows.map((row) => (
          <Case key={row.item} row={row} />
        ))}
      </ul>
      <Pager list={list} />
    </section>
  );
}

function Case({ row }: { row: GoodCaseRow }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const mayRead = useMay('item.list');
  const { item, kind, site, category, building, number, title, why, owner } = row;
  const what = kind === 'workOrder' ? names.kind(site, category) : names.category(category);
  const about = [t(`sharing.kind.${kind}`), kind === 'visit' ? null : what, building && names.building(site, building)];
  return (
    <li className="panel sharing-case">
      <h3>{title}</h3>
      <p className="prose">{why}</p>
      <p className="quiet">
        {about.filter(Boolean).join(' · ')}
        {owner && ` · ${names.person(owner)}`}
        {' · '}
        {mayRead ? <Link to={`/${paths[kind]}/${item}`}>{number}</Link> : number}
      </p>
    </li>
  );
}
