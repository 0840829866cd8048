import { PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, Navigate, useNavigate } from 'react-router';
import { dayWords } from '#domain/words';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { NextGap } from '../coverage/next-gap.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { DutyGaps } from './duty-gaps.tsx';
import { MaintenancePart } from './maintenance-part.tsx';
import { Numbers } from './numbers.tsx';
import { PlannedList } from './planned-list.tsx';

const MOST_ROWS = 10;
const EVERY = 30_000;

/** What a director looks at first: five numbers and the overdue list of the chosen site. */
export default function HomePage() {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const now = useNow();
  const mayFile = useMay('item.file');
  const mayRead = useMay('document.read');
  const mayPublish = useMay('document.publish');
  const navigate = useNavigate();
  usePageTitle(t('nav.home'));
  if (site === null) return <Navigate to="/work" replace />;

  return (
    <div className="page">
      <div className="page-head page-head-row">
        <div className="page-head-words">
          <h1>{site.name[language]}</h1>
          <p className="quiet">{dayWords(now, site.zone, language)}</p>
        </div>
        {mayFile && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate('/complaints/new')}>
            {t('nav.new')}
          </Button>
        )}
      </div>
      <Numbers key={site.id} site={site.id} />
      <DutyGaps site={site.id} zone={site.zone} />
      {mayRead && <NextGap key={`gap-${site.id}`} site={site.id} zone={site.zone} />}
      {mayPublish && <PlannedList />}
      <Overdue site={site.id} />
      <MaintenancePart key={`maintenance-${site.id}`} site={site.id} />
    </div>
  );
}

function Overdue({ site }: { site: string }) {
  const { t } = useWords();
  const list = useCursorList<ComplaintSummary>({
    resource: 'complaints',
    filters: { site, list: 'overdue' },
    pageSize: MOST_ROWS,
    every: EVERY,
  });
  return (
    <section className="home-section" aria-labelledby="overdue">
      <div className="home-section-head">
        <h2 id="overdue">{t('home.overdueList')}</h2>
        {list.older && (
          <Link to="/complaints?list=overdue">
            {t('home.allOverdue')} <RightOutlined aria-hidden />
          </Link>
        )}
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('list.empty.overdue')} hint={t('list.emptyHint.overdue')}>
          <Link to="/complaints">{t('home.seeOpen')}</Link>
        </Empty>
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <ComplaintRows rows={list.rows} label={t('home.overdueList')} />
        </div>
      )}
    </section>
  );
}
