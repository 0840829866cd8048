import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { eventKinds } from '#domain/care/event';
import { eventName } from '#domain/care/event-words';
import { addDays, instantAt, localDate, toIso } from '#domain/time';
import type { EventDetail } from '#http/schemas/care';
import { Choice } from '../../components/choice.tsx';
import { FormEnd, formLook } from '../../components/form-end.tsx';
import { InstantField } from '../../components/instant-field.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';

interface EventFormProps {
  site: string;
  /** Null: a new one. */
  event: EventDetail | null;
  done: (saved: EventDetail) => void;
  cancel: () => void;
}
interface Values {
  kind?: string;
  buildings?: string[];
  words?: { 'zh-CN'?: string; en?: string };
}

/** A planned event: what, where, when, and what residents are told besides. */
export function EventForm({ site, event, done, cancel }: EventFormProps) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const refreshAll = useRefreshAll();
  const zone = useZone(site);
  const tomorrow = addDays(localDate(useNow(), zone), 1);
  const submission = useMemo(() => createSubmission(), []);
  const [from, setFrom] = useState(() => (event ? Date.parse(event.from) : instantAt(tomorrow, '09:00', zone)));
  const [to, setTo] = useState(() => (event ? Date.parse(event.to) : instantAt(tomorrow, '17:00', zone)));
  const { form, formProps, onFinish, mutation } = useForm<EventDetail, HttpError, Record<string, unknown>>({
    resource: 'care/events',
    ...(event ? { action: 'edit' as const, id: event.id } : { action: 'create' as const }),
    redirect: false,
    queryOptions: { enabled: false },
    mutationMeta: { submission },
    successNotification: { type: 'success', message: t('event.saved') },
    errorNotification: false,
    onMutationSuccess: ({ data }) => {
      done(data as EventDetail);
      void refreshAll();
    },
  });
  const send = () => {
    const { kind, buildings = [], words } = form.getFieldsValue(true) as Values;
    const body = { kind, buildings, from: toIso(from), to: toIso(to), words: { 'zh-CN': '', en: '', ...words } };
    void onFinish(event ? { ...body, expected: event.version } : { ...body, site }).catch(() => null);
  };
  /** Moves the end along, so that the length stays. */
  const moveFrom = (at: number) => {
    setTo(to + at - from);
    setFrom(at);
  };
  const wrong = (field: string) => mutation.error?.errors?.[field]?.toString();
  return (
    <Form
      {...formProps}
      {...formLook}
      initialValues={event ?? { buildings: [], words: { 'zh-CN': '', en: '' } }}
      onFinish={send}
    >
      <Form.Item name="kind" label={t('event.kind')} rules={[{ required: true, message: t('field.required') }]}>
        <Choice options={eventKinds.map((value) => ({ value, label: eventName(value, language) }))} />
      </Form.Item>
      <Form.Item name="buildings" label={t('event.where')}>
        <Choice
          mode="multiple"
          allowClear
          placeholder={t('event.wholeSite')}
          optionFilterProp="label"
          options={directory.buildings
            .filter((one) => one.site === site)
            .map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
      </Form.Item>
      <InstantField
        label={t('event.from')}
        zone={zone}
        value={from}
        disabled={false}
        change={moveFrom}
        problem={wrong('from')}
        hint={undefined}
      />
      <InstantField
        label={t('event.to')}
        zone={zone}
        value={to}
        disabled={false}
        change={setTo}
        problem={to <= from ? t('event.endsBefore') : wrong('to')}
        hint={undefined}
      />
      <Form.Item name={['words', 'zh-CN']} label={t('event.wordsZh')} extra={t('event.wordsHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Form.Item name={['words', 'en']} label={t('event.wordsEn')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <FormEnd mutation={mutation} label={t('care.save')} send={() => form.submit()} able={to > from} cancel={cancel} />
    </Form>
  );
}
