import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { definitionOf, dimensions, isVisitMeasure, type Measure, measures } from '#domain/learned/figure';
import { rateDefinitions } from '#domain/order-rates';
import type { ImprovementDetail } from '#http/schemas/improvement';
import { Choice } from '../../components/choice.tsx';
import { FormEnd, formLook } from '../../components/form-end.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useFigureWords } from './figure-words.ts';
import { type Dimension, usePartOptions } from './part-options.ts';

interface OpenFormProps {
  site: string;
  /** What the address says of the figure: measure in `open`, `dimension`, `value`, `days`, `goal`. */
  given: URLSearchParams;
  done: (id: string) => void;
  cancel: () => void;
}
interface Values {
  measure: Measure;
  dimension?: Dimension;
  by?: { value?: string };
  /** As typed: percent where the figure is a share. */
  target: number;
  days: number;
}
const DAYS = [30, 60, 90] as const;
const isMean = (measure: Measure) => definitionOf(measure).unit === 'mean';
/** As typed. */
const shownTarget = (measure: Measure, goal: number) => (isMean(measure) ? goal : Math.round(goal * 1000) / 10);
/** What it should be unless somebody says otherwise. */
const usual = (measure: Measure): number => {
  if (isMean(measure)) return 4.5;
  return isVisitMeasure(measure) ? 95 : shownTarget(measure, rateDefinitions[measure].target);
};

/** An improvement by hand: which figure, what it should be, over how many days it is read. */
export function OpenForm({ site, given, done, cancel }: OpenFormProps) {
  const { t } = useWords();
  const words = useFigureWords();
  const refreshAll = useRefreshAll();
  const [submission] = useState(createSubmission);
  const [initial] = useState(() => valuesOf(given));
  const { form, formProps, onFinish, mutation } = useForm<ImprovementDetail, HttpError, Record<string, unknown>>({
    resource: 'improvements',
    action: 'create',
    redirect: false,
    meta: { submission } satisfies PanelMeta,
    invalidates: [],
    successNotification: { type: 'success', message: t('improve.opened') },
    errorNotification: false,
    onMutationSuccess: ({ data }) => {
      void refreshAll();
      done(String(data.id));
    },
  });
  const measure = Form.useWatch<Measure | undefined>('measure', form) ?? initial.measure;
  const dimension = Form.useWatch<Dimension | undefined>('dimension', form);
  const parts = usePartOptions(site, dimension, measure);
  const send = (typed: Values) => {
    const { target, days } = typed;
    const value = typed.by?.value;
    const by = typed.dimension && value ? { dimension: typed.dimension, value } : null;
    void onFinish({ site, measure, by, days, target: isMean(measure) ? target : target / 100 }).catch(() => null);
  };
  const offered = dimensions.filter(
    (one) => one === initial.dimension || (one !== 'rule' && (one !== 'age' || isVisitMeasure(measure))),
  );
  const required = [{ required: true, message: t('field.required') }];
  return (
    <Form {...formProps} {...formLook} initialValues={initial} onFinish={(values) => send(values as unknown as Values)}>
      <Form.Item name="measure" label={t('improve.figure')} rules={required}>
        <Choice
          options={measures.map((one) => ({ value: one, label: words.measure(one) }))}
          onChange={(one: Measure) => form.setFieldsValue({ target: usual(one) })}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="dimension" label={t('improve.part')}>
          <Choice
            allowClear
            placeholder={t('improve.wholeSite')}
            options={offered.map((one) => ({ value: one, label: t(`improve.by.${one}`) }))}
            onChange={() => form.setFieldsValue({ by: { value: undefined } })}
          />
        </Form.Item>
        {dimension && (
          <Form.Item name={['by', 'value']} label={t(`improve.by.${dimension}`)} rules={required}>
            <Choice showSearch optionFilterProp="label" options={parts} />
          </Form.Item>
        )}
      </div>
      <div className="form-row">
        <Form.Item name="target" label={t('improve.target')} rules={required}>
          <InputNumber
            min={isMean(measure) ? 1 : 0}
            max={isMean(measure) ? 5 : 100}
            step={isMean(measure) ? 0.1 : 1}
            addonAfter={isMean(measure) ? t('improve.mark') : '%'}
          />
        </Form.Item>
        <Form.Item name="days" label={t('improve.window')} rules={required} extra={t('improve.windowHint')}>
          <Choice options={DAYS.map((days) => ({ value: days, label: t('improve.days', { days }) }))} />
        </Form.Item>
      </div>
      <FormEnd mutation={mutation} label={t('improve.openIt')} send={() => form.submit()} cancel={cancel} />
    </Form>
  );
}

function valuesOf(given: URLSearchParams): Values {
  const measure = measures.find((one) => one === given.get('open')) ?? 'timeliness';
  const dimension = dimensions.find((one) => one === given.get('dimension'));
  const days = DAYS.findLast((one) => one <= Number(given.get('days'))) ?? 30;
  const part = dimension ? { dimension, by: { value: given.get('value') ?? undefined } } : {};
  const goal = Number(given.get('goal') ?? Number.NaN);
  const target = Number.isFinite(goal) ? shownTarget(measure, goal) : usual(measure);
  return { measure, target, days, ...part } as Values;
}
