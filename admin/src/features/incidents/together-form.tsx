import { type HttpError, useCreate } from '@refinedev/core';
import { Alert, Button, Form, Input, Popconfirm, Segmented } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import type { Language } from '#domain/text';
import { actionLabel } from '#domain/words';
import type { GroupOutcome, IncidentDetail, IncidentMemberView } from '#http/schemas/incident';
import { createDraft } from '../../components/draft.ts';
import { answersSent, FormFields } from '../../components/form-fields.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { toInstant } from '../complaint/action-body.ts';
import { TimeChoice } from '../complaint/time-choice.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { TextField } from './text-field.tsx';
import {
  batchesOf,
  formGroups,
  isAble,
  languagesOf,
  type Sum,
  sameKeyForAll,
  sumOf,
  type Together,
  type TogetherValues,
} from './together.ts';
import { TogetherPreview } from './together-preview.tsx';

interface TogetherFormProps {
  incident: IncidentDetail;
  /** The chosen ones. */
  members: readonly IncidentMemberView[];
}

/** One text a language for all chosen residents, seen as each of them gets it before it is sent. */
export function TogetherForm({ incident, members }: TogetherFormProps) {
  const { t, language } = useWords();
  const refreshAll = useRefreshAll();
  const zone = useZone(incident.site);
  const [form] = Form.useForm<TogetherValues>();
  const draft = useMemo(() => createDraft<TogetherValues>(`together.${incident.id}`), [incident.id]);
  const [initial] = useState(() => draft.read());
  const [action, setAction] = useState<Together>('reply');
  const values = Form.useWatch([], form) ?? {};
  const [submission] = useState(() => sameKeyForAll(createSubmission()));
  const [sum, setSum] = useState<Sum | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<HttpError | null>(null);
  const { mutateAsync } = useCreate<GroupOutcome & { id?: string }, HttpError, Record<string, unknown>>();
  const able = members.filter((member) => isAble(member, action));
  const groups = formGroups(able, action);
  const readers = languagesOf(able);

  const send = async () => {
    setSending(true);
    setError(null);
    setSum(null);
    const { texts, done, nextReplyAt, forms } = form.getFieldsValue();
    const outcomes: GroupOutcome[] = [];
    try {
      for (const { batch, fields } of groups.flatMap((group) =>
        batchesOf(group.members).map((batch) => ({
          batch,
          fields: answersSent(group.fields, forms?.[group.key]).fields,
        })),
      )) {
        const { data } = await mutateAsync({
          resource: `incidents/${incident.id}/${action}`,
          values: {
            complaints: batch.map(({ complaint }) => complaint.id),
            texts: texts ?? {},
            ...(Object.keys(fields).length > 0 && { fields }),
            ...(action === 'resolve'
              ? { done: done ?? '' }
              : { nextReplyAt: nextReplyAt && toInstant(nextReplyAt, zone) }),
          },
          meta: { submission } satisfies PanelMeta,
          successNotification: false,
          errorNotification: false,
          invalidates: [],
        });
        outcomes.push(data);
      }
      setSum(sumOf(outcomes));
      if (sumOf(outcomes).refused.length > 0) return;
      draft.clear();
      form.setFieldsValue({
        texts: { 'zh-CN': undefined, en: undefined },
        done: undefined,
        nextReplyAt: undefined,
        forms: undefined,
      });
    } catch (failure) {
      const refused = failure as HttpError;
      setError(refused);
      form.setFields(
        Object.entries(refused.errors ?? {}).map(([field, messages]) => ({
          name: field.split('.') as never,
          errors: [messages].flat().map(String),
        })),
      );
    } finally {
      setSending(false);
      void refreshAll();
    }
  };
  const comma = language === 'en' ? ', ' : '、';
  const numberOf = (id: string) => members.find(({ complaint }) => complaint.id === id)?.complaint.number ?? id;

  return (
    <div className="together">
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="form"
        scrollToFirstError
        initialValues={initial}
        onValuesChange={() => draft.write(form.getFieldsValue(true))}
        onFinish={() => void send()}
      >
        <Segmented<Together>
          value={action}
          onChange={setAction}
          options={[
            { value: 'reply', label: t('incident.reply') },
            { value: 'resolve', label: t('incident.resolve') },
          ]}
        />
        {able.length === 0 && <p className="quiet">{t('incident.nothing')}</p>}
        {able.length > 0 && <p className="quiet">{t('incident.textHint')}</p>}
        {readers.map((reader: Language) => (
          <TextField key={reader} reader={reader} form={form} />
        ))}
        {action === 'reply' && able.length > 0 && (
          <Form.Item name="nextReplyAt" label={t('incident.next')}>
            <TimeChoice times={incident.times} site={incident.site} optional label={t('incident.next')} />
          </Form.Item>
        )}
        {action === 'resolve' && able.length > 0 && (
          <Form.Item
            name="done"
            label={t('incident.done')}
            rules={[{ required: true, whitespace: true, message: t('field.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        )}
        {groups.map(({ key, fields, members: asked }) => (
          <Fragment key={key}>
            {groups.length > 1 && fields.length > 0 && (
              <p className="form-heading">
                {t('incident.formOf', { numbers: asked.map(({ complaint }) => complaint.number).join(comma) })}
              </p>
            )}
            <FormFields fields={fields} photos={null} under={['forms', key]} />
          </Fragment>
        ))}
      </Form>
      <TogetherPreview action={action} members={members} texts={values.texts ?? {}} />
      <div className="together-send">
        {error && <Alert type="error" showIcon role="alert" message={error.message} />}
        {sum && (
          <Alert
            type={sum.refused.length === 0 ? 'success' : 'warning'}
            showIcon
            role="status"
            message={
              sum.refused.length === 0
                ? t('incident.doneAll', { n: sum.done })
                : t('incident.doneSome', { done: sum.done, refused: sum.refused.length })
            }
            description={
              sum.refused.length > 0 && (
                <>
                  <ul>
                    {sum.refused.map(({ complaint, message }) => (
                      <li key={complaint}>
                        {numberOf(complaint)} · {message}
                      </li>
                    ))}
                  </ul>
                  {t('incident.again')}
                </>
              )
            }
          />
        )}
        {able.length > 0 && (
          <div className="form-buttons">
            <Popconfirm
              title={t('incident.sure', { n: able.length })}
              okText={actionLabel(action, language)}
              cancelText={t('action.cancel')}
              onConfirm={() => form.submit()}
            >
              <Button type="primary" loading={sending}>
                {t(action === 'reply' ? 'incident.sendReply' : 'incident.sendResolve', { n: able.length })}
              </Button>
            </Popconfirm>
          </div>
        )}
      </div>
    </div>
  );
}
