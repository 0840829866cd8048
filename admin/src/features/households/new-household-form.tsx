import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Alert, Button, Form, Input } from 'antd';
import type { Language } from '#domain/text';
import type { HouseholdDetail } from '#http/schemas/household';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { MemberFields, type MemberValues, membersBody } from './member-fields.tsx';

interface NewHouseholdFormProps {
  site: { id: string; language: Language };
  opened: (id: string) => void;
  cancel: () => void;
}
interface Values {
  building?: string;
  unit?: string;
  members?: MemberValues[];
}

/** The file of a unit that has none yet. */
export function NewHouseholdForm({ site, opened, cancel }: NewHouseholdFormProps) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const { form, formProps, onFinish, mutation } = useForm<HouseholdDetail, HttpError, Record<string, unknown>>({
    resource: 'households',
    action: 'create',
    redirect: false,
    successNotification: { type: 'success', message: t('household.saved') },
    errorNotification: false,
    onMutationSuccess: ({ data }) => opened(String(data.id)),
  });
  const send = ({ building, unit, members }: Values) =>
    void onFinish({ site: site.id, building, unit: unit ?? '', members: membersBody(members) }).catch(() => null);
  return (
    <Form
      {...formProps}
      className="form"
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={{ members: [{ language: site.language, relation: 'owner' }] }}
      onFinish={(values) => send(values as Values)}
    >
      <div className="form-row">
        <Form.Item
          name="building"
          label={t('field.building')}
          rules={[{ required: true, message: t('field.required') }]}
        >
          <Choice
            showSearch
            optionFilterProp="label"
            options={directory.buildings
              .filter((building) => building.site === site.id)
              .map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </Form.Item>
        <Form.Item
          name="unit"
          label={t('field.unit')}
          rules={[{ required: true, whitespace: true, message: t('field.required') }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
      <MemberFields usual={site.language} />
      {mutation.error && <Alert type="error" showIcon role="alert" message={mutation.error.message} />}
      <div className="form-buttons">
        <Button type="primary" loading={mutation.isPending} onClick={() => form.submit()}>
          {t('household.save')}
        </Button>
        <Button onClick={cancel}>{t('action.cancel')}</Button>
      </div>
    </Form>
  );
}
