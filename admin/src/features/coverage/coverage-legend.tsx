import { coverageStates } from '#domain/coverage/gap';
import { useWords } from '../../i18n/language.ts';

/** What the colours and shapes of the strips mean. */
export function CoverageLegend() {
  const { t } = useWords();
  return (
    <ul className="coverage-legend">
      {coverageStates.map((state) => (
        <li key={state}>
          <i aria-hidden className="gap-mark" data-state={state} /> {t(`coverage.state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
