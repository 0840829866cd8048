import type { Role } from '../organisation.ts';
import type { Choice, Column } from '../table/columns.ts';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export type StaffField = 'id' | 'nameZh' | 'nameEn' | 'email' | 'phone' | 'language' | 'role' | 'firm' | 'sites';

/** One row a person; the e-mail address says who it is. */
export const staffColumns: readonly Column<StaffField>[] = [
  { field: 'id', name: t('编号', 'Id'), also: ['人员编号'] },
  { field: 'nameZh', name: t('姓名', 'Name (Chinese)'), also: ['中文姓名', '姓名（中文）', 'name'], required: true },
  { field: 'nameEn', name: t('英文名', 'Name (English)'), also: ['英文姓名', '姓名（英文）', 'english name'] },
  { field: 'email', name: t('邮箱', 'E-mail'), also: ['电子邮箱', '电子邮件', 'email', 'mail'], required: true },
  { field: 'phone', name: t('电话', 'Phone'), also: ['手机', '手机号', '联系电话', 'mobile'] },
  { field: 'language', name: t('语言', 'Language') },
  { field: 'role', name: t('角色', 'Role'), also: ['权限'] },
  { field: 'firm', name: t('所属单位', 'Firm'), also: ['维保单位', '公司', 'company', 'contractor'] },
  { field: 'sites', name: t('项目', 'Sites'), also: ['所属项目', 'site', '管理处'] },
];

export const roleChoices: readonly Choice<Role>[] = [
  { value: 'admin', name: t('公司管理员', 'Company admin'), also: ['管理员', 'administrator'] },
  { value: 'manager', name: t('管理人员', 'Manager'), also: ['经理'] },
  { value: 'staff', name: t('员工', 'Staff') },
  { value: 'viewer', name: t('只读', 'Read only'), also: ['viewer'] },
  { value: 'contractor', name: t('维保单位', 'Contractor'), also: ['外包', '外委', '维保'] },
];
/** Several sites in one cell. */
export const SITE_SEPARATOR = /[、;；|/\n]+/;
