import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FormProps } from './form-props.ts';

interface TargetSelectProps extends Pick<FormProps, 'editing'> {
  label: string;
  /** Path within the body. */
  path: string;
  value: string | undefined;
  onChange: (step: string | undefined) => void;
  /** What it means that there is none: it may then be left empty. */
  none?: string;
  /** The step it is in, which is called "this step". */
  own?: string;
  hint?: string;
}

/** A step to go to, by its place and label. */
export function TargetSelect({ editing, label, path, value, onChange, none, own, hint }: TargetSelectProps) {
  const options = useTargets(editing, own);
  return (
    <Labelled label={label} extra={hint} {...editing.field(path)}>
      {(id) => (
        <Choice
          id={id}
          showSearch
          optionFilterProp="label"
          value={value}
          disabled={!editing.editable}
          {...(none !== undefined && { allowClear: true, placeholder: none })}
          onChange={(step: string | undefined) => onChange(step)}
          options={options}
        />
      )}
    </Labelled>
  );
}

/** All steps as one chooses among them. */
export function useTargets({ body }: FormProps['editing'], own?: string): { value: string; label: string }[] {
  const { t, language } = useWords();
  return body.steps.map(({ id, label }, index) => ({
    value: id,
    label: id === own ? t('flow.thisStep') : `${index + 1} · ${label[language]}`,
  }));
}
