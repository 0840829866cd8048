import { Form } from 'antd';
import { itemFields } from '#domain/fields';
import { Choice, Radios } from '../../../components/choice.tsx';
import { Labelled } from '../../../components/labelled.tsx';
import { LimitRefInput } from '../../../components/limit-ref-input.tsx';
import { useWords } from '../../../i18n/language.ts';
import type { FormProps } from '../form-props.ts';
import { TargetSelect } from '../target-select.tsx';

const dates = itemFields.filter(({ type }) => type === 'instant');

/** For a time, or until a date of the complaint. */
export function WaitForm({ editing, step, set, path }: FormProps<'wait'>) {
  const { t, language } = useWords();
  const until = step.for === undefined && step.until !== undefined;
  return (
    <>
      <Form.Item label={t('flow.waitHow')}>
        <Radios
          label={t('flow.waitHow')}
          value={until ? 'until' : 'for'}
          disabled={!editing.editable}
          onChange={({ target }) =>
            set(
              target.value === 'until'
                ? { for: undefined, until: 'promisedAt' }
                : { for: { kind: 'workingDays', days: 1 }, until: undefined },
            )
          }
          options={[
            { value: 'for', label: t('flow.waitFor') },
            { value: 'until', label: t('flow.waitUntil') },
          ]}
        />
      </Form.Item>
      {until ? (
        <Labelled label={t('flow.waitDate')} extra={t('flow.waitPast')} {...editing.field(`${path}.until`)}>
          {(id) => (
            <Choice
              id={id}
              value={step.until}
              disabled={!editing.editable}
              onChange={(field: string) => set({ until: field })}
              options={dates.map(({ name, label }) => ({ value: name, label: label[language] }))}
            />
          )}
        </Labelled>
      ) : (
        <Form.Item label={t('flow.waitLength')} {...editing.field(`${path}.for`)}>
          <LimitRefInput
            label={t('flow.waitLength')}
            value={step.for}
            disabled={!editing.editable}
            onChange={(limit) => limit && set({ for: limit })}
          />
        </Form.Item>
      )}
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
