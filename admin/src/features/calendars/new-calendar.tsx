import { type HttpError, useDataProvider } from '@refinedev/core';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { localDate } from '#domain/time';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { DocumentRow, Version } from '../document/kinds.ts';
import { useDrafts } from '../document/use-drafts.ts';
import { documentDraft } from '../document/use-editing.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { idFor, newCalendar } from './calendar-edit.ts';

interface NewCalendarProps {
  open: boolean;
  close: () => void;
  taken: readonly DocumentRow[];
  /** The calendar to begin from. */
  from?: string;
}
interface Values {
  name: { 'zh-CN': string; en: string };
  from?: string;
}

/** A name and what to begin with; nothing is published before the reader has looked at it. */
export function NewCalendar({ open, close, taken, from }: NewCalendarProps) {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const zone = useZone(site?.id);
  const now = useNow();
  const navigate = useNavigate();
  const provider = useDataProvider()();
  const { taken: drafts } = useDrafts('calendar');
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const begin = async ({ name, from: copied }: Values) => {
    setBusy(true);
    setError(null);
    try {
      const url = `/api/documents/calendar/${copied}`;
      const model = copied && (await provider.custom?.<Version<'calendar'>>({ url, method: 'get' }));
      const body = model ? { ...model.data.body, name } : newCalendar(name, zone, localDate(now, zone));
      const id = idFor(name.en, new Set([...taken.map((row) => row.id), ...drafts]));
      documentDraft('calendar', id).write({ expected: 0, body, revision: 0, seen: null });
      close();
      form.resetFields();
      navigate(`/calendars/${id}`);
    } catch (thrown) {
      setError((thrown as HttpError).message);
    } finally {
      setBusy(false);
    }
  };
  const required = [{ required: true, whitespace: true, message: t('field.required') }];
  return (
    <Modal
      open={open}
      title={t('calendar.new')}
      okText={t('calendar.begin')}
      cancelText={t('history.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="form"
        initialValues={{ from }}
        onFinish={(values) => void begin(values)}
      >
        <div className="form-row">
          <Form.Item name={['name', 'zh-CN']} label={t('field.nameZh')} rules={required}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name={['name', 'en']} label={t('field.nameEn')} rules={required}>
            <Input maxLength={80} />
          </Form.Item>
        </div>
        <Form.Item name="from" label={t('calendar.copyOf')}>
          <Choice
            allowClear
            placeholder={t('calendar.fromNothing')}
            options={taken.map(({ id, name }) => ({ value: id, label: name?.[language] ?? id }))}
          />
        </Form.Item>
        {error && <Alert type="error" showIcon message={error} />}
      </Form>
    </Modal>
  );
}
