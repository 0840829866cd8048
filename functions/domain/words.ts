import type { Limit } from './limit.ts';
import type { Severity } from './routing.ts';
import type { Language } from './text.ts';
import { type Instant, isoWeekday, localDate, localDay, localTime, MINUTE } from './time.ts';
import type { ActionName } from './workflow/action.ts';
import type { ItemKind, Status } from './workflow/definition.ts';

/** Words for times, limits and labels, shared by mails, pages and the panel. Pure: `now` and the zone are arguments. */

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const satisfies Record<Language, readonly string[]>;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A length of time in at most two units, rounded down to the smaller: "2 h 30 min", "3 天 4 小时". Negative counts as positive. */
export function durationWords(ms: number, language: Language): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  const zh = language === 'zh-CN';
  if (minutes < 1) return zh ? '不到 1 分钟' : 'under 1 min';
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (hours < 1) return zh ? `${minutes} 分钟` : `${minutes} min`;
  if (hours < 10) return pair(hours, zh ? '小时' : 'h', minutes % 60, zh ? '分钟' : 'min');
  if (hours < 48) return zh ? `${hours} 小时` : `${hours} h`;
  if (days < 10) return pair(days, zh ? '天' : 'd', hours % 24, zh ? '小时' : 'h');
  return zh ? `${days} 天` : `${days} d`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** "in 2 h", "5 min ago", "now" / "2 小时后", "5 分钟前", "刚刚". */
export function relativeTime(at: Instant, now: Instant, language: Language): string {
  const length = durationWords(at - now, language);
  const zh = language === 'zh-CN';
  if (Math.abs(at - now) < MINUTE) return zh ? '刚刚' : 'now';
  if (at > now) return zh ? `${length}后` : `in ${length}`;
  return zh ? `${length}前` : `${length} ago`;
}

/**
 * A point in time as people of the zone say it: "Fri 17:30" within six days either way, else with its date
 * ("Fri 27 Nov 17:30", "11月27日 周五 17:30"), with the year when it is not the present one. Never "today": mails are read later.
 */
export function whenWords(at: Instant, now: Instant, zone: string, language: Language): string {
  const date = localDate(at, zone);
  const weekday = WEEKDAYS[language][isoWeekday(date) - 1] ?? '';
  const time = localTime(at, zone);
  if (Math.abs(localDay(at, zone) - localDay(now, zone)) <= 6) return `${weekday} ${time}`;
  const [year = '', month = '', day = ''] = date.split('-');
  const otherYear = year !== localDate(now, zone).slice(0, 4);
  if (language === 'zh-CN')
    return `${otherYear ? `${year}年` : ''}${Number(month)}月${Number(day)}日 ${weekday} ${time}`;
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}${otherYear ? ` ${year}` : ''} ${time}`;
}

/** The local date as people say it: "Wed 25 Nov 2026" / "2026年11月25日 周三". */
export function dayWords(at: Instant, zone: string, language: Language): string {
  const date = localDate(at, zone);
  const weekday = WEEKDAYS[language][isoWeekday(date) - 1] ?? '';
  const [year = '', month = '', day = ''] = date.split('-');
  if (language === 'zh-CN') return `${year}年${Number(month)}月${Number(day)}日 ${weekday}`;
  return `${weekday} ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** "in 2 h, Fri 17:30" / "还有 2 小时，周五 17:30 前"; from the deadline on: "2 h overdue, was due Fri 17:30" / "已超时 2 小时，截止时间为周五 17:30". */
export function deadlineWords(at: Instant, now: Instant, zone: string, language: Language): string {
  const length = durationWords(at - now, language);
  const when = whenWords(at, now, zone, language);
  const near = Math.abs(at - now) < MINUTE;
  if (language === 'zh-CN')
    return at <= now
      ? `${near ? '刚刚超时' : `已超时 ${length}`}，截止时间为${/^\d/.test(when) ? ' ' : ''}${when}`
      : `${near ? length : `还有 ${length}`}，${when} 前`;
  if (at <= now) return `${near ? 'just overdue' : `${length} overdue`}, was due ${when}`;
  return `in ${length}, ${when}`;
}

export function limitWords(limit: Limit, language: Language): string {
  const zh = language === 'zh-CN';
  switch (limit.kind) {
    case 'elapsed': {
      const length = wholeLength(limit.minutes, zh);
      return zh ? `${length}（全天计时）` : `${length} round the clock`;
    }
    case 'workingHours': {
      if (limit.minutes % 30 !== 0) return zh ? `${limit.minutes} 分钟工作时间` : `${limit.minutes} working minutes`;
      const hours = limit.minutes / 60;
      return zh ? `${hours} 个工作小时` : `${hours} working ${hours === 1 ? 'hour' : 'hours'}`;
    }
    case 'workingDays':
      if (limit.days === 0) return zh ? '当日下班前' : 'by close of the same working day';
      return zh ? `第 ${limit.days} 个工作日下班前` : `by close of the ${ordinal(limit.days)} working day`;
    case 'workingDayAt':
      return zh
        ? `第 ${limit.days} 个工作日 ${limit.at} 前`
        : `by ${limit.at} on the ${ordinal(limit.days)} working day`;
  }
}

function wholeLength(minutes: number, zh: boolean): string {
  if (minutes % 1440 === 0 && minutes > 1440) return zh ? `${minutes / 1440} 天` : `${minutes / 1440} days`;
  if (minutes % 60 === 0 && minutes > 0) return zh ? `${minutes / 60} 小时` : `${minutes / 60} h`;
  return zh ? `${minutes} 分钟` : `${minutes} min`;
}

export function ordinal(n: number): string {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return `${n}th`;
  return `${n}${{ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th'}`;
}

const ACTIONS: Record<ActionName, Record<Language, string>> = {
  acknowledge: { 'zh-CN': '响应', en: 'Acknowledge' },
  promise: { 'zh-CN': '承诺回复', en: 'Promise a reply' },
  reply: { 'zh-CN': '答复', en: 'Reply to the resident' },
  handOver: { 'zh-CN': '转派', en: 'Hand over' },
  notMine: { 'zh-CN': '退回', en: 'Not mine' },
  bringIn: { 'zh-CN': '请其他部门协助', en: 'Bring in a department' },
  escalate: { 'zh-CN': '立即升级', en: 'Escalate now' },
  askSuperior: { 'zh-CN': '请示上级', en: 'Ask the superior' },
  accept: { 'zh-CN': '核实属实', en: 'Confirm it is valid' },
  reject: { 'zh-CN': '不成立', en: 'Not valid' },
  pause: { 'zh-CN': '挂起', en: 'Pause' },
  resume: { 'zh-CN': '恢复处理', en: 'Resume' },
  noAnswer: { 'zh-CN': '家中无人', en: 'Nobody at home' },
  resolve: { 'zh-CN': '处理完成', en: 'Resolve' },
  verdict: { 'zh-CN': '处理评价', en: 'Record the verdict' },
  withdraw: { 'zh-CN': '撤回', en: 'Withdraw' },
  reopen: { 'zh-CN': '重新打开', en: 'Reopen' },
  note: { 'zh-CN': '添加备注', en: 'Add a note' },
  called: { 'zh-CN': '已致电业主', en: 'Record the call' },
  correct: { 'zh-CN': '更正信息', en: 'Correct unit or category' },
  check: { 'zh-CN': '填写检查表', en: 'Fill in the checklist' },
  scan: { 'zh-CN': '记录到场', en: 'Record a point' },
  complete: { 'zh-CN': '完成', en: 'Complete' },
  visited: { 'zh-CN': '记录回访', en: 'Record the visit' },
  giveReason: { 'zh-CN': '填写不满意的原因', en: 'Say why it was low' },
  openOrder: { 'zh-CN': '开工单', en: 'Open a work order' },
  recover: { 'zh-CN': '服务补救', en: 'Service recovery' },
  approve: { 'zh-CN': '同意', en: 'Approve' },
  decline: { 'zh-CN': '不同意', en: 'Decline' },
};
/** What the same verbs are called on a work order. */
const ORDER_ACTIONS: Partial<typeof ACTIONS> = {
  acknowledge: { 'zh-CN': '接单', en: 'Accept the order' },
  notMine: { 'zh-CN': '退回', en: 'Decline the order' },
  withdraw: { 'zh-CN': '取消工单', en: 'Cancel the order' },
  approve: { 'zh-CN': '验收通过', en: 'Pass the work' },
  decline: { 'zh-CN': '验收不通过', en: 'Send the work back' },
};
/** On a visit. */
const VISIT_ACTIONS: Partial<typeof ACTIONS> = {
  acknowledge: { 'zh-CN': '接受回访', en: 'Take the visit' },
  noAnswer: { 'zh-CN': '未联系上', en: 'Not reached' },
  complete: { 'zh-CN': '已跟进', en: 'Followed up' },
  withdraw: { 'zh-CN': '取消回访', en: 'Cancel the visit' },
};
const actionsOf: Record<ItemKind, Partial<typeof ACTIONS>> = {
  complaint: {},
  workOrder: ORDER_ACTIONS,
  visit: VISIT_ACTIONS,
};
export const actionLabel = (name: ActionName, language: Language, kind: ItemKind = 'complaint'): string =>
  (actionsOf[kind][name] ?? ACTIONS[name])[language];

const STATUSES: Record<Status, Record<Language, string>> = {
  verifying: { 'zh-CN': '核实中', en: 'Being verified' },
  assigned: { 'zh-CN': '待响应', en: 'Waiting for acknowledgement' },
  inProgress: { 'zh-CN': '处理中', en: 'In progress' },
  paused: { 'zh-CN': '已挂起', en: 'Paused' },
  resolved: { 'zh-CN': '处理完成，待评价', en: 'Resolved, verdict pending' },
  nobodyActed: { 'zh-CN': '无人处理', en: 'Nobody acted' },
  closed: { 'zh-CN': '已结案', en: 'Closed' },
  invalid: { 'zh-CN': '不成立', en: 'Not valid' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn' },
};
const ORDER_STATUSES: Partial<typeof STATUSES> = {
  assigned: { 'zh-CN': '待接单', en: 'Waiting to be accepted' },
  resolved: { 'zh-CN': '已完成，待验收', en: 'Done, to be checked' },
  closed: { 'zh-CN': '已完成', en: 'Done' },
  invalid: { 'zh-CN': '无需处理', en: 'Not needed' },
  withdrawn: { 'zh-CN': '已取消', en: 'Cancelled' },
};
const VISIT_STATUSES: Partial<typeof STATUSES> = {
  verifying: { 'zh-CN': '已安排', en: 'Planned' },
  assigned: { 'zh-CN': '待接受', en: 'Waiting to be taken' },
  inProgress: { 'zh-CN': '待回访', en: 'To be visited' },
  resolved: { 'zh-CN': '已回访，待跟进', en: 'Visited, to be followed up' },
  closed: { 'zh-CN': '已回访', en: 'Visited' },
  invalid: { 'zh-CN': '未能联系上', en: 'Not reached' },
  withdrawn: { 'zh-CN': '已取消', en: 'Cancelled' },
};
const statusesOf: Record<ItemKind, Partial<typeof STATUSES>> = {
  complaint: {},
  workOrder: ORDER_STATUSES,
  visit: VISIT_STATUSES,
};
export const statusLabel = (status: Status, language: Language, kind: ItemKind = 'complaint'): string =>
  (statusesOf[kind][status] ?? STATUSES[status])[language];

const SEVERITIES: Record<Severity, Record<Language, string>> = {
  critical: { 'zh-CN': '特急', en: 'critical' },
  urgent: { 'zh-CN': '紧急', en: 'urgent' },
  high: { 'zh-CN': '重要', en: 'high' },
  normal: { 'zh-CN': '一般', en: 'normal' },
  low: { 'zh-CN': '较低', en: 'low' },
};
export const severityLabel = (severity: Severity, language: Language): string => SEVERITIES[severity][language];
