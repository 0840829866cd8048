import { type HttpError, useCustom } from '@refinedev/core';
import type { SiteNotice } from '#http/schemas/notice';
import { useWorkplace } from '../workplace/workplace.tsx';

export type Notice = SiteNotice & { id?: string };
export type NoticeBuilding = SiteNotice['buildings'][number];

/** What the notices of a site say; @default the site chosen in the header */
export function useNotice(of?: string) {
  const { site } = useWorkplace();
  const id = of ?? site?.id;
  const { query } = useCustom<Notice, HttpError>({
    url: `/api/sites/${encodeURIComponent(id ?? '')}/notice`,
    method: 'get',
    queryOptions: { enabled: id !== undefined },
    errorNotification: false,
  });
  return query;
}
