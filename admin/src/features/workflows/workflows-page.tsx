import { AppstoreOutlined, PlusOutlined } from '@ant-design/icons';
import { type HttpError, useList, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { baseOf, inForce, siteOf } from '#domain/document-id';
import type { DraftRow } from '#http/schemas/document';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { BegunTiles, DraftLines } from '../document/draft-tiles.tsx';
import type { DocumentRow, Version } from '../document/kinds.ts';
import { useAuthor } from '../document/use-author.ts';
import { useDrafts } from '../document/use-drafts.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { NewWorkflow } from './new-workflow.tsx';
import { usedBy } from './used-by.ts';

/** The company's workflows: what takes them, and which version is in force. */
export default function WorkflowsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const mayPublish = useMay('document.publish');
  /** What a new one begins from; '' = not said yet, null = none is being made. */
  const [from, setFrom] = useState<string | null>(null);
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const drafts = useDrafts('workflow');
  const all = inForce(query.data?.data ?? [], 'workflow');
  const rows = all.filter(({ id }) => siteOf(id) === null);
  usePageTitle(t('nav.workflows'));
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{t('nav.workflows')}</h1>
          <span className="page-actions">
            {mayPublish && (
              <>
                <Button icon={<AppstoreOutlined />} onClick={() => navigate('/workflow-gallery')}>
                  {t('flow.fromTemplate')}
                </Button>
                <Button type="primary" icon={<PlusOutlined />} onClick={() => setFrom('')}>
                  {t('flow.new')}
                </Button>
              </>
            )}
          </span>
        </div>
        <p className="quiet">{t('flow.lead')}</p>
        <span>
          <Link to="/exchange">{t('nav.exchange')}</Link>
        </span>
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <Failed message={query.error.message} retry={() => void query.refetch()} />}
      {query.data && rows.length + drafts.begun.length === 0 && (
        <Empty title={t('flow.none')} hint={t('flow.noneHint')} />
      )}
      <ul className="tiles">
        {rows.map((row) => (
          <Tile
            key={row.id}
            row={row}
            drafts={drafts.of(row.id)}
            sites={all.flatMap(({ id }) => (baseOf(id) === row.id ? (siteOf(id) ?? []) : []))}
            copy={mayPublish ? () => setFrom(row.id) : null}
          />
        ))}
      </ul>
      <BegunTiles drafts={drafts} />
      {from !== null && query.data && <NewWorkflow taken={rows} from={from} close={() => setFrom(null)} />}
    </div>
  );
}

interface TileProps {
  row: DocumentRow;
  /** Not published yet. */
  drafts: readonly DraftRow[];
  /** Those that have a version of their own. */
  sites: readonly string[];
  /** Null: the reader may not. */
  copy: (() => void) | null;
}

function Tile({ row, drafts, sites, copy }: TileProps) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const author = useAuthor();
  const when = useWhen(undefined);
  const { query } = useOne<Version<'routing'>, HttpError>({
    resource: 'documents/routing',
    id: 'main',
    errorNotification: false,
  });
  const routing = query.data?.data.body;
  const use = routing && usedBy(routing, row.id);
  const comma = language === 'en' ? ', ' : '、';
  const said =
    use &&
    [
      ...(use.usual ? [t('flow.usual')] : []),
      ...(use.rules.length > 0
        ? [t('flow.byRules', { rules: use.rules.map((name) => name[language]).join(comma) })]
        : []),
    ].join(language === 'en' ? '; ' : '；');
  return (
    <li className="tile">
      <Link to={`/workflows/${row.id}`} className="card-title">
        {row.name?.[language] ?? t('flow.unnamed')}
      </Link>
      {said !== undefined && <span>{said || t('flow.unused')}</span>}
      {sites.length > 0 && <span>{t('flow.ownAt', { sites: sites.map(names.site).join(comma) })}</span>}
      <span className="quiet">
        {t('doc.byLine', { version: row.version, author: author(row.author), when: when.at(row.at) })}
      </span>
      <DraftLines rows={drafts} />
      {row.note && <span className="quiet">{row.note}</span>}
      {copy && (
        <Button type="link" size="small" className="tile-action" onClick={copy}>
          {t('flow.copyWorkflow')}
        </Button>
      )}
    </li>
  );
}
