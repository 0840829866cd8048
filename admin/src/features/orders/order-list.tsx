import { Button, Segmented } from 'antd';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useAddressedList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FilterName } from './order-filters.tsx';
import { useOrderNumbers } from './use-order-numbers.ts';

const LISTS = ['open', 'overdue', 'today', 'failed', 'ended'] as const;
const EVERY = 30_000;

/** What each view of the orders is given. */
export interface OrdersViewProps {
  site: { id: string; zone: string };
  filter: Record<FilterName, string | undefined>;
  narrowed: boolean;
  clear: () => void;
  /** Opens one by hand; null: the reader may not. */
  open: (() => void) | null;
}

export function OrderList({
  site,
  filter,
  narrowed,
  clear,
  open,
  listName,
  choose,
}: OrdersViewProps & { listName: string | null; choose: (list: string | null) => void }) {
  const { t } = useWords();
  const chosen = LISTS.find((name) => name === listName) ?? 'open';
  const list = useAddressedList<ComplaintSummary>({
    resource: 'orders',
    filters: { site: site.id, list: chosen, ...filter },
    every: EVERY,
  });
  const numbers = useOrderNumbers(site.id).data?.data;
  /** Of the whole list: none is counted by what it is narrowed to. */
  const countOf = (name: (typeof LISTS)[number]) => {
    const counted = name === 'ended' || narrowed ? undefined : numbers?.[name];
    // Only where there is something: a phone has room for that.
    return counted?.count ? ` ${counted.count}${counted.more ? '+' : ''}` : '';
  };
  const empty = !list.loading && !list.error && list.rows.length === 0;
  return (
    <>
      <div className="toolbar">
        <Segmented
          value={chosen}
          aria-label={t('order.list')}
          onChange={(value) => choose(value === 'open' ? null : value)}
          options={LISTS.map((value) => ({ value, label: `${t(`orderList.${value}`)}${countOf(value)}` }))}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {empty && narrowed && (
        <Empty title={t('order.noMatch')} hint={t('list.noMatchHint')}>
          <Button onClick={clear}>{t('list.clear')}</Button>
        </Empty>
      )}
      {empty && !narrowed && (
        <Empty title={t(`orderList.empty.${chosen}`)} hint={t(`orderList.emptyHint.${chosen}`)}>
          {open && chosen === 'open' && <Button onClick={open}>{t('order.openOne')}</Button>}
        </Empty>
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <ComplaintRows rows={list.rows} label={t('nav.orders')} />
        </div>
      )}
      <Pager list={list} />
    </>
  );
}
