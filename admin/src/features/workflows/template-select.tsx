import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FormProps } from './form-props.ts';

interface TemplateSelectProps extends Pick<FormProps, 'editing'> {
  path: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (template: string | undefined) => void;
  /** What is said when none is chosen: it may then be left empty. */
  none?: string;
}

/** Which mail is sent, by what it says. */
export function TemplateSelect({ editing, path, value, options, onChange, none }: TemplateSelectProps) {
  const { t } = useWords();
  return (
    <Labelled label={t('flow.mail')} {...editing.field(path)}>
      {(id) => (
        <Choice
          id={id}
          value={value}
          disabled={!editing.editable}
          {...(none !== undefined && { allowClear: true, placeholder: none })}
          onChange={(chosen: string | undefined) => onChange(chosen)}
          options={[...options]}
        />
      )}
    </Labelled>
  );
}
