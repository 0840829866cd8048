import { type HttpError, useList } from '@refinedev/core';
import type { AssetKindView } from '#http/schemas/asset';
import { useWords } from '../../i18n/language.ts';

/** Kinds of facility as they hold at a site; names of those out of use as well. */
export function useKinds(site: string | undefined) {
  const { language } = useWords();
  const { query } = useList<AssetKindView, HttpError>({
    resource: 'asset-kinds',
    filters: [{ field: 'site', operator: 'eq', value: site }],
    queryOptions: { enabled: site !== undefined, staleTime: 300_000 },
    errorNotification: false,
  });
  const kinds = query.data?.data ?? [];
  return {
    kinds,
    nameOf: (id: string) => kinds.find((one) => one.id === id)?.name[language] ?? id,
    options: kinds.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name[language] })),
  };
}
