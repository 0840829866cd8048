import { type HttpError, useCustom } from '@refinedev/core';
import type { Text } from '#domain/text';
import type { Head } from '../document/kinds.ts';

/** Names of all published calendars, for choosing one. */
export function useCalendars(): { id: string; name: Text }[] {
  const { query } = useCustom<{ data: (Head & { name: Text | null })[] }, HttpError>({
    url: '/api/documents',
    method: 'get',
    errorNotification: false,
  });
  return (query.data?.data.data ?? []).flatMap(({ kind, id, name }) =>
    kind === 'calendar' && name !== null ? [{ id, name }] : [],
  );
}
