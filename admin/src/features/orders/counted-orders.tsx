import type { RateName } from '#domain/order-rates';
import type { CountedOrder } from '#http/schemas/rates';
import { ComplaintRows } from '../../components/complaint-rows.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FilterName } from './order-filters.tsx';

interface CountedOrdersProps {
  rate: Exclude<RateName, 'condition'>;
  site: string;
  /** Local dates. */
  period: { from: string; to: string };
  filter: Record<FilterName, string | undefined>;
  /** Those that keep the standard as well. */
  all: boolean;
}

/** The orders behind a figure, or those of them that pull it from its target: exactly those that were counted. */
export function CountedOrders({ rate, site, period, filter, all }: CountedOrdersProps) {
  const { t } = useWords();
  const list = useCursorList<CountedOrder>({
    resource: `orders/rates/${rate}`,
    filters: { site, ...period, ...filter, all: all ? 'true' : undefined },
    pageSize: 10,
  });
  return (
    <>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('rate.noneAgainst')} hint={t(all ? 'rate.nothing' : 'rate.noneAgainstHint')} />
      )}
      {list.rows.length > 0 && (
        <div className={list.stale ? 'stale' : undefined}>
          <ComplaintRows rows={list.rows} label={t('rate.behind')} />
        </div>
      )}
      <Pager list={list} />
    </>
  );
}
