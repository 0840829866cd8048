import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { HouseholdMember } from '#domain/household';
import type { Language } from '#domain/text';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';

const RELATIONS = ['owner', 'family', 'tenant'] as const;
const CHANNELS = ['phone', 'message', 'email', 'visit'] as const;
const MOST = 30;

/** A member as typed; names are those of the API, so its errors find their fields. */
export type MemberValues = { [K in keyof HouseholdMember]?: HouseholdMember[K] | undefined };
export interface MembersValues {
  members: MemberValues[];
}

/** What the API is sent: nothing typed is null. */
export const membersBody = (members: readonly MemberValues[] = []): unknown[] =>
  members.map(({ name, phone, email, language, preferredTime, channel, relation }) => ({
    name: name ?? '',
    phone: phone?.trim() || null,
    email: email?.trim() || null,
    language,
    preferredTime: preferredTime?.trim() || null,
    channel: channel ?? null,
    relation: relation ?? null,
  }));

/** All members of one household, each a group of fields of its own. */
export function MemberFields({ usual }: { usual: Language }) {
  const { t } = useWords();
  return (
    <Form.List name="members">
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.length === 0 && <p className="quiet">{t('household.noMember')}</p>}
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className="member-fields">
              <legend>{t('household.member', { n: index + 1 })}</legend>
              <div className="form-row">
                <Form.Item
                  name={[name, 'name']}
                  label={t('reporter.name')}
                  rules={[{ required: true, whitespace: true, message: t('field.required') }]}
                >
                  <Input maxLength={80} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'relation']} label={t('household.relation')}>
                  <Choice allowClear options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'phone']} label={t('reporter.phone')}>
                  <Input type="tel" maxLength={40} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'email']} label={t('reporter.email')}>
                  <Input type="email" inputMode="email" maxLength={200} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'channel']} label={t('household.channel')}>
                  <Choice
                    allowClear
                    placeholder={t('household.anyChannel')}
                    options={CHANNELS.map((value) => ({ value, label: t(`prefers.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'preferredTime']} label={t('reporter.preferredTime')}>
                  <Input maxLength={80} placeholder={t('reporter.preferredHint')} />
                </Form.Item>
                <Form.Item name={[name, 'language']} required label={t('reporter.language')}>
                  <Choice
                    options={[
                      { value: 'zh-CN', label: '中文' },
                      { value: 'en', label: 'English' },
                    ]}
                  />
                </Form.Item>
              </div>
              <Button type="text" danger icon={<DeleteOutlined />} onClick={() => remove(name)}>
                {t('household.removeMember')}
              </Button>
            </fieldset>
          ))}
          <Button
            className="member-add"
            icon={<PlusOutlined />}
            disabled={fields.length >= MOST}
            onClick={() => add({ language: usual })}
          >
            {t('household.addMember')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
