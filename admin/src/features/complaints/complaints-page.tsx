import { LinkOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Segmented, Select } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { severityLabel, statusLabel } from '#domain/words';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { capital } from '../../components/capital.ts';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useAddressedList } from '../../components/cursor-list.ts';
import { useKeptAddress } from '../../components/list-address.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { severityNames, statusNames } from '../../components/vocabulary.ts';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { routingAt } from '../workplace/site-routing.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { ExportPeriod } from './export-period.tsx';

const ChosenBar = lazy(() => import('../incidents/chosen-bar.tsx'));

const LISTS = ['open', 'overdue', 'promised', 'reopened', 'nobodyActed', 'all'] as const;
type ListName = (typeof LISTS)[number];
const FILTERS = ['status', 'severity', 'category'] as const;
const EVERY = 30_000;

/** All complaints of a site. What is chosen stands in the address, so a list can be kept or sent to somebody. */
export default function ComplaintsPage() {
  const { t, language } = useWords();
  const { site, directory } = useWorkplace();
  const mayFile = useMay('item.file');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const mayLink = useMay('incident.write');
  /** Null: the list is only read. Rows stay picked over pages and filters. */
  const [picked, setPicked] = useState<ComplaintSummary[] | null>(null);
  const listName = LISTS.find((name) => name === params.get('list')) ?? 'open';
  const chosen = Object.fromEntries(FILTERS.map((name) => [name, params.get(name) ?? undefined]));
  const filtered = FILTERS.some(
    (name) => chosen[name] !== undefined && !(listName === 'nobodyActed' && name === 'status'),
  );
  const list = useAddressedList<ComplaintSummary>({
    resource: 'complaints',
    // What nobody acted on is open, with a status of its own.
    filters: {
      site: site?.id,
      ...chosen,
      ...(listName === 'nobodyActed' ? { list: 'open', status: 'nobodyActed' } : { list: listName }),
    },
    every: EVERY,
    enabled: site !== null,
  });
  usePageTitle(t('nav.complaints'));
  useKeptAddress();
  const lists = useChosenInSight(listName);

  const choose = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const filter = (name: (typeof FILTERS)[number], label: string, options: { value: string; label: string }[]) => (
    <Select
      className="filter"
      allowClear
      placeholder={label}
      aria-label={label}
      value={chosen[name]}
      onChange={(value: string | undefined) => choose(name, value)}
      options={options}
      popupMatchSelectWidth={false}
    />
  );
  const choice = (row: ComplaintSummary) => (
    <Checkbox
      className="row-choose"
      aria-label={t('incident.select', { number: row.number })}
      checked={picked?.some(({ id }) => id === row.id) ?? false}
      onChange={({ target }) => {
        const others = (picked ?? []).filter(({ id }) => id !== row.id);
        setPicked(target.checked ? [...others, row] : others);
      }}
    />
  );
  const empty = !list.loading && !list.error && list.rows.length === 0;

  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.complaints')}</h1>
        <div className="head-buttons">
          <ExportPeriod />
          {mayLink && (
            <Button data-select icon={<LinkOutlined />} onClick={() => setPicked(picked === null ? [] : null)}>
              {t('same.button')}
            </Button>
          )}
          {mayFile && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate('/complaints/new')}>
              {t('nav.new')}
            </Button>
          )}
        </div>
      </div>
      <div className="toolbar">
        <Segmented<ListName>
          ref={lists}
          value={listName}
          onChange={(value) => choose('list', value === 'open' ? undefined : value)}
          options={LISTS.map((value) => ({ value, label: t(`listName.${value}`) }))}
        />
        <div className="filters">
          {listName !== 'nobodyActed' &&
            filter(
              'status',
              t('item.status'),
              statusNames.map((value) => ({ value, label: statusLabel(value, language) })),
            )}
          {filter(
            'severity',
            t('item.severity'),
            severityNames.map((value) => ({ value, label: capital(severityLabel(value, language)) })),
          )}
          {filter(
            'category',
            t('item.category'),
            routingAt(directory, site?.id).categories.map(({ id, name }) => ({ value: id, label: name[language] })),
          )}
        </div>
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && filtered && (
        <Empty title={t('list.noMatch')} hint={t('list.noMatchHint')}>
          <Button onClick={() => setParams(listName === 'open' ? {} : { list: listName }, { replace: true })}>
            {t('list.clear')}
          </Button>
        </Empty>
      )}
      {empty && !filtered && (
        <Empty title={t(`list.empty.${listName}`)} hint={t(`list.emptyHint.${listName}`)}>
          {mayFile && (listName === 'open' || listName === 'all') && <Link to="/complaints/new">{t('nav.new')}</Link>}
        </Empty>
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <ComplaintRows rows={list.rows} label={t('nav.complaints')} {...(picked && { act: choice })} />
        </div>
      )}
      <Pager list={list} />
      {picked && site && (
        <Suspense fallback={null}>
          <ChosenBar site={site.id} chosen={picked} leave={() => setPicked(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** On a phone the row of lists is wider than the screen: the chosen one is brought into sight. */
function useChosenInSight(chosen: ListName) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const item = row.current?.querySelectorAll<HTMLElement>('.ant-segmented-item')[LISTS.indexOf(chosen)];
    if (row.current && item)
      row.current.scrollLeft = item.offsetLeft - (row.current.clientWidth - item.clientWidth) / 2;
  }, [chosen]);
  return row;
}
