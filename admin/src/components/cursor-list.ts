import { type BaseRecord, type CrudFilter, type HttpError, useList } from '@refinedev/core';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
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

/** The cursors used so far, last the one of this page, and how to go elsewhere. */
interface Place {
  cursors: readonly string[];
  page: number;
  go: (cursors: string[]) => void;
}
const keyOf = ({ resource, filters }: Options): string => JSON.stringify([resource, filters]);

/**
 * The one way the panel pages: forward by the cursor of the last answer, back by the cursors already used. The place is
 * kept for the tab's life, so that coming back from a detail shows the same page; other filters begin anew.
 */
export const useCursorList = <T extends BaseRecord>(options: Options): CursorList<T> =>
  useListAt<T>(options, useKeptPlace(keyOf(options)));

/** The same with the page in the address: the browser's back and a link that is passed on lead to it. One list a page. */
export const useAddressedList = <T extends BaseRecord>(options: Options): CursorList<T> =>
  useListAt<T>(options, useAddressedPlace(keyOf(options)));

function useListAt<T extends BaseRecord>(
  { resource, filters, pageSize = 20, every, enabled = true }: Options,
  { cursors, page, go }: Place,
): CursorList<T> {
  const { query } = useList<T>({
    resource,
    filters: toCrud(filters),
    pagination: { pageSize },
    meta: { cursor: cursors.at(-1) } satisfies PanelMeta,
    queryOptions: { enabled, placeholderData: (before) => before, ...(every ? { refetchInterval: every } : {}) },
    errorNotification: false,
  });
  const next = (query.data?.cursor as { next?: string } | undefined)?.next;
  return {
    rows: query.data?.data ?? [],
    loading: query.isPending && enabled,
    stale: query.isPlaceholderData,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    page,
    newer: cursors.length > 0 ? () => go(cursors.slice(0, -1)) : null,
    older: next && !query.isPlaceholderData ? () => go([...cursors, next]) : null,
  };
}

function useKeptPlace(key: string): Place {
  const [kept, setKept] = useState(() => ({ key, cursors: readPlace(key) }));
  const cursors = kept.key === key ? kept.cursors : readPlace(key);
  const go = (next: string[]) => {
    PLACES.set(key, next);
    setKept({ key, cursors: next });
  };
  return { cursors, page: cursors.length + 1, go };
}

const PLACES = new Map<string, string[]>();
const readPlace = (key: string): string[] => PLACES.get(key) ?? [];

/**
 * `?at=<mark>.<page>.<cursor>`; the mark tells of which list and filters: others begin at the first page. The way there is in
 * the browser's history; whoever comes by a link alone goes back to the first page.
 */
function useAddressedPlace(key: string): Place {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const mark = markOf(key);
  const [of, page, ...rest] = (params.get('at') ?? '').split('.');
  const here = of === mark && Number(page) > 1 ? rest.join('.') : '';
  const way: unknown = (state as { way?: unknown } | null)?.way;
  const known = Array.isArray(way) && way.at(-1) === here ? way.map(String) : [here];
  const cursors = here === '' ? [] : known;
  const number = here === '' ? 1 : Number(page);
  return {
    cursors,
    page: number,
    go: (next) => {
      const cursor = next.at(-1);
      const asked = new URLSearchParams(params);
      if (cursor === undefined) asked.delete('at');
      else asked.set('at', `${mark}.${number + next.length - cursors.length}.${cursor}`);
      setParams(asked, { state: { way: next } });
    },
  };
}

/** Short, and another one for another list or other filters: what does not fit is not used, no more. */
const markOf = (key: string): string =>
  [...key].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_176_782_336, 7).toString(36);

const toCrud = (filters: Record<string, string | undefined>): CrudFilter[] =>
  Object.entries(filters).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, operator: 'eq' as const, value }],
  );
