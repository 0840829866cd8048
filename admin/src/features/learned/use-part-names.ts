import type { LearnedView } from '#http/schemas/learned';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

export const PARTS = ['area', 'age', 'category', 'worker', 'rule', 'site'] as const;
export type Part = (typeof PARTS)[number];
const WAVES = ['notYet', 'first', 'second', 'settled', 'third'] as const;

/** What the parts of a figure are called: areas, ages of buildings, categories, people, rules, sites, reasons. */
export function usePartNames(site: string, view: LearnedView | undefined) {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const category = (id: string) => names.kind(site, id);
  return {
    category,
    part(by: Part, id: string): string {
      if (id === '') return t(`learned.none.${by}`);
      switch (by) {
        case 'area':
          return directory.areas.find((area) => area.site === site && area.id === id)?.name[language] ?? id;
        case 'age': {
          const wave = WAVES.find((one) => one === id);
          return wave ? t(`learned.wave.${wave}`) : id;
        }
        case 'category':
          return category(id);
        case 'worker':
          return names.person(id);
        case 'rule':
          return view?.rules.find((rule) => rule.id === id)?.name[language] ?? t('learned.oldRule', { id });
        case 'site':
          return names.site(id);
      }
    },
    reason: (id: string): string =>
      id === '' ? t('learned.noReason') : (view?.reasons.find((one) => one.id === id)?.name[language] ?? id),
  };
}
