import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const WorkDrawer = lazy(() => import('./work-drawer.tsx'));
const EVERY = 30_000;

/** What waits for me, most urgent first; acted on without leaving the list. */
export default function WorkPage() {
  const { t } = useWords();
  const { me } = useWorkplace();
  const mayList = useMay('item.list');
  const [acting, setActing] = useState<{ row: ComplaintSummary; open: boolean } | null>(null);
  const list = useCursorList<ComplaintSummary>({ resource: 'work', filters: {}, every: EVERY });
  usePageTitle(t('nav.work'));

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.work')}</h1>
        <p className="quiet">{t('work.lead')}</p>
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('work.empty')} hint={t('work.emptyHint')}>
          {mayList && <Link to="/complaints">{t('work.seeAll')}</Link>}
        </Empty>
      )}
      {list.rows.length > 0 && (
        <ComplaintRows
          rows={list.rows}
          label={t('nav.work')}
          showSite={me.sites.length > 1}
          act={(row) => (
            <Button
              type="primary"
              ghost
              onClick={() => setActing({ row, open: true })}
              aria-label={t('work.actOn', { number: row.number })}
            >
              {t('work.act')}
            </Button>
          )}
        />
      )}
      <Pager list={list} />
      {acting && (
        <Suspense fallback={null}>
          <WorkDrawer
            key={acting.row.id}
            row={acting.row}
            open={acting.open}
            close={() => setActing({ ...acting, open: false })}
            closed={() => setActing(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
