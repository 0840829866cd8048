import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { Between } from '../document/history-drawer.tsx';
import { type DocumentRow, kinds } from '../document/kinds.ts';
import { useAuthor } from '../document/use-author.ts';
import { useKindWords } from '../document/use-kind-words.ts';

/** Every change of everything configured: when, who, what, why, and what it was before and after. */
export default function AuditPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const kind = kinds.find((one) => one === params.get('kind'));
  const list = useCursorList<DocumentRow>({ resource: 'audit', filters: { kind } });
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
          options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          popupMatchSelectWidth={false}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && <Empty title={t('audit.none')} hint={t('audit.noneHint')} />}
      {list.rows.length > 0 && (
        <ol className={list.stale ? 'audit stale' : 'audit'}>
          {list.rows.map((row) => (
            <AuditRow key={`${row.kind} ${row.id} ${row.version}`} row={row} />
          ))}
        </ol>
      )}
      <Pager list={list} />
    </div>
  );
}

function AuditRow({ row }: { row: DocumentRow }) {
  const { t } = useWords();
  const author = useAuthor();
  const when = useWhen(undefined);
  const { called, pathOf } = useKindWords();
  const [open, setOpen] = useState(false);
  const path = pathOf(row);
  return (
    <li className="panel">
      <div className="audit-head">
        <span className="audit-what">
          {path ? <Link to={path}>{called(row)}</Link> : called(row)}
          <span className="quiet">{t('doc.version', { version: row.version })}</span>
        </span>
        <span className="quiet">
          {author(row.author)} · <time dateTime={row.at}>{when.at(row.at)}</time>
        </span>
      </div>
      <p className="prose">{row.note}</p>
      {row.version > 1 ? (
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'history.hide' : 'audit.show')}
        </Button>
      ) : (
        <span className="quiet">{t('history.first')}</span>
      )}
      {open && <Between document={row} from={row.version - 1} to={row.version} />}
    </li>
  );
}
