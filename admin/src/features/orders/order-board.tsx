import { Link } from 'react-router';
import { statusLabel } from '#domain/words';
import type { Status } from '#domain/workflow/definition';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { Level } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { Due } from '../../components/due.tsx';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { usePhone } from '../../components/media.ts';
import { Pager } from '../../components/pager.tsx';
import { Severity } from '../../components/severity.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { OrdersViewProps } from './order-list.tsx';

/** From waiting for acceptance to done; what nobody acted on stands first where there is any. */
const COLUMNS: readonly Status[] = ['nobodyActed', 'assigned', 'inProgress', 'paused', 'resolved'];
const EVERY = 30_000;
const CARDS = 20;

/** Open orders by where they stand, each column most urgent first and paged by itself; and what ended last. A phone shows one at a time: none without orders. */
export function OrderBoard({ site, filter }: OrdersViewProps) {
  const { t, language } = useWords();
  const phone = usePhone();
  return (
    <div className="board">
      {COLUMNS.map((status) => (
        <Column
          key={status}
          title={statusLabel(status, language, 'workOrder')}
          filters={{ site: site.id, list: 'open', status, ...filter }}
          hideEmpty={phone ? 'read' : status === 'nobodyActed'}
        />
      ))}
      <Column title={t('orderList.ended')} filters={{ site: site.id, list: 'ended', ...filter }} />
    </div>
  );
}

interface ColumnProps {
  title: string;
  filters: Record<string, string | undefined>;
  /** `read`: once it is known to be empty. */
  hideEmpty?: boolean | 'read';
}

function Column({ title, filters, hideEmpty = false }: ColumnProps) {
  const { t } = useWords();
  const list = useCursorList<ComplaintSummary>({ resource: 'orders', filters, pageSize: CARDS, every: EVERY });
  const empty = !list.loading && !list.error && list.rows.length === 0;
  if (hideEmpty === 'read' ? empty : hideEmpty && list.rows.length === 0) return null;
  return (
    <section className="board-column" aria-label={title}>
      <h2>
        {title}
        {list.rows.length > 0 && (
          <span className="board-count">
            {list.rows.length}
            {list.older && '+'}
          </span>
        )}
      </h2>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && <p className="quiet">{t('order.columnEmpty')}</p>}
      <ul className={list.stale ? 'board-cards stale' : 'board-cards'}>
        {list.rows.map((row) => (
          <li key={row.id}>
            <BoardCard row={row} />
          </li>
        ))}
      </ul>
      <Pager list={list} />
    </section>
  );
}

function BoardCard({ row }: { row: ComplaintSummary }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const words = useItemWords();
  const when = useWhen(row.site);
  return (
    <article className="card">
      <Link to={itemPath(row)} className="card-title">
        {words.title(row)}
      </Link>
      <span className="row-sub">{words.where(row)}</span>
      <div className="card-sub">
        <Severity severity={row.severity} major={row.major} />
        <Level level={row.level} />
      </div>
      <div className="card-foot">
        {row.endedAt ? (
          <span className="quiet">{t('item.ended', { when: when.at(row.endedAt) })}</span>
        ) : (
          <Due due={row.due} site={row.site} />
        )}
        <span className="quiet">{row.owner ? names.person(row.owner) : t('item.noOwner')}</span>
      </div>
    </article>
  );
}
