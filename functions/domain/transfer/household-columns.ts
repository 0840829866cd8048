import type { HouseholdMember } from '../household.ts';
import type { Choice, Column } from '../table/columns.ts';
import type { Language } from '../text.ts';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export type HouseholdField =
  | 'building'
  | 'unit'
  | 'name'
  | 'relation'
  | 'phone'
  | 'email'
  | 'language'
  | 'channel'
  | 'preferredTime';

/** One row a member; the same columns come out of an export and go into an import. */
export const householdColumns: readonly Column<HouseholdField>[] = [
  { field: 'building', name: t('楼栋', 'Building'), also: ['楼号', '栋号', 'block'], required: true },
  { field: 'unit', name: t('房号', 'Unit'), also: ['房间号', '单元房号', 'flat', 'apartment', 'room'], required: true },
  { field: 'name', name: t('姓名', 'Name'), also: ['业主', '业主姓名', '住户姓名', 'resident'], required: true },
  { field: 'relation', name: t('关系', 'Relation'), also: ['身份', '与业主关系'] },
  { field: 'phone', name: t('电话', 'Phone'), also: ['手机', '手机号', '联系电话', 'mobile', 'telephone'] },
  { field: 'email', name: t('邮箱', 'E-mail'), also: ['电子邮箱', '电子邮件', 'email', 'mail'] },
  { field: 'language', name: t('语言', 'Language') },
  { field: 'channel', name: t('联系方式', 'Contact by'), also: ['首选联系方式', 'channel'] },
  { field: 'preferredTime', name: t('方便时间', 'Preferred time'), also: ['方便联系时间'] },
];

export const languageChoices: readonly Choice<Language>[] = [
  { value: 'zh-CN', name: t('中文', 'Chinese'), also: ['zh', '汉语', '简体中文', 'cn'] },
  { value: 'en', name: t('英文', 'English'), also: ['英语'] },
];
export const relationChoices: readonly Choice<NonNullable<HouseholdMember['relation']>>[] = [
  { value: 'owner', name: t('业主', 'Owner') },
  { value: 'family', name: t('家庭成员', 'Family'), also: ['家属', '家人'] },
  { value: 'tenant', name: t('租户', 'Tenant'), also: ['租客'] },
];
export const channelChoices: readonly Choice<NonNullable<HouseholdMember['channel']>>[] = [
  { value: 'phone', name: t('电话', 'Phone'), also: ['手机'] },
  { value: 'message', name: t('短信', 'Message'), also: ['微信', 'sms', 'text'] },
  { value: 'email', name: t('邮件', 'E-mail'), also: ['邮箱', 'mail'] },
  { value: 'visit', name: t('上门', 'Visit') },
];
