import { type HttpError, useDataProvider } from '@refinedev/core';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { slugOf } from '#domain/slug-of';
import type { Text } from '#domain/text';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import type { DocumentRow, Version } from '../document/kinds.ts';
import { useDrafts } from '../document/use-drafts.ts';
import { documentDraft } from '../document/use-editing.ts';
import { copyLabel } from './new-step.ts';

interface NewWorkflowProps {
  taken: readonly DocumentRow[];
  /** The workflow to begin from; '' = to be chosen. */
  from: string;
  close: () => void;
}
interface Values {
  name: Text;
  from: string;
}

/** A name and what to begin from; nothing is published before the reader has looked at it. */
export function NewWorkflow({ taken, from, close }: NewWorkflowProps) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const provider = useDataProvider()();
  const { taken: drafts } = useDrafts('workflow');
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const model = taken.find(({ id }) => id === from);

  const begin = async ({ name, from: chosen }: Values) => {
    setBusy(true);
    setError(null);
    try {
      const { data } = await provider.getOne<Version<'workflow'>>({ resource: 'documents/workflow', id: chosen });
      const id = slugOf(name.en, [...taken.map((row) => row.id), ...drafts], 'workflow');
      documentDraft('workflow', id).write({ expected: 0, body: { ...data.body, name }, revision: 0, seen: null });
      close();
      navigate(`/workflows/${id}`);
    } catch (thrown) {
      setError((thrown as HttpError).message);
    } finally {
      setBusy(false);
    }
  };
  const required = [{ required: true, whitespace: true, message: t('field.required') }];
  return (
    <Modal
      open
      title={t(model ? 'flow.copyTitle' : 'flow.new')}
      okText={t('flow.begin')}
      cancelText={t('flow.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="form"
        initialValues={{
          from: model?.id ?? taken[0]?.id,
          ...(model?.name && { name: copyLabel(model.name) }),
        }}
        onFinish={(values) => void begin(values)}
      >
        <div className="form-row">
          <Form.Item name={['name', 'zh-CN']} label={t('entity.nameZh')} rules={required}>
            <Input maxLength={80} lang="zh-CN" autoComplete="off" />
          </Form.Item>
          <Form.Item name={['name', 'en']} label={t('entity.nameEn')} rules={required}>
            <Input maxLength={80} lang="en" autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="from" label={t('flow.beginFrom')} rules={[{ required: true, message: t('field.required') }]}>
          <Choice
            options={taken.map(({ id, name }) => ({ value: id, label: name?.[language] ?? t('flow.unnamed') }))}
          />
        </Form.Item>
        {error && <Alert type="error" showIcon message={error} />}
      </Form>
    </Modal>
  );
}
