import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { type ChecklistItem, photoWishes } from '#domain/maintenance';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { freshId, type ItemType, ofType } from './edit.ts';

const TYPES = ['check', 'reading', 'count', 'choice', 'text'] as const satisfies ItemType[];

interface PointProps {
  n: number;
  value: ChecklistItem;
  change: (next: ChecklistItem) => void;
  remove: () => void;
  field: (path: string) => FieldProps;
  disabled: boolean;
}

/** One point of a checklist: what is looked at, and how it is answered. */
export function PointFields({ n, value, change, remove, field, disabled }: PointProps) {
  const { t } = useWords();
  return (
    <div className="checklist-point">
      <div className="panel-head">
        <strong>{t('maintenance.pointNth', { n })}</strong>
        {!disabled && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('maintenance.removePoint', { n })}
            onClick={remove}
          />
        )}
      </div>
      <NameFields
        value={value.label}
        change={(label) => change({ ...value, label })}
        field={(one) => field(`label.${one}`)}
        disabled={disabled}
      />
      <div className="form-row">
        <Labelled label={t('maintenance.type')} {...field('type')}>
          {(id) => (
            <Choice
              id={id}
              value={value.type}
              disabled={disabled}
              onChange={(type: ItemType) => change(ofType(value, type))}
              options={TYPES.map((one) => ({ value: one, label: t(`maintenance.type.${one}`) }))}
            />
          )}
        </Labelled>
        <Labelled label={t('maintenance.photo')} {...field('photo')}>
          {(id) => (
            <Choice
              id={id}
              value={value.photo}
              disabled={disabled}
              onChange={(photo: ChecklistItem['photo']) => change({ ...value, photo })}
              options={photoWishes.map((one) => ({ value: one, label: t(`maintenance.photo.${one}`) }))}
            />
          )}
        </Labelled>
      </div>
      <Answered value={value} change={change} field={field} disabled={disabled} />
      <Checkbox
        checked={value.required}
        disabled={disabled}
        onChange={({ target }) => change({ ...value, required: target.checked })}
      >
        {t('maintenance.required')}
      </Checkbox>
    </div>
  );
}

function Answered({ value, change, field, disabled }: Pick<PointProps, 'value' | 'change' | 'field' | 'disabled'>) {
  const { t } = useWords();
  switch (value.type) {
    case 'reading':
      return (
        <div className="form-row">
          <Labelled label={t('maintenance.unit')} {...field('unit')}>
            {(id) => (
              <Input
                id={id}
                value={value.unit}
                maxLength={20}
                disabled={disabled}
                onChange={({ target }) => change({ ...value, unit: target.value })}
              />
            )}
          </Labelled>
          {(['min', 'max'] as const).map((bound) => (
            <Labelled key={bound} label={t(`maintenance.${bound}`)} {...field(bound)}>
              {(id) => (
                <InputNumber
                  id={id}
                  value={value[bound]}
                  disabled={disabled}
                  onChange={(next) => change({ ...value, [bound]: next })}
                />
              )}
            </Labelled>
          ))}
        </div>
      );
    case 'count':
      return (
        <>
          <Labelled label={t('maintenance.total')} extra={t('maintenance.totalHint')} {...field('total')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                precision={0}
                value={value.total}
                disabled={disabled}
                onChange={(total) => change({ ...value, total })}
              />
            )}
          </Labelled>
          <Checkbox
            checked={value.lamps === true}
            disabled={disabled}
            onChange={({ target }) => change({ ...value, lamps: target.checked })}
          >
            {t('maintenance.lamps')}
          </Checkbox>
        </>
      );
    case 'choice': {
      const { options } = value;
      const setOptions = (next: typeof options) => change({ ...value, options: next });
      return (
        <>
          {options.map((option, index) => (
            <NameFields
              key={option.id}
              value={option.name}
              label={{
                'zh-CN': t('maintenance.optionZh', { n: index + 1 }),
                en: t('maintenance.optionEn', { n: index + 1 }),
              }}
              change={(name) => setOptions(options.map((one) => (one === option ? { ...one, name } : one)))}
              field={(one) => field(`options.${index}.name.${one}`)}
              disabled={disabled}
            />
          ))}
          {!disabled && (
            <Button
              type="link"
              onClick={() =>
                setOptions([...options, { id: freshId('option', options), name: { 'zh-CN': '', en: '' } }])
              }
            >
              {t('maintenance.addOption')}
            </Button>
          )}
        </>
      );
    }
    case 'check':
    case 'text':
      return null;
  }
}
