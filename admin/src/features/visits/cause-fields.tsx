import { Checkbox, Form, InputNumber } from 'antd';
import { type Impact, impacts } from '#domain/maintenance';
import type { VisitCause } from '#domain/visit-rules';
import { Choice, Radios } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import { ConditionEditor } from '../condition/condition-editor.tsx';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { useBuildingNames } from './use-cause-words.ts';

interface CauseFieldsProps {
  value: VisitCause;
  change: (value: VisitCause) => void;
  /** By path within the cause; '' is the whole. */
  field: (path: string) => FieldProps;
  disabled: boolean;
}

const KINDS = ['complaint', 'repair', 'felt', 'handover', 'periodic'] as const;

/** Another kind begins with what is usual for it. */
function ofKind(kind: VisitCause['kind']): VisitCause {
  switch (kind) {
    case 'complaint':
    case 'repair':
      return { kind, when: null };
    case 'felt':
      return { kind, impacts: ['whole-site', 'building'], most: 3, when: null };
    case 'handover':
      return { kind, days: 30 };
    case 'periodic':
      return { kind, everyDays: 182, buildings: [], age: null };
  }
}

export function CauseFields({ value, change, field, disabled }: CauseFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <Form.Item label={t('visitRules.cause')} {...field('')}>
        <Radios
          label={t('visitRules.cause')}
          value={value.kind}
          disabled={disabled}
          onChange={({ target }) => change(ofKind(target.value as VisitCause['kind']))}
          options={KINDS.map((kind) => ({ value: kind, label: t(`visitRules.cause.${kind}`) }))}
        />
      </Form.Item>
      {value.kind === 'felt' && <FeltFields value={value} change={change} field={field} disabled={disabled} />}
      {'when' in value && (
        <Form.Item {...field('when')}>
          <Checkbox
            checked={value.when !== null}
            disabled={disabled}
            onChange={({ target }) => change({ ...value, when: target.checked ? { all: [] } : null })}
          >
            {t('visitRules.onlySome')}
          </Checkbox>
          {value.when !== null && (
            <ConditionEditor value={value.when} disabled={disabled} onChange={(when) => change({ ...value, when })} />
          )}
        </Form.Item>
      )}
      {value.kind === 'handover' && (
        <Labelled label={t('visitRules.days')} extra={t('visitRules.daysHint')} {...field('days')}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={1095}
              precision={0}
              value={value.days}
              disabled={disabled}
              onChange={(days) => change({ ...value, days: days ?? 0 })}
            />
          )}
        </Labelled>
      )}
      {value.kind === 'periodic' && <PeriodicFields value={value} change={change} field={field} disabled={disabled} />}
    </>
  );
}

type Of<K extends VisitCause['kind']> = Omit<CauseFieldsProps, 'value'> & { value: Extract<VisitCause, { kind: K }> };

function FeltFields({ value, change, field, disabled }: Of<'felt'>) {
  const { t } = useWords();
  return (
    <>
      <Labelled label={t('visitRules.impacts')} {...field('impacts')}>
        {(id) => (
          <Choice
            id={id}
            mode="multiple"
            value={value.impacts}
            disabled={disabled}
            onChange={(chosen: Impact[]) => change({ ...value, impacts: chosen })}
            options={impacts.map((impact) => ({ value: impact, label: t(`felt.${impact}`) }))}
          />
        )}
      </Labelled>
      <Labelled label={t('visitRules.most')} extra={t('visitRules.mostHint')} {...field('most')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={50}
            precision={0}
            value={value.most}
            disabled={disabled}
            onChange={(most) => change({ ...value, most: most ?? 1 })}
          />
        )}
      </Labelled>
    </>
  );
}

function PeriodicFields({ value, change, field, disabled }: Of<'periodic'>) {
  const { t } = useWords();
  const { options } = useBuildingNames();
  const { age } = value;
  const years = (name: 'from' | 'to') => (
    <Labelled label={t(`visitRules.age.${name}`)} {...field(['age', name].join('.'))}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          max={200}
          precision={0}
          value={age?.[name] ?? null}
          disabled={disabled}
          onChange={(next) => change({ ...value, age: { from: 0, to: 200, ...age, [name]: next ?? 0 } })}
        />
      )}
    </Labelled>
  );
  return (
    <>
      <Labelled label={t('visitRules.everyDays')} extra={t('visitRules.everyDaysHint')} {...field('everyDays')}>
        {(id) => (
          <InputNumber
            id={id}
            min={7}
            max={1095}
            precision={0}
            value={value.everyDays}
            disabled={disabled}
            onChange={(days) => change({ ...value, everyDays: days ?? 182 })}
          />
        )}
      </Labelled>
      <Labelled label={t('visitRules.buildings')} {...field('buildings')}>
        {(id) => (
          <Choice
            id={id}
            mode="multiple"
            showSearch
            optionFilterProp="label"
            value={value.buildings}
            placeholder={t('visitRules.allBuildings')}
            disabled={disabled}
            onChange={(buildings: string[]) => change({ ...value, buildings })}
            options={options}
          />
        )}
      </Labelled>
      <Form.Item>
        <Checkbox
          checked={age !== null}
          disabled={disabled}
          onChange={({ target }) => change({ ...value, age: target.checked ? { from: 0, to: 2 } : null })}
        >
          {t('visitRules.ofAge')}
        </Checkbox>
      </Form.Item>
      {age !== null && (
        <div className="form-row">
          {years('from')}
          {years('to')}
        </div>
      )}
    </>
  );
}
