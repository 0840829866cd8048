import { Form } from 'antd';
import { statusLabel } from '#domain/words';
import type { StepOf } from '#domain/workflow/definition';
import { Radios } from '../../../components/choice.tsx';
import { useItemKind } from '../../../components/item-kind.ts';
import { useWords } from '../../../i18n/language.ts';
import type { FormProps } from '../form-props.ts';
import { TemplateSelect } from '../template-select.tsx';
import { useTemplates } from '../use-templates.ts';

const OUTCOMES: readonly StepOf<'end'>['status'][] = ['closed', 'invalid', 'withdrawn'];

export function EndForm({ editing, step, set, path }: FormProps<'end'>) {
  const { t, language } = useWords();
  const kind = useItemKind();
  const mails = useTemplates();
  return (
    <>
      <Form.Item label={t('flow.outcome')} extra={t('flow.outcomeHint')} {...editing.field(`${path}.status`)}>
        <Radios
          label={t('flow.outcome')}
          value={step.status}
          disabled={!editing.editable}
          onChange={({ target }) => set({ status: target.value as StepOf<'end'>['status'] })}
          options={OUTCOMES.map((value) => ({ value, label: statusLabel(value, language, kind) }))}
        />
      </Form.Item>
      <TemplateSelect
        editing={editing}
        path={`${path}.template`}
        value={step.template}
        options={mails.staff}
        none={mails.named('ended')}
        onChange={(template) => set({ template })}
      />
    </>
  );
}
