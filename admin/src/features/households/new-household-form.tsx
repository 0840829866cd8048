import { useForm } from '@refinedev/antd';
import type { HttpError } from '@refinedev/core';
import { Form, Input } from 'antd';
import type { Language } from '#domain/text';
import type { HouseholdDetail } from '#http/schemas/household';
import { Choice } from '../../components/choice.tsx';
import { FormEnd, formLook } from '../../components/form-end.tsx';
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
      {...formLook}
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
      <FormEnd mutation={mutation} label={t('household.save')} send={() => form.submit()} cancel={cancel} />
    </Form>
  );
}
