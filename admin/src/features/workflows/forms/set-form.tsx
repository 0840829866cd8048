import { Checkbox, Form, InputNumber } from 'antd';
import type { Severity } from '#domain/routing';
import { severityLabel, statusLabel } from '#domain/words';
import type { Status } from '#domain/workflow/definition';
import { capital } from '../../../components/capital.ts';
import { Choice } from '../../../components/choice.tsx';
import { useItemKind } from '../../../components/item-kind.ts';
import { Labelled } from '../../../components/labelled.tsx';
import { severityNames, statusNames } from '../../../components/vocabulary.ts';
import { useWords } from '../../../i18n/language.ts';
import type { FormProps } from '../form-props.ts';
import { TargetSelect } from '../target-select.tsx';

const WHYS = ['rule', 'repeat', 'reopened'] as const;
const CLOCKS = ['reply', 'resolve'] as const;

/** Changes of the complaint itself; what is left open stays as it is. */
export function SetForm({ editing, step, set, path }: FormProps<'set'>) {
  const { t, language } = useWords();
  const kind = useItemKind();
  const disabled = !editing.editable;
  const { raise } = step;
  return (
    <>
      <Labelled label={t('item.status')} {...editing.field(`${path}.status`)}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('flow.unchanged')}
            value={step.status}
            disabled={disabled}
            onChange={(status: Status | undefined) => set({ status })}
            options={statusNames.map((value) => ({ value, label: statusLabel(value, language, kind) }))}
          />
        )}
      </Labelled>
      <Labelled label={t('item.severity')} {...editing.field(`${path}.severity`)}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('flow.unchanged')}
            value={step.severity}
            disabled={disabled}
            onChange={(severity: Severity | undefined) => set({ severity })}
            options={severityNames.map((value) => ({ value, label: capital(severityLabel(value, language)) }))}
          />
        )}
      </Labelled>
      <Form.Item extra={t('flow.raiseHint')} {...editing.field(`${path}.raise`)}>
        <Checkbox
          checked={raise !== undefined}
          disabled={disabled}
          onChange={({ target }) => set({ raise: target.checked ? { levels: 1, why: 'rule' } : undefined })}
        >
          {t('flow.raise')}
        </Checkbox>
      </Form.Item>
      {raise && (
        <div className="form-row">
          <Labelled label={t('flow.raiseLevels')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={9}
                precision={0}
                value={raise.levels}
                disabled={disabled}
                onChange={(levels) => levels !== null && set({ raise: { ...raise, levels } })}
              />
            )}
          </Labelled>
          <Labelled label={t('flow.raiseWhy')}>
            {(id) => (
              <Choice
                id={id}
                value={raise.why}
                disabled={disabled}
                onChange={(why: (typeof WHYS)[number]) => set({ raise: { ...raise, why } })}
                options={WHYS.map((value) => ({ value, label: t(`flow.why.${value}`) }))}
              />
            )}
          </Labelled>
        </div>
      )}
      <Form.Item label={t('flow.restart')} extra={t('flow.restartHint')}>
        <Checkbox.Group
          value={step.restart ?? []}
          disabled={disabled}
          onChange={(chosen) => {
            const restart = CLOCKS.filter((clock) => chosen.includes(clock));
            set({ restart: restart.length > 0 ? restart : undefined });
          }}
          options={CLOCKS.map((value) => ({ value, label: t(`clockName.${value}`) }))}
        />
      </Form.Item>
      <Labelled label={t('flow.verified')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('flow.unchanged')}
            value={step.fields?.verified === undefined ? undefined : step.fields.verified === true ? 'yes' : 'no'}
            disabled={disabled}
            onChange={(said: 'yes' | 'no' | undefined) => {
              const { verified: _, ...rest } = step.fields ?? {};
              const fields = said === undefined ? rest : { ...rest, verified: said === 'yes' };
              set({ fields: Object.keys(fields).length > 0 ? fields : undefined });
            }}
            options={[
              { value: 'yes', label: t('diff.yes') },
              { value: 'no', label: t('diff.no') },
            ]}
          />
        )}
      </Labelled>
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
