import { type HttpError, useCustom } from '@refinedev/core';
import type { FormField } from '#domain/forms/forms';

interface SiteForms {
  intake: { id: string; fields: FormField[] }[];
}

/** What intake asks for at the site, by category. A form that cannot be read is missed by the server, field by field. */
export function useSiteForms(site: string): (category: string | undefined) => readonly FormField[] {
  const { query } = useCustom<SiteForms, HttpError>({
    url: `/api/sites/${site}/forms`,
    method: 'get',
    errorNotification: false,
  });
  const intake = query.data?.data.intake ?? [];
  return (category) => intake.find(({ id }) => id === category)?.fields ?? none;
}
const none: readonly FormField[] = [];
