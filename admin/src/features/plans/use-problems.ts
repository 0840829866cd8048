import { useMemo } from 'react';
import { MaintenancePlans } from '#domain/maintenance-plan';
import { planProblemWords } from '#domain/plan/problem-words';
import { planProblems } from '#domain/plan/problems';
import { useWords, type Words } from '../../i18n/language.ts';
import { fieldProps, type Problems } from '../document/problems.ts';
import type { OpenDocument } from '../document/use-document.ts';
import type { SitePlans } from './use-site-plans.ts';

/**
 * What would keep the plans from being published, by the code that judges them when they are; beside it whatever the
 * server said that this does not know.
 */
export function useProblems(document: OpenDocument<'plans'>, found: SitePlans) {
  const { t, language } = useWords();
  const { body, problems } = document;
  const live = useMemo(() => problemsIn(body, found, t, language), [body, found, t, language]);
  const all: Problems = { ...problems, ...live };
  return {
    all,
    /** Of a field, by its path within the plan at this place of the list. */
    field: (index: number) => (path: string) => fieldProps(all, `plans.${index}.${path}`),
    count: (index: number) => Object.keys(all).filter((path) => path.startsWith(`plans.${index}.`)).length,
  };
}

function problemsIn(body: MaintenancePlans, found: SitePlans, t: Words, language: 'zh-CN' | 'en'): Problems {
  const said: Record<string, string[]> = {};
  const add = (path: readonly PropertyKey[], words: string) => {
    const key = path.map(String).join('.');
    said[key] = [...(said[key] ?? []), words];
  };
  const parsed = MaintenancePlans.safeParse(body);
  if (!parsed.success) {
    for (const { path, code } of parsed.error.issues)
      add(path, t(code === 'too_small' ? 'field.required' : 'plans.odd'));
    return said;
  }
  const { facts: assets, listOfKind } = found;
  const checklists = new Map(found.checklists.map(({ id, points }) => [id, points]));
  const more: Record<string, string> = {
    already_used: t('plans.twice'),
    ends_before_it_starts: t('plans.endsBefore'),
    unknown_checklist: t('plans.noSuchChecklist'),
  };
  for (const { path, code, value } of planProblems(parsed.data, { assets, checklists, listOfKind })) {
    const named = typeof value === 'object' ? value[language] : (value ?? '');
    add(path, planProblemWords[code]?.[language].replace('{value}', named) ?? more[code] ?? t('plans.odd'));
  }
  return said;
}
