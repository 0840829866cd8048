import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ImprovementRow } from '#http/schemas/improvement';
import { useCursorList } from '../../components/cursor-list.ts';
import { EntityRows } from '../../components/entity-rows.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/improvements.css';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { useFigureWords } from './figure-words.ts';
import { OpenForm } from './open-form.tsx';

const LISTS = ['open', 'plan', 'do', 'check', 'closed'] as const;

/** Improvements (改进) of the site: what is late first; `open` in the address opens the form with that figure. */
export default function ImprovementsPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const mayOpen = useMay('improvement.write');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(params.has('open'));
  const chosen = LISTS.find((one) => one === params.get('list')) ?? 'open';
  const list = useCursorList<ImprovementRow>({
    resource: 'improvements',
    filters: { site: site?.id, list: chosen },
    enabled: site !== null,
  });
  usePageTitle(t('nav.improvements'));
  const close = () => {
    setAdding(false);
    if (params.has('open')) setParams({}, { replace: true });
  };
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <div className="page-head-words">
          <h1>{t('nav.improvements')}</h1>
          <p className="quiet">{t('improve.lead')}</p>
        </div>
        {mayOpen && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('improve.open')}
          </Button>
        )}
      </div>
      <div className="toolbar">
        <Segmented
          value={chosen}
          aria-label={t('nav.improvements')}
          options={LISTS.map((value) => ({ value, label: t(`improve.list.${value}`) }))}
          onChange={(value) => setParams(value === 'open' ? {} : { list: value }, { replace: true })}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t(`improve.none.${chosen}`)} hint={t('improve.noneHint')} />
      )}
      {list.rows.length > 0 && <Rows rows={list.rows} stale={list.stale} closed={chosen === 'closed'} />}
      <Pager list={list} />
      <SideDrawer open={adding && mayOpen} title={t('improve.open')} close={close}>
        {adding && site && (
          <OpenForm site={site.id} given={params} done={(id) => navigate(`/improvements/${id}`)} cancel={close} />
        )}
      </SideDrawer>
    </div>
  );
}

function Rows({ rows, stale, closed }: { rows: readonly ImprovementRow[]; stale: boolean; closed: boolean }) {
  const { t } = useWords();
  const words = useFigureWords();
  const figure = ({ ref, before, after, target }: ImprovementRow) => (
    <>
      {words.value(ref.measure, before.value)}
      {after && ` → ${words.value(ref.measure, after.value)}`}
      <span className="row-sub improve-goal">{t('improve.goal', { goal: words.goal(ref.measure, target) })}</span>
    </>
  );
  const next = ({ state, due, late, closed: end, effect }: ImprovementRow) =>
    state === 'closed' ? (
      `${words.day(end?.on ?? null)}${effect ? ` · ${t(`improve.effect.${effect}`)}` : ''}`
    ) : (
      <span className="due improve-due" data-late={late}>
        <span className="due-words">
          {t(late ? `improve.late.${state}` : `improve.due.${state}`, { day: words.day(due) })}
        </span>
      </span>
    );
  return (
    <div className={stale ? 'stale' : undefined}>
      <EntityRows
        rows={rows}
        label={t('nav.improvements')}
        keyOf={({ id }) => id}
        head={t('improve.figure')}
        title={words.name}
        sub={({ number, action }) => (action ? `${number} · ${action}` : number)}
        columns={[
          { label: t('improve.value'), cell: figure },
          { label: t('improve.state'), cell: ({ state }) => t(`improve.list.${state}`), deskOnly: true },
          { label: t('improve.owner'), cell: ({ owner }) => words.person(owner) },
          { label: t(closed ? 'improve.closedOn' : 'improve.next'), cell: next },
        ]}
        to={({ id }) => `/improvements/${id}`}
      />
    </div>
  );
}
