import { useSearchParams } from 'react-router';
import { visitorOf } from '#domain/visit/visit-events';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { FilterName } from './order-filters.tsx';
import { useAllRows } from './use-all-rows.ts';

const EVERY = 60_000;
export const SHOWN = ['all', 'orders', 'visits'] as const;
export type Shown = (typeof SHOWN)[number];

/** Whether the calendar shows orders, visits or both; kept in the address. */
export function useShown(): { shown: Shown; show: (next: Shown) => void } {
  const [params, setParams] = useSearchParams();
  return {
    shown: SHOWN.find((one) => one === params.get('show')) ?? 'all',
    show(next) {
      const changed = new URLSearchParams(params);
      if (next === 'all') changed.delete('show');
      else changed.set('show', next);
      setParams(changed, { replace: true });
    },
  };
}

/** Orders and visits that are due or ended within the days. Visits know no kinds of facility: asked for one, none are shown. */
export function useCalendarRows(
  site: string,
  days: { from: string; to: string },
  filter: Record<FilterName, string | undefined>,
  shown: Shown,
) {
  const { kind, area, person } = filter;
  const orders = shown !== 'visits';
  const visits = shown !== 'orders' && kind === undefined;
  const of = (list: 'due' | 'ended') => ({ site, list, ...days });
  const lists = [
    useAllRows<ComplaintSummary>('orders', { ...of('due'), ...filter }, EVERY, orders),
    useAllRows<ComplaintSummary>('orders', { ...of('ended'), ...filter }, EVERY, orders),
    useAllRows<ComplaintSummary>('visits', { ...of('due'), area }, EVERY, visits),
    useAllRows<ComplaintSummary>('visits', { ...of('ended'), area }, EVERY, visits),
  ];
  const meant = (row: ComplaintSummary) => row.kind !== 'visit' || (person ?? visitorOf(row)) === visitorOf(row);
  return {
    rows: lists.flatMap(({ rows }) => rows).filter(meant),
    loading: lists.some(({ loading }) => loading),
    error: lists.find(({ error }) => error !== null)?.error ?? null,
    cut: lists.some(({ cut }) => cut),
    retry: () => {
      for (const { retry } of lists) retry();
    },
  };
}
