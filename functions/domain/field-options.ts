import type { Intake, Item } from './item.ts';
import type { Impact } from './maintenance.ts';
import type { Severity } from './routing.ts';
import type { Text } from './text.ts';
import type { VisitOutcome } from './visit.ts';
import type { VisitChannel } from './visit-rules.ts';
import type { ItemKind, Status } from './workflow/definition.ts';

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** What the values of choice fields are called; a record each, so that a value without words does not compile. */
export const severityLabels: Record<Severity, Text> = {
  critical: text('危急', 'Critical'),
  urgent: text('紧急', 'Urgent'),
  high: text('较高', 'High'),
  normal: text('一般', 'Normal'),
  low: text('较低', 'Low'),
};

export const statusLabels: Record<Status, Text> = {
  verifying: text('核实中', 'Being verified'),
  assigned: text('已派单', 'Assigned'),
  inProgress: text('处理中', 'In progress'),
  paused: text('已挂起', 'Paused'),
  resolved: text('处理完成', 'Resolved'),
  nobodyActed: text('无人处理', 'Nobody acted'),
  closed: text('已结案', 'Closed'),
  invalid: text('不成立', 'Invalid'),
  withdrawn: text('已撤回', 'Withdrawn'),
};

export const channelLabels: Record<Intake['channel'], Text> = {
  desk: text('前台', 'Front desk'),
  phone: text('电话', 'Phone'),
  message: text('短信或微信', 'Message'),
  web: text('网上', 'Web'),
  staff: text('员工代报', 'Reported by staff'),
};

export const wantsLabels: Record<NonNullable<Intake['wants']>, Text> = {
  heard: text('求发泄', 'To be heard'),
  respect: text('求尊重', 'Respect'),
  compensation: text('求补偿', 'Compensation'),
  solution: text('求解决', 'A solution'),
};

export const verdictLabels: Record<NonNullable<Item['verdict']>['verdict'], Text> = {
  solved: text('已解决', 'Solved'),
  partly: text('部分解决', 'Partly solved'),
  notSolved: text('未解决', 'Not solved'),
};

export const kindLabels: Record<ItemKind, Text> = {
  complaint: text('投诉', 'Complaint'),
  workOrder: text('工单', 'Work order'),
  visit: text('回访', 'Visit'),
};

export const visitChannelLabels: Record<VisitChannel, Text> = {
  phone: text('电话', 'By phone'),
  message: text('消息', 'By message'),
  inPerson: text('上门', 'In person'),
};

export const visitOutcomeLabels: Record<VisitOutcome, Text> = {
  low: text('不满意或未解决', 'Not satisfied, or not fixed'),
  praise: text('表扬（满分）', 'Praise (full marks)'),
  fine: text('一般', 'Fine'),
};

/** 公共设施维护时限表 */
export const impactLabels: Record<Impact, Text> = {
  'whole-site': text('全项目', 'The whole site'),
  building: text('整栋楼', 'A building'),
  floor: text('一个楼层', 'A floor'),
  few: text('少数住户', 'A few residents'),
  none: text('基本无感', 'Hardly anybody'),
};
