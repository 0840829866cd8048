import { type HttpError, useOne } from '@refinedev/core';
import { useMemo } from 'react';
import { defaultTemplates, templateIds } from '#domain/templates/built-in';
import { useWords } from '../../i18n/language.ts';
import type { Version } from '../document/kinds.ts';

interface Choice {
  value: string;
  label: string;
}
export interface MailChoices {
  /** Ids there are words for. */
  ids: readonly string[];
  notices: readonly Choice[];
  staff: readonly Choice[];
  /** What a mail is called. */
  named: (id: string) => string;
}

/** The mails a workflow may name: those that ship, and those the company wrote itself. */
export function useTemplates(): MailChoices {
  const { language } = useWords();
  const { query } = useOne<Version<'templates'>, HttpError>({
    resource: 'documents/templates',
    id: 'main',
    errorNotification: false,
  });
  const templates = query.data?.data.body ?? null;
  return useMemo(() => {
    const choices = (of: 'notices' | 'staff'): Choice[] => [
      ...new Map(
        [...defaultTemplates[of], ...(templates?.[of] ?? [])].map(({ id, name }) => [
          id,
          { value: id, label: name[language] },
        ]),
      ).values(),
    ];
    const [notices, staff] = [choices('notices'), choices('staff')];
    const named = (id: string) => [...notices, ...staff].find(({ value }) => value === id)?.label ?? id;
    return { ids: templateIds(templates), notices, staff, named };
  }, [templates, language]);
}
