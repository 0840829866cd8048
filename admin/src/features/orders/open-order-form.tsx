import { useForm } from '@refinedev/antd';
import type { BaseRecord, HttpError } from '@refinedev/core';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AssetRow } from '#http/schemas/asset';
import { AssetPicker } from '../../components/asset-picker.tsx';
import { Choice } from '../../components/choice.tsx';
import { FormEnd } from '../../components/form-end.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useKinds } from '../assets/use-kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface OpenOrderFormProps {
  site: string;
  /** Chosen already: from its own page. */
  asset: Pick<AssetRow, 'id' | 'name' | 'number'> | null;
  close: () => void;
}
interface Values {
  at: 'asset' | 'place';
  picked?: AssetRow | null;
  kind?: string;
  building?: string;
  place?: string;
  work: string;
}

/** A work order by hand: at a facility of the register, or of a kind at a place. */
export function OpenOrderForm({ site, asset, close }: OpenOrderFormProps) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const { options: kinds } = useKinds(site);
  const navigate = useNavigate();
  const refreshAll = useRefreshAll();
  const [submission] = useState(createSubmission);
  const { form, formProps, onFinish, mutation } = useForm<
    BaseRecord & { id: string; number: string },
    HttpError,
    Record<string, unknown>
  >({
    resource: 'orders',
    action: 'create',
    redirect: false,
    meta: { submission } satisfies PanelMeta,
    invalidates: [],
    successNotification: (answer) => ({
      type: 'success',
      message: t('order.opened', { number: String(answer?.data.number ?? '') }),
    }),
    errorNotification: false,
    onMutationSuccess: ({ data }) => {
      void refreshAll();
      close();
      navigate(`/orders/${data.id}`);
    },
  });
  const at = Form.useWatch<Values['at'] | undefined>('at', form) ?? 'asset';
  const send = ({ picked, kind, building, place, work }: Values) => {
    const chosen = asset ?? picked;
    const where = chosen ? { assets: [chosen.id] } : { kind, building: building ?? null, place: place || null };
    void onFinish({ site, work, ...where }).catch(() => null);
  };
  const required = [{ required: true, message: t('field.required') }];
  return (
    <Form
      {...formProps}
      layout="vertical"
      requiredMark="optional"
      className="form"
      initialValues={{ at: 'asset' }}
      onFinish={(values) => send(values as unknown as Values)}
    >
      {asset ? (
        <p>
          <strong>{asset.name}</strong> <span className="quiet">{asset.number}</span>
        </p>
      ) : (
        <Form.Item name="at" label={t('order.at')} required>
          <Radio.Group optionType="button">
            <Radio value="asset">{t('order.atAsset')}</Radio>
            <Radio value="place">{t('order.atPlace')}</Radio>
          </Radio.Group>
        </Form.Item>
      )}
      {!asset && at === 'asset' && (
        <Form.Item name="picked" label={t('order.asset')} rules={required}>
          <AssetPicker site={site} />
        </Form.Item>
      )}
      {!asset && at === 'place' && (
        <>
          <Form.Item name="kind" label={t('order.kind')} rules={required}>
            <Choice showSearch optionFilterProp="label" options={kinds} />
          </Form.Item>
          <Form.Item name="building" label={t('field.building')}>
            <Choice
              allowClear
              showSearch
              optionFilterProp="label"
              options={directory.buildings
                .filter((one) => one.site === site)
                .map(({ id, name }) => ({ value: id, label: name[language] }))}
            />
          </Form.Item>
          <Form.Item name="place" label={t('order.place')}>
            <Input maxLength={120} autoComplete="off" placeholder={t('order.placeHint')} />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="work"
        label={t('field.work')}
        rules={[{ required: true, whitespace: true, message: t('field.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} placeholder={t('order.workHint')} />
      </Form.Item>
      <FormEnd mutation={mutation} label={t('order.openOne')} send={() => form.submit()} cancel={close}>
        <span className="quiet">{t('order.openHint')}</span>
      </FormEnd>
    </Form>
  );
}
