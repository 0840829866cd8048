import { useCustom } from '@refinedev/core';

/** The address of a complaint's photo, asked for when it is shown as it is short-lived; undefined until then. */
export function usePhotoUrl(complaint: string, photo: string): string | undefined {
  const { query } = useCustom<{ id?: string; url: string }>({
    url: `/api/complaints/${complaint}/photos/${encodeURIComponent(photo)}`,
    method: 'get',
    queryOptions: { staleTime: 120_000 },
    errorNotification: false,
  });
  return query.data?.data.url;
}
