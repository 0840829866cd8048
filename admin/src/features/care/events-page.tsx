import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { EventRow } from '#http/schemas/care';
import { useCursorList } from '../../components/cursor-list.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { EventForm } from './event-form.tsx';
import { useEventWords } from './event-words.tsx';

/** Planned events (计划事件) of the site: those ahead, and those over. */
export default function EventsPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const mayPlan = useMay('care.event');
  const navigate = useNavigate();
  const words = useEventWords();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const when = params.get('when') === 'over' ? 'over' : 'ahead';
  const list = useCursorList<EventRow>({
    resource: 'care/events',
    filters: { site: site?.id, when },
    enabled: site !== null,
  });
  usePageTitle(t('nav.events'));
  const empty = !list.loading && !list.error && list.rows.length === 0;
  const add = mayPlan && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('event.add')}
    </Button>
  );
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <div className="page-head-words">
          <h1>{t('nav.events')}</h1>
          <p className="quiet">{t('event.lead')}</p>
        </div>
        {add}
      </div>
      <div className="toolbar">
        <Segmented
          value={when}
          options={(['ahead', 'over'] as const).map((value) => ({ value, label: t(`event.list.${value}`) }))}
          onChange={(value) => setParams(value === 'over' ? { when: 'over' } : {}, { replace: true })}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {empty && <Empty title={t(`event.none.${when}`)} hint={t('event.noneHint')} />}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <EntityRows
            rows={list.rows}
            label={t('nav.events')}
            keyOf={({ id }) => id}
            head={t('event.kind')}
            title={words.name}
            columns={[
              { label: t('event.hours'), cell: words.when },
              { label: t('event.where'), cell: words.where },
              { label: t('event.stands'), cell: words.state },
            ]}
            to={({ id }) => `/care/events/${id}`}
          />
        </div>
      )}
      <Pager list={list} />
      <SideDrawer open={adding} title={t('event.add')} close={() => setAdding(false)}>
        {adding && site && (
          <EventForm
            site={site.id}
            event={null}
            done={({ id }) => navigate(`/care/events/${id}`)}
            cancel={() => setAdding(false)}
          />
        )}
      </SideDrawer>
    </div>
  );
}
