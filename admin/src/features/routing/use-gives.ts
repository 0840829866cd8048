import type { Routing } from '#domain/routing';
import { limitWords } from '#domain/words';
import { useWords } from '../../i18n/language.ts';
import { useChoices } from '../condition/choices.ts';

/** What a rule changes, in words: "工程部 · 特急 · 重大投诉". */
export function useGives(): (gives: Routing['rules'][number]['gives']) => string {
  const { t, language } = useWords();
  const { departments, severities } = useChoices();
  const label = (options: { value: string | number; label: string }[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  return ({ department, severity, major, limits, workflow }) => {
    const parts = [
      ...(department ? [label(departments, department)] : []),
      ...(severity ? [label(severities, severity)] : []),
      ...(major === undefined ? [] : [t(major ? 'routing.major' : 'routing.notMajor')]),
      ...(limits
        ? (['acknowledge', 'reply', 'resolve'] as const).map(
            (clock) => `${t(`clockName.${clock}`)} ${limitWords(limits[clock], language)}`,
          )
        : []),
      ...(workflow ? [`${t('docField.workflow')} ${workflow}`] : []),
    ];
    return parts.length === 0 ? t('routing.givesNothing') : parts.join(' · ');
  };
}
