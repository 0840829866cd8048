import { Checkbox, Form } from 'antd';
import type { Limits } from '#domain/limit';
import type { Severity } from '#domain/routing';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import { ruleFields, useChoices } from '../condition/choices.ts';
import { ConditionEditor } from '../condition/condition-editor.tsx';
import { MatchingItems } from '../condition/matching-items.tsx';
import type { Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { LimitsFields } from './limits-fields.tsx';
import type { Rule } from './rules-part.tsx';

interface RuleFieldsProps extends Fields<Rule> {
  /** What own limits begin with. */
  limits: Limits;
}

/** When the rule applies, and what it overrides; what is left open stays as the category has it. */
export function RuleFields({ value, set, field, disabled, limits }: RuleFieldsProps) {
  const { t } = useWords();
  const { departments, severities } = useChoices();
  const { gives } = value;
  const give = (change: Partial<Rule['gives']>) => {
    const next = Object.entries({ ...gives, ...change }).filter(([, part]) => part !== undefined);
    set({ gives: Object.fromEntries(next) });
  };
  const majors = [
    { value: 'yes', label: t('routing.major') },
    { value: 'no', label: t('routing.notMajor') },
  ];
  return (
    <>
      <NameFields
        value={value.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <Form.Item label={t('docField.when')} {...field('when')}>
        <ConditionEditor
          value={value.when}
          onChange={(when) => set({ when })}
          fields={ruleFields}
          disabled={disabled}
        />
        <MatchingItems condition={value.when} />
      </Form.Item>
      <h3 className="form-heading">{t('routing.then')}</h3>
      <Labelled label={t('item.department')} {...field('gives.department')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('routing.asCategory')}
            value={gives.department}
            disabled={disabled}
            onChange={(department: string | undefined) => give({ department })}
            options={departments}
          />
        )}
      </Labelled>
      <Labelled label={t('item.severity')} {...field('gives.severity')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('routing.asCategory')}
            value={gives.severity}
            disabled={disabled}
            onChange={(severity: Severity | undefined) => give({ severity })}
            options={severities}
          />
        )}
      </Labelled>
      <Labelled label={t('docField.major')} {...field('gives.major')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('routing.asCategory')}
            value={gives.major === undefined ? undefined : gives.major ? 'yes' : 'no'}
            disabled={disabled}
            onChange={(major: string | undefined) => give({ major: major === undefined ? undefined : major === 'yes' })}
            options={majors}
          />
        )}
      </Labelled>
      <Form.Item {...field('gives.limits')}>
        <Checkbox
          checked={gives.limits !== undefined}
          disabled={disabled}
          onChange={({ target }) => give({ limits: target.checked ? limits : undefined })}
        >
          {t('routing.ownLimits')}
        </Checkbox>
      </Form.Item>
      {gives.limits && (
        <LimitsFields value={gives.limits} change={(next) => give({ limits: next })} disabled={disabled} />
      )}
    </>
  );
}
