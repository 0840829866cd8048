import { actionLabel } from '#domain/words';
import type { Definition } from '#domain/workflow/definition';
import { useWords } from '../../i18n/language.ts';
import { type Arrow, stepOf } from './arrows.ts';

/** Arrows in words: why they are taken, and where they lead. */
export function useArrowWords(body: Definition) {
  const { t, language } = useWords();
  /** "Resolve", "Case 2", "Otherwise"; "Next" where there is only one way. */
  const way = ({ from, field }: Arrow): string => {
    if (from === null) return t(`flow.root.${field}`);
    const step = stepOf(body, from);
    const index = Number(field.split('.')[1]);
    if (step?.type === 'ask' && field.startsWith('actions.')) {
      const rule = step.actions[index];
      return rule ? actionLabel(rule.action, language, body.kind) : '';
    }
    if (field === 'exhausted') return t('way.exhausted');
    if (field === 'unreached') return t('way.unreached');
    if (field === 'otherwise') return t('way.otherwise');
    if (step?.type === 'branch' && step.cases.length === 1) return t('way.case');
    return field === 'next' ? t('flow.next') : t('flow.case', { n: index + 1 });
  };
  const label = (id: string) => stepOf(body, id)?.label[language] ?? '';
  return {
    way,
    /** "Resolve → Resident’s verdict". */
    leading: (arrow: Arrow) => `${way(arrow)} → ${label(arrow.to)}`,
  };
}
