import { PlusOutlined } from '@ant-design/icons';
import { type HttpError, useList } from '@refinedev/core';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DraftRow } from '#http/schemas/document';
import { dayWords } from '../../components/day-words.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { BegunTiles, DraftLines } from '../document/draft-tiles.tsx';
import type { DocumentRow } from '../document/kinds.ts';
import { useAuthor } from '../document/use-author.ts';
import { useDrafts } from '../document/use-drafts.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { NewCalendar } from './new-calendar.tsx';

/** Working calendars of the company: who uses each, and when it changed. */
export default function CalendarsPage() {
  const { t } = useWords();
  const mayPublish = useMay('document.publish');
  const [adding, setAdding] = useState(false);
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const drafts = useDrafts('calendar');
  const rows = (query.data?.data ?? []).filter(({ kind }) => kind === 'calendar');
  usePageTitle(t('nav.calendars'));
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{t('nav.calendars')}</h1>
          {mayPublish && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('calendar.new')}
            </Button>
          )}
        </div>
        <p className="quiet">{t('calendar.lead')}</p>
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <Failed message={query.error.message} retry={() => void query.refetch()} />}
      {query.data && rows.length + drafts.begun.length === 0 && (
        <Empty title={t('calendar.none')} hint={t('calendar.noneHint')} />
      )}
      <ul className="tiles">
        {rows.map((row) => (
          <Tile key={row.id} row={row} drafts={drafts.of(row.id)} />
        ))}
      </ul>
      <BegunTiles drafts={drafts} />
      <NewCalendar open={adding} close={() => setAdding(false)} taken={rows} />
    </div>
  );
}

function Tile({ row, drafts }: { row: DocumentRow; drafts: readonly DraftRow[] }) {
  const { t, language } = useWords();
  const { me, directory } = useWorkplace();
  const author = useAuthor();
  const when = useWhen(undefined);
  const sites = me.sites.filter(({ calendar }) => calendar === row.id).map(({ name }) => name[language]);
  const horizon = directory.calendars.find(({ id }) => id === row.id)?.body.horizon;
  return (
    <li className="tile">
      <Link to={`/calendars/${row.id}`} className="card-title">
        {row.name?.[language] ?? row.id}
      </Link>
      <span>
        {sites.length > 0
          ? t('calendar.usedBy', { sites: sites.join(language === 'en' ? ', ' : '、') })
          : t(me.person.role === 'admin' ? 'calendar.unused' : 'calendar.notYours')}
      </span>
      {horizon && (
        <span className="quiet">{t('calendar.knownUntil', { date: dayWords(horizon, language, true) })}</span>
      )}
      <span className="quiet">
        {t('doc.byLine', {
          version: row.version,
          author: author(row.author),
          when: when.at(row.at),
        })}
      </span>
      <DraftLines rows={drafts} />
    </li>
  );
}
