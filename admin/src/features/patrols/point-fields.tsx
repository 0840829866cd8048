import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { shortCode } from '#domain/patrol/code';
import type { PatrolPoint } from '#domain/patrol/route';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { labelledBy } from './edit.ts';
import type { AssetNames } from './use-asset-names.ts';

interface PointFieldsProps {
  point: PatrolPoint;
  assets: AssetNames;
  change: (point: PatrolPoint) => void;
  /** Null: the last one stays. */
  remove: (() => void) | null;
  field: (path: string) => FieldProps;
  disabled: boolean;
}

/** One point: what it is called, when one must be there, what proves it, what is counted. */
export function PointFields({ point, assets, change, remove, field, disabled }: PointFieldsProps) {
  const { t } = useWords();
  const set = (next: Partial<PatrolPoint>) => change({ ...point, ...next });
  return (
    <div className="patrol-stop-fields">
      <NameFields
        value={point.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <div className="form-row">
        {(['from', 'to'] as const).map((end) => (
          <Labelled key={end} label={t(`patrol.${end}`)} {...field(end)}>
            {(id) => (
              <TimeInput
                id={id}
                label={t(`patrol.${end}`)}
                value={point[end]}
                disabled={disabled}
                change={(time) => set({ [end]: time })}
              />
            )}
          </Labelled>
        ))}
      </div>
      <Labelled
        label={t('patrol.proof')}
        extra={
          point.code === null ? t('patrol.assetLabelHint') : t('patrol.ownLabelHint', { code: shortCode(point.code) })
        }
        {...field('asset')}
      >
        {(id) => (
          <Choice
            id={id}
            allowClear
            showSearch
            filterOption={false}
            loading={assets.searching}
            onSearch={assets.search}
            value={point.asset}
            placeholder={t('patrol.ownLabel')}
            disabled={disabled}
            onChange={(asset: string | undefined) => change(labelledBy(point, asset ?? null))}
            options={assets.options}
          />
        )}
      </Labelled>
      <Form.Item>
        <Checkbox
          checked={point.lamps !== null}
          disabled={disabled}
          onChange={({ target }) => set({ lamps: target.checked ? { total: null } : null })}
        >
          {t('patrol.countLamps')}
        </Checkbox>
      </Form.Item>
      {point.lamps && (
        <Labelled label={t('patrol.lampsTotal')} extra={t('patrol.lampsTotalHint')} {...field('lamps.total')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={100_000}
              precision={0}
              value={point.lamps?.total ?? null}
              disabled={disabled}
              onChange={(total) => set({ lamps: { total } })}
            />
          )}
        </Labelled>
      )}
      <Form.Item extra={t('patrol.requiredHint')}>
        <Checkbox
          checked={point.required}
          disabled={disabled}
          onChange={({ target }) => set({ required: target.checked })}
        >
          {t('patrol.required')}
        </Checkbox>
      </Form.Item>
      {!disabled && remove && (
        <Button danger type="text" icon={<DeleteOutlined />} onClick={remove}>
          {t('patrol.removePoint')}
        </Button>
      )}
    </div>
  );
}
