import { type HttpError, useOne } from '@refinedev/core';
import { Link } from 'react-router';
import type { ComplaintDetail, ComplaintSummary } from '#http/schemas/complaint';
import { Level } from '../../components/complaint-rows.tsx';
import { Due } from '../../components/due.tsx';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { Severity } from '../../components/severity.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { Status } from '../../components/status.tsx';
import { useWords } from '../../i18n/language.ts';
import { ActionPanel } from '../complaint/action-panel.tsx';
import { ReporterContact } from '../complaint/reporter-contact.tsx';

interface WorkDrawerProps {
  row: ComplaintSummary;
  open: boolean;
  close: () => void;
  closed: () => void;
}

/** One item of my work: what happened, by when, and the actions offered now. */
export default function WorkDrawer({ row, open, close, closed }: WorkDrawerProps) {
  const { t } = useWords();
  const words = useItemWords();
  const { query } = useOne<ComplaintDetail, HttpError>({
    resource: 'complaints',
    id: row.id,
    errorNotification: false,
  });
  const detail = query.data?.data;
  return (
    <SideDrawer open={open} close={close} closed={closed} title={`${words.title(row)} · ${words.where(row)}`}>
      {query.isPending && <RowsSkeleton />}
      {query.error && !detail && <Failed message={query.error.message} retry={() => void query.refetch()} />}
      {detail && (
        <div className="stack">
          <div className="facts-line">
            <Due due={detail.due} site={detail.site} />
            <Severity severity={detail.severity} major={detail.major} />
            <Status status={detail.status} kind={detail.kind} />
            <Level level={detail.level} />
          </div>
          <p className="prose">{detail.description}</p>
          {detail.kind !== 'workOrder' && <ReporterContact reporter={detail.reporter} />}
          <ActionPanel complaint={detail} done={close} />
          <Link to={itemPath(row)}>{t(detail.orderDetail?.checklist ? 'work.checklist' : 'work.whole')}</Link>
        </div>
      )}
    </SideDrawer>
  );
}
