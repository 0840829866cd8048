import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Checkbox, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { audiences, consentWays, occasions, sensitivities, sources } from '#domain/care/flag';
import type { CareKind } from '#domain/care/rules';
import { localDate } from '#domain/time';
import type { NewCareFlag } from '#http/schemas/care';
import type { HouseholdDetail } from '#http/schemas/household';
import { Choice, Radios } from '../../components/choice.tsx';
import { FormEnd, formLook } from '../../components/form-end.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { nextReview } from './review-button.tsx';
import type { Care, WholeFlag } from './use-care.ts';

interface FlagFormProps {
  household: HouseholdDetail;
  care: Care;
  /** Null: a new one. */
  flag: WholeFlag | null;
  done: () => void;
}
type Values = Partial<{ [K in keyof NewCareFlag]: NewCareFlag[K] | undefined }>;

/** A care flag with its consent. The kind proposes how sensitive it is and when to look again. */
export function FlagForm({ household, care, flag, done }: FlagFormProps) {
  const { t } = useWords();
  const refreshAll = useRefreshAll();
  const today = localDate(useNow(), useZone(household.site));
  const submission = useMemo(() => createSubmission(), []);
  const [initial] = useState<Values>(() => (flag ? valuesOf(flag) : blank(today)));
  const { form, formProps, onFinish, mutation } = useForm<Care, HttpError, Record<string, unknown>>({
    resource: `care/households/${household.id}/flags`,
    ...(flag ? { action: 'edit' as const, id: flag.id } : { action: 'create' as const }),
    redirect: false,
    queryOptions: { enabled: false },
    mutationMeta: { submission },
    successNotification: { type: 'success', message: t('care.saved') },
    errorNotification: false,
    onMutationSuccess: () => {
      done();
      void refreshAll();
    },
  });
  const chosen = Form.useWatch('kind', form);
  const kind = care.kinds.find(({ id }) => id === chosen);
  const choose = (id: string) => {
    const next = care.kinds.find((one) => one.id === id);
    if (next) form.setFieldsValue({ sensitivity: next.sensitivity, reviewBy: nextReview(care, id, today) });
  };
  const send = () => {
    const values = form.getFieldsValue(true) as Values;
    const body = bodyOf(values, kind);
    void onFinish(flag ? { ...body, expected: flag.version } : body).catch(() => null);
  };
  const needed = [{ required: true, message: t('field.required') }];
  return (
    <Form {...formProps} {...formLook} initialValues={initial} onFinish={send}>
      <div className="form-row">
        <Form.Item name="kind" label={t('care.kind')} rules={needed}>
          <Choice
            showSearch
            optionFilterProp="label"
            options={kindOptions(care.kinds, flag, useWords())}
            onChange={(id) => choose(String(id))}
          />
        </Form.Item>
        <Form.Item name="member" label={t('care.member')}>
          <Choice
            allowClear
            placeholder={t('care.wholeHousehold')}
            options={household.members.map(({ name }) => ({ value: name, label: name }))}
          />
        </Form.Item>
      </div>
      {kind?.yearly && (
        <Form.Item name="day" label={t('care.day')} extra={t('care.dayHint')} rules={needed}>
          <Input maxLength={5} placeholder="05-20" autoComplete="off" className="number-input" />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('care.note')} extra={t('care.noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="sensitivity" label={t('care.sensitivity')} required>
        <Radios
          label={t('care.sensitivity')}
          disabled={kind?.sensitivity === 'sensitive'}
          options={sensitivities.map((value) => ({ value, label: t(`care.sensitivity.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="visibleTo" label={t('care.visibleTo')} extra={t('care.visibleHint')}>
        <Checkbox.Group
          className="choices"
          options={audiences.map((value) => ({ value, label: t(`care.audience.${value}`) }))}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="from" label={t('care.from')} rules={needed}>
          <Input type="date" className="date-input" />
        </Form.Item>
        <Form.Item name="to" label={t('care.to')} extra={t('care.toHint')}>
          <Input type="date" className="date-input" />
        </Form.Item>
        <Form.Item name="reviewBy" label={t('care.reviewBy')} rules={needed} extra={t('care.reviewHint')}>
          <Input type="date" className="date-input" min={today} />
        </Form.Item>
        <Form.Item name="source" label={t('care.source')} rules={needed}>
          <Choice options={sources.map((value) => ({ value, label: t(`care.source.${value}`) }))} />
        </Form.Item>
      </div>
      <fieldset className="member-fields">
        <legend>{t('care.consent')}</legend>
        <p className="quiet">{t('care.consentHint')}</p>
        <div className="form-row">
          <Form.Item
            name={['consent', 'by']}
            label={t('care.consentBy')}
            rules={[{ required: true, whitespace: true, message: t('field.required') }]}
          >
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item name={['consent', 'on']} label={t('care.consentOn')} rules={needed}>
            <Input type="date" className="date-input" max={today} />
          </Form.Item>
          <Form.Item name={['consent', 'how']} label={t('care.consentHow')} rules={needed}>
            <Choice options={consentWays.map((value) => ({ value, label: t(`care.consentWay.${value}`) }))} />
          </Form.Item>
        </div>
      </fieldset>
      <FormEnd mutation={mutation} label={t('care.save')} send={() => form.submit()} cancel={done} />
    </Form>
  );
}

const blank = (today: string): Values => ({
  ...{ sensitivity: 'normal', visibleTo: [], from: today, source: 'resident' },
  consent: { by: '', on: today, how: 'spoken' },
});

const valuesOf = ({
  kind,
  member,
  note,
  sensitivity,
  visibleTo,
  from,
  to,
  day,
  reviewBy,
  source,
  consent,
}: WholeFlag) =>
  ({ kind, member, note, sensitivity, visibleTo, from, to, day, reviewBy, source, consent }) satisfies Values;

/** What was left empty is nothing, not an empty word; a day only where the kind has one. */
const bodyOf = (values: Values, kind: CareKind | undefined): Record<string, unknown> => ({
  ...values,
  note: values.note ?? '',
  member: values.member || null,
  to: values.to || null,
  day: kind?.yearly ? values.day : null,
});

/** By occasion (三特); one out of use only where it stands. */
function kindOptions(
  kinds: readonly CareKind[],
  flag: WholeFlag | null,
  { t, language }: Pick<ReturnType<typeof useWords>, 't' | 'language'>,
) {
  return occasions.map((occasion) => ({
    label: t(`care.occasion.${occasion}`),
    options: kinds
      .filter((one) => one.occasion === occasion && (one.active || one.id === flag?.kind))
      .map(({ id, name }) => ({ value: id, label: name[language] })),
  }));
}
