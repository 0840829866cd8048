import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Alert, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { conditions } from '#domain/asset';
import { fullName } from '#domain/full-name';
import type { AssetDetail, NewAsset } from '#http/schemas/asset';
import { Choice } from '../../components/choice.tsx';
import { FormButtons, formLook } from '../../components/form-end.tsx';
import { PhotoUpload } from '../../components/photo-upload.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { useKinds } from './use-kinds.ts';

interface AssetFormProps {
  site: string;
  /** Null: a new one. */
  asset: AssetDetail | null;
  done: (saved: AssetDetail) => void;
  cancel: () => void;
}
type Values = Partial<Record<keyof NewAsset, unknown>> & {
  meter?: { unit?: string; reading?: number | null };
};

/** Everything about an asset. Where somebody else saved first it says so, and nothing typed is lost. */
export function AssetForm({ site, asset, done, cancel }: AssetFormProps) {
  const { t } = useWords();
  const refreshAll = useRefreshAll();
  const [initial] = useState(asset);
  /** The version that was seen: a later one is saved over only on purpose. */
  const [seen, setSeen] = useState(asset?.version ?? 0);
  const { form, formProps, onFinish, mutation } = useForm<AssetDetail, HttpError, Record<string, unknown>>({
    resource: 'assets',
    ...(asset ? { action: 'edit' as const, id: asset.id } : { action: 'create' as const }),
    redirect: false,
    queryOptions: { enabled: false },
    successNotification: { type: 'success', message: t('asset.saved') },
    errorNotification: false,
    onMutationSuccess: ({ data }) => {
      done(data as AssetDetail);
      void refreshAll();
    },
    onMutationError: ({ statusCode }) => {
      if (statusCode === 409) void refreshAll();
    },
  });
  const overtaken = mutation.error?.statusCode === 409 && asset !== null && asset.version > seen;
  const send = () => {
    const values = form.getFieldsValue(true) as Values;
    const expected = overtaken && asset ? asset.version : seen;
    setSeen(expected);
    void onFinish({ ...bodyOf(values), ...(asset ? { expected } : { site }) }).catch(() => null);
  };
  return (
    <Form {...formProps} {...formLook} initialValues={initial ?? { condition: 'good', documents: [] }} onFinish={send}>
      <Identity site={site} kind={initial?.kind} />
      <Where site={site} />
      <People site={site} />
      <Papers />
      {mutation.error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={mutation.error.message}
          description={overtaken && t('asset.conflict')}
        />
      )}
      <FormButtons
        sending={mutation.isPending}
        label={t(overtaken ? 'asset.saveOver' : 'asset.save')}
        send={() => form.submit()}
        cancel={cancel}
      />
    </Form>
  );
}

/** What was left empty is nothing, not an empty word. */
function bodyOf(values: Values): Record<string, unknown> {
  const { meter } = values;
  const text = (name: 'place' | 'maker' | 'model' | 'number' | 'name') => values[name] ?? '';
  const orNull = (name: keyof NewAsset) => values[name] || null;
  return {
    ...{ kind: values.kind, condition: values.condition, documents: values.documents ?? [] },
    ...{ number: text('number'), name: text('name'), place: text('place'), maker: text('maker'), model: text('model') },
    ...{ building: orNull('building'), area: orNull('area') },
    ...{ responsible: orNull('responsible'), deputy: orNull('deputy') },
    ...{ warrantyUntil: orNull('warrantyUntil'), certificateUntil: orNull('certificateUntil') },
    meter: meter?.unit && typeof meter.reading === 'number' ? { unit: meter.unit, reading: meter.reading } : null,
  };
}

function Identity({ site, kind }: { site: string; kind: string | undefined }) {
  const { t } = useWords();
  const { options, nameOf } = useKinds(site);
  const needed = [{ required: true, whitespace: true, message: t('field.required') }];
  const known = kind === undefined || options.some(({ value }) => value === kind);
  return (
    <>
      <div className="form-row">
        <Form.Item name="kind" label={t('asset.kind')} rules={[{ required: true, message: t('field.required') }]}>
          <Choice
            showSearch
            optionFilterProp="label"
            options={known ? options : [...options, { value: kind, label: nameOf(kind) }]}
          />
        </Form.Item>
        <Form.Item name="number" label={t('asset.number')} rules={needed} extra={t('asset.numberHint')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t('asset.name')} rules={needed}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="condition" label={t('asset.condition')} required>
        <Choice options={conditions.map((value) => ({ value, label: t(`asset.condition.${value}`) }))} />
      </Form.Item>
    </>
  );
}

function Where({ site }: { site: string }) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const options = (list: typeof directory.buildings | typeof directory.areas) =>
    list.filter((one) => one.site === site).map(({ id, name }) => ({ value: id, label: name[language] }));
  return (
    <>
      <div className="form-row">
        <Form.Item name="building" label={t('asset.building')}>
          <Choice allowClear placeholder={t('asset.wholeSite')} options={options(directory.buildings)} />
        </Form.Item>
        <Form.Item name="area" label={t('asset.area')}>
          <Choice allowClear options={options(directory.areas)} />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('asset.place')} extra={t('asset.placeHint')}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function People({ site }: { site: string }) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const people = directory.people
    .filter(({ active, sites }) => active && sites.includes(site))
    .map((person) => ({ value: person.id, label: fullName(person, language) }));
  return (
    <div className="form-row">
      {(['responsible', 'deputy'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(`asset.${name}`)}>
          <Choice allowClear showSearch optionFilterProp="label" options={people} />
        </Form.Item>
      ))}
    </div>
  );
}

function Papers() {
  const { t } = useWords();
  return (
    <>
      <div className="form-row">
        {(['maker', 'model'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`asset.${name}`)}>
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
        ))}
      </div>
      <div className="form-row">
        {(['certificateUntil', 'warrantyUntil'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`asset.${name}`)}>
            <Input type="date" className="date-input" />
          </Form.Item>
        ))}
      </div>
      <div className="form-row">
        <Form.Item name={['meter', 'reading']} label={t('asset.meterReading')}>
          <InputNumber min={0} />
        </Form.Item>
        <Form.Item name={['meter', 'unit']} label={t('asset.meterUnit')} extra={t('asset.meterHint')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="documents" label={t('asset.documents')}>
        <PhotoUpload base="/api/asset-documents" />
      </Form.Item>
    </>
  );
}
