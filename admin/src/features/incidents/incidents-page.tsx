import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { IncidentView } from '#http/schemas/incident';
import { useCursorList } from '../../components/cursor-list.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const LISTS = ['open', 'all'] as const;
type ListName = (typeof LISTS)[number];
const EVERY = 30_000;

/** Several complaints about one cause (关联事件), newest first. */
export default function IncidentsPage() {
  const { t } = useWords();
  const { site, names } = useWorkplace();
  const when = useWhen(site?.id);
  const [params, setParams] = useSearchParams();
  const listName: ListName = params.get('list') === 'all' ? 'all' : 'open';
  const list = useCursorList<IncidentView>({
    resource: 'incidents',
    filters: { site: site?.id, list: listName },
    every: EVERY,
    enabled: site !== null,
  });
  usePageTitle(t('nav.incidents'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.incidents')}</h1>
      </div>
      <div className="toolbar">
        <Segmented<ListName>
          value={listName}
          onChange={(value) => setParams(value === 'all' ? { list: 'all' } : {}, { replace: true })}
          options={LISTS.map((value) => ({ value, label: t(`incidents.${value}`) }))}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t(`incidents.none.${listName}`)} hint={t('incidents.noneHint')}>
          <Link to="/complaints">{t('incidents.toComplaints')}</Link>
        </Empty>
      )}
      {list.rows.length > 0 && (
        <EntityRows
          rows={list.rows}
          label={t('nav.incidents')}
          keyOf={({ id }) => id}
          head={t('incidents.cause')}
          title={({ title }) => title}
          sub={({ number }) => number}
          columns={[
            { label: t('incidents.members'), cell: ({ members }) => t('incidents.count', { n: members }) },
            { label: t('incidents.state'), cell: (row) => <IncidentState incident={row} /> },
            {
              label: t('incidents.created'),
              cell: ({ createdAt, createdBy }) => (
                <>
                  {when.at(createdAt)}
                  <span className="row-sub">{names.person(createdBy)}</span>
                </>
              ),
            },
          ]}
          to={({ id }) => `/incidents/${id}`}
        />
      )}
      <Pager list={list} />
    </div>
  );
}

/** Whether something is left to do with it; the dot only repeats the word. */
export function IncidentState({ incident }: { incident: IncidentView }) {
  const { t } = useWords();
  const open = incident.closedAt === null;
  return (
    <span className="status" data-status={open ? 'inProgress' : 'closed'}>
      {t(open ? 'incidents.isOpen' : 'incidents.isClosed')}
    </span>
  );
}
