import { type HttpError, useInfiniteList } from '@refinedev/core';
import type { ComplaintDetail, TimelineRow } from '#http/schemas/complaint';

const PAGE = 100;
const EVERY = 30_000;

/** The timeline as far as it was read, oldest first. One reading for everything on the page that shows it. */
export function useTimeline({ id }: Pick<ComplaintDetail, 'id'>) {
  const { query } = useInfiniteList<TimelineRow & { id?: string }, HttpError>({
    resource: `complaints/${id}/timeline`,
    pagination: { pageSize: PAGE },
    queryOptions: {
      initialPageParam: '',
      getNextPageParam: (last) => (last.cursor as { next?: string } | undefined)?.next,
      refetchInterval: EVERY,
    },
    errorNotification: false,
  });
  const rows: TimelineRow[] = (query.data?.pages ?? []).flatMap(({ data }) => data);
  return { query, rows };
}

/** Photos a row brought: attached by itself, or named by an action. */
export function photosOf({ type, data }: Pick<TimelineRow, 'type' | 'data'>): string[] {
  if (type === 'attached') return idsIn(data.photos);
  return type === 'acted' ? idsIn((data.action as { input?: { photos?: unknown } } | undefined)?.input?.photos) : [];
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

/** Bookkeeping that says nothing a reader waits for: the step, the people and the mail itself tell the same better. */
const isBookkeeping = ({ type, data }: Pick<TimelineRow, 'type' | 'data'>): boolean =>
  type === 'status' || type === 'restarted' || (type === 'told' && data.via === 'mail');

/** What the page shows of the rows. A form's photos are attached as they are uploaded and named again by its action: told once, with the action. */
export function shownRows<T extends Pick<TimelineRow, 'type' | 'data'>>(rows: readonly T[]): T[] {
  const named = new Set(rows.filter(({ type }) => type === 'acted').flatMap(photosOf));
  return rows.filter(
    (row) => !isBookkeeping(row) && (row.type !== 'attached' || photosOf(row).some((photo) => !named.has(photo))),
  );
}
