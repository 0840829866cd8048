import { type HttpError, useCustom, useDataProvider } from '@refinedev/core';
import { useQuery } from '@tanstack/react-query';
import type { CalendarDocument } from '#domain/calendar-document';
import type { Head, Version } from '../document/kinds.ts';

/** Names of all published calendars, for choosing one. */
export function useCalendars(): { id: string; name: CalendarDocument['name'] }[] {
  const provider = useDataProvider()();
  const { query } = useCustom<{ data: Head[] }, HttpError>({
    url: '/api/documents',
    method: 'get',
    errorNotification: false,
  });
  const heads = (query.data?.data.data ?? []).filter(({ kind }) => kind === 'calendar');
  const names = useQuery({
    queryKey: ['calendar-names', heads.map(({ id, version }) => `${id}@${version}`)],
    enabled: heads.length > 0,
    queryFn: () =>
      Promise.all(
        heads.map(async ({ id }) => {
          const { data } = await provider.getOne<Version<'calendar'>>({ resource: 'documents/calendar', id });
          return { id, name: data.body.name };
        }),
      ),
  });
  return names.data ?? [];
}
