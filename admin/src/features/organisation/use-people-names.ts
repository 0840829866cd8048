import { useMemo } from 'react';
import { fullName } from '#domain/full-name';
import type { Organisation } from '#domain/organisation';
import { useWords } from '../../i18n/language.ts';

/** Names of people of a working copy, in the reader's language; those who left are marked. */
export interface PeopleNames {
  of: (id: string) => string;
  one: (id: string | null) => string;
  all: (ids: readonly string[]) => string;
}

export function usePeopleNames({ people }: Organisation): PeopleNames {
  const { t, language } = useWords();
  const index = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);
  const of = (id: string) => {
    const person = index.get(id);
    if (person === undefined) return id;
    const name = fullName(person, language);
    return person.active ? name : t('person.left', { name });
  };
  const nobody = t('person.nobody');
  return {
    of,
    one: (id) => (id === null ? nobody : of(id)),
    all: (ids) => (ids.length === 0 ? nobody : ids.map(of).join(language === 'en' ? ', ' : '、')),
  };
}
