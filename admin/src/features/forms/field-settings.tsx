import { Checkbox, InputNumber } from 'antd';
import type { FormField } from '#domain/forms/forms';
import type { Text } from '#domain/text';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { OptionRows } from './option-rows.tsx';

interface SettingsProps {
  value: FormField;
  change: (value: FormField) => void;
  disabled: boolean;
  /** By path within the field. */
  field: (path: string) => FieldProps;
}

const none: Text = { 'zh-CN': '', en: '' };
/** Words that may be left out are left out as a whole. */
const given = (text: Text): Text | undefined => (text['zh-CN'] === '' && text.en === '' ? undefined : text);

/** Everything about one field, by plain inputs. */
export function FieldSettings({ value, change, disabled, field }: SettingsProps) {
  const { t } = useWords();
  const at = (path: string) => (inner: string) => field(`${path}.${inner}`);
  return (
    <div className="field-settings">
      <NameFields
        value={value.label}
        change={(label) => change({ ...value, label })}
        field={at('label')}
        label={{ 'zh-CN': t('forms.nameZh'), en: t('forms.nameEn') }}
        disabled={disabled}
      />
      <NameFields
        value={value.help ?? none}
        change={(help) => change({ ...value, help: given(help) })}
        field={at('help')}
        label={{ 'zh-CN': t('forms.helpZh'), en: t('forms.helpEn') }}
        disabled={disabled}
        required={false}
      />
      {value.type === 'number' && <NumberSettings value={value} change={change} disabled={disabled} field={field} />}
      {value.type === 'text' && (
        <Checkbox
          checked={value.long}
          disabled={disabled}
          onChange={(event) => change({ ...value, long: event.target.checked })}
        >
          {t('forms.long')}
        </Checkbox>
      )}
      {(value.type === 'choice' || value.type === 'checklist') && (
        <OptionRows
          title={t(value.type === 'choice' ? 'forms.options' : 'forms.points')}
          options={value.options}
          least={value.type === 'choice' ? 2 : 1}
          disabled={disabled}
          change={(options) => change({ ...value, options })}
          field={at('options')}
        />
      )}
      <Checkbox
        checked={value.required}
        disabled={disabled}
        onChange={(event) => change({ ...value, required: event.target.checked })}
      >
        {t(value.type === 'checklist' ? 'forms.requiredAll' : 'forms.required')}
      </Checkbox>
      {value.type === 'photo' && <p className="quiet">{t('forms.photoLater')}</p>}
    </div>
  );
}

type NumberField = Extract<FormField, { type: 'number' }>;

function NumberSettings({ value, change, disabled, field }: SettingsProps & { value: NumberField }) {
  const { t } = useWords();
  const limit = (name: 'min' | 'max') => (
    <Labelled label={t(`forms.${name}`)} {...field(name)}>
      {(id) => (
        <InputNumber
          id={id}
          value={value[name] ?? null}
          disabled={disabled}
          onChange={(next) => change({ ...value, [name]: next ?? undefined })}
        />
      )}
    </Labelled>
  );
  return (
    <>
      <NameFields
        value={value.unit ?? none}
        change={(unit) => change({ ...value, unit: given(unit) })}
        field={(path) => field(`unit.${path}`)}
        label={{ 'zh-CN': t('forms.unitZh'), en: t('forms.unitEn') }}
        disabled={disabled}
        required={false}
      />
      <div className="form-row">
        {limit('min')}
        {limit('max')}
      </div>
      <Checkbox
        checked={value.whole}
        disabled={disabled}
        onChange={(event) => change({ ...value, whole: event.target.checked })}
      >
        {t('forms.whole')}
      </Checkbox>
    </>
  );
}
