import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { SubscribeButton } from '../plans/subscribe.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { VisitRound } from './visit-round.tsx';

const LISTS = ['open', 'overdue', 'ended'] as const;
const EVERY = 30_000;

/** Follow-up visits (回访): one's own round, and for the desk all of the site. */
export default function VisitsPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const { site } = useWorkplace();
  const mayList = useMay('item.list');
  const lists = mayList ? (['round', ...LISTS] as const) : (['round'] as const);
  const chosen = lists.find((one) => one === params.get('list')) ?? 'round';
  usePageTitle(t('nav.visits'));
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <div>
          <h1>{t('nav.visits')}</h1>
          <p className="quiet">{t('visits.lead')}</p>
        </div>
        {site && <SubscribeButton site={site.id} mine />}
      </div>
      {lists.length > 1 && (
        <div className="toolbar">
          <Segmented
            value={chosen}
            aria-label={t('nav.visits')}
            onChange={(list) => setParams(list === 'round' ? {} : { list }, { replace: true })}
            options={lists.map((value) => ({ value, label: t(`visits.list.${value}`) }))}
          />
        </div>
      )}
      {chosen === 'round' ? <VisitRound /> : <VisitList list={chosen} />}
    </div>
  );
}

function VisitList({ list: chosen }: { list: (typeof LISTS)[number] }) {
  const { t } = useWords();
  const { site } = useWorkplace();
  const list = useCursorList<ComplaintSummary>({
    resource: 'visits',
    filters: { site: site?.id, list: chosen },
    enabled: site !== null,
    every: EVERY,
  });
  return (
    <>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t(`visits.none.${chosen}`)} hint={t('visits.noneHint')} />
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <ComplaintRows rows={list.rows} label={t('nav.visits')} />
        </div>
      )}
      <Pager list={list} />
    </>
  );
}
