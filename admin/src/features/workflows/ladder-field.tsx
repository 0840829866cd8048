import type { FormProps } from './form-props.ts';
import { useStepWords } from './use-step-words.ts';

/** The levels of an ask. */
export function LadderField({ step }: FormProps<'ask'>) {
  const { people } = useStepWords();
  return (
    <ol>
      {step.levels.map((level, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place
        <li key={index}>{people(level.to)}</li>
      ))}
    </ol>
  );
}
