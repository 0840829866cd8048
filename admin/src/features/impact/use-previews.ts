import { type HttpError, useDataProvider } from '@refinedev/core';
import { useQuery } from '@tanstack/react-query';
import type { Definition } from '#domain/workflow/definition';
import type { MovePreview } from '#http/schemas/impact';

/** Complaints of a group whose move is worked out before it is made. */
export const LOOKED_AT = 50;

interface Asked {
  id: string;
  items: readonly string[];
  step: string | null;
  /** Left out: the version in force. */
  draft?: Definition | undefined;
}

/** What moving would do to the first complaints of a group. */
export function usePreviews({ id, items, step, draft }: Asked) {
  const provider = useDataProvider()();
  const payload = { items: items.slice(0, LOOKED_AT), step, ...(draft && { draft }) };
  return useQuery<MovePreview[], HttpError>({
    queryKey: ['moves', id, payload],
    queryFn: async () => {
      if (!provider.custom) throw new TypeError('The data provider cannot ask for previews.');
      const url = `/api/workflows/${id}/moves/preview`;
      const { data } = await provider.custom<{ id?: string; data: MovePreview[] }>({ url, method: 'post', payload });
      return data.data;
    },
    placeholderData: (before) => before,
    retry: false,
  });
}
