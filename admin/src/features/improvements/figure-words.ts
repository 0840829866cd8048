import { definitionOf, goalWords, type Measure, valueWords } from '#domain/learned/figure';
import type { ImprovementRow } from '#http/schemas/improvement';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

type Of = Pick<ImprovementRow, 'ref' | 'part' | 'site'>;

/** What an improvement's figure is called and says, in the reader's words. */
export function useFigureWords() {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const measure = (one: Measure) => definitionOf(one).name[language];
  return {
    measure,
    /** "Timeliness · Area South" */
    name: ({ ref, part }: Of) =>
      ref.by ? `${measure(ref.measure)} · ${part?.[language] ?? ref.by.value}` : measure(ref.measure),
    value: (one: Measure, value: number | null) => (value === null ? t('improve.nothing') : valueWords(one, value)),
    goal: (one: Measure, goal: number) => goalWords({ measure: one, goal }),
    day: (date: string | null) => (date === null ? '' : dayWords(date, language)),
    person: (id: string | null) => {
      if (id === null) return t('improve.nobody');
      return id === 'system' ? t('improve.system') : names.person(id);
    },
  };
}
