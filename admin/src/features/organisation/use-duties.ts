import { type HttpError, useOne } from '@refinedev/core';
import { useMemo } from 'react';
import { type DeputyChain, deputyChain } from '#domain/deputies';
import { type Duty, dutiesOf } from '#domain/duties';
import { type Shift, shiftsAt } from '#domain/on-duty';
import type { Absences, Directory, Organisation, Rosters } from '#domain/organisation';
import type { Text } from '#domain/text';
import { useWords } from '../../i18n/language.ts';
import type { Kind, Version } from '../document/kinds.ts';
import { type PeopleNames, usePeopleNames } from './use-people-names.ts';

/** What stands in organisation, rosters and absences together, computed by the domain's own functions. */
export interface Duties {
  directory: Directory;
  names: PeopleNames;
  of: (person: string, now: number) => Duty[];
  /** "工程部经办人、1 栋楼栋管家 等 5 项" */
  summary: (person: string, now: number) => string;
  words: (duty: Duty) => string;
  chain: (person: string, now: number) => DeputyChain;
  onDutyNow: (now: number) => (Shift & { site: string; name: Text })[];
  /** The zone a person's days are counted in: that of their first site, else the company's. */
  zoneOf: (person: string) => string;
}

const noRosters: Rosters = { rosters: [] };
const noAbsences: Absences = { absences: [] };
const FEW = 2;

/** A given part is a working copy; what is left out is read as published. */
export function useDuties(organisation: Organisation, given: { rosters?: Rosters; absences?: Absences } = {}): Duties {
  const { t, language } = useWords();
  const publishedRosters = usePublished('rosters', given.rosters === undefined);
  const publishedAbsences = usePublished('absences', given.absences === undefined);
  const rosters = given.rosters ?? publishedRosters ?? noRosters;
  const absences = given.absences ?? publishedAbsences ?? noAbsences;
  const names = usePeopleNames(organisation);
  const directory = useMemo<Directory>(() => ({ organisation, rosters, absences }), [organisation, rosters, absences]);
  const { sites, people, company } = organisation;
  const siteName = (id: string) => sites.find((site) => site.id === id)?.name[language] ?? id;
  const words = (duty: Duty): string => {
    switch (duty.kind) {
      case 'director':
        return t('duty.director', { name: siteName(duty.site) });
      case 'deputy':
        return t('duty.deputy', { name: names.of(duty.absence.person) });
      case 'post':
        return duty.name[language];
      default:
        return t('duty.of', { name: duty.name[language], duty: t(`duty.${duty.kind}`) });
    }
  };
  const of = (person: string, now: number) => dutiesOf(person, directory, now);
  return {
    directory,
    names,
    of,
    words,
    summary: (person, now) => {
      const all = of(person, now).map(words);
      const first = all.slice(0, FEW).join(language === 'en' ? ', ' : '、');
      return all.length > FEW ? t('duty.more', { first, count: all.length }) : first;
    },
    chain: (person, now) => deputyChain(person, directory, now),
    onDutyNow: (now) =>
      rosters.rosters.flatMap((roster) => {
        const zone = sites.find(({ id }) => id === roster.site)?.zone ?? company.zone;
        return shiftsAt(roster, zone, now).map((shift) => ({ ...shift, site: roster.site, name: roster.name }));
      }),
    zoneOf: (person) => {
      const [first] = people.find(({ id }) => id === person)?.sites ?? [];
      return sites.find(({ id }) => id === first)?.zone ?? company.zone;
    },
  };
}

/** The current version of a company's one document of a kind; undefined while it is read and where there is none. */
function usePublished<K extends Kind>(kind: K, enabled: boolean) {
  const { query } = useOne<Version<K>, HttpError>({
    resource: `documents/${kind}`,
    id: 'main',
    queryOptions: { enabled },
    errorNotification: false,
  });
  return query.data?.data.body;
}
