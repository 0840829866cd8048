import { type Calendar, isOpen } from './calendar.ts';
import { epochDay } from './civil-date.ts';
import type { Value } from './condition.ts';
import { indexOf } from './directory-index.ts';
import {
  channelLabels,
  impactLabels,
  kindLabels,
  severityLabels,
  statusLabels,
  verdictLabels,
  visitChannelLabels,
  visitOutcomeLabels,
  wantsLabels,
} from './field-options.ts';
import type { Item } from './item.ts';
import { answerOf, failedIn, flaggedIn, isAnswerField } from './order-fields.ts';
import type { Directory } from './organisation.ts';
import { patrolFigures } from './patrol/patrol.ts';
import type { Text } from './text.ts';
import { type Instant, isoWeekday, localDate, localTime } from './time.ts';
import { outcomeOf } from './visit.ts';
import type { ItemKind } from './workflow/definition.ts';

/**
 * A field that conditions may use. A `choice` without `options` takes its values from documents: the ids of categories,
 * departments, sites and buildings. An `instant` is epoch ms and may be named by a `wait` step's `until`.
 */
export interface Field {
  name: string;
  type: 'text' | 'number' | 'boolean' | 'choice' | 'instant';
  label: Text;
  options?: readonly { value: string; label: Text }[];
  /** Of items of these kinds only; left out: of all. */
  kinds?: readonly ItemKind[];
}

/** What fields are read from beside the item. The calendar is that of the item's site, its zone the site's. */
export interface FieldFacts {
  directory: Directory;
  calendar: Calendar;
  now: Instant;
}

type Read = (item: Item, facts: FieldFacts) => Value | null | undefined;

const field = (
  name: string,
  type: Field['type'],
  zh: string,
  en: string,
  read: Read,
  labels?: Record<string, Text>,
) => ({
  field: {
    name,
    type,
    label: { 'zh-CN': zh, en },
    ...(labels && { options: Object.entries(labels).map(([value, label]) => ({ value, label })) }),
  } satisfies Field,
  read,
});

/** Of work orders only. */
const orderField = (...given: Parameters<typeof field>) => {
  const { field: plain, read } = field(...given);
  return { field: { ...plain, kinds: ['workOrder'] } satisfies Field, read };
};

/** Of visits only. */
const visitField = (...given: Parameters<typeof field>) => {
  const { field: plain, read } = field(...given);
  return { field: { ...plain, kinds: ['visit'] } satisfies Field, read };
};

const table = [
  field('category', 'choice', '类别', 'Category', (item) => item.category),
  field('department', 'choice', '责任部门', 'Department', (item) => item.department),
  field('severity', 'choice', '紧急程度', 'Severity', (item) => item.severity, severityLabels),
  field('major', 'boolean', '重大投诉', 'Major complaint', (item) => item.major),
  field('status', 'choice', '状态', 'Status', (item) => item.status, statusLabels),
  field('level', 'number', '升级层级', 'Escalation level', (item) => item.level),
  field('site', 'choice', '项目', 'Site', (item) => item.site),
  field('building', 'choice', '楼栋', 'Building', (item) => item.building),
  field('unit', 'text', '房号', 'Unit', (item) => item.unit),
  field('place', 'text', '公共部位', 'Public place', (item) => item.place),
  field('channel', 'choice', '受理渠道', 'Channel', (item) => item.intake.channel, channelLabels),
  field('wants', 'choice', '住户诉求', 'What the resident wants', (item) => item.intake.wants, wantsLabels),
  field('reopened', 'number', '重新打开次数', 'Times reopened', (item) => item.reopened),
  field('attempts', 'number', '上门未遇次数', 'Attempts with nobody at home', (item) => item.attempts),
  field('isRepeat', 'boolean', '重复投诉', 'Repeat complaint', (item) => item.repeatOf !== null),
  field('buildingAgeDays', 'number', '交付天数', 'Days since delivery of the building', ageInDays),
  field('buildingAgeYears', 'number', '交付年数（整年）', 'Full years since delivery of the building', ageInYears),
  field(
    'hasEmail',
    'boolean',
    '住户可邮件联系',
    'Resident can be reached by e-mail',
    (i) => i.intake.reporter.email !== null,
  ),
  field('verdict', 'choice', '处理评价', 'Verdict', (item) => item.verdict?.verdict, verdictLabels),
  field('score', 'number', '满意度评分', 'Satisfaction score', (item) => item.verdict?.score),
  field('filedInWorkingTime', 'boolean', '工作时间内受理', 'Filed in working time', (item, { calendar }) =>
    isOpen(calendar, item.createdAt),
  ),
  field('filedHour', 'number', '受理钟点（0–23）', 'Hour of filing (0-23)', (item, { calendar }) =>
    Number(localTime(item.createdAt, calendar.zone).slice(0, 2)),
  ),
  field(
    'filedWeekday',
    'number',
    '受理当天星期几（1–7）',
    'Day of the week of filing (1 = Monday)',
    (item, { calendar }) => isoWeekday(localDate(item.createdAt, calendar.zone)),
  ),
  field('localHour', 'number', '当前钟点（0–23）', 'Hour of the day now (0-23)', (_, { calendar, now }) =>
    Number(localTime(now, calendar.zone).slice(0, 2)),
  ),
  field('localWeekday', 'number', '今天星期几（1–7）', 'Day of the week today (1 = Monday)', (_, { calendar, now }) =>
    isoWeekday(localDate(now, calendar.zone)),
  ),
  /** Said at intake ("real and ours") or set by a step: `fields.verified`. */
  field('verified', 'boolean', '已核实', 'Verified', (item) => item.fields.verified),
  field('createdAt', 'instant', '受理时间', 'Filed at', (item) => item.createdAt),
  field(
    'replyDeadline',
    'instant',
    '答复截止时间',
    'Reply deadline',
    ({ clocks }) => clocks.reply?.promised ?? clocks.reply?.deadline,
  ),
  field('resolveDeadline', 'instant', '处理截止时间', 'Resolve deadline', ({ clocks }) => clocks.resolve?.deadline),
  field('origin.kind', 'choice', '来源事项', 'Opened by', (item) => item.origin?.kind, kindLabels),
  visitField('visitDue', 'instant', '应回访时间', 'Visit due', ({ visit }) => visit?.due),
  visitField('visitChannel', 'choice', '回访方式', 'How to visit', ({ visit }) => visit?.channel, visitChannelLabels),
  visitField('visitOf', 'choice', '回访的事项', 'What the visit is about', ({ visit }) => visit?.of?.kind, kindLabels),
  visitField('visitGaveUp', 'boolean', '各种方式均未联系上', 'Not reached in any way', ({ visit }) => visit?.gaveUp),
  visitField(
    'visitOutcome',
    'choice',
    '回访结果',
    'What the visit came to',
    ({ visit }) => visit && outcomeOf(visit),
    visitOutcomeLabels,
  ),
  orderField('assetKind', 'choice', '设备类别', 'Kind of facility', ({ order }) => order?.kind),
  orderField('impact', 'choice', '影响范围', 'How far it is felt', ({ order }) => order?.impact, impactLabels),
  orderField('isPlanned', 'boolean', '计划内工单', 'Opened by a plan', ({ order }) => order && order.plan !== null),
  orderField('isInspected', 'boolean', '须验收', 'To be checked by another', ({ order }) => order?.inspected),
  orderField('isRework', 'boolean', '返修', 'Rework', ({ order }) => order && order.rework !== null),
  orderField('reworkTimes', 'number', '返修次数', 'Times reworked', ({ order }) => order && (order.rework?.times ?? 0)),
  orderField('failedChecks', 'number', '检查不合格项数', 'Points that failed', ({ order }) => order && failedIn(order)),
  orderField('flaggedChecks', 'number', '检查需留意项数', 'Points to watch', ({ order }) => order && flaggedIn(order)),
  orderField('missedPoints', 'number', '巡查漏点数', 'Patrol points missed', ({ order }) =>
    order?.patrol ? patrolFigures(order.patrol).missed : undefined,
  ),
  field('promisedAt', 'instant', '承诺回复时间', 'Promised reply', ({ clocks }) => clocks.reply?.promised),
];

/** The published field list. Beside it, `fields.<name>` reads what forms and `set` steps stored. */
export const itemFields: readonly Field[] = table.map((entry) => entry.field);

const readers = new Map(table.map((entry) => [entry.field.name, entry.read]));
const STORED = 'fields.';

/**
 * Whether a condition may name it: in the list, or `fields.` and a name that something stores. `stored`: the names that
 * forms and steps store ("fields.meter"); left out, any name passes.
 */
export function isField(name: string, stored?: ReadonlySet<string>): boolean {
  if (readers.has(name) || isAnswerField(name)) return true;
  return stored ? stored.has(name) : name.startsWith(STORED) && name.length > STORED.length;
}

/** Whether items of a kind can ever have it. */
export const isFieldOf = (name: string, kind: ItemKind): boolean =>
  isAnswerField(name)
    ? kind === 'workOrder'
    : (itemFields.find((one) => one.name === name)?.kinds?.includes(kind) ?? true);

/** A field's value, undefined when the item has none (never null) or there is no such field. Does not throw. */
export function readField(item: Item, facts: FieldFacts, name: string): Value | undefined {
  if (name.startsWith(STORED)) {
    const key = name.slice(STORED.length);
    return Object.hasOwn(item.fields, key) ? (item.fields[key] ?? undefined) : undefined;
  }
  if (isAnswerField(name)) return answerOf(item.order, name);
  return readers.get(name)?.(item, facts) ?? undefined;
}

function handedOver(item: Item, { directory }: FieldFacts): string | undefined {
  return item.building === null ? undefined : indexOf(directory).buildings.get(item.building)?.handedOver;
}

/** Local days from the delivery of the building (交付); negative before it. */
function ageInDays(item: Item, facts: FieldFacts): number | undefined {
  const from = handedOver(item, facts);
  return from === undefined ? undefined : epochDay(localDate(facts.now, facts.calendar.zone)) - epochDay(from);
}

/** Anniversaries of the delivery passed by today; negative before it. */
function ageInYears(item: Item, facts: FieldFacts): number | undefined {
  const from = handedOver(item, facts);
  if (from === undefined) return undefined;
  const today = localDate(facts.now, facts.calendar.zone);
  return Number(today.slice(0, 4)) - Number(from.slice(0, 4)) - (today.slice(5) < from.slice(5) ? 1 : 0);
}
