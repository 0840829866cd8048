import { builtInNotices as complaintNotices } from './built-in-notices.ts';
import { builtInOrders } from './built-in-orders.ts';
import { builtInStaff as builtInComplaints } from './built-in-staff.ts';
import { builtInVisits, visitNotice } from './built-in-visits.ts';
import type { CommonName, Notice, StaffMail, Templates, Words } from './templates.ts';
import type { Audience } from './variables.ts';

/** Of every kind of item. */
const builtInNotices: Notice[] = [...complaintNotices, visitNotice];
const builtInStaff: readonly StaffMail[] = [...builtInComplaints, ...builtInOrders, ...builtInVisits];
const w = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

export const builtInCommon: Record<CommonName, Words> = {
  greeting: w(
    '尊敬的{% if name %}{{name}}{% else %}业主{% endif %}：',
    '{% if name %}Dear {{name}},{% else %}Dear resident,{% endif %}',
  ),
  residentFooter: w(
    '{{site}} · {{company}}\n如有疑问，请致电 {{phone}}，并告知编号 {{number}}。',
    '{{site}} · {{company}}\nQuestions? Call {{phone}} and mention {{number}}.',
  ),
  labelNumber: w('您的编号', 'Your number'),
  labelCaretaker: w('负责处理', 'Looked after by'),
  staffFooter: w(
    '{{site}} · {{company}}\n按钮仅供{{reader}}本人使用，请勿转发此邮件。',
    '{{site}} · {{company}}\nThe button is for {{reader}} only. Please do not forward this mail.',
  ),
  labelWhere: w('地点', 'Where'),
  labelWhy: w('为何通知您', 'Why you'),
  labelNext: w('接下来', 'What happens next'),
  labelMay: w('您可以', 'There you can'),
  labelSince: w('何时开始', 'Since'),
  labelFiled: w('受理时间', 'Filed'),
  labelComplaint: w('投诉内容', 'The complaint'),
  labelSoFar: w('处理记录', 'So far'),
  labelTell: w('告知业主', 'Tell the resident'),
  buttonAct: w('查看并处理', 'Open and act'),
  buttonCall: w('登记通话', 'Record the call'),
  buttonShow: w('查看投诉', 'See the complaint'),
  buttonEnded: w('查看结果', 'See how it ended'),
  labelFacility: w('设备', 'Facility'),
  labelPlan: w('计划日期', 'Planned for'),
  labelOrigin: w('来源', 'Opened because of'),
  labelRework: w('返修', 'Rework'),
  labelChecklist: w('检查表', 'Checklist'),
  labelOpened: w('开单时间', 'Opened'),
  buttonShowOrder: w('查看工单', 'See the order'),
};

/** Which of the shared words a resident reads; the others are for staff. */
export const residentCommon: ReadonlySet<CommonName> = new Set([
  'greeting',
  'residentFooter',
  'labelNumber',
  'labelCaretaker',
] satisfies CommonName[]);

/** What a company starts with: all built-in words, to be changed. */
export const defaultTemplates: Templates = {
  notices: builtInNotices,
  staff: [...builtInStaff],
  common: Object.entries(builtInCommon).map(([id, words]) => ({ id: id as CommonName, words })),
};

const noticeIds: ReadonlySet<string> = new Set(builtInNotices.map(({ id }) => id));
const staffIds: ReadonlySet<string> = new Set(builtInStaff.map(({ id }) => id));
/** Who reads the built-in template of that id; null: there is none. Built-in ones are never taken away. */
export const builtInFor = (id: string): Audience | null =>
  noticeIds.has(id) ? 'resident' : staffIds.has(id) ? 'staff' : null;

const find = <T extends { id: string }>(list: readonly T[] | undefined, id: string): T | undefined =>
  list?.find((one) => one.id === id);

/** The words of a notice; an id that nobody wrote words for has those of `general`. */
export function noticeOf(templates: Templates | null, id: string): Notice {
  const found =
    find(templates?.notices, id) ??
    find(builtInNotices, id) ??
    find(templates?.notices, 'general') ??
    find(builtInNotices, 'general');
  if (!found) throw new Error('The built-in words have no general notice');
  return found;
}

/** The words of a mail to staff: its own template where a step names one, else those of the situation. */
export function staffMailOf(templates: Templates | null, situation: string, template: string | null): StaffMail {
  const own = template === null || builtInFor(template) ? undefined : find(templates?.staff, template);
  const found = own ?? find(templates?.staff, situation) ?? find(builtInStaff, situation);
  if (!found) throw new Error(`There are no words for ${situation}`);
  return found;
}

export const commonOf = (templates: Templates | null, id: CommonName): Words =>
  find(templates?.common, id)?.words ?? builtInCommon[id];

/** Ids that a workflow's steps may name: all there are words for. */
export const templateIds = (templates: Templates | null): string[] => [
  ...new Set(
    [
      ...defaultTemplates.notices,
      ...defaultTemplates.staff,
      ...(templates?.notices ?? []),
      ...(templates?.staff ?? []),
    ].map(({ id }) => id),
  ),
];
