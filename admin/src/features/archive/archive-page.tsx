import { PrinterOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { statusLabel } from '#domain/words';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { HouseholdRow } from '#http/schemas/household';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { useDebounced } from '../../components/debounced.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { HouseholdPicker } from '../intake/household-picker.tsx';
import { useMay } from '../workplace/may.ts';
import { routingAt } from '../workplace/site-routing.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const ASKED = ['number', 'household', 'category', 'status', 'from', 'to'] as const;
type Asked = (typeof ASKED)[number];
const OUTCOMES = ['closed', 'invalid', 'withdrawn'] as const;
const PAUSE = 300;

/** Closed forms (归档) found again by number, household, period, category and outcome. What is asked stands in the address. */
export default function ArchivePage() {
  const { t, language } = useWords();
  const { site, directory } = useWorkplace();
  const mayFind = useMay('household.read');
  const [params, setParams] = useSearchParams();
  const [number, setNumber] = useState(params.get('number') ?? '');
  const asked = Object.fromEntries(ASKED.map((name) => [name, params.get(name) ?? undefined]));
  const { query } = useOne<HouseholdRow, HttpError>({
    resource: 'households',
    id: asked.household ?? '',
    queryOptions: { enabled: asked.household !== undefined },
    errorNotification: false,
  });
  const household = asked.household === undefined ? null : (query.data?.data ?? null);
  const settled = useDebounced(asked.number, PAUSE);
  const list = useCursorList<ComplaintSummary>({
    resource: 'archive',
    filters: { site: site?.id, ...asked, number: settled },
    enabled: site !== null,
  });
  usePageTitle(t('nav.archive'));

  const ask = (name: Asked, value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const clear = () => {
    setNumber('');
    setParams({}, { replace: true });
  };
  const any = ASKED.some((name) => asked[name] !== undefined);
  const date = (name: 'from' | 'to') => (
    <label className="ask-date" htmlFor={`ask-${name}`}>
      <span className="quiet">{t(`archive.${name}`)}</span>
      <Input
        id={`ask-${name}`}
        type="date"
        value={asked[name] ?? ''}
        onChange={({ target }) => ask(name, target.value)}
      />
    </label>
  );
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.archive')}</h1>
      </div>
      <search className="ask">
        <Input
          allowClear
          maxLength={30}
          value={number}
          aria-label={t('archive.number')}
          placeholder={t('archive.number')}
          onChange={({ target }) => {
            setNumber(target.value);
            ask('number', target.value.trim());
          }}
        />
        {mayFind && site && (
          <HouseholdPicker
            site={site.id}
            label={t('archive.household')}
            value={household}
            onChange={(row) => ask('household', row?.id)}
          />
        )}
        <Select
          allowClear
          aria-label={t('item.category')}
          placeholder={t('item.category')}
          value={asked.category}
          onChange={(value: string | undefined) => ask('category', value)}
          popupMatchSelectWidth={false}
          options={routingAt(directory, site?.id).categories.map(({ id, name }) => ({
            value: id,
            label: name[language],
          }))}
        />
        <Select
          allowClear
          aria-label={t('archive.outcome')}
          placeholder={t('archive.outcome')}
          value={asked.status}
          onChange={(value: string | undefined) => ask('status', value)}
          options={OUTCOMES.map((value) => ({ value, label: statusLabel(value, language) }))}
        />
        {date('from')}
        {date('to')}
        {any && <Button onClick={clear}>{t('archive.clear')}</Button>}
      </search>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty
          title={t(any ? 'archive.none' : 'archive.empty')}
          hint={t(any ? 'archive.noneHint' : 'archive.emptyHint')}
        >
          {any && <Button onClick={clear}>{t('archive.clear')}</Button>}
        </Empty>
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <ComplaintRows
            rows={list.rows}
            label={t('nav.archive')}
            act={({ id }) => (
              <Link to={`/complaints/${id}/form`} className="row-form">
                <PrinterOutlined aria-hidden /> {t('archive.form')}
              </Link>
            )}
          />
        </div>
      )}
      <Pager list={list} />
    </div>
  );
}
