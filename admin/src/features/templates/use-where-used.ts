import { type HttpError, useDataProvider, useList } from '@refinedev/core';
import { useQueries } from '@tanstack/react-query';
import type { Text } from '#domain/text';
import type { Definition } from '#domain/workflow/definition';
import type { DocumentRow, Version } from '../document/kinds.ts';

export interface Use {
  workflow: Text;
  step: Text;
}

/** Steps of the published workflows that name each template. Null while they are being read. */
export function useWhereUsed(): ((template: string) => Use[]) | null {
  const provider = useDataProvider()();
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const rows = (query.data?.data ?? []).filter(({ kind, retired }) => kind === 'workflow' && !retired);
  const read = useQueries({
    queries: rows.map(({ id, version }) => ({
      queryKey: ['workflow', id, version],
      queryFn: () => provider.getOne<Version<'workflow'>>({ resource: 'documents/workflow', id }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  if (!query.data || read.some(({ isPending }) => isPending)) return null;
  const bodies = read.flatMap(({ data }) => (data ? [data.data.body] : []));
  return (template) => bodies.flatMap((body) => usesIn(body, template));
}

export const usesIn = ({ name, steps }: Definition, template: string): Use[] =>
  steps.flatMap((step) =>
    'template' in step && step.template === template ? [{ workflow: name, step: step.label }] : [],
  );
