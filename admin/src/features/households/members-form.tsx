import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Alert, Form } from 'antd';
import { useState } from 'react';
import type { Language } from '#domain/text';
import type { HouseholdDetail } from '#http/schemas/household';
import { FormButtons, formLook } from '../../components/form-end.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { MemberFields, type MembersValues, membersBody } from './member-fields.tsx';
import { MemberContact, MemberName } from './member-lines.tsx';

interface MembersFormProps {
  household: HouseholdDetail;
  usual: Language;
  done: () => void;
}

/** Members edited together. Where somebody else saved first, theirs is shown beside what was typed, and nothing is lost. */
export function MembersForm({ household, usual, done }: MembersFormProps) {
  const { t } = useWords();
  const refreshAll = useRefreshAll();
  const [initial] = useState(household.members);
  /** The version that was seen: a later one is saved over only on purpose. */
  const [seen, setSeen] = useState(household.version);
  const { form, formProps, onFinish, mutation } = useForm<HouseholdDetail, HttpError, Record<string, unknown>>({
    resource: 'households',
    id: household.id,
    action: 'edit',
    redirect: false,
    queryOptions: { enabled: false },
    successNotification: { type: 'success', message: t('household.saved') },
    errorNotification: false,
    onMutationSuccess: () => {
      done();
      void refreshAll();
    },
    onMutationError: ({ statusCode }) => {
      if (statusCode === 409) void refreshAll();
    },
  });
  const overtaken = mutation.error?.statusCode === 409 && household.version > seen;
  const send = (expected: number) => {
    const { members } = form.getFieldsValue(true) as unknown as MembersValues;
    setSeen(expected);
    void onFinish({ expected, members: membersBody(members) }).catch(() => null);
  };
  return (
    <Form
      {...formProps}
      {...formLook}
      initialValues={{ members: initial }}
      onFinish={() => send(overtaken ? household.version : seen)}
    >
      <MemberFields usual={usual} />
      {mutation.error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={mutation.error.message}
          description={
            overtaken && (
              <>
                {t('household.conflict')}
                <ul className="plain-list">
                  {household.members.map((member) => (
                    <li key={`${member.name} ${member.phone}`}>
                      <MemberName member={member} />
                      <MemberContact member={member} />
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        />
      )}
      <FormButtons
        sending={mutation.isPending}
        label={t(overtaken ? 'household.saveOver' : 'household.save')}
        send={() => form.submit()}
        cancel={done}
      />
    </Form>
  );
}
