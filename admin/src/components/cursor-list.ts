import { type BaseRecord, type CrudFilter, type HttpError, useList } from '@refinedev/core';
import { useState } from 'react';
import type { PanelMeta } from '../providers/data-provider.ts';

export interface CursorList<T> {
  rows: T[];
  loading: boolean;
  /** Being read again while old rows are still on screen. */
  stale: boolean;
  error: HttpError | null;
  retry: () => void;
  /** 1, 2, 3...: how far one went; there is no last page number. */
  page: number;
  newer: (() => void) | null;
  older: (() => void) | null;
}

interface Options {
  resource: string;
  filters: Record<string, string | undefined>;
  pageSize?: number;
  /** ms; lists change by mail and by time, also when nobody touches the screen. */
  every?: number;
  enabled?: boolean;
}

/**
 * The one way the panel pages: forward by the cursor of the last answer, back by the cursors already used. The place is
 * kept for the tab's life, so that coming back from a detail shows the same page; other filters begin anew.
 */
export function useCursorList<T extends BaseRecord>({
  resource,
  filters,
  pageSize = 20,
  every,
  enabled = true,
}: Options): CursorList<T> {
  const key = JSON.stringify([resource, filters]);
  const [kept, setKept] = useState(() => ({ key, cursors: readPlace(key) }));
  const cursors = kept.key === key ? kept.cursors : readPlace(key);
  const { query } = useList<T>({
    resource,
    filters: toCrud(filters),
    pagination: { pageSize },
    meta: { cursor: cursors.at(-1) } satisfies PanelMeta,
    queryOptions: { enabled, placeholderData: (before) => before, ...(every ? { refetchInterval: every } : {}) },
    errorNotification: false,
  });
  const go = (next: string[]) => {
    writePlace(key, next);
    setKept({ key, cursors: next });
  };
  const next = (query.data?.cursor as { next?: string } | undefined)?.next;
  return {
    rows: query.data?.data ?? [],
    loading: query.isPending && enabled,
    stale: query.isPlaceholderData,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    page: cursors.length + 1,
    newer: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : null,
    older: next && !query.isPlaceholderData ? () => go([...cursors, next]) : null,
  };
}

const toCrud = (filters: Record<string, string | undefined>): CrudFilter[] =>
  Object.entries(filters).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, operator: 'eq' as const, value }],
  );

const PLACES = new Map<string, string[]>();
const readPlace = (key: string): string[] => PLACES.get(key) ?? [];
const writePlace = (key: string, cursors: string[]) => void PLACES.set(key, cursors);
