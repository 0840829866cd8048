import { baseOf, siteOf } from '#domain/document-id';
import { useWords } from '../../i18n/language.ts';
import type { DocumentRow, Kind } from './kinds.ts';

/** A site's own version is chosen on the page of the company's. */
function ofSite(id: string): string {
  const site = siteOf(id);
  return site === null ? '' : `?${new URLSearchParams({ site })}`;
}

/** Where a document is edited; kinds without a screen have no path. */
const PATHS: Record<Kind, ((id: string) => string) | null> = {
  organisation: () => '/organisation',
  rosters: () => '/rosters',
  absences: () => '/absences',
  calendar: (id) => `/calendars/${id}`,
  routing: (id) => `/routing${ofSite(id)}`,
  workflow: (id) => `/workflows/${baseOf(id)}${ofSite(id)}`,
  templates: (id) => `/templates${ofSite(id)}`,
  forms: (id) => `/forms${ofSite(id)}`,
  maintenance: (id) => `/maintenance${ofSite(id)}`,
  'care-rules': (id) => `/care-rules${ofSite(id)}`,
  visits: (id) => `/visit-rules${ofSite(id)}`,
  plans: (id) => `/plans?${new URLSearchParams({ site: id })}`,
};

/** What a document is called, and where it is edited. */
export function useKindWords(): { called: (row: Pick<DocumentRow, 'kind' | 'name'>) => string; pathOf: typeof pathOf } {
  const { t, language } = useWords();
  return {
    called: ({ kind, name }) =>
      [t(`kind.${kind}`), ...(name ? [name[language]] : [])].join(language === 'en' ? ': ' : '：'),
    pathOf,
  };
}

const pathOf = ({ kind, id }: { kind: Kind; id: string }): string | null => PATHS[kind]?.(id) ?? null;
