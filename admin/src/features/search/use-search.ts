import { useCustom } from '@refinedev/core';
import { severityLabel, statusLabel } from '#domain/words';
import type { Found } from '#http/schemas/search';
import { useDebounced } from '../../components/debounced.ts';
import { itemPath, useItemWords } from '../../components/item-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const PAUSE = 200;

/** One result: where it leads and how it is told apart from the others. */
export interface Hit {
  to: string;
  group: 'households' | 'complaints' | 'orders' | 'incidents';
  title: string;
  sub: string;
}

/** What is found for the words typed, households first. `searching`: the answer shown is not yet the one asked for. */
export function useSearch(typed: string): { q: string; hits: Hit[]; searching: boolean; error: string | null } {
  const { language } = useWords();
  const { names, site, me } = useWorkplace();
  const words = useItemWords();
  const asked = typed.trim();
  const q = useDebounced(asked, PAUSE);
  const { query } = useCustom<Found & { id?: string }>({
    url: '/api/search',
    method: 'get',
    config: { query: { q, site: site?.id } },
    queryOptions: { enabled: q !== '', staleTime: 15_000 },
    errorNotification: false,
  });
  const found = q === '' ? undefined : query.data?.data;
  const several = me.sites.length > 1;
  const at = (id: string) => (several ? [names.site(id)] : []);
  const hits: Hit[] = [
    ...(found?.households ?? []).map(
      (row): Hit => ({
        to: `/households/${row.id}`,
        group: 'households',
        title: names.place({ ...row, place: null }),
        sub: [...row.members.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')), ...at(row.site)].join(
          ' · ',
        ),
      }),
    ),
    ...(found?.complaints ?? []).map(
      (row): Hit => ({
        to: itemPath(row),
        group: row.kind === 'workOrder' ? 'orders' : 'complaints',
        title: `${words.title(row)} · ${words.where(row)}`,
        sub: [
          row.number,
          statusLabel(row.status, language),
          severityLabel(row.severity, language),
          ...at(row.site),
        ].join(' · '),
      }),
    ),
    ...(found?.incidents ?? []).map(
      (row): Hit => ({ to: `/incidents/${row.id}`, group: 'incidents', title: row.title, sub: row.number }),
    ),
  ];
  const searching = asked !== q || (q !== '' && query.isFetching);
  return { q, hits, searching, error: query.error?.message ?? null };
}
