import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FormProps } from './form-props.ts';
import { useStepWords } from './use-step-words.ts';

interface TemplateSelectProps extends Pick<FormProps, 'editing'> {
  path: string;
  value: string | undefined;
  ids: readonly string[];
  onChange: (template: string | undefined) => void;
  /** What is said when none is chosen: it may then be left empty. */
  none?: string;
}

/** Which mail is sent, by what it says. */
export function TemplateSelect({ editing, path, value, ids, onChange, none }: TemplateSelectProps) {
  const { t } = useWords();
  const { template } = useStepWords();
  return (
    <Labelled label={t('flow.mail')} {...editing.field(path)}>
      {(id) => (
        <Choice
          id={id}
          value={value}
          disabled={!editing.editable}
          {...(none !== undefined && { allowClear: true, placeholder: none })}
          onChange={(chosen: string | undefined) => onChange(chosen)}
          options={ids.map((one) => ({ value: one, label: template(one) }))}
        />
      )}
    </Labelled>
  );
}
