import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { type AuditRow as Row, subjectKinds } from '#http/schemas/document';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { kinds } from '../document/kinds.ts';
import { AuditRow } from './audit-row.tsx';

const KINDS = [...kinds, ...subjectKinds] as const;

/** Every change of everything configured: when, who, what, why, and what it was before and after. */
export default function AuditPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind'));
  const list = useCursorList<Row>({ resource: 'audit', filters: { kind } });
  usePageTitle(t('nav.audit'));
  const empty = !list.loading && !list.error && list.rows.length === 0;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.audit')}</h1>
        <p className="quiet">{t('audit.lead')}</p>
      </div>
      <div className="toolbar">
        <Select
          className="filter"
          allowClear
          placeholder={t('audit.kind')}
          aria-label={t('audit.kind')}
          value={kind}
          onChange={(next: string | undefined) => setParams(next ? { kind: next } : {}, { replace: true })}
          options={KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          popupMatchSelectWidth={false}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && <Empty title={t('audit.none')} hint={t('audit.noneHint')} />}
      {list.rows.length > 0 && (
        <ol className={list.stale ? 'audit stale' : 'audit'}>
          {list.rows.map((row) => (
            <AuditRow key={`${row.kind} ${row.id} ${row.seq}`} row={row} />
          ))}
        </ol>
      )}
      <Pager list={list} />
    </div>
  );
}
