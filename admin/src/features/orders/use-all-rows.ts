import { type BaseRecord, type HttpError, useInfiniteList } from '@refinedev/core';
import { useEffect } from 'react';

const PAGE = 100;
/** Pages read without being asked: what a month of a large site has. */
const MOST_PAGES = 5;

interface AllRows<T> {
  rows: T[];
  loading: boolean;
  error: HttpError | null;
  retry: () => void;
  /** There are more than were read. */
  cut: boolean;
}

/** All rows of a list, page after page, for what is drawn as a whole. */
export function useAllRows<T extends BaseRecord>(
  resource: string,
  filters: Record<string, string | undefined>,
  every: number,
  enabled = true,
): AllRows<T> {
  const { query } = useInfiniteList<T, HttpError>({
    resource,
    filters: Object.entries(filters).flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, operator: 'eq' as const, value }],
    ),
    pagination: { pageSize: PAGE },
    queryOptions: {
      initialPageParam: '',
      getNextPageParam: (last) => (last.cursor as { next?: string } | undefined)?.next,
      refetchInterval: every,
      enabled,
    },
    errorNotification: false,
  });
  const pages = enabled ? (query.data?.pages ?? []) : [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const wanted = enabled && hasNextPage && pages.length < MOST_PAGES;
  useEffect(() => {
    if (wanted && !isFetchingNextPage) void fetchNextPage();
  }, [wanted, isFetchingNextPage, fetchNextPage]);
  return {
    rows: pages.flatMap(({ data }) => data),
    loading: enabled && query.isPending,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    cut: enabled && hasNextPage && !wanted,
  };
}
