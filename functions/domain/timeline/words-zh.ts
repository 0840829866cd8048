import { yuanWords } from '../money.ts';
import type { Instant } from '../time.ts';
import { actionLabel, severityLabel, statusLabel } from '../words.ts';
import type { ItemKind } from '../workflow/definition.ts';
import type { Found } from '../workflow/entry.ts';
import type { Granted } from '../workflow/event.ts';
import {
  type ActionWords,
  type HappeningWords,
  type Joined,
  type NoticeWords,
  type Raised,
  type Refused,
  type Sent,
  type Telling,
  told,
  wrote,
  wroteAndTold,
} from './said.ts';
import { scoreWords, visitedZh } from './visit-words.ts';

const clock = (name: 'reply' | 'resolve'): string => (name === 'reply' ? '答复' : '处理');
/** Chinese sets a space before a figure, none before a weekday. */
const at = (when: string): string => (/^\d/.test(when) ? ` ${when}` : when);

const NOTICES: NoticeWords = {
  received: '投诉已受理',
  promised: '下次回复时间',
  replied: '答复内容',
  resolved: '处理结果',
  invalid: '投诉不成立的原因',
  closedSilent: '未收到反馈，已结案',
  reopened: '投诉已重新打开',
  goesOn: '继续处理剩余问题',
  withdrawn: '投诉已撤回',
  pausedNotice: '处理暂时挂起',
  closed: '投诉已结案',
  visitAsk: '请住户评价',
};
const notice = (template: string): string => NOTICES[template] ?? '最新进展';

const MAILS: Record<Sent['reason'], string> = {
  asked: '请处理',
  raised: '升级通知',
  reminder: '提醒',
  nextStep: '下一步链接',
  handedOver: '转派',
  broughtIn: '请求协助',
  informed: '知会',
  call: '请致电业主',
  callOverdue: '致电超时',
  overdue: '超时通知',
  ended: '结果通知',
  nudged: '业主催办',
  information: '业主补充了信息',
  pointMissed: '巡查漏点',
  linkedEnded: '关联事项已结束',
  resident: '最新进展',
};
export const mailForZh = (reason: Sent['reason'], template: string): string =>
  reason === 'resident' ? notice(template) : MAILS[reason];
const REFUSALS: Record<Refused['why'], string> = {
  ended: '投诉已结束',
  notOffered: '此时不能这样操作',
  notAsked: '不由其处理',
  badTime: '时间不合适',
  unknownPerson: '没有这个人',
  unknownChoice: '没有这个选项',
  unknownCall: '没有这通电话',
  wrongCode: '巡查码不符',
  tooEarly: '还没到时间',
  scannedAlready: '已有记录',
  lampsWanted: '没有填写亮灯数',
  lampsWrong: '亮灯数多于灯具总数',
  unfinished: '检查表尚未填完',
  ownWork: '不能验收自己的工作',
};
const CHANNELS: Partial<Record<string, string>> = { desk: '前台', phone: '电话', message: '消息', web: '网上' };
const MOVED = { reply: '答复', resolve: '处理完成', level: '本级响应', wait: '等待' } as const;

const limited = (at: Instant | null, t: Telling): string => (at === null ? '不限时' : t.when(at));

export const happeningsZh: HappeningWords = {
  filed: (e, t) => (e.kind === undefined ? `${t.by}登记了投诉` : `${t.by}建立了${ITEMS[e.kind]}`),
  assigned: (e, t) => (e.person === null ? '未能确定责任人' : `责任人：${t.person(e.person)}`),
  asked: (e, t) =>
    e.people.length === 0
      ? '没有可通知的人'
      : `${e.again ? '再次' : ''}请${t.people(e.people)}处理${e.due === null ? '' : `，截止时间为${at(t.when(e.due))}`}`,
  substituted: (e, t) => `${t.person(e.absent)}不在岗，由代理人${t.person(e.deputy)}处理`,
  skipped: (e) => `第 ${e.skippedLevel + 1} 级${e.why === 'empty' ? '岗位无人' : '邮件无法送达'}，直接跳过`,
  raised: (e, t) => `升级至第 ${e.to + 1} 级：${raisedBecause(e, t)}`,
  reminded: (e, t) => `已提醒${t.people(e.people)}${e.left === 0 ? '，这是最后一次' : `，还会提醒 ${e.left} 次`}`,
  missed: (e, t) =>
    e.promised
      ? `未按承诺在${at(t.when(e.deadline))} 前回复业主`
      : `${clock(e.clock)}超时，截止时间为${at(t.when(e.deadline))}`,
  kept: (e, t) => `已按承诺在${at(t.when(e.deadline))} 前回复业主`,
  acted: (e, t) => {
    const said = t.acted(e.action);
    const found = e.found ? foundWords(e.found) : [];
    const owner = e.owner === undefined ? [] : [`责任人变更为${t.person(e.owner)}`];
    return { ...said, more: [...said.more, ...found, ...recoveredWords(e.recovered), ...owner] };
  },
  refused: (e, t) => `${t.by}的操作“${actionLabel(e.action, 'zh-CN', t.kind)}”未生效：${REFUSALS[e.why]}`,
  resumed: () => '挂起到期，恢复处理',
  status: (e, t) => `状态：${statusLabel(e.from, 'zh-CN', t.kind)} → ${statusLabel(e.to, 'zh-CN', t.kind)}`,
  severity: (e) => `紧急程度：${severityLabel(e.from, 'zh-CN')} → ${severityLabel(e.to, 'zh-CN')}`,
  told: (e) => {
    if (e.via === 'mail') return `以邮件告知业主：${notice(e.template)}`;
    if (e.via === 'call') return `需电话告知业主：${notice(e.template)}`;
    return `业主没有留下联系方式，无法告知：${notice(e.template)}`;
  },
  callOverdue: () => '致电业主已超时',
  informed: (e, t) => `已知会${t.people(e.people)}`,
  exhausted: (e) => (e.unreached ? '各级人员均不在岗或无法送达' : '各级均无人处理'),
  nudged: (e, t) => (e.people.length === 0 ? '业主催办' : `业主催办，已通知${t.people(e.people)}`),
  information: (e) => wrote('业主补充了信息', e.text),
  opinion: (e) =>
    wrote(
      `另一位报事人的评价：${VERDICTS[e.verdict]}${e.score === null ? '' : `，满意度 ${e.score} / 5`}`,
      e.opinion ?? undefined,
    ),
  recomputed: (e, t) => ({
    title: '工作日历、值班表或岗位有变更，截止时间已重新计算',
    quotes: [],
    more: e.moved.map(({ what, from, to }) => `${MOVED[what]}：${t.when(from)} → ${t.when(to)}`),
  }),
  moved: (e, t) => ({
    title: `${t.by}将其从流程第 ${e.from} 版转到第 ${e.to} 版`,
    quotes: [],
    more: [
      ...(e.place ? [`接下来的步骤：${e.place['zh-CN']}`] : []),
      ...(e.due ? [`本步骤时限：${limited(e.due.from, t)} → ${limited(e.due.to, t)}`] : []),
    ],
  }),
  opened: (e) =>
    e.about === undefined
      ? `正在建立${ITEMS[e.kind as ItemKind] ?? '关联事项'}`
      : `正在建立整改工单：${e.about['zh-CN']}`,
  linkedOpened: (e) => `已为此建立${ITEMS[e.kind]} ${e.number}`,
  linkedEnded: (e) => `为此建立的${ITEMS[e.kind]} ${e.number} 已结束：${statusLabel(e.status, 'zh-CN', e.kind)}`,
  scanned: (e, t) => ({
    title: `${t.by}到达${e.point['zh-CN']}${e.late ? '（迟到）' : ''}`,
    quotes: [],
    more: [
      ...(e.how === 'code' ? ['输入标签下方的巡查码'] : []),
      ...(e.lamps ? [`亮灯 ${e.lamps.lit} / ${e.lamps.total} 盏`] : []),
    ],
  }),
  pointsMissed: (e, t) => ({
    title: `漏巡：${e.points.map(({ name }) => name['zh-CN']).join('、')}`,
    quotes: [],
    more: e.people.length === 0 ? ['没有可通知的人'] : [`已立即通知${t.people(e.people)}`],
  }),
  walked: ({ figures: { points, walked, missed, lamps } }) => ({
    title: `巡查结束：已巡 ${walked} / ${points} 个点，漏 ${missed} 个点`,
    quotes: [],
    more: lamps ? [`亮灯 ${lamps.lit} / ${lamps.total} 盏`] : [],
  }),
  reopens: (e) => `重新处理所回访的${ITEMS[e.kind]} ${e.number}`,
  visitReopened: (e) => wrote(`回访 ${e.number} 得知：${scoreWords(e, 'zh-CN')}，重新处理`, e.said ?? undefined),
  followedUp: (e) => wrote(`回访 ${e.number}：${scoreWords(e, 'zh-CN')}`, e.said ?? undefined),
  stuck: (e) => wrote('流程已停止，需要管理员处理', e.why),
  ended: (e, t) => `流程结束：${statusLabel(e.status, 'zh-CN', t.kind)}`,
  sent: (e, t) => `邮件已发给${t.person(e.to)}：${e.reason === 'resident' ? notice(e.template) : MAILS[e.reason]}`,
  bounced: (e, t) => wrote(`发给${t.person(e.to)}的邮件无法送达`, e.why),
  retried: (e, t) => `${t.by}重新发送给${t.person(e.to)}的邮件`,
  joined: (e, t) =>
    wrote(
      `再次收到同一${t.kind === 'complaint' ? '投诉' : '故障'}（${CHANNELS[e.channel] ?? '员工代报'}）${e.number ? `，编号 ${e.number}` : ''}`,
      e.description,
      ...contact(e),
    ),
  attached: (e, t) => `${t.by}添加了 ${e.photos.length} 个附件`,
  rerouted: (e, t) =>
    `改为“${t.category(e.category)}”（${severityLabel(e.severity, 'zh-CN')}），派给${t.department(e.department)}`,
  restarted: () => '计时已重新启动',
  linked: (e, t) => wrote(`${t.by}将本投诉关联到事件 ${e.number}`, e.title),
  unlinked: (e, t) => `${t.by}将本投诉移出事件 ${e.number}`,
};

const ITEMS: Record<ItemKind, string> = { complaint: '投诉', workOrder: '工单', visit: '回访' };
/** “1 号电梯（DT-01）机房：6 项”，“不合格：制动器”。 */
function foundWords({ asset, section, answered, flagged, failed }: Found): string[] {
  const where = `${asset === null ? '' : `${asset} · `}${section['zh-CN']}`;
  const points = `${where}：${answered} 项${flagged === 0 ? '' : `，其中 ${flagged} 项需留意`}`;
  return failed.length === 0 ? [points] : [points, `不合格：${failed.map((label) => label['zh-CN']).join('、')}`];
}

const recoveredWords = (given: Granted | undefined): string[] =>
  given
    ? [[given.gesture?.['zh-CN'], given.fen > 0 && `补偿 ${yuanWords(given.fen)} 元`].filter(Boolean).join('，')]
    : [];

/** Who sent the report, and how to reach them. */
const contact = ({ reporter }: Joined): string[] => {
  const known = [reporter?.name, reporter?.phone, reporter?.email].filter(Boolean).join('，');
  return known === '' ? [] : [known];
};

function raisedBecause({ why, clock: missed }: Raised, { kind }: Telling): string {
  switch (why) {
    case 'expired':
      return kind === 'complaint' ? '规定时限内无人响应' : '规定时限内无人处理';
    case 'missed':
      return missed === undefined ? '已超时' : `${clock(missed)}超时`;
    case 'promiseBroken':
      return '未兑现对业主的承诺';
    case 'escalated':
      return '人工升级';
    case 'asked':
      return '请示上级';
    case 'undeliverable':
      return '邮件无法送达';
    case 'repeat':
      return '30 天内重复投诉';
    case 'reopened':
      return '业主不满意，重新打开';
    case 'rework':
      return '再次返修';
    case 'care':
      return '按关怀规则';
    case 'rule':
      return '按流程规则升级';
  }
}

const VERDICTS = { solved: '已解决', partly: '部分解决', notSolved: '未解决' } as const;

export const actionsZh: ActionWords = {
  acknowledge: (i, t) => wrote(`${t.by}已响应`, i.note),
  promise: (i, t) => told(`${t.by}承诺在${at(t.when(i.at))} 前回复业主`, i.told),
  reply: (i, t) =>
    told(
      `${t.by}答复了业主`,
      i.told,
      ...(i.nextReplyAt === undefined ? [] : [`下次回复不晚于${at(t.when(i.nextReplyAt))}`]),
    ),
  handOver: (i, t) => wrote(`${t.by}转派给${t.person(i.to)}`, i.note),
  notMine: (i, t) => wrote(`${t.by}退回客户服务中心`, i.reason),
  bringIn: (i, t) => wrote(`${t.by}请${t.department(i.department)}协助`, i.note),
  escalate: (i, t) => wrote(`${t.by}立即升级`, i.reason),
  askSuperior: (i, t) => wrote(`${t.by}请示上级`, i.question),
  accept: (i, t) => wrote(`${t.by}核实投诉属实`, i.note),
  reject: (i, t) => wroteAndTold(`${t.by}判定投诉不成立`, i.reason, i.told),
  pause: (i, t) => wrote(`${t.by}挂起至${at(t.when(i.until))}`, i.reason),
  resume: (i, t) => wrote(`${t.by}恢复处理`, i.note),
  noAnswer: (i, t) => wrote(`${t.by}上门，家中无人`, i.note),
  resolve: (i, t) => wroteAndTold(`${t.by}处理完成`, i.done, i.told),
  verdict: (i, t) =>
    wrote(
      `${t.byResident ? '业主评价' : `${t.by}记录处理评价`}：${VERDICTS[i.verdict]}${i.score === undefined ? '' : `，满意度 ${i.score} / 5`}`,
      i.opinion,
    ),
  withdraw: (i, t) => wrote(`${t.by}按业主意愿撤回`, i.reason),
  reopen: (i, t) => wrote(`${t.by}重新打开`, i.reason),
  note: (i, t) => wrote(`${t.by}添加了备注`, i.text),
  called: (i, t) => wrote(i.reached ? `${t.by}已致电业主` : `${t.by}致电业主，未接通`, i.note),
  correct: (i, t) => wrote(`${t.by}更正了信息`, i.reason),
  check: (_, t) => `${t.by}填写了检查表`,
  scan: (_, t) => `${t.by}到达巡查点`,
  complete: (i, t) => wrote(`${t.by}完成了工作`, i.done),
  visited: visitedZh,
  giveReason: (_, t) => wrote(`${t.by}填写了不满意的原因`),
  openOrder: (i, t) => wrote(`${t.by}要求开工单`, i.work),
  recover: (i, t) => wrote(`${t.by}做了服务补救`, i.words),
  approve: (i, t) => wrote(`${t.by}同意`, i.note),
  decline: (i, t) => wrote(`${t.by}不同意`, i.reason),
};
