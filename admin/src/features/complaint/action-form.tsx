import { useForm } from '@refinedev/antd';
import type { BaseRecord, HttpError } from '@refinedev/core';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { actionLabel } from '#domain/words';
import type { ComplaintDetail, OfferedAction } from '#http/schemas/complaint';
import { answersSent, FormFields } from '../../components/form-fields.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useZone } from '../workplace/workplace.tsx';
import { actionBody } from './action-body.ts';
import { actionFields } from './action-fields.ts';
import { ActionInput } from './action-input.tsx';

interface ActionFormProps {
  complaint: ComplaintDetail;
  offered: OfferedAction;
  cancel: () => void;
  done: () => void;
}

/** The form of one action. Refused fields show their message at the field; a lost answer can be tried again safely. */
export function ActionForm({ complaint, offered, cancel, done }: ActionFormProps) {
  const { t, language } = useWords();
  const zone = useZone(complaint.site);
  const refreshAll = useRefreshAll();
  const [submission] = useState(createSubmission);
  const fields = actionFields[offered.action];
  const asked = offered.fields ?? [];
  const label = actionLabel(offered.action, language, complaint.kind);
  const { form, formProps, onFinish, mutation } = useForm<BaseRecord, HttpError, Record<string, unknown>>({
    resource: `complaints/${complaint.id}/actions/${offered.action}`,
    action: 'create',
    redirect: false,
    meta: { submission } satisfies PanelMeta,
    invalidates: [],
    successNotification: { type: 'success', message: t('action.done', { action: label }) },
    errorNotification: false,
    onMutationSuccess: () => {
      done();
      void refreshAll();
    },
    // Somebody else acted first: what is offered has changed.
    onMutationError: ({ statusCode }) => {
      if (statusCode === 409) void refreshAll();
    },
  });
  const answers = (values: Record<string, unknown>) =>
    asked.length === 0
      ? {}
      : { fields: answersSent(asked, values.fields as Record<string, unknown> | undefined).fields };
  return (
    <Form
      {...formProps}
      layout="vertical"
      requiredMark="optional"
      onFinish={(values) =>
        void onFinish({ ...actionBody(fields, values, zone), ...answers(values) }).catch(() => null)
      }
      className="form"
    >
      {fields.map((field) => (
        <ActionInput key={field.name} field={field} complaint={complaint} offered={offered} />
      ))}
      <FormFields fields={asked} photos={{ base: `/api/complaints/${complaint.id}/photos`, attaches: true }} />
      {mutation.error && <Alert type="error" showIcon role="alert" message={mutation.error.message} />}
      <div className="form-buttons">
        <Button type="primary" loading={mutation.isPending} onClick={() => form.submit()}>
          {label}
        </Button>
        <Button onClick={cancel}>{t('action.cancel')}</Button>
      </div>
    </Form>
  );
}
