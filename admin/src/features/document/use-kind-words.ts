import { useWords } from '../../i18n/language.ts';
import type { DocumentRow, Kind } from './kinds.ts';

/** Where a document is edited; kinds without a screen have no path. */
const PATHS: Record<Kind, ((id: string) => string) | null> = {
  organisation: () => '/organisation',
  rosters: () => '/rosters',
  absences: () => '/absences',
  calendar: (id) => `/calendars/${id}`,
  routing: () => '/routing',
  workflow: (id) => `/workflows/${id}`,
  templates: () => '/templates',
  forms: () => '/forms',
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
