import { Form } from 'antd';
import { Radios } from '../../../components/choice.tsx';
import { useWords } from '../../../i18n/language.ts';
import type { FormProps } from '../form-props.ts';
import { PeopleField } from '../people-field.tsx';
import { TargetSelect } from '../target-select.tsx';
import { TemplateSelect } from '../template-select.tsx';
import { useTemplates } from '../use-templates.ts';

export function NotifyForm({ editing, step, set, path }: FormProps<'notify'>) {
  const { t } = useWords();
  const mails = useTemplates();
  const toResident = step.to === 'resident';
  return (
    <>
      <Form.Item label={t('flow.notifyWho')}>
        <Radios
          label={t('flow.notifyWho')}
          value={toResident ? 'resident' : 'staff'}
          disabled={!editing.editable}
          onChange={({ target }) =>
            set(
              target.value === 'resident'
                ? { to: 'resident', template: 'goesOn' }
                : { to: [{ kind: 'head', department: 'item' }], template: 'major' },
            )
          }
          options={[
            { value: 'resident', label: t('flow.notifyResident') },
            { value: 'staff', label: t('flow.notifyStaff') },
          ]}
        />
      </Form.Item>
      {step.to === 'resident' ? (
        <p className="quiet flow-hint">{t('flow.notifyCall')}</p>
      ) : (
        <PeopleField
          editing={editing}
          path={`${path}.to`}
          label={t('flow.people')}
          value={step.to}
          onChange={(to) => set({ to })}
        />
      )}
      <TemplateSelect
        editing={editing}
        path={`${path}.template`}
        value={step.template}
        options={toResident ? mails.notices : mails.staff}
        onChange={(template) => template && set({ template })}
      />
      <TargetSelect
        editing={editing}
        own={step.id}
        label={t('flow.next')}
        path={`${path}.next`}
        value={step.next}
        onChange={(next) => next && set({ next })}
      />
    </>
  );
}
