import { type HttpError, useList } from '@refinedev/core';
import { useState } from 'react';
import type { PatrolPoint } from '#domain/patrol/route';
import type { AssetRow } from '#http/schemas/asset';
import { useDebounced } from '../../components/debounced.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const PAUSE = 250;
const MOST = 100;

export interface AssetNames {
  /** "DT-B1-1 · Lift 1"; the id where it is not known. */
  nameOf: (id: string) => string;
  options: { value: string; label: string }[];
  search: (typed: string) => void;
  searching: boolean;
}

/** Facilities of the site that a point may be at: those searched for, and those chosen already. */
export function useAssetNames(points: readonly PatrolPoint[]): AssetNames {
  const { site } = useWorkplace();
  const [typed, search] = useState('');
  const q = useDebounced(typed.trim(), PAUSE);
  const listed = (words: string) =>
    ({
      resource: 'assets',
      filters: [
        { field: 'site', operator: 'eq' as const, value: site?.id },
        { field: 'q', operator: 'eq' as const, value: words || undefined },
      ],
      pagination: { pageSize: MOST },
      queryOptions: { enabled: site !== null, staleTime: 60_000 },
      errorNotification: false as const,
    }) satisfies Parameters<typeof useList>[0];
  const first = useList<AssetRow, HttpError>(listed(''));
  const found = useList<AssetRow, HttpError>(listed(q));
  const rows = [...(found.query.data?.data ?? []), ...(first.query.data?.data ?? [])];
  const known = new Map(rows.map((row) => [row.id, `${row.number} · ${row.name}`]));
  const nameOf = (id: string) => known.get(id) ?? id;
  const shown = new Set([
    ...(found.query.data?.data ?? []).map(({ id }) => id),
    ...points.flatMap(({ asset }) => asset ?? []),
  ]);
  return {
    nameOf,
    options: [...shown].map((value) => ({ value, label: nameOf(value) })),
    search,
    searching: found.query.isFetching,
  };
}
