import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { Choice, Radios } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import { AssetChoice } from './asset-choice.tsx';
import { DayFields, RuleDates, WhenMissing } from './rule-fields.tsx';
import type { SitePlans } from './use-site-plans.ts';

export interface PartProps {
  plan: MaintenancePlan;
  found: SitePlans;
  set: (change: Partial<MaintenancePlan>) => void;
  /** By path within the plan. */
  field: (path: string) => FieldProps;
  disabled: boolean;
}

/** What it is called and what is to be done. */
export function WhatPart({ plan, found, set, field, disabled }: PartProps) {
  const { t, language } = useWords();
  return (
    <section className="panel" aria-label={t('plans.what')}>
      <h2>{t('plans.what')}</h2>
      <NameFields
        value={plan.name}
        change={(name) => set({ name })}
        field={(one) => field(`name.${one}`)}
        disabled={disabled}
      />
      <div className="form-row">
        {(['zh-CN', 'en'] as const).map((one) => (
          <Labelled
            key={one}
            label={t(one === 'en' ? 'plans.workEn' : 'plans.workZh')}
            required
            {...field(['work', one].join('.'))}
          >
            {(id) => (
              <Input.TextArea
                id={id}
                lang={one}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={500}
                disabled={disabled}
                value={plan.work[one]}
                onChange={({ target }) => set({ work: { ...plan.work, [one]: target.value } })}
              />
            )}
          </Labelled>
        ))}
      </div>
      <Labelled label={t('maintenance.checklist')} extra={t('plans.checklistHint')} {...field('checklist')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            value={plan.checklist}
            placeholder={t('plans.checklistOfKind')}
            disabled={disabled}
            onChange={(checklist: string | undefined) => set({ checklist: checklist ?? null })}
            options={found.checklists.map(({ id: value, name }) => ({ value, label: name[language] }))}
          />
        )}
      </Labelled>
    </section>
  );
}

/** How often, from when to when, and what happens on days that are none. */
export function RhythmPart({ plan, set, field, disabled }: PartProps) {
  const { t } = useWords();
  const rule = {
    recurrence: plan.recurrence,
    set: (change: Partial<MaintenancePlan['recurrence']>) => set({ recurrence: { ...plan.recurrence, ...change } }),
    field: (path: string) => field(`recurrence.${path}`),
    disabled,
  };
  return (
    <section className="panel" aria-label={t('plans.rhythm')}>
      <h2>{t('plans.rhythm')}</h2>
      <DayFields {...rule} floating={plan.mode === 'floating'} />
      <RuleDates {...rule} />
      <WhenMissing {...rule} />
      <Form.Item label={t('plans.mode')} {...field('mode')}>
        <Radios
          label={t('plans.mode')}
          value={plan.mode}
          disabled={disabled}
          onChange={({ target }) => set({ mode: target.value as MaintenancePlan['mode'] })}
          options={(['fixed', 'floating'] as const).map((value) => ({ value, label: t(`plans.mode.${value}`) }))}
        />
      </Form.Item>
    </section>
  );
}

/** What is maintained, and whether each has an order of its own. */
export function AssetsPart({ plan, found, set, field, disabled }: PartProps) {
  const { t } = useWords();
  return (
    <section className="panel" aria-label={t('plans.assets')}>
      <h2>{t('plans.assets')}</h2>
      <Form.Item {...field('assets')}>
        <AssetChoice found={found} chosen={plan.assets} choose={(assets) => set({ assets })} disabled={disabled} />
      </Form.Item>
      <Form.Item label={t('plans.per')} {...field('per')}>
        <Radios
          label={t('plans.per')}
          value={plan.per}
          disabled={disabled}
          onChange={({ target }) => set({ per: target.value as MaintenancePlan['per'] })}
          options={(['asset', 'round'] as const).map((value) => ({ value, label: t(`plans.per.${value}`) }))}
        />
      </Form.Item>
    </section>
  );
}

/** When orders are opened, and until when they are in time. */
export function OrdersPart({ plan, set, field, disabled }: PartProps) {
  const { t } = useWords();
  return (
    <section className="panel" aria-label={t('plans.orders')}>
      <h2>{t('plans.orders')}</h2>
      <div className="form-row">
        {(['leadDays', 'graceDays'] as const).map((name) => (
          <Labelled key={name} label={t(`plans.${name}`)} extra={t(`plans.hint.${name}`)} {...field(name)}>
            {(id) => (
              <InputNumber
                id={id}
                min={0}
                max={60}
                precision={0}
                disabled={disabled}
                value={plan[name]}
                addonAfter={t('plans.unitDays')}
                onChange={(days) => set({ [name]: days ?? 0 })}
              />
            )}
          </Labelled>
        ))}
      </div>
    </section>
  );
}

/** What its work includes of other plans, and how a meter brings it sooner. */
export function TogetherPart({
  plan,
  found,
  set,
  field,
  disabled,
  others,
}: PartProps & { others: readonly MaintenancePlan[] }) {
  const { t, language } = useWords();
  const { meter } = plan;
  const units = [...new Set(plan.assets.flatMap((id) => found.assets.get(id)?.unit ?? []))];
  return (
    <section className="panel" aria-label={t('plans.together')}>
      <h2>{t('plans.together')}</h2>
      <Labelled label={t('plans.absorbs')} extra={t('plans.absorbsHint')} {...field('absorbs')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            optionFilterProp="label"
            placeholder={t('plans.absorbsNone')}
            value={plan.absorbs}
            disabled={disabled}
            onChange={(absorbs: string[]) => set({ absorbs })}
            options={others.map(({ id: value, name }) => ({ value, label: name[language] }))}
          />
        )}
      </Labelled>
      <Form.Item extra={t('plans.meterHint')} {...field('meter')}>
        <Checkbox
          checked={meter !== null}
          disabled={disabled}
          onChange={({ target }) =>
            set({ meter: target.checked ? { every: 250, unit: units[0] ?? 'h', alone: false } : null })
          }
        >
          {t('plans.meter')}
        </Checkbox>
      </Form.Item>
      {meter !== null && (
        <>
          <div className="form-row">
            <Labelled label={t('plans.meterEvery')} {...field('meter.every')}>
              {(id) => (
                <InputNumber
                  id={id}
                  min={1}
                  max={1_000_000_000}
                  disabled={disabled}
                  value={meter.every}
                  onChange={(every) => set({ meter: { ...meter, every: every ?? 1 } })}
                />
              )}
            </Labelled>
            <Labelled label={t('plans.meterUnit')} extra={t('plans.meterUnitHint')} {...field('meter.unit')}>
              {(id) => (
                <Input
                  id={id}
                  maxLength={20}
                  autoComplete="off"
                  disabled={disabled}
                  value={meter.unit}
                  onChange={({ target }) => set({ meter: { ...meter, unit: target.value } })}
                />
              )}
            </Labelled>
          </div>
          <Form.Item>
            <Checkbox
              checked={meter.alone}
              disabled={disabled}
              onChange={({ target }) => set({ meter: { ...meter, alone: target.checked } })}
            >
              {t('plans.meterAlone')}
            </Checkbox>
          </Form.Item>
        </>
      )}
    </section>
  );
}
